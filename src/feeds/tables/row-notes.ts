import { type Problem, problem } from '../../errors.ts';

type NoteCode = 'TB_ROW_REGION_UNKNOWN' | 'TB_ROW_TERRITORY_UNKNOWN' | 'TB_ROW_PLACE_ELSEWHERE';

/** Different values that are named one by one; a table with more has another fault. */
const NAMED = 200;

/** Rows with a repeated key that are named one by one. */
const REPEATED = 200;

/** Counts what was left open in rows that were taken, so that a fault in a thousand rows is one line. */
export class RowNotes {
  readonly #counts = new Map<string, { readonly code: NoteCode; readonly value: string; readonly first: number; count: number }>();
  readonly #repeated: { readonly line: number; readonly first: number }[] = [];

  /** Counts one row. */
  readonly add = (code: NoteCode, value: string, line: number): void => {
    const key = `${code} ${value}`;
    const known = this.#counts.get(key);
    if (known) known.count++;
    else if (this.#counts.size < NAMED) this.#counts.set(key, { code, value, first: line, count: 1 });
  };

  /** Notes a row that has the key of an earlier one and says something else. */
  again(line: number, first: number): void {
    if (this.#repeated.length < REPEATED) this.#repeated.push({ line, first });
  }

  /** What was noted, as warnings. */
  problems(file: string): readonly Problem[] {
    const severity = 'warning';
    return [
      ...[...this.#counts.values()].map(({ code, value, first, count }) =>
        problem(code, { value, first: String(first), count: String(count) }, { file, line: first, severity }),
      ),
      ...this.#repeated.map(({ line, first }) => problem('TB_ROW_AGAIN', { first: String(first) }, { file, line, severity })),
    ];
  }
}
