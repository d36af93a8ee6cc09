import { DAY, dayOf, knownAt, rangeOf } from '../../ledger/index.ts';

/** Days before a report after which an event is history and no news. */
const OLDEST = 45;

/** When an event happened, from the time told with it; null for a time that lies too far back or ahead to be what the report is about. */
export function toldTime(
  value: string,
  since: boolean,
  reportDate: string | null,
): { readonly from: string; readonly to: string | null } | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  const range = rangeOf(day ?? value);
  if (!range) return null;
  const known = reportDate === null ? null : knownAt(reportDate);
  // "Am Samstag" of something that has happened is the last one, also where its verb looks like a present.
  if (day !== undefined && known !== null && range.from > known && range.from - known < 7 * DAY)
    return toldTime(value.replace(day, dayOf(range.from - 7 * DAY)), since, reportDate);
  if (known !== null && (range.from > known || range.to < known - OLDEST * DAY)) return null;
  if (since) return { from: day ?? value, to: reportDate };
  if (day === undefined) return { from: value, to: null };
  // The night to a day begins on the evening before. Neither end is exact, and local time is up to three hours ahead of UTC.
  if (value.endsWith('TNI')) return { from: `${dayOf(range.from - DAY)}T15:00Z`, to: `${day}T09:00Z` };
  return { from: day, to: null };
}
