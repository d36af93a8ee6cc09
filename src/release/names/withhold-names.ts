import type { WithheldName } from '../../model/index.ts';
import { type CompiledNames, compileNames, isFacilityWord, isRegionWord, type NamePattern, SQUEEZED, type Stem } from './compile-names.ts';
import { ENDING } from './endings.ts';
import { type Letter, lettersOf, wordsIn } from './letters.ts';
import { type Sound, skeletonsOf, textOf } from './skeleton.ts';

/** What stands where a name was taken out; the sign for words left out of a quotation. */
export const WITHHELD = '[…]';

/** A text after names were taken out of it. */
export interface Withheld {
  readonly text: string;
  /** How many passages were taken out. */
  readonly count: number;
}

/** Takes the names out of a text. */
export type NameFilter = (text: string) => Withheld;

/** Whether a name may be printed: the state on whose territory it stands, or its operator, has itself named it. */
export function isLifted({ namedBy, territory, operator }: WithheldName): boolean {
  return namedBy !== null && (namedBy.by === territory || namedBy.by === operator);
}

/** What is known of a word by its letters alone; words repeat, and working this out is most of the work. */
interface KnownWord {
  readonly skeletons: readonly string[];
  readonly isLatin: boolean;
  /** Patterns that may begin with it. */
  readonly patterns: readonly NamePattern[];
}

interface Word extends KnownWord {
  readonly letters: readonly Letter[];
  /** Written in capitals. */
  readonly isCapital: boolean;
}

/** Letters from which anything may follow a stem. */
const LONG = 6;
/** Endings of a short word in Latin letters, where more would make it another word. */
const SHORT_ENDING = /^(?:s|er|ers)?$/;
/** Words that may stand between those of a name: "Raffinerie von X". */
const FILLERS = 1;
/** How far a word for a facility may stand from the name of a region. */
const BESIDE = 2;

function isWord({ skeletons, isLatin, isCapital }: Word, { stem, whole, capitals }: Stem): boolean {
  if (capitals) return isCapital && skeletons.includes(whole);
  return skeletons.some((skeleton) => {
    if (skeleton === whole) return true;
    if (!skeleton.startsWith(stem)) return false;
    const ending = skeleton.slice(stem.length);
    if (stem.length >= LONG) return true;
    if (stem.length >= 4 || !isLatin) return ENDING.test(ending);
    return skeleton.startsWith(whole) && SHORT_ENDING.test(skeleton.slice(whole.length));
  });
}

/** The words a pattern takes from one on, as the index after the last; null if it does not fit there. */
function endOfMatch(pattern: NamePattern, words: readonly Word[], at: number): number | null {
  let next = at;
  for (const [number, alternatives] of pattern.words.entries()) {
    const reach = number === 0 ? next : next + FILLERS;
    let found = -1;
    for (let index = next; index <= reach && found < 0; index++) {
      const word = words[index];
      if (word && alternatives.some((stem) => isWord(word, stem))) found = index;
    }
    if (found < 0) return null;
    next = found + 1;
  }
  const near = (reach: number, test: (skeletons: readonly string[]) => boolean): boolean =>
    [...words.slice(Math.max(0, at - reach), at), ...words.slice(next, next + reach)].some(({ skeletons }) => test(skeletons));
  if (pattern.when === 'beside_facility') return near(BESIDE, isFacilityWord) ? next : null;
  if (pattern.when === 'unless_region') return near(1, isRegionWord) ? null : next;
  return next;
}

type Range = readonly [start: number, end: number];

function rangeOf(letters: readonly Letter[]): readonly Range[] {
  const [first, last] = [letters[0], letters.at(-1)];
  return first && last ? [[first.start, last.end]] : [];
}

function patternsFor({ byStem }: CompiledNames, skeletons: readonly string[]): readonly NamePattern[] {
  const found = new Set<NamePattern>();
  for (const skeleton of skeletons) {
    for (let length = 1; length <= skeleton.length; length++) {
      for (const pattern of byStem.get(skeleton.slice(0, length)) ?? []) found.add(pattern);
    }
  }
  return [...found];
}

function wordMatches(words: readonly Word[]): readonly Range[] {
  return words.flatMap(({ patterns }, at) =>
    patterns.flatMap((pattern) => {
      const end = endOfMatch(pattern, words, at);
      return end === null ? [] : rangeOf(words.slice(at, end).flatMap(({ letters }) => letters));
    }),
  );
}

