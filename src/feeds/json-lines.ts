import { type ErrorCode, type Problem, problem } from '../errors.ts';
import { idOf } from '../model/index.ts';
import { binaryKind } from './binary.ts';
import type { Checked, Field } from './curated-value.ts';
import { decode } from './decode.ts';
import { type FileAccess, reasonOf } from './file-access.ts';
import { findJsonFault } from './json-fault.ts';

/** Entries of an append-only file of JSON lines, and what is wrong with the lines that are none. */
export interface JsonLines<T> {
  readonly entries: readonly T[];
  readonly problems: readonly Problem[];
}

/** What one kind of file of JSON lines holds. */
export interface LineForm {
  /** Prefix of the ids. */
  readonly prefix: string;
  readonly field: Field<Readonly<Record<string, unknown>>>;
  /** What no single field can tell; null if nothing is wrong. */
  readonly faultOf?: (entry: Readonly<Record<string, unknown>>) => string | null;
  /** Code for a line that is no JSON, or has another shape: its sentence names a {reason}. */
  readonly code: ErrorCode;
}

/** Reads the text of such a file; a line that is wrong is named, the others are kept, and the same line twice is one entry. */
export function parseJsonLines<T extends { readonly id: string }>(lines: string, file: string, form: LineForm): JsonLines<T> {
  const entries = new Map<string, T>();
  const problems: Problem[] = [];
  for (const [index, line] of lines.split('\n').entries()) {
    if (line.trim() === '') continue;
    const checked = checkLine(line, form);
    if ('reason' in checked) {
      problems.push(problem(form.code, { reason: checked.reason }, { file, line: index + 1 }));
      continue;
    }
    const id = idOf(form.prefix, JSON.stringify(checked.value));
    // The form is checked field by field; the type only gives its fields their names.
    entries.set(id, { id, ...checked.value } as unknown as T);
  }
  return { entries: [...entries.values()], problems };
}

function checkLine(line: string, { field, faultOf }: LineForm): Checked<Readonly<Record<string, unknown>>> {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return { reason: findJsonFault(line).reason };
  }
  const checked = field(given);
  if ('reason' in checked) return checked;
  const fault = faultOf?.(checked.value) ?? null;
  return fault === null ? checked : { reason: fault };
}

/** The text of a file, or what hinders reading it. */
export async function textOfFile(path: string, files: FileAccess): Promise<{ readonly text: string } | { readonly problem: Problem }> {
  let bytes: Uint8Array;
  try {
    bytes = await files.readFile(path);
  } catch (failure) {
    return { problem: problem('TB_FILE_UNREADABLE', { reason: reasonOf(failure) }, { file: path }) };
  }
  const kind = binaryKind(bytes);
  return kind ? { problem: problem('TB_FILE_BINARY', { kind }, { file: path }) } : { text: decode(bytes).text };
}

/** Reads one such file. */
export async function readJsonLines<T extends { readonly id: string }>(
  path: string,
  files: FileAccess,
  form: LineForm,
): Promise<JsonLines<T>> {
  const read = await textOfFile(path, files);
  return 'problem' in read ? { entries: [], problems: [read.problem] } : parseJsonLines(read.text, path, form);
}
