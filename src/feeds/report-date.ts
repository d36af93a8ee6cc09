const ISO = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?)?$/i;
const GERMAN = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:,?\s+(\d{1,2})[:.](\d{2})(?:\s?Uhr)?)?$/;

/** True for a day that the Gregorian calendar has; `Date` would make the 2nd of March of "30 February". */
function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1000) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** An offset as `+01:00`, or `Z` for none; null if no place on earth has it. */
function zoneOf(stated: string | undefined): string | null {
  if (stated === undefined || /^(?:Z|[+-]00:?00)$/i.test(stated)) return 'Z';
  const [hours, minutes] = [stated.slice(1, 3), stated.slice(-2)];
  return Number(hours) * 60 + Number(minutes) <= 14 * 60 && Number(minutes) < 60 ? `${stated.charAt(0)}${hours}:${minutes}` : null;
}

/**
 * Brings a stated date to `2025-03`, `2025-03-18`, `2025-03-18T19:30Z` or `2025-03-18T20:30+01:00`, with the precision it was
 * stated in; null if it is no date. Also takes the German form `18.03.2025`. A time without a zone counts as UTC, seconds are
 * dropped. An offset stays: "yesterday" in a report of half past midnight counts from the newsroom's day, not from that of UTC.
 */
export function reportDate(stated: string): string | null {
  const value = stated.trim();
  const german = GERMAN.exec(value);
  const [, year, month, day, hour, minute, zone] = german
    ? [value, german[3], german[2]?.padStart(2, '0'), german[1]?.padStart(2, '0'), german[4]?.padStart(2, '0'), german[5]]
    : (ISO.exec(value) ?? []);
  if (year === undefined || month === undefined) return null;
  if (!isDay(Number(year), Number(month), Number(day ?? 1))) return null;
  if (day === undefined) return `${year}-${month}`;
  if (hour === undefined || minute === undefined) return `${year}-${month}-${day}`;
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  const offset = zoneOf(zone);
  return offset === null ? null : `${year}-${month}-${day}T${hour}:${minute}${offset}`;
}
