import { headerOf, rowOf } from '../header.ts';
import { type BrokenRow, type Fault, fault, type OpenTable, type RowBatch } from '../table-row.ts';
import { ExcelFailure, openArchive } from './excel-archive.ts';
import { readSheet, type SheetRow } from './sheet-rows.ts';
import { readWorkbook, type SheetPart, type Workbook } from './workbook.ts';

const isBlank = ({ cells }: SheetRow): boolean => cells.every((cell) => cell.trim() === '');

function chosenSheet({ sheets }: Workbook, name: string | undefined): SheetPart | null {
  if (name !== undefined) return sheets.find((sheet) => sheet.name === name) ?? null;
  return sheets.find(({ hidden }) => !hidden) ?? sheets[0] ?? null;
}

/** Opens a sheet of an Excel workbook, the first visible one unless another is named; null if there is not even a header. */
export async function openExcel(bytes: Buffer, sheetName?: string): Promise<OpenTable | null | { readonly fault: Fault }> {
  try {
    const archive = await openArchive(bytes);
    const workbook = await readWorkbook(archive);
    const sheet = chosenSheet(workbook, sheetName);
    const names = workbook.sheets.map(({ name }) => name).join(', ');
    if (sheet === null) return { fault: fault('TB_EXCEL_SHEET_MISSING', { name: sheetName ?? '', names }) };
    const { batches: source, line } = readSheet(archive, workbook, sheet.part);
    const rows = source[Symbol.asyncIterator]();
    let first: readonly SheetRow[] = [];
    let at = -1;
    while (at < 0) {
      const { value, done } = await rows.next();
      if (done) return null;
      first = value;
      at = first.findIndex((row) => !isBlank(row));
    }
    const header = headerOf(first[at]?.cells ?? []);
    // A sheet leaves out the empty cells at the end of a row.
    const padded = ({ line: number, cells }: SheetRow): SheetRow =>
      cells.length >= header.names.length
        ? { line: number, cells }
        : { line: number, cells: [...cells, ...Array<string>(header.names.length - cells.length).fill('')] };
    const toRows = (found: readonly SheetRow[]): RowBatch =>
      found
        .filter((row) => !isBlank(row))
        .map((row) => rowOf(padded(row), header.names))
        .filter((row) => row !== null);
    async function* batches(): AsyncGenerator<RowBatch> {
      yield toRows(first.slice(at + 1));
      first = [];
      try {
        for (;;) {
          const { value, done } = await rows.next();
          if (done) return;
          yield toRows(value);
        }
      } catch (failure) {
        if (!(failure instanceof ExcelFailure)) throw failure;
        const broken: BrokenRow = { line: line() + 1, fault: failure.fault };
        yield [broken];
      }
    }
    const several =
      workbook.sheets.length > 1 ? [fault('TB_EXCEL_SHEETS', { count: String(workbook.sheets.length), name: sheet.name, names })] : [];
    return {
      format: 'excel',
      columns: header.columns,
      twice: header.twice,
      batches: batches(),
      warnings: () => [...header.faults, ...several],
    };
  } catch (failure) {
    if (failure instanceof ExcelFailure) return { fault: failure.fault };
    throw failure;
  }
}
