import { parseDocument } from 'yaml';
import { type Problem, problem } from '../../errors.ts';
import { type Checked, code, type Field, flag, listOf, ok, oneOf, orNull, recordOf, text, wrong } from '../curated-value.ts';
import { decode } from '../decode.ts';
import { type FileAccess, reasonOf } from '../file-access.ts';
import { faultOfMapping } from './choose-mapping.ts';
import { DATE_FORMS, TABLE_KINDS, type TableMapping } from './table-mapping.ts';

/** Leaves a field out instead of giving null, as the types of a mapping have it. */
const optional = <T>(field: Field<T>): Field<T | null> => orNull(field);

/** Either a list or something else, told by its shape so that the complaint is about what was meant. */
const listOr =
  <A, B>(list: Field<A>, other: Field<B>): Field<A | B> =>
  (given) =>
    Array.isArray(given) ? list(given) : other(given);

const textOr =
  <A>(other: Field<A>): Field<A | string> =>
  (given) =>
    typeof given === 'string' ? text(given) : other(given);

const texts = listOf(text);
const oneOrMany = textOr(texts);

/** A regular expression that can be compiled; one that a row could make run for ever is the desk's own doing. */
const pattern: Field<string> = (given) => {
  const checked = text(given);
  if ('reason' in checked) return checked;
  try {
    new RegExp(checked.value, 'iu');
    return checked;
  } catch {
    return wrong(`${JSON.stringify(checked.value).slice(0, 60)} is no regular expression`);
  }
};

const record =
  <T>(field: Field<T>): Field<Readonly<Record<string, T>>> =>
  (given) => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return wrong('must be a record');
    const values: Record<string, T> = {};
    for (const [name, entry] of Object.entries(given)) {
      const checked = field(entry);
      if ('reason' in checked) return wrong(`${name}: ${checked.reason}`);
      values[name] = checked.value;
    }
    return ok(values);
  };

/** Values of cells; an empty one stands for an empty cell. */
const cells = listOf<string>((given) => (typeof given === 'string' ? ok(given) : wrong('must be a text')));

const condition = { column: oneOrMany, is: optional(cells), matches: optional(pattern) };
const choice = recordOf({ ...condition, and: optional(recordOf(condition)), gives: oneOrMany });

const rule = recordOf({
  value: optional(oneOrMany),
  choose: optional(listOf(choice)),
  from: optional(oneOrMany),
  all: optional(flag),
  words: optional(oneOf(['objects', 'acts', 'outcomes'])),
  terms: optional(record(oneOrMany)),
  keep: optional(flag),
  split: optional(oneOrMany),
  take: optional(oneOf(['first', 'last'])),
  dates: optional(listOf(oneOf(DATE_FORMS))),
  otherwise: optional(oneOrMany),
});

const MAPPING = recordOf({
  id: code,
  title: recordOf({ de: text, en: text }),
  kind: oneOf(TABLE_KINDS),
  recognise: texts,
  key: texts,
  skip: optional(recordOf({ column: oneOrMany, matches: pattern })),
  refuse: optional(listOf(recordOf({ ...condition, unless: flag, why: text }))),
  fields: record(textOr(listOr(listOf(rule), rule))),
  drop: optional(texts),
  ignore: optional(texts),
  examples: listOf(
    recordOf({
      row: record((given) => ok(String(given ?? ''))),
      gives: optional((given) => ok(given)),
      rejected: optional(code),
    }),
  ),
});

/** Takes out what is null: the types of a mapping leave such a part out. */
function withoutNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNull);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== null)
      .map(([name, entry]) => [name, name === 'gives' || name === 'row' ? entry : withoutNull(entry)]),
  );
}

/** Reads a mapping that a desk has written; it may not fill fields that nobody has, nor read columns that nobody may read. */
export function parseMapping(yaml: string, file: string): TableMapping | { readonly problem: Problem } {
  const refused = (reason: string): { problem: Problem } => ({ problem: problem('TB_MAPPING_BROKEN', { reason }, { file }) });
  const document = parseDocument(yaml, { logLevel: 'silent' });
  const [error] = document.errors;
  if (error) return refused(`its YAML is broken in line ${error.linePos?.[0].line ?? 1}`);
  let given: unknown;
  try {
    given = document.toJS({ maxAliasCount: 100 });
  } catch {
    return refused('its YAML repeats itself too often');
  }
  const checked = MAPPING(given) as Checked<Readonly<Record<string, unknown>>>;
  if ('reason' in checked) return refused(checked.reason);
  const mapping = withoutNull(checked.value) as unknown as TableMapping;
  const fault = faultOfMapping(mapping);
  return fault === null ? mapping : refused(fault);
}

/** Reads the file of a mapping. */
export async function readMapping(path: string, files: FileAccess): Promise<TableMapping | { readonly problem: Problem }> {
  try {
    return parseMapping(decode(await files.readFile(path)).text, path);
  } catch (failure) {
    return { problem: problem('TB_FILE_UNREADABLE', { reason: reasonOf(failure) }, { file: path }) };
  }
}
