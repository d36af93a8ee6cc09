import { type CsvDialect, guessDialect } from './csv-dialect.ts';
import { type CsvRecord, CsvRecords } from './csv-records.ts';
import type { StreamEncoding } from './decode-stream.ts';
import { type BrokenRow, type Cells, type Fault, fault, type OpenTable, type RowBatch, type TableRow } from './table-row.ts';

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

interface Header {
  readonly names: readonly (string | null)[];
  readonly columns: readonly string[];
  readonly twice: readonly string[];
  readonly faults: readonly Fault[];
}

/** Names of columns as the header gives them; one without a name is called by its place. */
function headerOf(cells: readonly string[]): Header {
  const columns: string[] = [];
  const twice = new Set<string>();
  const faults: Fault[] = [];
  const names = cells.map((cell, index) => {
    const given = cell.trim();
    // Some tables end every line with a delimiter: a last column without a name is none.
    if (given === '' && index === cells.length - 1) return '';
    const name = given === '__proto__' ? 'proto' : given === '' ? `column ${index + 1}` : given;
    if (given === '') faults.push(fault('TB_TABLE_HEADER_EMPTY', { number: String(index + 1), name }));
    if (columns.includes(name)) {
      twice.add(name);
      return null;
    }
    columns.push(name);
    return name;
  });
  for (const name of twice) faults.push(fault('TB_TABLE_HEADER_TWICE', { name }));
  return { names, columns, twice: [...twice], faults };
}

function rowOf({ line, cells }: CsvRecord, names: readonly (string | null)[]): TableRow | BrokenRow | null {
  if (cells.length === 1 && cells[0]?.trim() === '' && names.length > 1) return null;
  if (cells.length !== names.length) {
    const more = cells.slice(names.length);
    // A spreadsheet that was saved with empty columns to its right ends every line with delimiters.
    const harmless = cells.length > names.length && more.every((cell) => cell.trim() === '');
    if (!harmless) return { line, fault: fault('TB_ROW_RAGGED', { cells: String(cells.length), columns: String(names.length) }) };
  }
  const found: Record<string, string> = {};
  for (let at = 0; at < names.length; at++) {
    const name = names[at];
    const cell = cells[at] ?? '';
    if (cell.includes('\0')) return { line, fault: fault('TB_ROW_NUL', { column: name ?? '' }) };
    if (name) found[name] = cell;
    else if (name === '' && cell.trim() !== '')
      return { line, fault: fault('TB_ROW_RAGGED', { cells: String(at + 1), columns: String(at) }) };
  }
  return { line, cells: found as Cells };
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
  let first = await records.add(head);
  while (first.length === 0 && !ended) {
    const { value, done } = await chunks.next();
    if (done) ended = true;
    else first = await records.add(value);
  }
  if (first.length === 0) first = await records.end();
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
      yield toRows(await records.add(value));
    }
    yield toRows(await records.end());
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
