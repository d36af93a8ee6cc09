import { type Problem, problem } from '../../errors.ts';
import { binaryKind } from '../binary.ts';
import { type FileAccess, reasonOf } from '../file-access.ts';
import type { CsvDialect } from './csv-dialect.ts';
import { openCsv } from './csv-table.ts';
import { decodeStream } from './decode-stream.ts';
import { openJson } from './json-table.ts';
import type { OpenTable } from './table-row.ts';

/** How a table is to be opened, where that cannot be told from it. */
export interface OpenOptions {
  readonly dialect?: Partial<CsvDialect>;
}

/** Largest piece that is worked on at once. */
const PIECE = 262_144;

/** First bytes that are looked at to tell what a file is. */
const LOOKED_AT = 65_536;

async function* piecesOf(path: string, files: FileAccess): AsyncGenerator<Uint8Array> {
  const chunks = files.readStream ? files.readStream(path) : [await files.readFile(path)];
  for await (const chunk of chunks) for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE);
}

async function* withHead(head: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head;
  for (;;) {
    const { value, done } = await rest.next();
    if (done) return;
    yield value;
  }
}

function isJson(path: string, head: Uint8Array): boolean {
  if (/\.(?:json|jsonl|ndjson|geojson)$/i.test(path)) return true;
  if (/\.(?:csv|tsv|tab|txt)$/i.test(path)) return false;
  return /^[\s\ufeff]*[[{]/.test(Buffer.from(head.subarray(0, 1024)).toString('utf8'));
}

/** Opens a table of any form that is read; the rows are read as they are asked for. */
export async function openTable(
  path: string,
  files: FileAccess,
  options: OpenOptions = {},
): Promise<OpenTable | { readonly problem: Problem }> {
  const refused = (
    code: 'TB_TABLE_FORMAT' | 'TB_TABLE_EMPTY' | 'TB_FILE_UNREADABLE',
    values: Record<string, string> = {},
  ): { problem: Problem } => ({
    problem: problem(code, values, { file: path }),
  });
  const pieces = piecesOf(path, files)[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  try {
    for (let length = 0; length < LOOKED_AT; ) {
      const { value, done } = await pieces.next();
      if (done) break;
      head.push(value);
      length += value.length;
    }
  } catch (failure) {
    return refused('TB_FILE_UNREADABLE', { reason: reasonOf(failure) });
  }
  const start = Buffer.concat(head);
  if (start.length === 0) return refused('TB_TABLE_EMPTY');
  const kind = binaryKind(start);
  // The decoder reads UTF-16 without a mark.
  if (kind !== null && !kind.startsWith('UTF-16')) return refused('TB_TABLE_FORMAT', { kind });
  const decoded = decodeStream(withHead(head, pieces));
  const table = isJson(path, start) ? await openJson(decoded) : await openCsv(decoded, options.dialect);
  return table ?? refused('TB_TABLE_EMPTY');
}
