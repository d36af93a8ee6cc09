import type { NumberWords } from '../../lang/time-entries.ts';

/** Reads number words of one language; null for what is none. */
export interface NumberReader {
  /** "dreiundzwanzig" is 23, "dreieinhalb" 3.5, "zweihunderttausend" 200000. The word is in lower case. */
  readonly cardinal: (word: string) => number | null;
  /** "dreiundzwanzigsten" is 23. */
  readonly ordinal: (word: string) => number | null;
  /** True if a word may begin with a number, told by its first three letters. */
  readonly mayBegin: (word: string) => boolean;
}

/** Builds the reader: all numbers below a thousand are generated once, larger ones are split at the word for thousand. */
export function numberReader(words: NumberWords): NumberReader {
  const cardinals = new Map<string, number>();
  const below100: [string, number][] = Object.entries(words.units);
  for (const [ten, value] of Object.entries(words.tens)) {
    below100.push([ten, value]);
    for (const [unit, n] of Object.entries(words.units)) if (n > 0 && n < 10) below100.push([`${unit}${words.joiner}${ten}`, value + n]);
  }
  for (const [word, value] of below100) cardinals.set(word, value);
  for (const [unit, n] of [['', 1] as const, ...Object.entries(words.units).filter(([, value]) => value > 0 && value < 20)]) {
    const stem = `${unit}${words.hundred}`;
    cardinals.set(stem, n * 100);
    for (const [rest, value] of below100) if (value > 0) cardinals.set(`${stem}${rest}`, n * 100 + value);
  }
  const ordinals = new Map<string, number>();
  for (const [word, value] of below100) {
    if (value === 0) continue;
    const small = value < 20;
    for (const ending of words.ordinalEndings.inflect)
      ordinals.set(`${word}${small ? words.ordinalEndings.small : words.ordinalEndings.large}${ending}`, value);
  }
  for (const [stem, value] of Object.entries(words.ordinals))
    for (const ending of words.ordinalEndings.inflect) ordinals.set(`${stem}${ending}`, value);
  for (const one of words.one) cardinals.delete(one);
  for (const [word, value] of Object.entries(words.special)) cardinals.set(word, value);

  const heads = new Set<string>();
  for (const word of [...cardinals.keys(), ...ordinals.keys(), words.thousand]) heads.add(word.slice(0, 3));

  const cardinal = (word: string): number | null => {
    const known = cardinals.get(word);
    if (known !== undefined) return known;
    if (word.length > 80) return null;
    if (word.endsWith(words.half)) {
      const whole = cardinals.get(word.slice(0, -words.half.length));
      return whole === undefined || whole > 99 ? null : whole + 0.5;
    }
    const split = word.indexOf(words.thousand);
    if (split < 0) return null;
    const head = split === 0 ? 1 : (cardinals.get(word.slice(0, split)) ?? words.units[word.slice(0, split)] ?? null);
    const tail = word.slice(split + words.thousand.length);
    const rest = tail === '' ? 0 : (cardinals.get(tail) ?? words.units[tail] ?? null);
    return head === null || rest === null ? null : head * 1000 + rest;
  };
  return { cardinal, ordinal: (word) => ordinals.get(word) ?? null, mayBegin: (word) => heads.has(word.slice(0, 3)) };
}

/** The value of a number in digits, "15.000" and "2,5" read by the dot for thousands and the comma for decimals. */
export function valueOfDigits(digits: string): number | null {
  const plain = digits.replace(/[\s'’]/g, '');
  if (/^\d+$/.test(plain)) return Number(plain);
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'));
  if (/^\d+,\d+$/.test(plain)) return Number(plain.replace(',', '.'));
  if (/^\d+\.\d{1,2}$/.test(plain)) return Number(plain);
  return null;
}
