import { numberOf, type Resolver, textOf } from './context.ts';

const DATE_UNITS: Readonly<Record<string, string>> = { Y: 'Y', M: 'M', W: 'W', D: 'D', DE: 'DE', CE: 'CE', WE: 'WE' };
const CLOCK_UNITS: Readonly<Record<string, string>> = { H: 'H', MIN: 'M', S: 'S' };
/** The next smaller unit for halves, and how many make a whole. */
const SMALLER: Readonly<Record<string, readonly [string, number]>> = { Y: ['M', 12], H: ['M', 60], MIN: ['S', 60], D: ['H', 24] };

/** A TIMEX3 duration; an amount of null is an X, halves go to the smaller unit ("P3Y6M"). */
export function durationText(amount: number | null, unit: string): string {
  if (unit === 'Q') return durationText(amount === null ? null : amount * 3, 'M');
  if (unit === 'HY') return durationText(amount === null ? null : amount * 6, 'M');
  if (unit === 'DE' && amount !== null) return durationText(amount * 10, 'Y');
  if (unit === 'CE' && amount !== null) return durationText(amount * 100, 'Y');
  const clock = CLOCK_UNITS[unit];
  const letter = clock ?? DATE_UNITS[unit] ?? 'X';
  const prefix = clock === undefined ? 'P' : 'PT';
  if (amount === null) return `${prefix}X${letter}`;
  const whole = Math.floor(amount);
  const rest = amount - whole;
  const smaller = SMALLER[unit];
  if (rest === 0 || smaller === undefined) return `${prefix}${amount}${letter}`;
  const head = whole === 0 ? '' : `${whole}${letter}`;
  const tail = `${Math.round(rest * smaller[1])}${smaller[0]}`;
  return unit === 'D' ? `P${head}T${tail}` : `${prefix}${head}${tail}`;
}

const duration: Resolver = (match) => {
  const unit = textOf(match, 'unit') ?? textOf(match, 'unitPlural') ?? textOf(match, 'adjectiveUnit');
  const half = numberOf(match, 'half');
  const amount =
    half ?? numberOf(match, 'num') ?? numberOf(match, 'both') ?? numberOf(match, 'one') ?? (match.captures.has('all') ? 1 : null);
  return unit === null ? null : { value: durationText(amount, unit) };
};

/** "in den kommenden Tagen" is a vague time to come, "in den vergangenen Tagen" a vague length, "in diesen Tagen" now. */
const stretch: Resolver = (match) => {
  const mod = numberOf(match, 'mod') ?? 0;
  const unit = textOf(match, 'unitPlural');
  if (unit === null) return null;
  // "… wo sich dieser mehrere Stunden aufhielt": a pronoun, not "diese Stunden".
  if (mod === 0 && match.captures.has('vague')) return null;
  if (mod > 0) return { value: 'FUTURE_REF', type: 'DATE' };
  if (mod === 0) return { value: 'PRESENT_REF', type: 'DATE' };
  return { value: durationText(null, unit) };
};

const adjective: Resolver = (match) => {
  for (const unit of ['Y', 'M', 'W', 'D', 'H', 'MIN', 'S']) {
    const amount = numberOf(match, `adjective${unit}`);
    if (amount !== null) return { value: durationText(amount, unit) };
  }
  return null;
};

const lasting: Resolver = (match) => ({ value: textOf(match, 'lasting') ?? textOf(match, 'frequency') ?? '' });

/** "jeden Montag", "jeden zweiten Donnerstag". */
const everyWeekday: Resolver = (match) => {
  const day = numberOf(match, 'weekday') ?? numberOf(match, 'weekdays');
  let part = textOf(match, 'partSmall') ?? '';
  for (const reading of match.captures.values()) part = reading.part ?? part;
  return day === null ? null : { value: `XXXX-WXX-${day}${part}` };
};

/** "jede Woche", "alle zwei Wochen", "pro Monat". */
const everyUnit: Resolver = (match) => {
  const unit = textOf(match, 'unit') ?? textOf(match, 'unitPlural');
  if (unit === null) return null;
  const amount = numberOf(match, 'num') ?? numberOf(match, 'ord') ?? 1;
  return { value: unit === 'WE' ? 'XXXX-WXX-WE' : durationText(amount, unit) };
};

const everyPart: Resolver = (match) => ({ value: `XXXX-XX-XX${textOf(match, 'part') ?? textOf(match, 'night') ?? ''}` });

export const durationResolvers: Readonly<Record<string, Resolver>> = {
  duration,
  stretch,
  adjective,
  lasting,
  everyWeekday,
  everyUnit,
  everyPart,
};
