import { type DayNumber, dateOf, dayOf, daysInMonth, easterOf, monthText, weekdayOf } from './calendar.ts';
import { headsCompound, numberOf, type Resolver, type TimeContext, tenseOf, textOf, yearFor } from './context.ts';
import type { RuleMatch } from './patterns.ts';
import { dayValue, partOf, statedYear, two } from './values.ts';

const date: Resolver = (match, context) => {
  if (!match.captures.has('month') && !match.captures.has('monthShort')) return spacedDate(match, context);
  const month = numberOf(match, 'month') ?? numberOf(match, 'monthShort');
  if (month === null) return null;
  const day = numberOf(match, 'int') ?? numberOf(match, 'ord');
  if (day !== null && (day < 1 || day > 31)) return null;
  if (day === null && isName(match, context)) return null;
  const stated = statedYear(match, context);
  const year = stated ?? yearFor(month, day, match, context);
  if (day === null)
    return year === null ? { value: `XXXX-${two(month)}` } : { value: monthText(year, month), ...(stated === null ? {} : { year }) };
  const part = partOf(match);
  if (year === null) return { value: `XXXX-${two(month)}-${two(day)}${part ?? ''}` };
  if (day > daysInMonth(year, month)) return null;
  return dayValue(dayOf(year, month, day), part);
};

/** "5. 3. 2025", written with blanks. */
const spacedDate: Resolver = (match, context) => {
  const { text, starts, ends } = context.tokens;
  const [day = 0, month = 0, year = 0] = text
    .slice(starts[match.from], ends[match.to - 1])
    .split('.')
    .map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayValue(dayOf(year, month, day), null);
};

/** "August" and "Mai" before another capital word and after no preposition are names of people. */
function isName(match: RuleMatch, context: TimeContext): boolean {
  if (match.captures.size > 1) return false;
  if (headsCompound(match, context)) return true;
  const { text, starts } = context.tokens;
  const next = text.charAt(starts[match.to] ?? text.length);
  return /\p{Lu}/u.test(next) && !context.readings[match.from - 1]?.some((r) => r.class === 'prep' || r.class === 'link');
}

const numericDate: Resolver = (match, context) => {
  const [day = 0, month = 0, year] = (textOf(match, 'numericDate') ?? textOf(match, 'dayMonth') ?? '').split('.').map(Number);
  const full = year === undefined ? yearFor(month, day, match, context) : year < 100 ? 2000 + year : year;
  if (full === null) return { value: `XXXX-${two(month)}-${two(day)}` };
  return day > daysInMonth(full, month) ? null : dayValue(dayOf(full, month, day), null);
};

const isoDate: Resolver = (match, context) => {
  const { text, starts, ends } = context.tokens;
  const [year = 0, month = 0, day = 0] = text
    .slice(starts[match.from], ends[match.to - 1])
    .split('-')
    .map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayValue(dayOf(year, month, day), null);
};

/** Whether a weekday is the next one: by the preposition where it decides, else by the tense of the clause. */
function isAhead(match: RuleMatch, context: TimeContext): boolean {
  if (match.rule.value === 'past' || match.rule.value === 'future') return match.rule.value === 'future';
  const tense = tenseOf(match, context);
  return match.rule.value === 'until' ? tense !== 'past' : tense === 'future';
}

const weekday: Resolver = (match, context) => {
  const wanted = numberOf(match, 'weekday');
  const today = context.anchor.day;
  if (wanted === null) return null;
  const part = partOf(match);
  if (today === null) return { value: '', ...(part ? { type: 'TIME' as const } : {}) };
  const mod = numberOf(match, 'mod') ?? numberOf(match, 'nextAfter');
  const back = (weekdayOf(today) - wanted + 7) % 7;
  if (mod !== null && textOf(match, 'unit') === 'W') return dayValue(today - weekdayOf(today) + wanted + mod * 7, part);
  if (mod !== null && mod !== 0) return dayValue(mod > 0 ? today + ((7 - back) % 7 || 7) : today - (back || 7), part);
  const ahead = back > 0 && isAhead(match, context);
  const found = ahead ? today + 7 - back : today - back;
  // "Von Montag bis Mittwoch": the end of a range does not lie before its beginning.
  const { lastDay } = context;
  const ranged = lastDay !== null && match.from - lastDay.token <= 1 && context.readings[match.from - 1]?.some((r) => r.value === 'until');
  return dayValue(ranged && found < lastDay.day ? found + 7 : found, part);
};

/** "in der Nacht auf Donnerstag": the day led to, with the night. */
const nightTo: Resolver = (match, context) => {
  const by = match.captures.has('weekday') ? weekday : match.captures.has('relday') ? relativeDay : date;
  const resolved = by(match, context);
  if (resolved === null || resolved.value === '') return resolved;
  const value = resolved.value.replace(/T\w\w$/, '');
  return { ...resolved, value: `${value}TNI`, type: 'TIME' };
};

const modNight: Resolver = (match, context) => {
  const { day } = context.anchor;
  const mod = numberOf(match, 'mod') ?? 0;
  return day === null ? { value: '', type: 'TIME' } : dayValue(mod > 0 ? day + 1 : day, 'TNI');
};

const dayAgo: Resolver = (match, context) => {
  const unit = textOf(match, 'unit') ?? textOf(match, 'unitPlural');
  const amount = numberOf(match, 'num') ?? numberOf(match, 'one');
  const today = context.anchor.day;
  if (unit === null || amount === null || amount % 1 !== 0) return null;
  if (today === null) return { value: '' };
  const wanted = numberOf(match, 'weekday');
  if (wanted !== null) return dayValue(today - ((weekdayOf(today) - wanted + 7) % 7) - 7, partOf(match));
  const { year, month, day } = dateOf(today);
  if (unit === 'Y') return dayValue(dayOf(year - amount, month, day), null);
  if (unit === 'D' || unit === 'W') return dayValue(today - amount * (unit === 'W' ? 7 : 1), null);
  return null;
};

const relativeDay: Resolver = (match, context) => {
  const shift = numberOf(match, 'relday') ?? numberOf(match, 'reldayAdjective') ?? 0;
  const part = partOf(match);
  if (context.anchor.day === null) return { value: '', ...(part ? { type: 'TIME' as const } : {}) };
  return dayValue(context.anchor.day + shift, part);
};

const holiday: Resolver = (match, context) => {
  const code = textOf(match, 'holiday') ?? match.rule.value ?? '';
  const stated = statedYear(match, context);
  const easter = /^E(-?\d+)$/.exec(code);
  const dayIn = (year: number): DayNumber =>
    easter ? easterOf(year) + Number(easter[1]) : dayOf(year, Number(code.slice(0, 2)), Number(code.slice(3)));
  if (stated !== null) return dayValue(dayIn(stated), null);
  if (context.anchor.year === null) return { value: easter ? '' : `XXXX-${code}` };
  const guess = dateOf(dayIn(context.anchor.year));
  return dayValue(dayIn(yearFor(guess.month, guess.day, match, context) ?? context.anchor.year), null);
};

/** "Sofort" alone is a time only of what is to come: "es war sofort klar" tells a manner. */
const atOnce: Resolver = (match, context) =>
  match.captures.has('=ab') || tenseOf(match, context) === 'future' ? { ...dayValue(context.anchor.day, null), aside: true } : null;

/** Values of single days. */
export const dayResolvers: Readonly<Record<string, Resolver>> = {
  date,
  numericDate,
  isoDate,
  weekday,
  nightTo,
  modNight,
  dayAgo,
  relativeDay,
  holiday,
  atOnce,
};
