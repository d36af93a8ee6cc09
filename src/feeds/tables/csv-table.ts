import { type CsvDialect, guessDialect } from './csv-dialect.ts';
import { type CsvRecord, CsvRecords } from './csv-records.ts';
import type { StreamEncoding } from './decode-stream.ts';
import { headerOf, rowOf } from './header.ts';
import { type BrokenRow, type Fault, fault, type OpenTable, type RowBatch } from './table-row.ts';

/** Text looked at to find out how the table is written. */
const LOOKED_AT = 65_536;

/** Pieces handed to the parser: small enough that a row that is too long costs little twice. */
const PIECE = 262_144;

/** Unifies line ends; a carriage return at the end of a piece waits for the next one. */
async function* unifyLineEnds(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const chunk of chunks) {
    const text = held + chunk;
    held = text.endsWith('\r') ? '\r' : '';
    const ready = (held ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n');
    for (let at = 0; at < ready.length; at += PIECE) yield ready.slice(at, at + PIECE);
  }
  if (held) yield '\n';
}

/** Opens a table of CSV, TSV or with any other delimiter; null if there is not even a header. */
export async function openCsv(
  decoded: { readonly chunks: AsyncIterable<string>; readonly encoding: StreamEncoding },
  given: Partial<CsvDialect> = {},
): Promise<OpenTable | null> {
  const chunks = unifyLineEnds(decoded.chunks)[Symbol.asyncIterator]();
  let head = '';
  let ended = false;
  while (head.length < LOOKED_AT && !ended) {
    const { value, done } = await chunks.next();
    if (done) ended = true;
    else head += value;
  }
  if (head.trim() === '' && ended) return null;
  const records = new CsvRecords({ ...guessDialect(head.trimStart()), ...given });
  let first = records.add(head);
  while (first.length === 0 && !ended) {
    const { value, done } = await chunks.next();
    if (done) ended = true;
    else first = records.add(value);
  }
  if (first.length === 0) first = records.end();
  const at = first.findIndex((entry) => 'cells' in entry && entry.cells.some((cell) => cell.trim() !== ''));
  const found = first[at];
  if (found === undefined || !('cells' in found)) return null;
  const header = headerOf(found.cells);

  const toRows = (entries: readonly (CsvRecord | BrokenRow)[]): RowBatch =>
    entries.map((entry) => ('cells' in entry ? rowOf(entry, header.names) : entry)).filter((row) => row !== null);
  async function* batches(): AsyncGenerator<RowBatch> {
    yield toRows(first.filter((entry, index) => index > at || (index < at && !('cells' in entry))));
    first = [];
    for (;;) {
      const { value, done } = await chunks.next();
      if (done) break;
      yield toRows(records.add(value));
    }
    yield toRows(records.end());
  }
  return {
    format: 'csv',
    columns: header.columns,
    twice: header.twice,
    batches: batches(),
    warnings: () => [...encodingFaults(decoded.encoding), ...header.faults],
  };
}

/** What was doubtful about the encoding of a file. */
export function encodingFaults({ name, guessed, damaged }: StreamEncoding): readonly Fault[] {
  const faults: Fault[] = [];
  if (guessed) faults.push(fault('TB_ENCODING_GUESSED', { encoding: name }));
  if (damaged > 0) faults.push(fault('TB_ENCODING_DAMAGED', { encoding: name, count: String(damaged) }));
  return faults;
}
