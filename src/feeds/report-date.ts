const ISO = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?)?$/i;
const GERMAN = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:,?\s+(\d{1,2})[:.](\d{2})(?:\s?Uhr)?)?$/;

const MINUTE = 60_000;

/** True for a day that the Gregorian calendar has; `Date` would make the 2nd of March of "30 February". */
function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1000) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function minutesOf(offset: string): number {
  const digits = offset.replace(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4));
  return offset.startsWith('-') ? -minutes : minutes;
}

/**
 * Brings a stated date to `2025-03`, `2025-03-18` or `2025-03-18T19:30Z`, with the precision it was stated in; null if it
 * is no date. Also takes the German form `18.03.2025`. A time without a zone counts as UTC, seconds are dropped.
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
  const offset = zone === undefined || zone.toUpperCase() === 'Z' ? 0 : minutesOf(zone);
  if (Math.abs(offset) > 14 * 60) return null;
  const instant = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) - offset * MINUTE;
  return `${new Date(instant).toISOString().slice(0, 16)}Z`;
}
