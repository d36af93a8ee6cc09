import type { Reply } from '../model/index.ts';
import { address } from './curated.ts';
import { code, date, orNull, recordOf, text } from './curated-value.ts';
import type { FileAccess } from './file-access.ts';
import { type JsonLines, type LineForm, parseJsonLines, readJsonLines } from './json-lines.ts';

/** A reply answers an allegation; what would be a statement of its own belongs among the reports. */
const MOST_LETTERS = 600;

const FORM: LineForm = {
  prefix: 'ans',
  code: 'TB_REPLY_SHAPE',
  field: recordOf({ incident: code, by: code, speaker: orNull(text), at: date, words: text, language: code, url: address }),
  faultOf: ({ words }) => (String(words).length <= MOST_LETTERS ? null : `words: must be no more than ${MOST_LETTERS} letters`),
};

/** Reads the text of a file of replies, one JSON object a line. */
export function parseReplies(lines: string, file: string): JsonLines<Reply> {
  return parseJsonLines(lines, file, FORM);
}

/** Reads one append-only file of replies: what parties answer to allegations, with who, when, words and source. */
export function readReplies(path: string, files: FileAccess): Promise<JsonLines<Reply>> {
  return readJsonLines(path, files, FORM);
}
