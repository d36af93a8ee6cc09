import { type ErrorCode, type Problem, problem } from '../../errors.ts';
import { binaryKind } from '../binary.ts';
import { type FileAccess, reasonOf } from '../file-access.ts';
import type { CsvDialect } from './csv-dialect.ts';
import { openCsv } from './csv-table.ts';
import { decodeStream } from './decode-stream.ts';
import { openExcel } from './excel/excel-table.ts';
import { openJson } from './json-table.ts';
import type { OpenTable } from './table-row.ts';

/** How a table is to be opened, where that cannot be told from it. */
export interface OpenOptions {
  readonly dialect?: Partial<CsvDialect>;
  /** Sheet of a workbook. */
  readonly sheet?: string;
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

/** Largest workbook that is read: its parts lie scattered in it, so that the whole of it is held, packed. */
const LARGEST_WORKBOOK = 512_000_000;

const isZip = (start: Uint8Array): boolean => start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4;

async function openWorkbook(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  sheet: string | undefined,
): Promise<OpenTable | { readonly problem: Problem }> {
  const refused = (code: ErrorCode, values: Readonly<Record<string, string>> = {}): { readonly problem: Problem } => ({
    problem: problem(code, values, { file: path }),
  });
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > LARGEST_WORKBOOK) return refused('TB_EXCEL_BROKEN', { reason: `it is larger than ${LARGEST_WORKBOOK} bytes` });
    held.push(piece);
  }
  const table = await openExcel(Buffer.concat(held), sheet);
  if (table === null) return refused('TB_TABLE_EMPTY');
  return 'fault' in table ? refused(table.fault.code, table.fault.values) : table;
}

/** Opens a table of any form that is read; the rows are read as they are asked for. */
export async function openTable(
  path: string,
  files: FileAccess,
  options: OpenOptions = {},
): Promise<OpenTable | { readonly problem: Problem }> {
  const refused = (code: ErrorCode, values: Record<string, string> = {}): { problem: Problem } => ({
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
  if (isZip(start)) return openWorkbook(path, withHead(head, pieces), options.sheet);
  // The decoder reads UTF-16 without a mark.
  if (kind !== null && !kind.startsWith('UTF-16')) return refused('TB_TABLE_FORMAT', { kind });
  const decoded = decodeStream(withHead(head, pieces));
  const table = isJson(path, start) ? await openJson(decoded) : await openCsv(decoded, options.dialect);
  return table ?? refused('TB_TABLE_EMPTY');
}
