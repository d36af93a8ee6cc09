import { sha256 } from '../hash.ts';

// Newest first without sorting: the day is in the upper digits of the number by which a passage is kept, and both databases walk
// that number backwards. 37 bits below it keep passages of a day apart; all of it stays under 2^53.
const WITHIN_A_DAY = 2 ** 37;
const DAY_MS = 86_400_000;
const LAST_DAY = 2 ** 16 - 1;

/** Number of the first passage of a day; passages without a date come before all days. */
export function firstOfDay(day: string | null): number {
  const time = day === null ? Number.NaN : Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(time)) return 0;
  // The years before 1970 share a day; nothing there is news.
  return Math.min(Math.max(1, Math.floor(time / DAY_MS)), LAST_DAY) * WITHIN_A_DAY;
}

/** Number of the first passage of the day after. */
export function endOfDay(day: string): number {
  return firstOfDay(day) + WITHIN_A_DAY;
}

/** Where a passage stands in the order; the same in every store. */
export function placeOf(at: string | null, home: string, id: string): number {
  return firstOfDay(at) + (Number.parseInt(sha256(`${home}\u001f${id}`).slice(0, 10), 16) % WITHIN_A_DAY);
}
