/** A calendar day as a count of days from 1970-01-01, the form in which days are added and compared. */
export type DayNumber = number;

/** The day of a date of the Gregorian calendar; days past the end of a month run on into the next. */
export function dayOf(year: number, month: number, day: number): DayNumber {
  // Howard Hinnant's days_from_civil: the year begins in March, so the leap day is its last.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** Year, month and day of a day. */
export function dateOf(day: DayNumber): { readonly year: number; readonly month: number; readonly day: number } {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Number of days of a month. */
export function daysInMonth(year: number, month: number): number {
  return dayOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayOf(year, month, 1);
}

const two = (n: number): string => String(n).padStart(2, '0');

/** A year in four figures. */
export function yearText(year: number): string {
  return String(year).padStart(4, '0');
}

/** A month as `2025-03`. */
export function monthText(year: number, month: number): string {
  return `${yearText(year)}-${two(month)}`;
}

/** A day as `2025-03-18`. */
export function dayText(day: DayNumber): string {
  const date = dateOf(day);
  return `${monthText(date.year, date.month)}-${two(date.day)}`;
}

/** A time of day as `T18:00`. */
export function clockText(hour: number, minute: number): string {
  return `T${two(hour)}:${two(minute)}`;
}

/** The ISO week of a day, as `2025-W12`. */
export function weekText(day: DayNumber): string {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = dateOf(thursday);
  return `${yearText(year)}-W${two(Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1)}`;
}

/** Western Easter Sunday (the anonymous Gregorian algorithm). */
export function easterOf(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** True in the months of summer time: from March to the last Sunday of October in Europe, to the first of November in the USA. */
export function isSummerTime(day: DayNumber, rule: 'eu' | 'us'): boolean {
  const { year } = dateOf(day);
  const sundayFrom = (month: number, first: number): DayNumber => {
    const start = dayOf(year, month, first);
    return start + 7 - weekdayOf(start);
  };
  return rule === 'eu' ? day >= sundayFrom(3, 25) && day < sundayFrom(10, 25) : day >= sundayFrom(3, 8) && day < sundayFrom(11, 1);
}

/** What is known of a report's date: as much as was stated, and no more. */
export interface Anchor {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: DayNumber | null;
}

/** Reads `2025`, `2025-03`, `2025-03-18` or `2025-03-18T19:30Z`; anything else is no anchor. */
export function anchorOf(date: string | null): Anchor {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date ?? '');
  if (!found) return { year: null, month: null, day: null };
  const year = Number(found[1]);
  const month = found[2] === undefined ? null : Number(found[2]);
  if (month === null || month < 1 || month > 12) return { year, month: null, day: null };
  const day = found[3] === undefined ? null : Number(found[3]);
  return { year, month, day: day === null || day < 1 || day > 31 ? null : dayOf(year, month, day) };
}
