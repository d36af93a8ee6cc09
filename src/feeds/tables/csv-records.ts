import type { CsvDialect } from './csv-dialect.ts';
import { type BrokenRow, fault, LONGEST_ROW } from './table-row.ts';

/** The cells of one row in their order, with the line on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * How often reading goes on with the line after a row that is too long. Every time costs up to the longest row once more; in a
 * file made to cost that for every line, whole stretches are left out after that.
 */
const FRESH_STARTS = 16;

/**
 * Takes CSV apart in constant memory and linear time. A quotation mark that is never closed would swallow the rest of a file:
 * such a row is rejected by itself, and reading goes on with the line after it, so that no other row is lost. That, and rows
 * with a stray quotation mark in a quoted cell, are why this is our own: the library tried for it took the square of their length.
 */
export class CsvRecords {
  readonly #delimiter: string;
  readonly #quote: string;
  #found: (CsvRecord | BrokenRow)[] = [];
  /** Text from the beginning of the row being read, and what is known of that row. */
  #text = '';
  #line = 1;
  #cells: string[] = [];
  #lineEnds = 0;
  /** Beginning of the cell being read, and how far a quoted one was looked through. */
  #cellStart = 0;
  #looked = 0;
  #freshStarts = 0;
  /** After a row that is too long: everything up to the next line end is a part of it. */
  #skipping = false;

  constructor({ delimiter, quote }: CsvDialect) {
    this.#delimiter = delimiter;
    this.#quote = quote;
  }

  /** Takes more text, whose lines end with a line feed alone; gives the rows that are complete by it. */
  add(text: string): readonly (CsvRecord | BrokenRow)[] {
    this.#append(text);
    this.#readRows(false);
    return this.#taken();
  }

  /** Gives the rest of the rows. */
  end(): readonly (CsvRecord | BrokenRow)[] {
    this.#readRows(true);
    return this.#taken();
  }

  #taken(): readonly (CsvRecord | BrokenRow)[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #append(text: string): void {
    if (!this.#skipping) {
      this.#text += text;
      return;
    }
    const end = text.indexOf('\n');
    if (end < 0) return;
    this.#skipping = false;
    this.#line++;
    this.#text = text.slice(end + 1);
  }

  #readRows(last: boolean): void {
    for (;;) {
      const next = this.#readRow(last);
      if (next === null) {
        if (this.#text.length > LONGEST_ROW) this.#giveUp('long');
        else if (last && this.#text !== '') this.#giveUp('open');
        else return;
      } else if (next < this.#text.length || next === 0) this.#rowFrom(next);
      else {
        this.#rowFrom(next);
        return;
      }
      if (this.#text === '' || this.#skipping) return;
    }
  }

  /** Forgets the row before this place and begins another. */
  #rowFrom(at: number): void {
    this.#text = this.#text.slice(at);
    this.#cells = [];
    this.#lineEnds = 0;
    this.#cellStart = 0;
    this.#looked = 0;
  }

  /** Reads the row at the beginning of the text; gives where it ends, or null if it is not there completely. */
  #readRow(last: boolean): number | null {
    const text = this.#text;
    if (text === '') return last ? 0 : null;
    for (;;) {
      const quoted = text.startsWith(this.#quote, this.#cellStart);
      const end = quoted ? this.#quotedEnd(last) : this.#plainEnd(last);
      if (end === null) return null;
      if (end < text.length && text.charAt(end) === this.#delimiter) {
        this.#cellStart = end + 1;
        this.#looked = 0;
        continue;
      }
      this.#emit();
      return Math.min(end + 1, text.length);
    }
  }

  #emit(): void {
    // An empty line is no row.
    if (this.#cells.length > 1 || this.#cells[0] !== '') this.#found.push({ line: this.#line, cells: this.#cells });
    this.#line += this.#lineEnds + 1;
  }

  /** End of a cell without quotation marks: that of the text counts only if nothing follows. */
  #plainEnd(last: boolean): number | null {
    const text = this.#text;
    let end = Math.max(this.#looked, this.#cellStart);
    // Cells are short and lines are not: looking for the next line end in every cell would cost the square of a line.
    while (end < text.length) {
      const character = text.charAt(end);
      if (character === this.#delimiter || character === '\n') break;
      end++;
    }
    if (end === text.length && !last) {
      this.#looked = end;
      return null;
    }
    this.#cells.push(text.slice(this.#cellStart, end));
    return end;
  }

  /** End of a quoted cell. A quotation mark that neither closes it nor is doubled belongs to it. */
  #quotedEnd(last: boolean): number | null {
    const text = this.#text;
    let from = Math.max(this.#looked, this.#cellStart + 1);
    for (;;) {
      const at = text.indexOf(this.#quote, from);
      if (at < 0) {
        this.#looked = text.length;
        return null;
      }
      if (at + 1 === text.length && !last) {
        this.#looked = at;
        return null;
      }
      const next = text.charAt(at + 1);
      if (next === this.#quote) from = at + 2;
      else if (next === '' || next === this.#delimiter || next === '\n') {
        const inner = text.slice(this.#cellStart + 1, at);
        if (inner.includes('\n')) this.#lineEnds += inner.split('\n').length - 1;
        this.#cells.push(inner.includes(this.#quote) ? inner.replaceAll(this.#quote + this.#quote, this.#quote) : inner);
        return at + 1;
      } else from = at + 1;
    }
  }

  /** Rejects the row that is being read and goes on with the next line. */
  #giveUp(why: 'long' | 'open'): void {
    this.#freshStarts++;
    this.#found.push({
      line: this.#line,
      fault: why === 'long' ? fault('TB_ROW_TOO_LONG', { longest: String(LONGEST_ROW) }) : fault('TB_ROW_QUOTE_OPEN'),
    });
    const text = this.#text;
    const end = this.#freshStarts > FRESH_STARTS ? text.lastIndexOf('\n') : text.indexOf('\n');
    if (end < 0) {
      this.#skipping = true;
      this.#rowFrom(text.length);
      return;
    }
    this.#line += text.slice(0, end).split('\n').length;
    this.#rowFrom(end + 1);
  }
}
