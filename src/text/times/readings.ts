import type { TimeLanguage } from '../../lang/time-entries.ts';
import type { NumberReader } from '../quantities/number-words.ts';
import { numberReader, valueOfDigits } from '../quantities/number-words.ts';
import { NUMBER, type Tokens, WORD } from './scan.ts';

/** One way to understand a token: a class of the language's data, or `=word` for the word itself. */
export interface Reading {
  readonly class: string;
  readonly value: string | number;
  /** Part of day that the word carries besides ("Mittwochabend"). */
  readonly part?: string;
  readonly capital?: boolean;
  readonly small?: boolean;
}

const NONE: readonly Reading[] = [];

/** The words of a language, ready for look-up. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, readonly Reading[]>;
  readonly numbers: NumberReader;
  readonly adjectives: readonly { readonly ending: string; readonly unit: string }[];
  /** Last letters of duration adjectives, the cheap test that comes first. */
  readonly adjectiveTails: ReadonlySet<string>;
  readonly one: ReadonlySet<string>;
}

/** Expands the data of a language to a table of word forms; `literals` are the words that patterns name. */
export function vocabularyOf(language: TimeLanguage, literals: ReadonlySet<string>): Vocabulary {
  const words = new Map<string, Reading[]>();
  const add = (word: string, reading: Reading): void => {
    const known = words.get(word);
    if (known === undefined) words.set(word, [reading]);
    else if (!known.some((other) => other.class === reading.class && other.value === reading.value)) known.push(reading);
  };
  const formsByClass = new Map<string, { word: string; value: string | number }[]>();
  for (const entry of language.words) {
    const endings = entry.inflect === undefined ? [''] : (language.grammar.endings[entry.inflect] ?? ['']);
    const forms = formsByClass.get(entry.class) ?? [];
    formsByClass.set(entry.class, forms);
    for (const stem of entry.words)
      for (const ending of endings) {
        const word = `${stem}${ending}`.toLowerCase();
        forms.push({ word, value: entry.value });
        add(word, {
          class: entry.class,
          value: entry.value,
          ...(entry.capital ? { capital: true } : {}),
          ...(entry.small ? { small: true } : {}),
        });
      }
  }
  for (const join of language.grammar.joined)
    for (const first of formsByClass.get(join.first) ?? [])
      for (const second of formsByClass.get(join.second) ?? [])
        add(`${first.word}${second.word}`, { class: join.as, value: first.value, part: String(second.value) });
  for (const literal of literals) add(literal, { class: `=${literal}`, value: literal });
  for (const word of [...Object.keys(language.numbers.measures), ...language.numbers.persons]) add(word, { class: 'counted', value: word });
  for (const word of language.numbers.one) add(word, { class: 'one', value: 1 });

  const adjectives: { ending: string; unit: string }[] = [];
  for (const [stem, unit] of Object.entries(language.grammar.adjectiveUnits))
    for (const ending of language.grammar.adjectiveEndings) {
      adjectives.push({ ending: `${stem}${ending}`, unit });
      add(`${stem}${ending}`, { class: 'adjectiveUnit', value: unit, small: true });
    }
  return {
    words,
    numbers: numberReader(language.numbers),
    adjectives,
    adjectiveTails: new Set(adjectives.map(({ ending }) => ending.slice(-3))),
    one: new Set(language.numbers.one),
  };
}

/** What a number in digits may mean: an amount, a whole number, a year, a clock, a calendar day. */
function readNumber(digits: string): readonly Reading[] {
  const found: Reading[] = [];
  const value = valueOfDigits(digits);
  if (value !== null) found.push({ class: 'num', value });
  if (digits.length <= 4 && /^\d+$/.test(digits)) {
    found.push({ class: 'int', value: Number(digits) });
    if (digits.length === 4 && Number(digits) >= 1000 && Number(digits) < 2200) found.push({ class: 'year', value: Number(digits) });
    if (digits.length === 2) found.push({ class: 'twoDigits', value: Number(digits) });
    return found;
  }
  const clock = /^(\d{1,2})[.:](\d\d)$/.exec(digits);
  if (clock && Number(clock[1]) <= 24 && Number(clock[2]) < 60)
    found.push({ class: 'clock', value: Number(clock[1]) * 60 + Number(clock[2]) });
  const dayMonth = /^(\d{1,2})\.(\d{1,2})$/.exec(digits);
  if (dayMonth && isDay(dayMonth[1], dayMonth[2])) found.push({ class: 'dayMonth', value: digits });
  const date = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)$/.exec(digits);
  if (date && isDay(date[1], date[2])) found.push({ class: 'numericDate', value: digits });
  return found;
}

function isDay(day: string | undefined, month: string | undefined): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}

function readWord(word: string, vocabulary: Vocabulary): readonly Reading[] {
  const known = vocabulary.words.get(word) ?? NONE;
  if (word.length > 60 || !vocabulary.numbers.mayBegin(word)) return known;
  const extra: Reading[] = [];
  const cardinal = vocabulary.numbers.cardinal(word);
  if (cardinal !== null) extra.push({ class: 'num', value: cardinal });
  const ordinal = vocabulary.numbers.ordinal(word);
  if (ordinal !== null) extra.push({ class: 'ord', value: ordinal });
  if (cardinal === null && vocabulary.adjectiveTails.has(word.slice(-3)))
    for (const { ending, unit } of vocabulary.adjectives) {
      if (!word.endsWith(ending)) continue;
      const head = word.slice(0, -ending.length);
      const amount = vocabulary.one.has(head) ? 1 : vocabulary.numbers.cardinal(head);
      if (amount !== null) extra.push({ class: `adjective${unit}`, value: amount });
    }
  return extra.length === 0 ? known : [...known, ...extra];
}

/** Marks after which the next word begins a sentence or a quotation, so that its capital says nothing. */
const OPENERS = new Set(['.', '!', '?', ':', '"', '„', '“', '«', '»', '–', '-', '(', '•', '|']);

/** The readings of every token; words that mean nothing to the rules share one empty list. */
export function readTokens(tokens: Tokens, vocabulary: Vocabulary): readonly (readonly Reading[])[] {
  const { text, starts, ends, kinds } = tokens;
  const seen = new Map<string, readonly Reading[]>();
  const all: (readonly Reading[])[] = new Array(starts.length);
  for (let i = 0; i < starts.length; i++) {
    const surface = text.slice(starts[i], ends[i]);
    let readings = seen.get(surface);
    if (readings === undefined) {
      const kind = kinds[i];
      readings =
        kind === NUMBER
          ? readNumber(surface)
          : kind === WORD
            ? readWord(surface.toLowerCase(), vocabulary)
            : (vocabulary.words.get(surface) ?? NONE);
      seen.set(surface, readings);
    }
    if (readings.length > 0 && kinds[i] === WORD && readings.some((r) => r.capital || r.small)) {
      const first = surface.charAt(0);
      const upper = first !== first.toLowerCase();
      const glued = starts[i] === ends[i - 1] && text.charAt((starts[i] ?? 1) - 1) === '-';
      const before = text.slice(starts[i - 1], ends[i - 1]);
      const opens = i === 0 || (!glued && OPENERS.has(before)) || text.slice(ends[i - 1], starts[i]).includes('\n');
      const fits = readings.filter((r) => (r.capital ? upper : r.small ? !upper || opens : true));
      readings = fits.length === readings.length ? readings : fits;
    }
    all[i] = readings;
  }
  return all;
}
