import type { NumberWords } from '../../lang/time-entries.ts';
import { NUMBER, type Tokens, WORD } from '../times/scan.ts';
import { type NumberReader, numberReader, valueOfDigits } from './number-words.ts';

/** A number as it is said, with its multiplying noun. */
export interface Amount {
  readonly value: number;
  /** Index of the token after the last. */
  readonly to: number;
  /** Said with a word for thousand, million or more. */
  readonly scaled: boolean;
  /** A plural without a number ("Tausende"), which is a lower bound. */
  readonly mass: boolean;
  readonly fraction: boolean;
  /** A count of occasions ("zweimal"). */
  readonly times: boolean;
  /** The indefinite article, which counts only in set places. */
  readonly one: boolean;
}

export interface AmountReader {
  /** The amount that begins at a token; null if none does. */
  readonly read: (tokens: Tokens, at: number) => Amount | null;
}

const PLAIN = { scaled: false, mass: false, fraction: false, times: false, one: false };

/** Builds the reader of amounts of one language. */
export function amountReader(words: NumberWords): AmountReader {
  const numbers: NumberReader = numberReader(words);
  const one = new Set(words.one);
  const heads = new Set(
    [...Object.keys(words.masses), ...Object.keys(words.scales), ...Object.keys(words.fractions), ...words.one].map((word) =>
      word.slice(0, 3),
    ),
  );
  const wordOf = (tokens: Tokens, at: number): string =>
    tokens.kinds[at] === WORD ? tokens.text.slice(tokens.starts[at], tokens.ends[at]).toLowerCase() : '';

  const scaled = (value: number, tokens: Tokens, at: number): Amount => {
    const next = wordOf(tokens, at);
    const fraction = words.fractions[next];
    if (fraction !== undefined && value < 100) return { ...PLAIN, value: value * fraction, to: at + 1, fraction: true };
    const scale = words.scales[next];
    if (scale === undefined) return { ...PLAIN, value, to: at };
    // Decimals times a million are rounded, or 2.8 million would be 2799999.9999999995.
    const product = Math.round(value * scale * 1000) / 1000;
    const dot = tokens.text.charAt(tokens.ends[at] ?? 0) === '.' && next.length <= 3 ? 1 : 0;
    return { ...PLAIN, value: product, to: at + 1 + dot, scaled: true };
  };

  const read = (tokens: Tokens, at: number): Amount | null => {
    if (tokens.kinds[at] === NUMBER) {
      const value = valueOfDigits(tokens.text.slice(tokens.starts[at], tokens.ends[at]));
      return value === null ? null : scaled(value, tokens, at + 1);
    }
    const first = tokens.text.slice(tokens.starts[at], (tokens.starts[at] ?? 0) + 3).toLowerCase();
    const maybe = numbers.mayBegin(first);
    if (!maybe && !heads.has(first)) return null;
    const word = wordOf(tokens, at);
    if (word === '') return null;
    const cardinal = maybe ? numbers.cardinal(word) : null;
    if (cardinal !== null) return scaled(cardinal, tokens, at + 1);
    if (maybe && word.endsWith(words.times.suffix)) {
      const value = numbers.cardinal(word.slice(0, -words.times.suffix.length));
      if (value !== null) return { ...PLAIN, value, to: at + 1, times: true };
    }
    if (one.has(word)) {
      const amount = scaled(1, tokens, at + 1);
      return amount.scaled || amount.fraction ? amount : { ...amount, one: true };
    }
    const mass = words.masses[word];
    if (mass !== undefined) return { ...PLAIN, value: mass, to: at + 1, scaled: true, mass: true };
    const fraction = words.fractions[word];
    return fraction !== undefined && word === wordOf(tokens, at) && fraction === 0.5
      ? { ...PLAIN, value: 0.5, to: at + 1, fraction: true }
      : null;
  };
  return { read };
}