/** Long names across all boundaries: in compounds, with blanks or points between the letters, broken anywhere. */
function squeezedMatches({ squeezed }: CompiledNames, letters: readonly Letter[]): readonly Range[] {
  if (squeezed.size === 0) return [];
  return skeletonsOf(letters).flatMap((skeleton) => {
    const text = textOf(skeleton);
    const found: Range[] = [];
    for (let at = 0; at + SQUEEZED <= text.length; at++) {
      const name = squeezed.get(text.slice(at, at + SQUEEZED))?.find((each) => text.startsWith(each, at));
      if (name === undefined) continue;
      const [first, last] = [skeleton[at], skeleton[at + name.length - 1]];
      if (first && last) found.push(...rangeOf([...inWord(letters, first, 'last'), ...inWord(letters, last, 'first')]));
    }
    return found;
  });
}

/** The letters of a sound that lie in one word with its first or last one: a doubled sound may reach into the next word. */
function inWord(letters: readonly Letter[], { from, to }: Sound, side: 'first' | 'last'): readonly Letter[] {
  const own = letters.slice(from, to + 1);
  const breaks = own.flatMap(({ joined }, at) => (at > 0 && !joined ? [at] : []));
  return side === 'first' ? own.slice(0, breaks[0] ?? own.length) : own.slice(breaks.at(-1) ?? 0);
}

/** Letters set apart one by one are one word, however short the name. */
function spacedWords(words: readonly (readonly Letter[])[]): readonly (readonly Letter[])[] {
  const runs: Letter[][] = [];
  let run: Letter[] = [];
  for (const word of [...words, []]) {
    if (word.length === 1) run.push(...word);
    else {
      if (run.length >= 3) runs.push(run);
      run = [];
    }
  }
  return runs;
}

/** Words that are known at once; forgetting all of them now and then is cheaper than keeping count of each. */
const REMEMBERED = 50_000;
/** A word longer than this comes once. */
const LONGEST_REMEMBERED = 40;

/** Reads words, each spelling once. */
function wordReader(compiled: CompiledNames): (letters: readonly Letter[], text: string) => Word {
  const remembered = new Map<string, KnownWord>();
  const read = (letters: readonly Letter[]): KnownWord => {
    const skeletons = skeletonsOf(letters).map(textOf);
    const isLatin = letters.every(({ char }) => !/\p{L}/u.test(char) || /[a-z]/.test(char));
    return { skeletons, isLatin, patterns: patternsFor(compiled, skeletons) };
  };
  const known = (letters: readonly Letter[]): KnownWord => {
    if (letters.length > LONGEST_REMEMBERED) return read(letters);
    let key = '';
    for (const { char } of letters) key += char;
    const found = remembered.get(key) ?? read(letters);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(key, found);
    return found;
  };
  return (letters, text) => ({
    ...known(letters),
    letters,
    isCapital: /^\P{Ll}*\p{Lu}\P{Ll}*\p{Lu}\P{Ll}*$/u.test(text.slice(letters[0]?.start ?? 0, letters.at(-1)?.end ?? 0)),
  });
}

/** Prepares the names once, for many texts. */
export function nameFilter(names: readonly WithheldName[]): NameFilter {
  const compiled = compileNames(names.filter((name) => !isLifted(name)));
  if (compiled.byStem.size === 0) return (text) => ({ text, count: 0 });
  const wordOf = wordReader(compiled);
  return (text) => {
    const letters = lettersOf(text);
    const words = wordsIn(letters);
    const ranges = [
      ...wordMatches(words.map((word) => wordOf(word, text))),
      ...spacedWords(words).flatMap((run) => wordMatches([wordOf(run, text)])),
      ...squeezedMatches(compiled, letters),
    ];
    return cut(text, ranges);
  };
}

/** Takes withheld names out of one text; for many texts prepare a {@link nameFilter}. */
export function withholdNames(text: string, names: readonly WithheldName[]): Withheld {
  return nameFilter(names)(text);
}

/** Puts the sign in place of the ranges; those with nothing but blanks or hyphens between them are one. */
function cut(text: string, ranges: readonly Range[]): Withheld {
  const merged: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && (start <= last[1] || /^[\s\-–]*$/.test(text.slice(last[1], start)))) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  let made = '';
  let at = 0;
  for (const [start, end] of merged) {
    made += text.slice(at, start) + WITHHELD;
    at = end;
  }
  return { text: made + text.slice(at), count: merged.length };
}
