import { LineCounter, parseDocument } from 'yaml';
import { type Problem, problem } from '../errors.ts';
import { NOTHING_STATED, type StatedFields, statedFields } from './stated-fields.ts';

/** A file's text taken apart: the fields before the body, and the body with nothing changed. */
export interface FrontMatter {
  readonly fields: StatedFields;
  readonly body: string;
  readonly problems: readonly Problem[];
  /** True if there is a front matter that cannot be used; the body is then unknown. */
  readonly broken: boolean;
}

/** Front matter is a handful of lines; a rule far down the text closes nothing. */
const LONGEST = 20_000;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Cuts a YAML block between two lines `---` at the very start of a text. A line `---` that opens no fields is a rule of
 * the text itself and stays.
 */
export function cutFrontMatter(text: string, file: string): FrontMatter {
  const none: FrontMatter = { fields: NOTHING_STATED, body: text, problems: [], broken: false };
  const open = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (!open) return none;
  const broken = (reason: string, line: number): FrontMatter => ({
    ...none,
    problems: [problem('TB_FRONT_MATTER_BROKEN', { reason }, { file, line })],
    broken: true,
  });
  const rest = text.slice(open[0].length, open[0].length + LONGEST);
  const close = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/.exec(rest);
  const opensFields = /^\s*[A-Za-z_]{1,40}[ \t]*:(?:\s|$)/.test(rest);
  if (!close) return opensFields ? broken('no line "---" closes it', 1) : none;

  const yaml = rest.slice(0, close.index);
  // yaml knows LF and CRLF; a lone CR (old Mac files) would make one line of all fields. Same length, so lines stay right.
  const lines = new LineCounter();
  const document = parseDocument(yaml.replace(/\r(?!\n)/g, '\n'), { lineCounter: lines, logLevel: 'silent', uniqueKeys: false });
  const [failure] = document.errors;
  if (failure) {
    if (!opensFields) return none;
    return broken(
      failure.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? failure.code,
      lines.linePos(failure.pos[0]).line + 1,
    );
  }
  let record: unknown;
  try {
    // A handful of fields needs no aliases; a document of nothing but aliases is an attack.
    record = document.toJS({ maxAliasCount: 10 });
  } catch (error) {
    return broken(error instanceof Error ? error.message : 'its aliases cannot be resolved', 1);
  }
  if (!isRecord(record)) return record === null ? { ...none, body: text.slice(open[0].length + close.index + close[0].length) } : none;
  const lineOf = (field: string): number | undefined => {
    const at = yaml.split(/\r\n|\n|\r/).findIndex((line) => line.trimStart().startsWith(`${field}:`));
    return at < 0 ? undefined : at + 2;
  };
  const { fields, problems } = statedFields(record, { file, lineOf });
  return { fields, body: text.slice(open[0].length + close.index + close[0].length), problems, broken: false };
}
