import { LONGEST_CELL } from '../table-row.ts';
import type { ExcelArchive } from './excel-archive.ts';
import { readXml } from './read-xml.ts';
import type { Workbook } from './workbook.ts';

/** One row of a sheet: its number as the program shows it, and its cells by column. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Columns that a sheet can have. */
const MOST_COLUMNS = 16_384;

/** Index of the column of a cell such as "AB12"; -1 if it says none. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

const DAY = 86_400_000;

/** Excel believes that 1900 was a leap year: days after its 29 February are counted one too high. */
function dateOf(serial: number, from1904: boolean): string {
  const days = from1904 ? serial + 1462 : serial < 61 ? serial + 1 : serial;
  const minutes = Math.round(days * 1440) / 1440;
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(minutes * DAY));
  if (Number.isNaN(at.getTime())) return String(serial);
  const text = at.toISOString();
  if (serial < 1) return text.slice(11, 16);
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16);
}

/** Puts together the rows of a sheet from the elements of its XML. */
class RowCollector {
  readonly #workbook: Workbook;
  #rows: SheetRow[] = [];
  #cells: string[] = [];
  #line = 0;
  #column = 0;
  #type = '';
  #style = 0;
  #text = '';
  #inValue = false;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  /** Line of the row that was begun last. */
  get line(): number {
    return this.#line;
  }

  take(): readonly SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'row') {
      const stated = Number(attributes['r']);
      this.#line = Number.isSafeInteger(stated) && stated > 0 ? stated : this.#line + 1;
      this.#cells = [];
      this.#column = -1;
    } else if (name === 'c') {
      const stated = columnOf(attributes['r'] ?? '');
      this.#column = stated >= 0 ? stated : this.#column + 1;
      this.#type = attributes['t'] ?? 'n';
      this.#style = Number(attributes['s'] ?? '0');
      this.#text = '';
    } else if (name === 'v' || name === 't') this.#inValue = true;
  };

  readonly text = (text: string): void => {
    if (this.#inValue && this.#text.length <= LONGEST_CELL) this.#text += text.slice(0, LONGEST_CELL + 1);
  };

  readonly close = (name: string): void => {
    if (name === 'v' || name === 't') this.#inValue = false;
    else if (name === 'c' && this.#column < MOST_COLUMNS) {
      while (this.#cells.length < this.#column) this.#cells.push('');
      this.#cells[this.#column] = this.#value();
    } else if (name === 'row') this.#rows.push({ line: this.#line, cells: this.#cells });
  };

  #value(): string {
    const { texts, isDate, from1904 } = this.#workbook;
    if (this.#type === 's') return texts[Number(this.#text)] ?? '';
    if (this.#type === 'b') return this.#text === '1' ? 'true' : 'false';
    // An error such as #N/A is a cell without a value.
    if (this.#type === 'e') return '';
    if (this.#type === 'n' && isDate[this.#style] === true && /^\d{1,7}(?:\.\d+)?$/.test(this.#text)) {
      return dateOf(Number(this.#text), from1904);
    }
    return this.#text;
  }
}

/** The rows of a sheet in batches; `line` is that of the last row, also where reading breaks off. */
export function readSheet(
  archive: ExcelArchive,
  workbook: Workbook,
  part: string,
): { readonly batches: AsyncIterable<readonly SheetRow[]>; readonly line: () => number } {
  const collector = new RowCollector(workbook);
  async function* batches(): AsyncGenerator<readonly SheetRow[]> {
    for await (const _ of readXml(archive.read(part), collector)) {
      const rows = collector.take();
      if (rows.length > 0) yield rows;
    }
    yield collector.take();
  }
  return { batches: batches(), line: () => collector.line };
}
