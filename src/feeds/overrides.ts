import type { EmbargoOverride } from '../model/index.ts';
import { code, type Field, instant, listOf, ok, recordOf, text, wrong } from './curated-value.ts';
import type { FileAccess } from './file-access.ts';
import { type JsonLines, type LineForm, parseJsonLines, readJsonLines } from './json-lines.ts';

/** Ten years: a longer wait is a slip of the pen. */
const LONGEST = 87_600;

const hours: Field<number> = (given) =>
  Number.isSafeInteger(given) && (given as number) >= 0 && (given as number) <= LONGEST
    ? ok(given as number)
    : wrong(`must be a whole number of hours from 0 to ${LONGEST}`);

const FORM: LineForm = {
  prefix: 'emb',
  code: 'TB_OVERRIDE_SHAPE',
  field: recordOf({ at: instant, incident: code, hours, by: listOf(text), why: text }),
  faultOf: ({ by }) => (Array.isArray(by) && by.length > 0 ? null : 'by: must name who decides'),
};

/** Reads the text of a file of decisions on embargoes, one JSON object a line. */
export function parseOverrides(lines: string, file: string): JsonLines<EmbargoOverride> {
  return parseJsonLines(lines, file, FORM);
}

/** Reads one append-only file of decisions on embargoes; whether each of them counts is for the gate to say. */
export function readOverrides(path: string, files: FileAccess): Promise<JsonLines<EmbargoOverride>> {
  return readJsonLines(path, files, FORM);
}
