import type { Reading, ReadingValue } from '../model/index.ts';
import { addDuration, DAY, durationOf, type Minute, rangeOf } from './instant.ts';

/** When something begins or ends, as far as it is known: not before `from`, not after `to`. */
export interface Bounds {
  readonly from: Minute;
  readonly to: Minute;
}

/** Whether a reading speaks for what its holder holds; one that disputes only says what it is not. */
export function affirms(reading: Reading): boolean {
  return reading.stance === 'asserts' || reading.stance === 'implies' || reading.stance === 'accepts_others';
}

/** A value that says that nothing is said ("no time limit was named"): evidence of a silence, never a version of its own. */
export function leavesOpen(value: ReadingValue): boolean {
  switch (value.t) {
    case 'duration':
      return value.iso === null && value.until === null;
    case 'start':
      return value.at === null && value.mode === 'unstated';
    case 'mechanism':
      return value.status === 'unstated';
    case 'extension':
      return value.mode === 'unstated' && value.until === null;
    case 'objects':
      return value.include.length === 0 && value.open === null;
    default:
      return false;
  }
}

/** Whether a reading is a version of its holder: not a silence, not a mere denial of another's, and not "nothing named". */
export function isVersion(reading: Reading): boolean {
  return affirms(reading) && !leavesOpen(reading.value);
}

/**
 * When a start begins. A date stated as such counts from its first minute; an order, a signature or a publication on a day
 * happened at some time of it. Null if no date is stated.
 */
export function startOf(reading: Reading): Bounds | null {
  const { value } = reading;
  if (value.t !== 'start' || value.at === null) return null;
  const range = rangeOf(value.at);
  if (!range) return null;
  const isDay = range.to - range.from === DAY;
  const counted = value.mode === 'on_date_at_time' || value.mode === 'at_time_set_by_commission' || value.mode === 'unstated';
  if (range.to - range.from <= 60 || (isDay && counted)) return { from: range.from, to: range.from };
  return range;
}

/**
 * When a term ends that begins at `start`. Counted with the first day it ends a day earlier than without; where the counting is
 * not stated, its last day is neither in nor out. `until` includes the day it names.
 */
export function endOfTerm(reading: Reading, start: Bounds | null): Bounds | null {
  const { value } = reading;
  if (value.t === 'extension') return value.until === null ? null : untilOf(value.until);
  if (value.t !== 'duration') return null;
  if (value.until !== null) return untilOf(value.until);
  const duration = value.iso === null ? null : durationOf(value.iso);
  if (!duration || !start) return null;
  const [from, to] = [addDuration(start.from, duration), addDuration(start.to, duration)];
  if (duration.exact || value.counting === 'from_start_inclusive') return { from, to };
  const dayAfter = (minute: Minute): Minute => (Math.floor(minute / DAY) + 1) * DAY;
  return value.counting === 'from_start_exclusive' ? { from: dayAfter(from), to: dayAfter(to) } : { from, to: dayAfter(to) };
}

function untilOf(until: string): Bounds | null {
  if (until === 'indefinite') return { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const range = rangeOf(until);
  if (!range) return null;
  return range.to - range.from <= 60 ? { from: range.from, to: range.from } : { from: range.to, to: range.to };
}
