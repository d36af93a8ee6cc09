import { type BrokenRow, type Cells, type Fault, fault, type TableRow } from './table-row.ts';

/** The columns of a table as its first row names them; null where a name was there before, empty where none is wanted. */
export interface Header {
  readonly names: readonly (string | null)[];
  readonly columns: readonly string[];
  readonly twice: readonly string[];
  readonly faults: readonly Fault[];
}

/** Names of columns as the header gives them; one without a name is called by its place. */
export function headerOf(cells: readonly string[]): Header {
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

/** A row as cells by column; null if it is blank. */
export function rowOf(
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
  names: readonly (string | null)[],
): TableRow | BrokenRow | null {
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
