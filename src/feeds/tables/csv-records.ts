import { CsvError, type Parser, parse } from 'csv-parse';
import type { CsvDialect } from './csv-dialect.ts';
import { type BrokenRow, fault, LONGEST_ROW } from './table-row.ts';

/** The cells of one row in their order, with the line on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * How often reading goes on with the line after a row that cannot be taken apart. Every time costs up to the longest row
 * once more; a file made to cost that for every line has its broken stretches left out as a whole after that.
 */
const FRESH_STARTS = 16;

const NEWLINE = 10;

/**
 * Takes CSV apart in constant memory. A quotation mark that is never closed would swallow the rest of a file: such a row
 * is rejected by itself, and reading goes on with the line after it, so that no other row is lost.
 */
export class CsvRecords {
  readonly #options: { readonly delimiter: string; readonly quote: string };
  #parser: Parser;
  #found: (CsvRecord | BrokenRow)[] = [];
  /** Text since the end of the last complete row, which a fresh start needs again. */
  #window: Buffer[] = [];
  /** Bytes of this parser's text that lie before the window, and bytes up to the end of its last row. */
  #windowStart = 0;
  #rowEnd = 0;
  /** Lines before this parser's text, and the line on which its last row ended. */
  #linesBefore = 0;
  #lineEnd = 0;
  #freshStarts = 0;
  /** After a row that is too long: everything up to the next line end is a part of it. */
  #skipping = false;

  constructor({ delimiter, quote }: CsvDialect) {
    this.#options = { delimiter, quote };
    this.#parser = this.#begin();
  }

  #begin(): Parser {
    this.#windowStart = 0;
    this.#rowEnd = 0;
    this.#lineEnd = this.#linesBefore;
    const parser = parse({
      ...this.#options,
      // Line ends were unified before; csv-parse would take those of the first line only.
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[], { bytes, lines }) => {
        const end = this.#linesBefore + lines;
        let line = end;
        // Only a row over several lines begins before the line on which it ends.
        if (end - this.#lineEnd > 1) for (const cell of cells) line -= cell.split('\n').length - 1;
        this.#found.push({ line, cells });
        this.#rowEnd = bytes;
        this.#lineEnd = end;
        return null;
      },
    });
    // Failures come through the callbacks of write and end; without a listener they would end the program.
    parser.on('error', () => undefined);
    parser.resume();
    return parser;
  }

  /** Takes more text; gives the rows that are complete by it. */
  async add(text: string): Promise<readonly (CsvRecord | BrokenRow)[]> {
    await this.#write(Buffer.from(text, 'utf8'));
    return this.#taken();
  }

  /** Gives the rest of the rows. */
  async end(): Promise<readonly (CsvRecord | BrokenRow)[]> {
    for (;;) {
      const failure = await new Promise<Error | null>((resolve) => {
        this.#parser.once('error', resolve);
        this.#parser.end((error?: Error | null) => resolve(error ?? null));
      });
      if (failure === null) return this.#taken();
      await this.#recover(failure);
    }
  }

  #taken(): readonly (CsvRecord | BrokenRow)[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  async #write(given: Buffer): Promise<void> {
    let bytes = given;
    if (this.#skipping) {
      const end = bytes.indexOf(NEWLINE);
      if (end < 0) return;
      this.#skipping = false;
      this.#linesBefore++;
      bytes = bytes.subarray(end + 1);
    }
    if (bytes.length === 0) return;
    this.#window.push(bytes);
    const failure = await new Promise<Error | null>((resolve) => {
      this.#parser.write(bytes, (error) => resolve(error ?? null));
    });
    if (failure !== null) await this.#recover(failure);
    else this.#forgetRead();
  }

  /** Lets go of the text of complete rows. */
  #forgetRead(): void {
    while (this.#window.length > 0) {
      const length = this.#window[0]?.length ?? 0;
      if (this.#windowStart + length > this.#rowEnd) break;
      this.#windowStart += length;
      this.#window.shift();
    }
  }

  async #recover(failure: Error): Promise<void> {
    const window = Buffer.concat(this.#window).subarray(this.#rowEnd - this.#windowStart);
    const start = skipEmptyLines(window);
    const line = this.#lineEnd + start.lines + 1;
    const code = failure instanceof CsvError ? failure.code : '';
    const longest = String(LONGEST_ROW);
    this.#found.push({
      line,
      fault:
        code === 'CSV_MAX_RECORD_SIZE'
          ? fault('TB_ROW_TOO_LONG', { longest })
          : code === 'CSV_QUOTE_NOT_CLOSED'
            ? fault('TB_ROW_QUOTE_OPEN')
            : fault('TB_ROW_BROKEN', { reason: failure.message }),
    });
    this.#freshStarts++;
    const from = this.#freshStarts > FRESH_STARTS ? window.length : start.at;
    const end = window.indexOf(NEWLINE, from);
    const passed = end < 0 ? window : window.subarray(0, end);
    this.#linesBefore = this.#lineEnd + countLines(passed) + (end < 0 ? 0 : 1);
    this.#skipping = end < 0;
    this.#window = [];
    this.#parser = this.#begin();
    if (end >= 0) await this.#write(window.subarray(end + 1));
  }
}

function skipEmptyLines(window: Buffer): { readonly at: number; readonly lines: number } {
  let at = 0;
  while (window[at] === NEWLINE) at++;
  return { at, lines: at };
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
