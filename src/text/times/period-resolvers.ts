import { weekdayOf, weekText, yearText } from './calendar.ts';
import { headsCompound, numberOf, type Resolver, type TimeContext, tenseOf, textOf, wordAt, yearFor } from './context.ts';
import type { RuleMatch } from './patterns.ts';
import { WORD } from './scan.ts';
import { dayValue, shifted, statedYear, two } from './values.ts';

const period: Resolver = (match, context) => {
  const unit = textOf(match, 'unit') ?? textOf(match, 'edgeUnit');
  if (unit === null) return null;
  const shift = numberOf(match, 'mod') ?? 0;
  // "An diesem Tag" and "Tag" alone refer to a day told before.
  if (unit === 'D' && shift === 0) return null;
  // "In letzter Minute" is a figure of speech.
  if (unit === 'H' || unit === 'MIN' || unit === 'S') return null;
  const { lastYear, anchor } = context;
  // "Ende des Jahres" in a story of long ago is the end of the year just told.
  if (unit === 'Y' && shift === 0 && lastYear !== null && !match.captures.has('mod') && match.from - lastYear.token <= 30)
    return { value: yearText(lastYear.year) };
  if (unit === 'D' && match.captures.has('mod')) return anchor.day === null ? { value: '' } : dayValue(anchor.day + shift, null);
  return shifted(unit, shift, context);
};

const weekend: Resolver = (match, context) => {
  const { day } = context.anchor;
  if (day === null) return { value: '' };
  const mod = numberOf(match, 'mod');
  const inside = weekdayOf(day) >= 6;
  if (mod !== null && mod !== 0) return { value: `${weekText(mod > 0 ? day + (inside ? 7 : 0) : day - 7)}-WE` };
  const ahead = inside || mod === 0 || tenseOf(match, context) === 'future';
  return { value: `${weekText(ahead ? day : day - 7)}-WE` };
};

const year: Resolver = (match) => {
  const value = numberOf(match, 'year');
  return value === null ? null : { value: yearText(value), year: value };
};

/** A year that stands alone: only where it cannot be an amount. */
const bareYear: Resolver = (match, context) => {
  const value = numberOf(match, 'year');
  if (value === null) return null;
  const before = context.readings[match.from - 1] ?? [];
  const ranged = (token: number, beyond: number): boolean =>
    (context.readings[token] ?? []).some((r) => r.class === 'dash' || r.value === '/') &&
    (context.readings[beyond] ?? []).some((r) => r.class === 'year');
  const inRange = ranged(match.to, match.to + 1) || ranged(match.from - 1, match.from - 2);
  const prepared = before.some((r) => r.class === 'yearPrep' || r.class === 'since') || wordAt(context, match.from - 1) === '(';
  if (value < 1900 || value > 2100)
    return inRange || (prepared && value < 1900 && wordAt(context, match.to) === ')') ? { value: yearText(value), year: value } : null;
  if (context.tokens.starts[match.to] === context.tokens.ends[match.to - 1] && wordAt(context, match.to) === 'er') return null;
  if (value % 100 === 0 && !inRange && !before.some((r) => r.class === 'since' || r.class === 'edge')) return null;
  const next = context.readings[match.to] ?? [];
  if (next.some((r) => r.class === 'counted' || r.class === 'unitPlural' || r.class === 'unit')) return null;
  // "Erst 1991" is a year, "rund 1991" an amount.
  if (before.some((r) => r.class === 'approx') && !before.some((r) => r.class === 'yearAdverb')) return null;
  if (wordAt(context, match.to) === '%' || wordAt(context, match.from - 1) === '/')
    return inRange ? { value: yearText(value), year: value } : null;
  return { value: yearText(value), year: value };
};

const yearRange: Resolver = (match) => {
  const from = numberOf(match, 'year');
  const to = numberOf(match, 'twoDigits');
  if (from === null || to === null || (from + 1) % 100 !== to) return null;
  return { value: `${yearText(from)}/${yearText(from + 1)}`, year: from };
};

