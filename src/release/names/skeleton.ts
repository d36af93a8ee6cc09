import type { Letter } from './letters.ts';

/** A sound of a skeleton with the letters it was made from, as positions in the list given. */
export interface Sound {
  readonly char: string;
  readonly from: number;
  readonly to: number;
}

/** How a letter pair that is read in two ways is read: German writes "ch" for х, English for ч. */
type ReadingOfCh = 'c' | 'h';

/** Cyrillic by sound, in English letters; the soft and the hard sign have none. */
const CYRILLIC: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', ї: 'i', й: 'y', к: 'k', л: 'l' },
  ...{ м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'tch', ш: 'sh', щ: 'shch', ь: '' },
  ...{
    ъ: '',
    ы: 'y',
    э: 'e',
    ю: 'iu',
    я: 'ia',
    ё: 'e',
    ѐ: 'e',
    ў: 'u',
    ђ: 'dzh',
    ј: 'i',
    љ: 'l',
    њ: 'n',
    ћ: 'tch',
    џ: 'dzh',
    ѓ: 'g',
    ќ: 'k',
  },
};

/** Letters of other scripts that look like a Latin one. */
const LOOKS_LATIN: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ғ: 'f', ԍ: 'g', һ: 'h', н: 'h', і: 'i', ј: 'j', к: 'k', ӏ: 'l', м: 'm', о: 'o', р: 'p' },
  ...{ ԛ: 'q', ѕ: 's', т: 't', ѵ: 'v', ԝ: 'w', х: 'x', у: 'y' },
  ...{
    α: 'a',
    β: 'b',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    μ: 'm',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    σ: 's',
    τ: 't',
    υ: 'u',
    χ: 'x',
    ω: 'w',
    γ: 'y',
    ζ: 'z',
  },
  ...{
    ɑ: 'a',
    ɡ: 'g',
    ɩ: 'i',
    ᴀ: 'a',
    ᴇ: 'e',
    ᴏ: 'o',
    ᴄ: 'c',
    ᴜ: 'u',
    ɴ: 'n',
    ʀ: 'r',
    ᴛ: 't',
    ᴋ: 'k',
    ᴍ: 'm',
    ɪ: 'i',
    օ: 'o',
    ո: 'n',
    ս: 'u',
  },
};

/** Latin letters that look like a Cyrillic one, by the sound of that. */
const LOOKS_CYRILLIC: Readonly<Record<string, string>> = {
  ...{ a: 'a', b: 'v', c: 's', e: 'e', h: 'n', i: 'i', k: 'k', m: 'm', o: 'o', p: 'r', t: 't', x: 'kh', y: 'u', n: 'p', r: 'g', u: 'y' },
};

const DIGITS: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 6: 'b', 7: 't' };

/** Groups of letters for one sound, longest first. Voiced and voiceless hissing sounds are one, since German writes "sch" for both. */
const GROUPS: readonly (readonly [string, string])[] = [
  ['schtsch', 's'],
  ['shtch', 's'],
  ['stsch', 's'],
  ['shch', 's'],
  ['tsch', 'c'],
  ['tch', 'c'],
  ['sch', 's'],
  ['cz', 'c'],
  ['sh', 's'],
  ['zh', 's'],
  ['kh', 'h'],
  ['ck', 'k'],
  ['ph', 'f'],
  ['th', 't'],
  ['ts', 's'],
  ['tz', 's'],
];
const SINGLES: Readonly<Record<string, string>> = { z: 's', w: 'v', y: 'i', j: 'i', g: 'h', q: 'k' };
const LONGEST = 7;
const groupAt = new Map(GROUPS);
const groupStarts = new Set(GROUPS.map(([letters]) => letters.charAt(0)));

function charsOf(sounding: readonly Sound[], from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += sounding[at]?.char ?? '';
  return text;
}

