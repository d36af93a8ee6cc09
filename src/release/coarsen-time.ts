import { DAY, dayOf, type Minute, rangeOf } from '../ledger/instant.ts';
import type { PublicationProfile } from '../model/index.ts';

const WEEK = 7 * DAY;
/** Minutes from 1970-01-01, a Thursday, to the Monday before it. */
const MONDAY = -3 * DAY;

type Step = 'none' | 'minute' | 'day' | 'week';

/** The last fixed moment at or before another: midnight UTC, or that of Monday. */
export function floorTo(minute: Minute, step: Step): Minute {
  if (step === 'none' || step === 'minute') return minute;
  if (step === 'day') return Math.floor(minute / DAY) * DAY;
  return Math.floor((minute - MONDAY) / WEEK) * WEEK + MONDAY;
}

/** The first fixed moment at or after another. */
export function ceilTo(minute: Minute, step: Step): Minute {
  const floor = floorTo(minute, step);
  return floor === minute ? minute : floor + (step === 'week' ? WEEK : DAY);
}

/** ISO week of a moment, `2025-W12`. */
export function weekOf(minute: Minute): string {
  const thursday = floorTo(minute, 'week') + 3 * DAY;
  const year = Number(dayOf(thursday).slice(0, 4));
  const first = Date.UTC(year, 0, 1) / 60_000;
  return `${dayOf(thursday).slice(0, 4)}-W${String(Math.floor((thursday - first) / WEEK) + 1).padStart(2, '0')}`;
}

/** A date no finer than asked; one that is coarser already stays, and one that cannot be read is dropped rather than passed on. */
export function coarsenTime(date: string | null, step: PublicationProfile['time']): string | null {
  if (date === null || step === 'minute') return date;
  const range = rangeOf(date);
  if (range === null) return null;
  const day = dayOf(range.from);
  const length = range.to - range.from;
  if (step === 'week') return length <= DAY ? weekOf(range.from) : writtenPlainly(date);
  return length <= DAY ? day : writtenPlainly(date);
}

/** Nothing may hide behind the part of a date that is read. */
function writtenPlainly(date: string): string {
  return /^\d{4}(?:-W\d{2}|-\d{2})?/.exec(date)?.[0] ?? '';
}

/** The calendar period a date lies in, by the end of what it may mean; null if it is unknown. */
export function periodOf(date: string | null, period: PublicationProfile['period']): string | null {
  const range = date === null ? null : rangeOf(date);
  if (range === null) return null;
  return period === 'month' ? dayOf(range.to - 1).slice(0, 7) : weekOf(range.to - 1);
}
