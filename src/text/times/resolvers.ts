import {
  clockText,
  type DayNumber,
  dateOf,
  dayOf,
  daysInMonth,
  dayText,
  easterOf,
  isEuropeanSummer,
  monthText,
  weekdayOf,
  weekText,
  yearText,
} from './calendar.ts';
import { dayInMind, numberOf, type Resolved, type Resolver, type TimeContext, tenseOf, textOf, wordAt, yearFor } from './context.ts';
import { durationResolvers, durationText } from './durations.ts';
import { isInflected, type RuleMatch } from './patterns.ts';
import { WORD } from './scan.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** A day as a value, with the part of day if there is one. */
function dayValue(day: DayNumber | null, part: string | null): Resolved {
  if (day === null) return { value: '' };
  const { year } = dateOf(day);
  return part === null ? { value: dayText(day), day, year } : { value: `${dayText(day)}${part}`, day, year, type: 'TIME' };
}

function partOf(match: RuleMatch): string | null {
  for (const reading of match.captures.values()) if (reading.part !== undefined) return reading.part;
  return textOf(match, 'part') ?? textOf(match, 'partSmall') ?? textOf(match, 'night');
}

/** The year a shift means, "vorigen Jahres" or an explicit one. */
function statedYear(match: RuleMatch, context: TimeContext): number | null {
  const explicit = numberOf(match, 'year');
  if (explicit !== null) return explicit;
  const shift = numberOf(match, 'refyear') ?? (textOf(match, 'unit') === 'Y' ? numberOf(match, 'mod') : null);
  return shift === null || context.anchor.year === null ? null : context.anchor.year + shift;
}

/** The value of a period some units before or after the anchor ("vergangene Woche", "vor drei Jahren"). */
function shifted(unit: string, amount: number, context: TimeContext): Resolved {
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
  const { text, starts } = context.tokens;
  const next = text.charAt(starts[match.to] ?? text.length);
  return /\p{Lu}/u.test(next) && !context.readings[match.from - 1]?.some((r) => r.class === 'prep' || r.class === 'link');
}

