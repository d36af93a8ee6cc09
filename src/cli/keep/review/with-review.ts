import { openBook } from '../../../app/book.ts';
import { openReview, type Review } from '../../../app/review/open-review.ts';
import { topicsFor } from '../../../i18n/topics.ts';
import { BookFailure } from '../../../store/index.ts';
import { type ExitCode, report as reportProblems, type Terminal } from '../../terminal.ts';
import { type KeptOptions, placeOf } from '../options.ts';

export interface ByOption {
  readonly by: string;
}

/** The words of the review. */
export type ReviewWords = ReturnType<typeof topicsFor>['book']['reviewing'];

/** What people give that cannot be used; everything else is a fault of the book or of the machine. */
const REFUSED = /^TB_(?:REVIEW|CODING|ANCHOR|CORRECTION|READING_UNKNOWN|BOOK_NOTHING_HELD|BOOK_OVERTAKEN)/;

/** Whether a failure is about what somebody has given. */
export const isRefusal = ({ problem }: BookFailure): boolean => REFUSED.test(problem.code);

/** Does something, and prints what is refused of it; then it ends with 1. */
export async function refusedOr(terminal: Terminal, run: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await run();
  } catch (failure) {
    if (!(failure instanceof BookFailure) || !isRefusal(failure)) throw failure;
    return reportProblems(terminal, [failure.problem]);
  }
}

/** Opens the book and its review for one command; a decision that is refused ends it with 1. */
export async function withReview(
  terminal: Terminal,
  options: KeptOptions,
  run: (review: Review, words: ReviewWords) => Promise<ExitCode>,
): Promise<ExitCode> {
  const book = await openBook(placeOf(terminal, options), { now: terminal.now });
  try {
    return await refusedOr(terminal, () => run(openReview(book, { now: terminal.now }), topicsFor(options.lang).book.reviewing));
  } finally {
    await book.close();
  }
}
