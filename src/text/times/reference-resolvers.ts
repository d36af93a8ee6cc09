import { clockText, dateOf, dayText, isSummerTime, monthText, yearText } from './calendar.ts';
import { dayInMind, numberOf, type Resolver, tenseOf, textOf, wordAt } from './context.ts';
import { durationText } from './durations.ts';
import { isInflected } from './patterns.ts';
import { dayValue, partOf, shifted, two } from './values.ts';

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

const part: Resolver = (match, context) => {
  const value = partOf(match) ?? textOf(match, 'midnight');
  const day = dayInMind(match, context);
  return value === null ? null : day === null ? { value: `XXXX-XX-XX${value}` } : { value: `${dayText(day)}${value}` };
};

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
  const offset = zone.offset + (zone.summer !== null && isSummerTime(day, zone.summer) ? 1 : 0);
  return { value: `${dayText(day)}${time}${offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(Math.abs(offset))}:00`}` };
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

/** Values that refer to the day of the report or to one told before, and times of day. */
export const referenceResolvers: Readonly<Record<string, Resolver>> = { afterwards, part, clock, ago, constant };
