import type { ErrorCode } from '../../errors.ts';
import { BookFailure } from '../book-failure.ts';

/** Classes and codes of PostgreSQL and of the network by their beginning, and what they mean for a book. */
const MEANINGS: readonly (readonly [string, ErrorCode])[] = [
  ['53100', 'TB_BOOK_DISK_FULL'],
  ['55P03', 'TB_BOOK_BUSY'],
  ['57014', 'TB_BOOK_BUSY'],
  ['40', 'TB_BOOK_BUSY'],
  ['25006', 'TB_BOOK_READ_ONLY'],
  ['42501', 'TB_BOOK_READ_ONLY'],
  ['28', 'TB_BOOK_DATABASE'],
  ['3D', 'TB_BOOK_DATABASE'],
  ['08', 'TB_BOOK_DATABASE'],
  ['57', 'TB_BOOK_DATABASE'],
  ['53', 'TB_BOOK_DATABASE'],
  ['XX', 'TB_BOOK_DAMAGED'],
  ['E', 'TB_BOOK_DATABASE'],
];

/** A failure of PostgreSQL or of the way to it in the words of the registry; any other failure as it is. */
export function asBookFailure(failure: unknown, place: string): unknown {
  if (failure instanceof BookFailure || !(failure instanceof Error)) return failure;
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : '';
  const meaning = MEANINGS.find(([beginning]) => code.startsWith(beginning))?.[1];
  if (meaning) return new BookFailure(meaning, { place, reason: failure.message || code }, failure);
  return /terminat|timeout|ECONN|not queryable/i.test(failure.message)
    ? new BookFailure('TB_BOOK_DATABASE', { place, reason: failure.message }, failure)
    : failure;
}