const decade: Resolver = (match) => {
  const digits = numberOf(match, 'int');
  const tens = numberOf(match, 'decadeWord') ?? (digits === null ? null : (digits % 100) / 10);
  if (tens === null || tens % 1 !== 0) return null;
  // "Die 80er" may be sizes, "die 1980er" are years.
  if (!match.captures.has('unitPlural') && (digits ?? 0) < 1000) return null;
  return { value: `${digits !== null && digits > 100 ? Math.floor(digits / 100) : 19}${tens}` };
};

const century: Resolver = (match) => {
  const n = numberOf(match, 'int') ?? numberOf(match, 'ord');
  return n === null || n < 1 || n > 30 ? null : { value: two(n - 1) };
};

/** "Maren Winter": a season right after a capital word that is no word of time is a surname. */
function followsName(match: RuleMatch, context: TimeContext): boolean {
  const { text, starts, kinds } = context.tokens;
  const before = match.from - 1;
  if (kinds[before] !== WORD || context.tokens.ends[before] !== (starts[match.from] ?? 0) - 1) return false;
  if (!/\p{Lu}/u.test(text.charAt(starts[before] ?? 0))) return false;
  return before > 0 && (context.readings[before]?.length ?? 0) === 0 && /\p{L}/u.test(text.charAt((starts[before] ?? 0) + 2));
}

const season: Resolver = (match, context) => {
  const name = textOf(match, 'season');
  if (name === null || (match.captures.size === 1 && (followsName(match, context) || headsCompound(match, context)))) return null;
  const start = { SP: 3, SU: 6, FA: 9, WI: 12 }[name] ?? 1;
  const mod = textOf(match, 'unit') === 'Y' ? null : numberOf(match, 'mod');
  const stated = statedYear(match, context);
  const { anchor } = context;
  if (stated !== null) return { value: `${yearText(stated)}-${name}` };
  if (anchor.year === null || anchor.month === null) return { value: `XXXX-${name}` };
  if (mod === 0) return { value: `${yearText(anchor.year)}-${name}` };
  if (mod !== null) {
    const passed = anchor.month >= start;
    return { value: `${yearText(anchor.year + (mod > 0 ? (passed ? 1 : 0) : passed ? 0 : -1))}-${name}` };
  }
  return { value: `${yearText(yearFor(start, null, match, context) ?? anchor.year)}-${name}` };
};

const subYear: Resolver = (match, context) => {
  const n = numberOf(match, 'ord') ?? numberOf(match, 'int');
  const unit = textOf(match, 'unit');
  if (n === null || (unit !== 'Q' && unit !== 'HY') || n < 1 || n > (unit === 'Q' ? 4 : 2)) return null;
  const months = unit === 'Q' ? 3 : 6;
  const stated = statedYear(match, context) ?? (unit === 'Q' || unit === 'HY' ? yearOfMod(match, context) : null);
  const year = stated ?? context.anchor.year;
  return { value: `${year === null ? 'XXXX' : yearText(year)}-${months === 3 ? 'Q' : 'H'}${n}` };
};

function yearOfMod(match: RuleMatch, context: TimeContext): number | null {
  const mod = numberOf(match, 'mod');
  return mod === null || context.anchor.year === null ? null : context.anchor.year + mod;
}

const lastUnit: Resolver = (match, context) => {
  const unit = match.captures.has('refyear') ? 'Y' : match.captures.has('refmonth') ? 'M' : 'W';
  return shifted(unit, numberOf(match, 'refyear') ?? numberOf(match, 'refmonth') ?? numberOf(match, 'refweek') ?? 0, context);
};

/** Values of years, seasons, weeks and longer times. */
export const periodResolvers: Readonly<Record<string, Resolver>> = {
  period,
  weekend,
  year,
  bareYear,
  yearRange,
  decade,
  century,
  season,
  subYear,
  lastUnit,
};