function sounds(latin: readonly Sound[], ch: ReadingOfCh): readonly Sound[] {
  const made: Sound[] = [];
  for (let at = 0; at < latin.length; ) {
    let taken = 1;
    let char = latin[at]?.char ?? '';
    for (let length = groupStarts.has(char) ? Math.min(LONGEST, latin.length - at) : 1; length > 1; length--) {
      const letters = charsOf(latin, at, at + length);
      const group = letters === 'ch' ? ch : groupAt.get(letters);
      if (group === undefined) continue;
      char = group;
      taken = length;
      break;
    }
    const [first, last] = [latin[at], latin[at + taken - 1]];
    if (first && last) push(made, { char: SINGLES[char] ?? char, from: first.from, to: last.to });
    at += taken;
  }
  return made;
}

/** Adds a sound: "ie" and "io" are one vowel, doubled sounds one. */
function push(made: Sound[], sound: Sound): void {
  const before = made.at(-1);
  const isSame = before?.char === sound.char;
  const isGlide = before?.char === 'i' && (sound.char === 'e' || sound.char === 'o');
  if (!before || !(isSame || isGlide)) {
    made.push(sound);
    return;
  }
  made.pop();
  push(made, { char: isSame ? sound.char : 'e', from: before.from, to: sound.to });
}

function spelled(letters: readonly Letter[], table: (char: string) => string): readonly Sound[] {
  const made: Sound[] = [];
  for (const [at, { char }] of letters.entries()) for (const latin of table(char)) made.push({ char: latin, from: at, to: at });
  return made;
}

const bySound = (char: string): string => CYRILLIC[char] ?? LOOKS_LATIN[char] ?? char;
const byLook = (char: string): string => LOOKS_LATIN[char] ?? CYRILLIC[char] ?? char;
const asCyrillic = (char: string): string => LOOKS_CYRILLIC[char] ?? CYRILLIC[char] ?? char;
const withDigits = (char: string): string => DIGITS[char] ?? bySound(char);

/** Letters a word needs before it is read as a disguise: short words of one script are words of another by chance. */
const DISGUISED = 5;

function disguises(word: {
  readonly latin: boolean;
  readonly other: boolean;
  readonly digits: boolean;
  readonly chars: readonly string[];
}): readonly ((char: string) => string)[] {
  const isMixed = word.latin && word.other;
  const isLong = word.chars.length >= DISGUISED;
  return [
    ...(isMixed || (word.other && isLong) ? [byLook] : []),
    ...(isMixed || (word.latin && isLong && word.chars.every((char) => char in LOOKS_CYRILLIC)) ? [asCyrillic] : []),
    ...(word.digits && (word.latin || word.other) ? [withDigits] : []),
    ...(word.digits && isMixed ? [byLook, asCyrillic].map((table) => (char: string) => table(DIGITS[char] ?? char)) : []),
  ];
}

/**
 * The skeletons of some letters: the same for every way of writing one name in Latin and Cyrillic, and for look-alikes put in
 * from another script. Several, because a spelling can be read in several ways.
 */
export function skeletonsOf(letters: readonly Letter[], given: 'honest' | 'disguised' = 'disguised'): readonly (readonly Sound[])[] {
  const chars = letters.map(({ char }) => char);
  const isLatin = (char: string): boolean => /[a-z]/.test(char);
  const [latin, other, digits] = [
    chars.some(isLatin),
    chars.some((char) => !isLatin(char) && /\p{L}/u.test(char)),
    chars.some((char) => char in DIGITS),
  ];
  const tables = [bySound];
  if (given === 'disguised') tables.push(...disguises({ latin, other, digits, chars }));
  const found = new Map<string, readonly Sound[]>();
  for (const table of tables) {
    const spelling = spelled(letters, table);
    // Without the pair both readings are one.
    const hasPair = charsOf(spelling, 0, spelling.length).includes('ch');
    for (const ch of hasPair ? (['c', 'h'] as const) : (['c'] as const)) {
      const made = sounds(spelling, ch);
      found.set(textOf(made), made);
    }
  }
  return [...found.values()];
}

/** A skeleton as text. */
export function textOf(skeleton: readonly Sound[]): string {
  return charsOf(skeleton, 0, skeleton.length);
}
