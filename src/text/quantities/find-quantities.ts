import type { NumberWords, TimeLanguage } from '../../lang/time-entries.ts';
import type { Quantity, TimeExpression } from '../../model/index.ts';
import { MARK, NUMBER, scan, type Tokens, WORD } from '../times/scan.ts';
import { type Amount, type AmountReader, amountReader } from './amounts.ts';

/** The tables of a language in the form in which they are asked. */
interface Compiled {
  readonly words: NumberWords;
  readonly amounts: AmountReader;
  readonly sets: Readonly<
    Record<'persons' | 'adverbs' | 'labels' | 'notCounted' | 'further' | 'casualty' | 'stops' | 'perSide' | 'one', ReadonlySet<string>>
  >;
  readonly approximations: readonly { readonly words: readonly string[]; readonly kind: string }[];
  readonly approximationEnds: ReadonlySet<string>;
}

const compiled = new WeakMap<TimeLanguage, Compiled>();

function compile(language: TimeLanguage): Compiled {
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const { numbers } = language;
  const approximations = Object.entries(numbers.approximations)
    .map(([phrase, kind]) => ({ words: phrase.split(' '), kind }))
    .sort((a, b) => b.words.length - a.words.length);
  const made: Compiled = {
    words: numbers,
    amounts: amountReader(numbers),
    sets: {
      persons: new Set(numbers.persons),
      adverbs: new Set(numbers.adverbs),
      labels: new Set(numbers.labels),
      notCounted: new Set(numbers.notCounted),
      further: new Set(numbers.further),
      casualty: new Set(numbers.casualty),
      stops: new Set(numbers.stops),
      perSide: new Set(numbers.perSide),
      one: new Set(numbers.one),
    },
    approximations,
    approximationEnds: new Set(approximations.map(({ words }) => words.at(-1) ?? '')),
  };
  compiled.set(language, made);
  return made;
}

/** What is counted: its unit, and the token after its last. */
interface Counted {
  readonly unit: string | null;
  readonly to: number;
}

// Words between a number and its noun ("23 schwer verletzte ukrainische Soldaten").
const MODIFIERS = 4;

/**
 * Finds counted things in order: a number in digits or words, its unit or noun, whether it holds for each side, and how
 * exact it is said to be. Numbers inside a time expression, labels ("Resolution 1701"), scores and ages are none.
 */
export function findQuantities(text: string, language: TimeLanguage, times: readonly TimeExpression[]): readonly Quantity[] {
  const data = compile(language);
  const tokens = scan(text);
  const found: Quantity[] = [];
  let nextTime = 0;
  let at = 0;
  let floor = 0;
  while (at < tokens.starts.length) {
    const start = tokens.starts[at] ?? 0;
    while (nextTime < times.length && (times[nextTime]?.span.end ?? 0) <= start) nextTime++;
    const time = times[nextTime];
    if (time !== undefined && time.span.start <= start && start < time.span.end) {
      at++;
      continue;
    }
    const amount = tokens.kinds[at] === MARK ? null : data.amounts.read(tokens, at);
    const quantity = amount === null ? null : quantityAt(at, amount, floor, tokens, data);
    if (quantity === null) {
      at = amount !== null && amount.to > at ? amount.to : at + 1;
      continue;
    }
    found.push(quantity.quantity);
    at = quantity.to;
    floor = at;
  }
  return found;
}

function word(tokens: Tokens, at: number): string {
  return tokens.starts[at] === undefined ? '' : tokens.text.slice(tokens.starts[at], tokens.ends[at]).toLowerCase();
}

function isCapital(tokens: Tokens, at: number): boolean {
  if (tokens.kinds[at] !== WORD) return false;
  const first = tokens.text.charAt(tokens.starts[at] ?? 0);
  return first !== first.toLowerCase();
}

function isGlued(tokens: Tokens, at: number): boolean {
  return tokens.starts[at] !== undefined && tokens.starts[at] === tokens.ends[at - 1];
}

function quantityAt(
  at: number,
  amount: Amount,
  floor: number,
  tokens: Tokens,
  data: Compiled,
): { readonly quantity: Quantity; readonly to: number } | null {
  if (isLabel(at, amount, tokens, data)) return null;
  const counted = countedAfter(amount, tokens, data);
  if (counted === null) return null;
  let from = at;
  let approximation: string | null = amount.mass ? 'at_least' : null;
  let perSide = false;
  for (let n = 0; n < 3 && from > floor; n++) {
    const before = word(tokens, from - 1);
    if (data.sets.perSide.has(before)) {
      perSide = true;
      from--;
      continue;
    }
    if (data.sets.further.has(before)) {
      from--;
      continue;
    }
    if (!data.approximationEnds.has(before)) break;
    const phrase = data.approximations.find(({ words }) => words.every((w, i) => word(tokens, from - words.length + i) === w));
    if (phrase === undefined) break;
    approximation = phrase.kind;
    from -= phrase.words.length;
  }
  const quantity: Quantity = {
    span: { start: tokens.starts[Math.max(from, floor)] ?? 0, end: tokens.ends[counted.to - 1] ?? 0 },
    value: amount.value,
    unit: counted.unit,
    perSide,
    approximation,
  };
  return { quantity, to: counted.to };
}

