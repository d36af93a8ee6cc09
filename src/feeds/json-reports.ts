import { type Problem, problem } from '../errors.ts';
import { findJsonFault, lineAt } from './json-fault.ts';
import { type StatedFields, statedFields } from './stated-fields.ts';

/** One report of a JSON file, with what is stated of it and, in an array, the name it goes by. */
export interface JsonReport {
  readonly key: string | null;
  readonly text: string;
  readonly fields: StatedFields;
}

/** Longest id that is taken as a key; keys stand in tables. */
const LONGEST_KEY = 200;

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Parses JSON; the value, or the problem that says where it breaks. */
export function parseJson(
  text: string,
  file: string,
  code: 'TB_JSON_BROKEN' | 'TB_SIDECAR_BROKEN' | 'TB_INCIDENTS_BROKEN' | 'TB_CONTROL_BROKEN',
): { value: unknown } | { problem: Problem } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    const { reason, line } = findJsonFault(text);
    return { problem: problem(code, { reason }, { file, line }) };
  }
}

/** The value of a JSON text; undefined if it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Line of the first mention of a JSON value, for messages about a field that parsed but makes no sense. */
export function lineOfValue(text: string, value: string): number | undefined {
  const at = text.indexOf(JSON.stringify(value));
  return at < 0 ? undefined : lineAt(text, at);
}

/** Reads one report or an array of them: `{text, date | dct, outlet, url, title, language, id}`. */
export function readJsonReports(json: string, base: string, file: string): { reports: JsonReport[]; problems: Problem[] } {
  const parsed = parseJson(json, file, 'TB_JSON_BROKEN');
  if ('problem' in parsed) return { reports: [], problems: [parsed.problem] };
  const many = Array.isArray(parsed.value);
  const entries: unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
  const reports: JsonReport[] = [];
  const problems: Problem[] = [];
  const reject = (number: number, reason: string): void => {
    problems.push(problem('TB_JSON_SHAPE', { reason: many ? `entry ${number}: ${reason}` : reason }, { file }));
  };
  if (many && entries.length === 0) problems.push(problem('TB_FILE_EMPTY', {}, { file }));
  for (const [index, entry] of entries.entries()) {
    const number = index + 1;
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      reject(number, `it is ${describe(entry)}`);
      continue;
    }
    const record = entry as Readonly<Record<string, unknown>>;
    const text = record['text'];
    if (typeof text !== 'string') {
      const sidecar = text === undefined && 'file' in record;
      reject(number, sidecar ? 'it names a "file", so this is a sidecar: give its folder' : `its "text" is ${describe(text)}`);
      continue;
    }
    if (!text.trim()) {
      problems.push(problem('TB_FILE_EMPTY', {}, { file: many ? `${file}#${number}` : file }));
      continue;
    }
    const { fields, problems: found } = statedFields(record, { file, lineOf: (_, value) => lineOfValue(json, value) });
    problems.push(...found);
    const id = typeof record['id'] === 'number' ? String(record['id']) : record['id'];
    const named = typeof id === 'string' && id.trim() !== '' && id.length <= LONGEST_KEY ? id.trim() : `${base}#${number}`;
    reports.push({ key: many ? named : null, text, fields });
  }
  return { reports, problems };
}
