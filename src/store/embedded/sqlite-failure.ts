import type { ErrorCode } from '../../errors.ts';
import { BookFailure } from '../book-failure.ts';

/** Codes of SQLite by their beginning, and what they mean for a book. */
const MEANINGS: readonly (readonly [string, ErrorCode])[] = [
  ['SQLITE_BUSY', 'TB_BOOK_BUSY'],
  ['SQLITE_LOCKED', 'TB_BOOK_BUSY'],
  ['SQLITE_FULL', 'TB_BOOK_DISK_FULL'],
  ['SQLITE_READONLY', 'TB_BOOK_READ_ONLY'],
  ['SQLITE_PERM', 'TB_BOOK_READ_ONLY'],
  ['SQLITE_CANTOPEN', 'TB_BOOK_CANNOT_OPEN'],
  ['SQLITE_NOTADB', 'TB_BOOK_DAMAGED'],
  ['SQLITE_CORRUPT', 'TB_BOOK_DAMAGED'],
  ['SQLITE_IOERR', 'TB_BOOK_DISK'],
];

/** Whether somebody else is writing just now. */
export function isBusy(failure: unknown): boolean {
  return failure instanceof Error && /^SQLITE_(BUSY|LOCKED)/.test(codeOf(failure));
}

function codeOf(failure: Error): string {
  return 'code' in failure && typeof failure.code === 'string' ? failure.code : '';
}

/** A failure of SQLite in the words of the registry; any other failure as it is. */
export function asBookFailure(failure: unknown, place: string): unknown {
  if (failure instanceof BookFailure || !(failure instanceof Error)) return failure;
  const code = codeOf(failure);
  const meaning = MEANINGS.find(([beginning]) => code.startsWith(beginning))?.[1];
  return meaning ? new BookFailure(meaning, { place, reason: `${code}: ${failure.message}` }, failure) : failure;
}