/** A number after "Resolution", within "F-16" or "Nord Stream 2", in a score or a fraction of figures names and does not count. */
function isLabel(at: number, amount: Amount, tokens: Tokens, data: Compiled): boolean {
  const before = word(tokens, at - 1);
  if (data.sets.labels.has(before) || data.words.labelEndings.some((ending) => before.endsWith(ending) && before.length > ending.length))
    return true;
  if (tokens.kinds[at] !== NUMBER) return false;
  const glued = isGlued(tokens, at);
  if (glued && (before === '-' || tokens.kinds[at - 1] === WORD || before === '/' || before === ':')) {
    const range = (before === '-' || before === '/') && tokens.kinds[at - 2] === NUMBER;
    if (!range) return true;
  }
  const digits = tokens.text.slice(tokens.starts[at], tokens.ends[at]);
  if (digits.includes(':') || (digits.length > 1 && digits.startsWith('0') && !digits.includes(','))) return true;
  // "Su 27" and "Nord Stream 2 Pipeline": a capital word before, not at the head of its sentence, and a small number.
  const after = word(tokens, amount.to);
  return (
    after === ':' ||
    (isGlued(tokens, amount.to) &&
      (after === '.' ? /^\d{1,2}$/.test(digits) && isCapital(tokens, amount.to + 1) : after === '-' || after === '/'))
  );
}

/** The unit or noun after an amount; null if nothing is counted. */
function countedAfter(amount: Amount, tokens: Tokens, data: Compiled): Counted | null {
  const { to } = amount;
  if (amount.times) return { unit: 'times', to };
  const measure = data.words.measures[word(tokens, to)];
  if (measure !== undefined && (tokens.kinds[to] === MARK || measureFits(tokens, to))) return { unit: measure, to: to + 1 };
  const currency = word(tokens, to) === 'us' && word(tokens, to + 1) === '-' ? data.words.measures[word(tokens, to + 2)] : undefined;
  if (currency !== undefined) return { unit: currency, to: to + 3 };
  if (amount.fraction) return { unit: 'share', to };
  if (data.words.times.words.includes(word(tokens, to))) return { unit: 'times', to: to + 1 };
  const noun =
    nounAfter(amount, tokens, data) ??
    (amount.mass && data.words.of.includes(word(tokens, to)) ? nounAfter({ ...amount, to: to + 1 }, tokens, data) : null);
  if (noun !== null) return noun;
  // "von derzeit 2000 auf rund 15.000 Soldaten": the noun comes with the second number.
  const second = data.words.links.includes(word(tokens, to)) ? secondAmount(to + 1, tokens, data) : null;
  if (second !== null) return { unit: second, to };
  if (amount.scaled) return { unit: null, to };
  return null;
}

/** Short units in small letters ("m", "km") must be written just so. */
function measureFits(tokens: Tokens, at: number): boolean {
  const surface = tokens.text.slice(tokens.starts[at], tokens.ends[at]);
  return surface.length > 2 || surface === surface.toLowerCase();
}

function secondAmount(from: number, tokens: Tokens, data: Compiled): string | null {
  for (let at = from; at < from + 3; at++) {
    const amount = tokens.kinds[at] === undefined || tokens.kinds[at] === MARK ? null : data.amounts.read(tokens, at);
    if (amount === null) continue;
    const measure = data.words.measures[word(tokens, amount.to)];
    return measure ?? nounAfter(amount, tokens, data)?.unit ?? null;
  }
  return null;
}

function nounAfter(amount: Amount, tokens: Tokens, data: Compiled): Counted | null {
  for (let at = amount.to; at <= amount.to + MODIFIERS; at++) {
    if (tokens.kinds[at] !== WORD || startsParagraph(tokens, at)) return null;
    const here = word(tokens, at);
    if (isCapital(tokens, at)) {
      if (data.sets.notCounted.has(here)) return null;
      const compound = compoundEnd(at, tokens);
      const last = word(tokens, compound - 1);
      if (amount.one && !data.sets.casualty.has(last)) return null;
      return {
        unit: data.sets.persons.has(last) ? 'person' : tokens.text.slice(tokens.starts[at], tokens.ends[compound - 1]),
        to: compound,
      };
    }
    if (amount.one && data.sets.further.has(here) && data.sets.stops.has(word(tokens, at + 1))) return { unit: 'person', to: at + 1 };
    if (data.sets.stops.has(here) || (!data.sets.adverbs.has(here) && !/(?:e|en|er|es|em)$/.test(here))) return null;
  }
  return null;
}

/** True if a blank line stands before a token: a headline does not count what the text below names. */
function startsParagraph({ text, starts, ends }: Tokens, at: number): boolean {
  const gap = text.slice(ends[at - 1] ?? 0, Math.min(starts[at] ?? 0, (ends[at - 1] ?? 0) + 50));
  return gap.length > 1 && /\n\s*\n/.test(gap);
}

function compoundEnd(at: number, tokens: Tokens): number {
  let end = at + 1;
  for (
    let n = 0;
    n < 3 && word(tokens, end) === '-' && isGlued(tokens, end) && isGlued(tokens, end + 1) && tokens.kinds[end + 1] === WORD;
    n++
  )
    end += 2;
  return end;
}
