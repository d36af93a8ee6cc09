import { type ErrorCode, type Problem, problem } from '../errors.ts';
import { reportDate } from './report-date.ts';

/** What a file, a sidecar or a page states about a report, checked; what it does not state is null. */
export interface StatedFields {
  readonly date: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly title: string | null;
}

/** Nothing stated. */
export const NOTHING_STATED: StatedFields = { date: null, outlet: null, url: null, language: null, title: null };

/** A field longer than this is a text that slipped into the wrong place. */
const LONGEST_FIELD = 2000;

/** Where the fields were found, and on which line each of them stands. */
export interface Place {
  readonly file: string;
  readonly lineOf: (field: string, value: string) => number | undefined;
}

/** Checks `date`, `outlet`, `url`, `language` and `title` of a record (`dct` is another name of the date); other fields are left alone. */
export function statedFields(record: Readonly<Record<string, unknown>>, place: Place): { fields: StatedFields; problems: Problem[] } {
  const problems: Problem[] = [];
  const note = (code: ErrorCode, field: string, value: string, severity: 'error' | 'warning', reason = ''): null => {
    const line = place.lineOf(field, value);
    problems.push(problem(code, { field, value, reason }, { file: place.file, severity, ...(line === undefined ? {} : { line }) }));
    return null;
  };
  const text = (field: string): string | null => {
    const value = Object.hasOwn(record, field) ? record[field] : undefined;
    if (value === null || value === undefined) return null;
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') return note('TB_FIELD_IGNORED', field, '', 'warning', 'it is no text');
    const plain = value.trim();
    if (plain.length > LONGEST_FIELD)
      return note('TB_FIELD_IGNORED', field, '', 'warning', `it is longer than ${LONGEST_FIELD} characters`);
    return plain || null;
  };
  const dateField = Object.hasOwn(record, 'date') && record['date'] !== null ? 'date' : 'dct';
  const stated = text(dateField);
  const date = stated === null ? null : (reportDate(stated) ?? note('TB_DATE_INVALID', dateField, stated, 'error'));
  const tag = text('language');
  const language =
    tag === null
      ? null
      : (/^([a-z]{2})(?:[-_]\w{2,8})*$/i.exec(tag)?.[1]?.toLowerCase() ??
        note('TB_FIELD_IGNORED', 'language', tag, 'warning', `"${tag.slice(0, 40)}" is no two-letter code of a language`));
  return { fields: { date, outlet: text('outlet'), url: text('url'), language, title: text('title') }, problems };
}

/** The first source that states a field wins. */
export function firstStated(...sources: readonly StatedFields[]): StatedFields {
  const first = (field: keyof StatedFields): string | null => sources.find((source) => source[field] !== null)?.[field] ?? null;
  return { date: first('date'), outlet: first('outlet'), url: first('url'), language: first('language'), title: first('title') };
}
