import { type BrokenRow, fault, LONGEST_ROW } from './table-row.ts';

/** The text of one entry of a list, or of one line, with the line on which it begins. */
export interface JsonText {
  readonly line: number;
  readonly text: string;
}

/** Names under which the list of rows may stand in an object. */
const LISTS: ReadonlySet<string> = new Set(['features', 'incidents', 'sites', 'reports', 'rows', 'data', 'elements']);

const BLANK = /[\s\ufeff]/;

/**
 * Cuts JSON into the texts of its rows without holding the file: the entries of a list, those of the list within an object
 * (`features` of GeoJSON), or JSON lines. An entry that is broken costs itself alone, as long as its brackets close.
 */
export class JsonValues {
  /** `object`: the first thing is an object, which may be a row or hold the list of rows. */
  #mode: 'start' | 'object' | 'list' | 'lines' | 'after' = 'start';
  #line = 1;
  #from = 1;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #listName: string | null = null;
  #pieces: string[] = [];
  #length = 0;
  /** Whether an entry has begun and not ended. */
  #open = false;
  #found: (JsonText | BrokenRow)[] = [];

  /** Name under which the list of rows stands in an object; null if it stands in none. */
  get listName(): string | null {
    return this.#listName;
  }

  /** Takes more text; gives the rows that are complete by it. */
  add(text: string): readonly (JsonText | BrokenRow)[] {
    let at = 0;
    while (at < text.length) at = this.#mode === 'lines' ? this.#readLine(text, at) : this.#readStructure(text, at);
    return this.#taken();
  }

  /** Gives the rest, and says if the file ends where it must not. */
  end(): readonly (JsonText | BrokenRow)[] {
    if (this.#mode === 'list') {
      this.#found.push({
        line: this.#open ? this.#from : this.#line,
        fault: fault('TB_JSON_BROKEN', { reason: 'the file ends before its list does' }),
      });
    } else this.#take();
    return this.#taken();
  }

  #taken(): readonly (JsonText | BrokenRow)[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #keep(piece: string): void {
    if (!this.#open) {
      this.#open = true;
      this.#from = this.#line;
    }
    this.#length += piece.length;
    if (this.#length > LONGEST_ROW) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  #take(): void {
    if (this.#length > LONGEST_ROW) {
      this.#found.push({ line: this.#from, fault: fault('TB_ROW_TOO_LONG', { longest: String(LONGEST_ROW) }) });
    } else if (this.#open) {
      const text = this.#pieces.join('');
      if (text.trim() !== '') this.#found.push({ line: this.#from, text });
    }
    this.#reset();
  }

  #reset(): void {
    this.#pieces = [];
    this.#length = 0;
    this.#open = false;
    this.#depth = 0;
    this.#inString = false;
    this.#escaped = false;
  }

  #readLine(text: string, at: number): number {
    const end = text.indexOf('\n', at);
    this.#keep(text.slice(at, end < 0 ? text.length : end));
    if (end < 0) return text.length;
    this.#take();
    this.#line++;
    return end + 1;
  }

  /** Reads to the end of the text or of what can be read in this mode; gives where to go on. */
  #readStructure(text: string, from: number): number {
    let start = from;
    for (let at = from; at < text.length; at++) {
      const character = text.charAt(at);
      if (this.#inString) {
        if (character === '\n') {
          // A string of JSON holds no line end. The entry is broken, and the next line most likely begins another.
          this.#keep(text.slice(start, at));
          this.#take();
          start = at + 1;
          if (this.#mode === 'object') {
            this.#line++;
            this.#mode = 'lines';
            return start;
          }
        } else this.#readInString(character);
      } else if (this.#mode === 'start' || this.#mode === 'after') {
        const begun = this.#mode === 'start' && !BLANK.test(character) ? this.#begin(character) : null;
        if (begun === 'lines') return at;
        start = begun === 'object' ? at : at + 1;
      } else if (character === '"') {
        if (!this.#open) this.#keep('');
        this.#inString = true;
      } else if (character === '{' || character === '[') {
        if (this.#mode === 'object' && this.#depth === 1 && character === '[' && this.#startsList(text.slice(start, at))) {
          start = at + 1;
          continue;
        }
        if (!this.#open) this.#keep('');
        this.#depth++;
      } else if (this.#mode === 'list' && this.#depth === 0 && (character === ',' || character === ']')) {
        if (this.#open) this.#keep(text.slice(start, at));
        this.#take();
        start = at + 1;
        if (character === ']') this.#mode = 'after';
      } else if (character === '}' || character === ']') {
        this.#depth--;
        if (this.#depth <= 0) {
          this.#keep(text.slice(start, at + 1));
          this.#take();
          start = at + 1;
          // An object by itself was a row, and so is every line after it.
          if (this.#mode === 'object') {
            this.#mode = 'lines';
            return start;
          }
        }
      } else if (!BLANK.test(character) && !this.#open) {
        this.#keep('');
      }
      if (!this.#open && this.#mode !== 'object') start = at + 1;
      if (character === '\n') this.#line++;
    }
    if (this.#open) this.#keep(text.slice(start));
    return text.length;
  }

  #readInString(character: string): void {
    if (this.#escaped) this.#escaped = false;
    else if (character === '\\') this.#escaped = true;
    else if (character === '"') this.#inString = false;
  }

  /** Tells by the first character what the file consists of. */
  #begin(character: string): 'object' | 'list' | 'lines' {
    const mode = character === '[' ? 'list' : character === '{' ? 'object' : 'lines';
    this.#mode = mode;
    if (mode === 'object') {
      this.#keep('');
      this.#depth = 1;
    }
    return mode;
  }

  /** Whether the list that begins here stands under a name that promises rows. */
  #startsList(before: string): boolean {
    const name = /"(\w{1,20})"\s*:\s*$/.exec(`${this.#pieces.join('').slice(-200)}${before.slice(-200)}`)?.[1] ?? '';
    if (!LISTS.has(name)) return false;
    this.#reset();
    this.#mode = 'list';
    this.#listName = name;
    return true;
  }
}
