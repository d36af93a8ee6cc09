import { DAY, dayOf, rangeOf } from '../ledger/index.ts';
import type { CoverageGap, IncidentReport } from '../model/index.ts';
import { timeOf } from './report-time.ts';

/** Days, as `2025-03-18`, from the first to the last, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/**
 * The stretches of days on which no report of a side lies: there a count of nothing means little. A side of which there is no
 * report at all has one gap that covers the period.
 */
export function gapsOf(reports: readonly IncidentReport[], period: Period, sides: readonly string[]): readonly CoverageGap[] {
  const first = firstMinute(period.from);
  const last = lastMinute(period.to);
  if (first === null || last === null) return [];
  return [...new Set(sides)].sort().flatMap((side) => {
    const days = new Set<number>();
    for (const report of reports) {
      const time = report.speaker === side ? timeOf(report) : null;
      // A report known to the month alone covers none of its days.
      if (time === null || time.to - time.from > 4 * DAY) continue;
      const until = Math.min(time.to, last);
      for (let at = Math.max(time.from, first); at < until; at = nextDay(at)) days.add(Math.floor(at / DAY));
    }
    const why = days.size === 0 ? 'no_source' : 'source_silent';
    return stretchesWithout(days, first / DAY, last / DAY).map(([from, to]) => ({
      from: dayOf(from * DAY),
      to: dayOf(to * DAY),
      side,
      source: null,
      why,
    }));
  });
}

/** The days from the first to the last on which anything is reported; null where nothing has a date. */
export function periodOf(reports: readonly IncidentReport[]): Period | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const report of reports) {
    const time = timeOf(report);
    if (time === null) continue;
    first = Math.min(first, time.from);
    last = Math.max(last, time.to - 1);
  }
  return first <= last ? { from: dayOf(first), to: dayOf(last) } : null;
}

const firstMinute = (day: string): number | null => {
  const range = rangeOf(day);
  return range === null ? null : Math.floor(range.from / DAY) * DAY;
};
const lastMinute = (day: string): number | null => {
  const range = rangeOf(day);
  return range === null ? null : Math.ceil(range.to / DAY) * DAY;
};
const nextDay = (minute: number): number => (Math.floor(minute / DAY) + 1) * DAY;

function stretchesWithout(days: ReadonlySet<number>, first: number, last: number): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let day = first; day < last; day++) {
    if (days.has(day)) continue;
    const open = found.at(-1);
    if (open && open[1] === day) open[1] = day + 1;
    else found.push([day, day + 1]);
  }
  return found;
}
