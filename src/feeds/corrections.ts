import { type Problem, problem } from '../errors.ts';
import { CORRECTION_ACTIONS, type Correction, ELEMENTS, idOf } from '../model/index.ts';
import { binaryKind } from './binary.ts';
import { address, countWords, TOO_MANY_WORDS } from './curated.ts';
import {
  type Checked,
  code,
  date,
  type Field,
  instant,
  listOf,
  ok,
  oneOf,
  orNull,
  readingValue,
  recordOf,
  text,
  whole,
} from './curated-value.ts';
import { decode } from './decode.ts';
import { type FileAccess, reasonOf } from './file-access.ts';
import { findJsonFault } from './json-fault.ts';

/** A file of corrections as it was read: what can be used, and what is wrong with the other lines. */
export interface Corrections {
  readonly corrections: readonly Correction[];
  readonly problems: readonly Problem[];
}

const orAbsent =
  <T>(field: Field<T>): Field<T | undefined> =>
  (given) =>
    given === undefined ? ok(undefined) : field(given);

const anchored = recordOf({ report: text, start: whole, end: whole, exact: text });

const FIELDS = {
  at: instant,
  by: text,
  action: oneOf(CORRECTION_ACTIONS),
  reading: orNull(code),
  why: text,
  value: orAbsent(readingValue),
  element: orAbsent(oneOf(ELEMENTS)),
  agreement: orAbsent(code),
  holder: orAbsent(code),
  spans: orAbsent(listOf(anchored)),
  evidence: orAbsent(listOf(recordOf({ url: address, exact: text }))),
  stance: orAbsent(oneOf(['asserts', 'implies', 'accepts_others', 'disputes', 'silent'])),
  authority: orAbsent(oneOf(['principal', 'spokesperson', 'official', 'adviser', 'anonymous', 'narration'])),
  speaker: orAbsent(text),
  heldFrom: orAbsent(date),
} satisfies Record<Exclude<keyof Correction, 'id'>, Field>;

type Written = { readonly [F in keyof typeof FIELDS]: (typeof FIELDS)[F] extends Field<infer T> ? T : never };

/** What an entry of each kind must not or must have. */
function faultOf(entry: Written): Problem['code'] | { readonly reason: string } | null {
  const changed = Object.keys(FIELDS).filter(
    (name) => !['at', 'by', 'action', 'reading', 'why'].includes(name) && entry[name as keyof Written] !== undefined,
  );
  if (entry.action === 'add') {
    if (entry.reading !== null) return { reason: 'an added reading has "reading": null' };
    const missing = (['agreement', 'element', 'holder', 'value'] as const).find((name) => entry[name] === undefined);
    if (missing !== undefined) return { reason: `${missing}: must be given for an added reading` };
    if (entry.stance !== 'silent' && !entry.spans?.length && !entry.evidence?.length) return 'TB_CORRECTION_EVIDENCE_MISSING';
    if (!entry.spans?.length && entry.heldFrom === undefined) return { reason: 'heldFrom: must be given where no report is cited' };
  } else {
    if (entry.reading === null) return { reason: 'reading: must be the id of a reading' };
    if (entry.action === 'correct' && changed.length === 0) return { reason: 'it changes nothing: give a value, an element or a holder' };
    if (entry.action !== 'correct' && changed.length > 0)
      return { reason: `${changed[0]}: has no place in an entry that says "${entry.action}"` };
  }
  const long = entry.evidence?.find(({ exact }) => countWords(String(exact)) >= TOO_MANY_WORDS);
  return long === undefined ? null : { reason: `evidence: fewer than ${TOO_MANY_WORDS} words may be kept of a text` };
}

/** The entry with its id; fields that were left out are no fields, and the same content gives the same id. */
function correctionOf(written: Written): Correction {
  const stated = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined)) as unknown as Omit<
    Correction,
    'id'
  >;
  const evidence = written.evidence?.map(({ url, exact }) => ({ url: String(url), exact: String(exact), anchored: false as const }));
  return { id: idOf('cor', JSON.stringify(stated)), ...stated, ...(evidence ? { evidence } : {}) };
}

/** Reads the text of a file of corrections, one JSON object a line; a line that is wrong is named, and the others are kept. */
export function parseCorrections(lines: string, file: string): Corrections {
  const corrections = new Map<string, Correction>();
  const problems: Problem[] = [];
  for (const [index, line] of lines.split('\n').entries()) {
    if (line.trim() === '') continue;
    const at = { file, line: index + 1 };
    let given: unknown;
    try {
      given = JSON.parse(line);
    } catch {
      problems.push(problem('TB_CORRECTION_BROKEN', { reason: findJsonFault(line).reason }, at));
      continue;
    }
    const checked = recordOf(FIELDS)(given) as Checked<Written>;
    const fault = 'reason' in checked ? checked : faultOf(checked.value);
    if ('reason' in checked || fault !== null) {
      const isShape = typeof fault === 'object' && fault !== null;
      problems.push(
        isShape ? problem('TB_CORRECTION_SHAPE', { reason: fault.reason }, at) : problem('TB_CORRECTION_EVIDENCE_MISSING', {}, at),
      );
      continue;
    }
    const made = correctionOf(checked.value);
    if (corrections.has(made.id)) problems.push(problem('TB_CORRECTION_TWICE', {}, { ...at, severity: 'warning' }));
    corrections.set(made.id, made);
  }
  return { corrections: [...corrections.values()], problems };
}

/** Reads one append-only file of corrections (JSON lines). */
export async function readCorrections(path: string, files: FileAccess): Promise<Corrections> {
  let bytes: Uint8Array;
  try {
    bytes = await files.readFile(path);
  } catch (failure) {
    return { corrections: [], problems: [problem('TB_FILE_UNREADABLE', { reason: reasonOf(failure) }, { file: path })] };
  }
  const kind = binaryKind(bytes);
  if (kind) return { corrections: [], problems: [problem('TB_FILE_BINARY', { kind }, { file: path })] };
  return parseCorrections(decode(bytes).text, path);
}
