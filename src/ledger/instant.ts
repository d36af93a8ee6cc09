/** A point in time in minutes since 1970-01-01T00:00Z; everything is counted in this one stated zone. */
export type Minute = number;

/** The half-open range of minutes a date of some precision may mean. */
export interface DateRange {
  readonly from: Minute;
  readonly to: Minute;
}

export const DAY = 1440;
const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2}))?(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?/;
const week = /^(\d{4})-W(\d{2})/;
const minuteOf = (year: number, month: number, day: number, hour = 0, minute = 0): Minute =>
  Date.UTC(year, month - 1, day, hour, minute) / 60_000;

const read = new Map<string, DateRange | null>();

/**
 * What a date may mean, by its own precision: a year, month, week, day or minute. A time of day without a zone is read as UTC.
 * A day with a part of day (TIMEX3 `2025-03-18TNI`) counts as the day. Null if it is no date.
 */
export function rangeOf(date: string): DateRange | null {
  const known = read.get(date);
  if (known !== undefined) return known;
  const made = parseRange(date);
  // A memory of the dates seen: the same few dates return millions of times when incidents are judged.
  if (read.size > 20_000) read.clear();
  read.set(date, made);
  return made;
}

function parseRange(date: string): DateRange | null {
  const weekly = week.exec(date);
  if (weekly) {
    const fourth = minuteOf(Number(weekly[1]), 1, 4);
    const weekday = (new Date(fourth * 60_000).getUTCDay() + 6) % 7;
    const from = fourth + (Number(weekly[2]) - 1) * 7 * DAY - weekday * DAY;
    return { from, to: from + 7 * DAY };
  }
  const found = shape.exec(date);
  if (!found) return null;
  const [, year, month, day, hour, minute, zone] = found;
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  if (month === undefined) return { from: minuteOf(y, 1, 1), to: minuteOf(y + 1, 1, 1) };
  if (day === undefined) return { from: minuteOf(y, m, 1), to: minuteOf(y, m + 1, 1) };
  if (hour === undefined) return { from: minuteOf(y, m, d), to: minuteOf(y, m, d + 1) };
  const from = minuteOf(y, m, d, Number(hour), Number(minute ?? 0)) - offsetOf(zone);
  return { from, to: from + (minute === undefined ? 60 : 1) };
}

function offsetOf(zone: string | undefined): number {
  if (!zone || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** When something dated like this was known: at the end of the day (month, year), or in the minute that is stated. */
export function knownAt(date: string): Minute | null {
  const range = rangeOf(date);
  if (range === null) return null;
  return range.to - range.from <= 60 ? range.from : range.to;
}

/** The moment an as-of date means: the end of a day, the minute itself where one is given. */
export function momentOf(asOf: string): Minute | null {
  return knownAt(asOf);
}

/** A duration of ISO 8601 in months and minutes apart, since months differ in length; null if it is none. */
export function durationOf(iso: string): { readonly months: number; readonly minutes: number; readonly exact: boolean } | null {
  const found = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(iso);
  if (!found || iso === 'P') return null;
  const [years, months, weeks, days, hours, minutes] = found.slice(1).map((part) => Number(part ?? 0));
  return {
    months: (years ?? 0) * 12 + (months ?? 0),
    minutes: ((weeks ?? 0) * 7 + (days ?? 0)) * DAY + (hours ?? 0) * 60 + (minutes ?? 0),
    exact: iso.includes('T'),
  };
}

/** The moment a duration after another; months keep the day of the month where there is one. */
export function addDuration(from: Minute, duration: { readonly months: number; readonly minutes: number }): Minute {
  if (duration.months === 0) return from + duration.minutes;
  const date = new Date(from * 60_000);
  const target = date.getUTCMonth() + duration.months;
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), target + 1, 0)).getUTCDate();
  const moved = Date.UTC(date.getUTCFullYear(), target, Math.min(date.getUTCDate(), lastDay), date.getUTCHours(), date.getUTCMinutes());
  return moved / 60_000 + duration.minutes;
}

/** The day a moment lies in, as `2025-03-18`. */
export function dayOf(minute: Minute): string {
  return new Date(minute * 60_000).toISOString().slice(0, 10);
}
