import type { ErrorCode } from '../../errors.ts';
import { BookFailure } from '../book-failure.ts';

/** Result codes of SQLite, and what they mean for a book; the extended codes have them in their lowest byte. */
const MEANINGS: ReadonlyMap<number, ErrorCode> = new Map([
  [3, 'TB_BOOK_READ_ONLY'],
  [5, 'TB_BOOK_BUSY'],
  [6, 'TB_BOOK_BUSY'],
  [8, 'TB_BOOK_READ_ONLY'],
  [10, 'TB_BOOK_DISK'],
  [11, 'TB_BOOK_DAMAGED'],
  [13, 'TB_BOOK_DISK_FULL'],
  [14, 'TB_BOOK_CANNOT_OPEN'],
  [26, 'TB_BOOK_DAMAGED'],
]);

/** The binding names most codes in words and the rest by their number alone. */
function meaningOf(failure: Error): ErrorCode | undefined {
  return 'rawCode' in failure && typeof failure.rawCode === 'number' ? MEANINGS.get(failure.rawCode & 0xff) : undefined;
}

/** Whether somebody else is writing just now. */
export function isBusy(failure: unknown): boolean {
  return failure instanceof Error && meaningOf(failure) === 'TB_BOOK_BUSY';
}

/** A failure of SQLite in the words of the registry; any other failure as it is. */
export function asBookFailure(failure: unknown, place: string): unknown {
  if (failure instanceof BookFailure || !(failure instanceof Error)) return failure;
  const meaning = meaningOf(failure);
  return meaning ? new BookFailure(meaning, { place, reason: failure.message }, failure) : failure;
}
