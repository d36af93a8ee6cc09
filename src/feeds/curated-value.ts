import { ACT_CODES, OBJECT_CODES, type ReadingValue } from '../model/index.ts';
import { reportDate } from './report-date.ts';

/** What came of checking one entry: the value as it is kept, or why it cannot be. */
export type Checked<T> = { readonly value: T } | { readonly reason: string };

/** Checks one field; `undefined` stands for a field that was left out. */
export type Field<T = unknown> = (given: unknown) => Checked<T>;

export const ok = <T>(value: T): Checked<T> => ({ value });
export const wrong = <T>(reason: string): Checked<T> => ({ reason });

/** A code of a vocabulary or an id; reports have blanks and capitals where these have none. */
const CODE = /^[\w-]{1,80}$/;

export const text: Field<string> = (given) => (typeof given === 'string' && given.trim() ? ok(given) : wrong('must be a text'));
export const flag: Field<boolean> = (given) =>
  given === undefined ? ok(false) : typeof given === 'boolean' ? ok(given) : wrong('must be true or false');
export const code: Field<string> = (given) =>
  typeof given === 'string' && CODE.test(given) ? ok(given) : wrong('must be a code without blanks');
export const whole: Field<number> = (given) => (Number.isSafeInteger(given) ? ok(given as number) : wrong('must be a whole number'));

/** Entries are put in order by their time, so it must be a full one; two people may decide within a minute. */
export const instant: Field<string> = (given) =>
  typeof given === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/.test(given) && !Number.isNaN(Date.parse(given))
    ? ok(given)
    : wrong('must be an instant in UTC such as "2026-01-31T09:30:00Z"');

/** Dates keep the precision they were stated with; the German form is not taken here, since the files are read by machines too. */
export const date: Field<string> = (given) => {
  const value = typeof given === 'string' ? reportDate(given) : null;
  return value !== null && value === given ? ok(value) : wrong('must be a quoted date such as "2025-03-18" or "2025-03-18T19:30Z"');
};

export const orNull =
  <T>(field: Field<T>): Field<T | null> =>
  (given) =>
    given === null || given === undefined ? ok(null) : field(given);

export const oneOf =
  <const T extends string>(words: readonly T[]): Field<T> =>
  (given) => {
    const found = words.find((word) => word === given);
    return found === undefined
      ? wrong(`must be one of ${words.join(', ')}, not ${given === undefined ? 'left out' : JSON.stringify(given)?.slice(0, 60)}`)
      : ok(found);
  };

export const listOf =
  <T>(field: Field<T>): Field<readonly T[]> =>
  (given) => {
    if (given === undefined || given === null) return ok([]);
    if (!Array.isArray(given)) return wrong('must be a list');
    const values: T[] = [];
    for (const [index, entry] of given.entries()) {
      const checked = field(entry);
      if ('reason' in checked) return wrong(`entry ${index + 1} ${checked.reason}`);
      values.push(checked.value);
    }
    return ok(values);
  };

const known =
  (codes: ReadonlySet<string>, of: string): Field<string> =>
  (given) =>
    typeof given === 'string' && codes.has(given) ? ok(given) : wrong(`"${String(given).slice(0, 60)}" is no ${of} of the ontology`);

/** A record with exactly these fields; every other one is a slip of the pen that would go unnoticed. */
export function recordOf(fields: Readonly<Record<string, Field>>): Field<Readonly<Record<string, unknown>>> {
  return (given) => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return wrong('must be a record');
    const extra = Object.keys(given).find((name) => !Object.hasOwn(fields, name));
    if (extra !== undefined) return wrong(`has a field "${extra}" that nobody reads`);
    const values: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(fields)) {
      const checked = field(Object.hasOwn(given, name) ? (given as Readonly<Record<string, unknown>>)[name] : undefined);
      if ('reason' in checked) return wrong(`${name}: ${checked.reason}`);
      values[name] = checked.value;
    }
    return ok(values);
  };
}

const objects = listOf(known(new Set(OBJECT_CODES), 'object class'));
const acts = listOf(known(new Set(ACT_CODES), 'kind of act'));
const codes = listOf(code);
const iso: Field<string> = (given) =>
  typeof given === 'string' && /^P(?!$)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?)?$/.test(given)
    ? ok(given)
    : wrong('must be a duration such as P30D');

/** The fields of every kind of value; the type makes the compiler complain when the model gains one. */
const VALUES: {
  readonly [T in ReadingValue['t']]: { readonly [F in Exclude<keyof Extract<ReadingValue, { t: T }>, 't'>]: Field };
} = {
  objects: { include: objects, exclude: objects, open: orNull(text) },
  acts: { prohibited: acts, permitted: acts },
  place: { include: codes, exclude: codes, domains: codes },
  start: {
    mode: oneOf([
      'on_date_at_time',
      'upon_signature',
      'upon_conditions',
      'at_time_set_by_commission',
      'by_unilateral_order',
      'upon_publication_by_third_party',
      'unstated',
    ]),
    at: orNull(date),
  },
  duration: { iso: orNull(iso), until: orNull(text), counting: oneOf(['from_start_inclusive', 'from_start_exclusive', 'unstated']) },
  extension: { mode: oneOf(['mutual_consent', 'automatic', 'none', 'unstated']), until: orNull(date) },
  condition: { kind: oneOf(['reciprocity', 'precondition', 'release_if_breached']), topics: codes, on: codes },
  parties: { parties: codes, commitment: code, polarity: oneOf(['pos', 'neg']) },
  mechanism: { status: oneOf(['named', 'doubted', 'requested', 'refused', 'unstated']), by: codes },
  step: { kind: code, when: orNull(text), place: orNull(text), topics: codes },
  count: { items: listOf(recordOf({ n: whole, of: code, perSide: flag })), when: orNull(text) },
  territory: { of: code, includes: codes, excludes: codes },
  state: {
    state: oneOf([
      'in_force',
      'suspended',
      'resumed',
      'released',
      'withdrawn',
      'expired',
      'extended',
      'breach_alleged',
      'breach_denied',
      'concluded',
    ]),
    at: orNull(date),
    by: codes,
  },
  text: { topics: codes },
};

const kindOfValue = oneOf(Object.keys(VALUES) as ReadingValue['t'][]);

/** Checks the value of a curated reading; lists that are left out are empty, what may be null is null. */
export const readingValue: Field<ReadingValue> = (given) => {
  const t = typeof given === 'object' && given !== null && 't' in given ? given.t : undefined;
  const kind = kindOfValue(t);
  if ('reason' in kind) return wrong(`t: ${kind.reason}`);
  const checked = recordOf({ t: kindOfValue, ...VALUES[kind.value] })(given);
  return 'reason' in checked ? checked : ok(checked.value as unknown as ReadingValue);
};
