import { type ErrorCode, type Problem, problem } from '../errors.ts';

/** A book cannot do what was asked; carries a code of the registry, so that every command and route can say it alike. */
export class BookFailure extends Error {
  readonly problem: Problem;
  /** What fills the sentence of the problem. */
  readonly values: Readonly<Record<string, string>>;

  constructor(code: ErrorCode | Problem, values: Readonly<Record<string, string>> = {}, cause?: unknown) {
    const made = typeof code === 'string' ? problem(code, values) : code;
    super(`${made.code}: ${made.message}\n  ${made.remedy}`, cause === undefined ? {} : { cause });
    this.name = 'BookFailure';
    this.problem = made;
    this.values = values;
  }
}
