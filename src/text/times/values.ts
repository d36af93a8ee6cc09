import { type DayNumber, dateOf, dayText, monthText, weekText, yearText } from './calendar.ts';
import { numberOf, type Resolved, type TimeContext, textOf } from './context.ts';
import type { RuleMatch } from './patterns.ts';

/** Two figures, with a leading zero. */
export const two = (n: number): string => String(n).padStart(2, '0');

/** A day as a value, with the part of day if there is one. */
export function dayValue(day: DayNumber | null, part: string | null): Resolved {
  if (day === null) return { value: '' };
  const { year } = dateOf(day);
  return part === null ? { value: dayText(day), day, year } : { value: `${dayText(day)}${part}`, day, year, type: 'TIME' };
}

/** Part of day of a match, in its weekday or a word of its own. */
export function partOf(match: RuleMatch): string | null {
  for (const reading of match.captures.values()) if (reading.part !== undefined) return reading.part;
  return textOf(match, 'part') ?? textOf(match, 'partSmall') ?? textOf(match, 'night');
}

/** The year a shift means, "vorigen Jahres" or an explicit one. */
export function statedYear(match: RuleMatch, context: TimeContext): number | null {
  const explicit = numberOf(match, 'year');
  if (explicit !== null) return explicit;
  const shift = numberOf(match, 'refyear') ?? (textOf(match, 'unit') === 'Y' ? numberOf(match, 'mod') : null);
  return shift === null || context.anchor.year === null ? null : context.anchor.year + shift;
}

/** The value of a period some units before or after the anchor ("vergangene Woche", "vor drei Jahren"). */
export function shifted(unit: string, amount: number, context: TimeContext): Resolved {
  const { anchor } = context;
  const whole = amount < 0 ? Math.ceil(amount) : Math.floor(amount);
  if (anchor.year === null) return { value: '' };
  if (unit === 'Y') return { value: yearText(anchor.year + whole) };
  if (unit === 'DE') return { value: yearText(anchor.year + whole * 10).slice(0, 3) };
  if (unit === 'CE') return { value: yearText(anchor.year + whole * 100).slice(0, 2) };
  if (anchor.month === null) return { value: '' };
  if (unit === 'M' || unit === 'Q' || unit === 'HY') {
    const months = anchor.year * 12 + anchor.month - 1 + whole * (unit === 'M' ? 1 : unit === 'Q' ? 3 : 6);
    const year = Math.floor(months / 12);
    const month = (months % 12) + 1;
    if (unit === 'M') return { value: monthText(year, month) };
    return { value: unit === 'Q' ? `${yearText(year)}-Q${Math.ceil(month / 3)}` : `${yearText(year)}-H${month > 6 ? 2 : 1}` };
  }
  if (anchor.day === null) return { value: '' };
  if (unit === 'W') return { value: weekText(anchor.day + whole * 7) };
  if (unit === 'WE') return { value: `${weekText(anchor.day + whole * 7)}-WE` };
  if (unit === 'D') return dayValue(anchor.day + whole, null);
  return { value: dayText(anchor.day) };
}