/** "Maren Winter": a season right after a capital word that is no word of time is a surname. */
function followsName(match: RuleMatch, context: TimeContext): boolean {
  const { text, starts, kinds } = context.tokens;
  const before = match.from - 1;
  if (kinds[before] !== WORD || context.tokens.ends[before] !== (starts[match.from] ?? 0) - 1) return false;
  if (!/\p{Lu}/u.test(text.charAt(starts[before] ?? 0))) return false;
  return before > 0 && (context.readings[before]?.length ?? 0) === 0 && /\p{L}/u.test(text.charAt((starts[before] ?? 0) + 2));
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

const ago: Resolver = (match, context) => {
  const unit = textOf(match, 'unit') ?? textOf(match, 'unitPlural');
  const direction = match.captures.has('ago') ? -1 : 1;
  if (unit === null) return null;
  const amount = numberOf(match, 'num') ?? numberOf(match, 'one') ?? numberOf(match, 'half');
  // "In zwei Jahren wurde … gebaut" tells how long it took.
  if (direction > 0 && tenseOf(match, context) === 'past') return { value: durationText(amount, unit), type: 'DURATION' };
  if (amount === null) return { value: direction < 0 ? 'PAST_REF' : 'FUTURE_REF' };
  if (match.captures.has('half') && unit === 'Y') return shifted('M', direction * 6, context);
  if (unit === 'Y' && amount % 1 !== 0) return shifted('M', Math.round(direction * amount * 12), context);
  return shifted(unit, direction * amount, context);
};

/** "drei Tage später", "am Tag zuvor": counted from the day told last. */
const afterwards: Resolver = (match, context) => {
  const unit = textOf(match, 'unit') ?? textOf(match, 'unitPlural') ?? 'D';
  const direction =
    numberOf(match, 'afterwards') ?? numberOf(match, 'refday') ?? numberOf(match, 'nextAfter') ?? numberOf(match, 'same') ?? 0;
  const amount = numberOf(match, 'num') ?? numberOf(match, 'one') ?? (match.captures.has('vague') ? null : 1);
  const { lastDay, lastYear } = context;
  if (amount === null) return { value: durationText(null, unit), type: 'DURATION' };
  const base = lastDay !== null && match.from - lastDay.token <= 200 ? lastDay.day : null;
  if (unit === 'Y') {
    const told = lastYear !== null && match.from - lastYear.token <= 200 ? lastYear.year : null;
    // "24 Jahre später" with no year told before counts from something that is not in the text.
    if (told === null && direction > 0) return { value: durationText(amount, unit), type: 'DURATION' };
    const year = told ?? context.anchor.year;
    return year === null ? { value: '' } : { value: yearText(year + direction * amount), year: year + direction * amount };
  }
  if (unit === 'D' || unit === 'W') {
    const from = base ?? context.anchor.day;
    return from === null
      ? { value: '' }
      : { ...dayValue(from + direction * amount * (unit === 'W' ? 7 : 1), partOf(match)), aside: direction < 0 };
  }
  if (unit === 'M') {
    const from = base ?? context.anchor.day;
    if (from === null) return { value: '' };
    const { year, month } = dateOf(from);
    const months = year * 12 + month - 1 + direction * amount;
    return { value: monthText(Math.floor(months / 12), (months % 12) + 1) };
  }
  return { value: durationText(amount, unit), type: 'DURATION' };
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

const season: Resolver = (match, context) => {
  const name = textOf(match, 'season');
  if (name === null || (match.captures.size === 1 && followsName(match, context))) return null;
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

const part: Resolver = (match, context) => {
  const value = partOf(match) ?? textOf(match, 'midnight');
  const day = dayInMind(match, context);
  return value === null ? null : day === null ? { value: `XXXX-XX-XX${value}` } : { value: `${dayText(day)}${value}` };
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

const clock: Resolver = (match, context) => {
  const minutes = numberOf(match, 'clock');
  const whole = numberOf(match, 'int') ?? numberOf(match, 'num');
  const later = textOf(match, 'partSmall');
  let hour = minutes === null ? (whole ?? 25) : Math.floor(minutes / 60);
  let minute = minutes === null ? 0 : minutes % 60;
  if (match.captures.has('=halb')) {
    hour -= 1;
    minute = 30;
  }
  if (hour < 0 || hour > 24 || hour % 1 !== 0) return null;
  if ((later === 'TEV' || later === 'TAF') && hour < 12) hour += 12;
  // A bare clock before a unit of measure is a decimal ("um 12.15 Prozent").
  if (match.captures.has('clockAt') && (context.readings[match.to] ?? []).some((r) => r.class === 'counted')) return null;
  const time = clockText(hour, minute);
  if (match.from - context.lastSet <= 8) return { value: time };
  const day = dayInMind(match, context);
  if (day === null) return { value: time };
  const zone = context.grammar.zones[textOf(match, 'zone') ?? ''];
  if (zone === undefined) return { value: `${dayText(day)}${time}` };
  const offset = zone.offset + (zone.summer && isEuropeanSummer(day) ? 1 : 0);
  return { value: `${dayText(day)}${time}${offset === 0 ? 'Z' : `+${two(offset)}:00`}` };
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

const constant: Resolver = (match, context) => {
  // "Der seinerzeit reparierte Mast" qualifies a noun; after a comma the article is a relative pronoun.
  const before = context.readings[match.from - 1] ?? [];
  const attributive =
    before.some((r) => r.class === 'det') && isInflected(context.tokens, match.to) && wordAt(context, match.from - 2) !== ',';
  if (match.captures.has('ref') && attributive) return null;
  for (const name of ['ref', 'refAdjective', 'lately', 'now']) {
    const value = textOf(match, name);
    if (value !== null) return { value };
  }
  return { value: match.rule.value ?? '' };
};

/** "Sofort" alone is a time only of what is to come: "es war sofort klar" tells a manner. */
const atOnce: Resolver = (match, context) =>
  match.captures.has('=ab') || tenseOf(match, context) === 'future' ? { ...dayValue(context.anchor.day, null), aside: true } : null;

const lastUnit: Resolver = (match, context) => {
  const unit = match.captures.has('refyear') ? 'Y' : match.captures.has('refmonth') ? 'M' : 'W';
  return shifted(unit, numberOf(match, 'refyear') ?? numberOf(match, 'refmonth') ?? numberOf(match, 'refweek') ?? 0, context);
};

/** All functions that rules may name. */
export const resolvers: Readonly<Record<string, Resolver>> = {
  date,
  numericDate,
  isoDate,
  weekday,
  nightTo,
  modNight,
  dayAgo,
  relativeDay,
  period,
  weekend,
  ago,
  afterwards,
  year,
  bareYear,
  yearRange,
  decade,
  century,
  season,
  part,
  subYear,
  clock,
  holiday,
  constant,
  atOnce,
  lastUnit,
  ...durationResolvers,
};
