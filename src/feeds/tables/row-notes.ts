import { type Problem, problem } from '../../errors.ts';

type NoteCode = 'TB_ROW_REGION_UNKNOWN' | 'TB_ROW_TERRITORY_UNKNOWN' | 'TB_ROW_PLACE_ELSEWHERE';

/** Different values that are counted one by one, and those that are named. */
const COUNTED = 2_000;
const NAMED = 12;

/** Rows with a repeated key that are named one by one. */
const REPEATED = 20;

interface Note {
  readonly first: number;
  count: number;
  readonly values: Map<string, number>;
}

/** Counts what was left open in rows that were taken, so that one fault in a thousand rows is one line. */
export class RowNotes {
  readonly #notes = new Map<NoteCode, Note>();
  readonly #repeated: { readonly line: number; readonly first: number }[] = [];
  #again = 0;

  /** Counts one row. */
  readonly add = (code: NoteCode, value: string, line: number): void => {
    const note = this.#notes.get(code) ?? { first: line, count: 0, values: new Map() };
    note.count++;
    if (note.values.has(value) || note.values.size < COUNTED) note.values.set(value, (note.values.get(value) ?? 0) + 1);
    this.#notes.set(code, note);
  };

  /** Notes a row that has the key of an earlier one and says something else. */
  again(line: number, first: number): void {
    this.#again++;
    if (this.#repeated.length < REPEATED) this.#repeated.push({ line, first });
  }

  /** What was noted, as warnings. */
  problems(file: string): readonly Problem[] {
    const severity = 'warning';
    const counted = [...this.#notes].map(([code, { first, count, values }]) => {
      const often = [...values].sort(([, a], [, b]) => b - a);
      const named = often.slice(0, NAMED).map(([value, rows]) => (rows > 1 ? `"${value}" (${rows})` : `"${value}"`));
      const more = often.length > NAMED ? [`${often.length - NAMED} more`] : [];
      return problem(code, { values: [...named, ...more].join(', '), count: String(count) }, { file, line: first, severity });
    });
    const repeated = this.#repeated.map(({ line, first }) =>
      problem('TB_ROW_AGAIN', { first: String(first), count: String(this.#again) }, { file, line, severity }),
    );
    return [...counted, ...repeated];
  }
}
