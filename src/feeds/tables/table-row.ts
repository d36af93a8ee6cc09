import type { ErrorCode } from '../../errors.ts';

/** Why a row cannot be taken: a code of the registry and what its sentence names. */
export interface Fault {
  readonly code: ErrorCode;
  readonly values: Readonly<Record<string, string>>;
}

/** Cells of one row by the name of their column; a column that is not in the row is missing. */
export type Cells = Readonly<Record<string, string>>;

/** One row of a table as its reader found it, with the line on which it begins. */
export interface TableRow {
  readonly line: number;
  readonly cells: Cells;
}

/** A row that the reader could not take apart. */
export interface BrokenRow {
  readonly line: number;
  readonly fault: Fault;
}

/** What a reader gives, in batches, since an await for every row would cost more than reading it. */
export type RowBatch = readonly (TableRow | BrokenRow)[];

/** A table that has been opened: its columns, its rows, and afterwards what was doubtful about the file as a whole. */
export interface OpenTable {
  readonly format: 'csv' | 'json' | 'geojson' | 'excel';
  /** Names of the columns; of a file without a header those of the first rows. */
  readonly columns: readonly string[];
  /** Columns whose name stands in the header more than once; the first of them is read. */
  readonly twice: readonly string[];
  readonly batches: AsyncIterable<RowBatch>;
  /** Faults of the file; complete when the batches are read. */
  readonly warnings: () => readonly Fault[];
}

/** Longest row that is read, and longest cell that is taken, in characters. A report is a paragraph, not a book. */
export const LONGEST_ROW = 4_000_000;
export const LONGEST_CELL = 100_000;

/** Makes a fault. */
export function fault(code: ErrorCode, values: Readonly<Record<string, string>> = {}): Fault {
  return { code, values };
}

/** The cell of a column without blanks around it; null if it is missing or empty. */
export function cellOf(cells: Cells, column: string): string | null {
  // A column may be called "constructor": what is no text is none of ours.
  const value: unknown = cells[column];
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

/** A short piece of a cell for a message: messages are printed, and cells can be long. */
export function shown(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
