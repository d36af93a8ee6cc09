import { DAY, dayOf, rangeOf } from '../../ledger/index.ts';

/** Days as whole numbers since 1970, half-open. */
export interface DayWindow {
  readonly from: number;
  readonly to: number;
}

/** The days that two dates of any precision span, the second included; null where neither is a date. */
export function daysBetween(from: string | null, to: string | null): DayWindow | null {
  const first = from === null ? null : rangeOf(from);
  const last = to === null ? null : rangeOf(to);
  const [start, end] = [first ?? last, last ?? first];
  if (start === null || end === null) return null;
  // A minute at the end of a day belongs to it, the midnight after it does not.
  return {
    from: Math.floor(start.from / DAY),
    to: Math.max(Math.ceil(Math.max(start.to, end.to) / DAY), Math.floor(start.from / DAY) + 1),
  };
}

/** A day number as `2025-03-18`. */
export function dayText(day: number): string {
  return dayOf(day * DAY);
}

/** The smallest window that holds all of some; null for none. */
export function spanOf(windows: readonly DayWindow[]): DayWindow | null {
  if (windows.length === 0) return null;
  return {
    from: windows.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY),
    to: windows.reduce((most, { to }) => Math.max(most, to), Number.NEGATIVE_INFINITY),
  };
}

/** Days of one column: one while they fit, then a week, then four weeks; columns begin on Mondays so that they stay where they are. */
export function daysPerColumn({ from, to }: DayWindow): 1 | 7 | 28 {
  const days = to - from;
  return days <= 100 ? 1 : days <= 700 ? 7 : 28;
}

/** First day of the column in which a day lies. */
export function columnStart(day: number, days: 1 | 7 | 28): number {
  // 1970-01-01 was a Thursday.
  return days === 1 ? day : Math.floor((day + 3) / days) * days - 3;
}

/** Days that carry a label: each, each Monday, or each first of a month, so that about ten stand in the window. */
export function ticksIn(window: DayWindow): readonly number[] {
  const days = window.to - window.from;
  if (days > 84) return firstsIn(window);
  const all = Array.from({ length: days }, (_, at) => window.from + at);
  if (days <= 12) return all;
  const mondays = all.filter((day) => (day + 3) % 7 === 0);
  return days <= 42 ? mondays : mondays.filter((_, at) => at % 2 === 0);
}

/** Firsts of months at equal steps of the calendar. */
function firstsIn(window: DayWindow): readonly number[] {
  const [year, month] = dayText(window.from).split('-').map(Number);
  const months = Math.ceil((window.to - window.from) / 28) + 1;
  const firsts: number[] = [];
  for (let at = 0; at <= months; at++) firsts.push(Math.round(Date.UTC(year ?? 1970, (month ?? 1) - 1 + at, 1) / 86_400_000));
  const within = firsts.filter((day) => day >= window.from && day < window.to);
  const step = [1, 2, 3, 6, 12, 24, 60].find((every) => within.length / every <= 12) ?? 120;
  return within.filter((day) => {
    const [y, m] = dayText(day).split('-').map(Number);
    return ((y ?? 0) * 12 + (m ?? 1) - 1) % step === 0;
  });
}
