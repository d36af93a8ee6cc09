import { knownUnits } from '../../model/administrative-units.ts';
import type { WithheldName } from '../../model/index.ts';
import { ENDING } from './endings.ts';
import { genericWords } from './generic-words.generated.ts';
import type { GenericWords } from './generic-words.ts';
import { lettersOf, wordsIn } from './letters.ts';
import { skeletonsOf, textOf } from './skeleton.ts';

/** How a word of a text is compared with a word of a name: the beginning that no ending changes. */
export interface Stem {
  readonly stem: string;
  /** The whole skeleton: a short word must be this, or this with few endings. */
  readonly whole: string;
  /** An abbreviation: it must be written in capitals, and has no ending. */
  readonly capitals: boolean;
}

/** One way to find a name: words in a row, or a single word that stands for it. */
export interface NamePattern {
  /** Alternatives for each word in a row. */
  readonly words: readonly (readonly Stem[])[];
  /**
   * Names that are also those of something coarser: of a region ("Charkiw" the city, unless "Oblast" stands beside it), or of a
   * region or a government, which point at a single site only beside a word for a facility ("AKW Saporischschja").
   */
  readonly when: 'always' | 'unless_region' | 'beside_facility';
}

/** Names as they are looked for. */
export interface CompiledNames {
  /** Patterns by the stems of their first word. */
  readonly byStem: ReadonlyMap<string, readonly NamePattern[]>;
  /** Long skeletons, looked for across all boundaries, by their first letters. */
  readonly squeezed: ReadonlyMap<string, readonly string[]>;
}

/** Letters a word needs so that any ending may follow, and so that it may stand in the middle of another word. */
const LONG = 5;
export const SQUEEZED = 6;
const VOWELS_AT_END = /[aeiou]+$/;

/** Skeletons of a single word. */
export function wordSkeletons(word: string): readonly string[] {
  return [...new Set(wordsIn(lettersOf(word)).flatMap((letters) => skeletonsOf(letters, 'honest').map(textOf)))];
}

const isPrefixed = (skeleton: string, list: ReadonlySet<string>): boolean => {
  if (list.has(skeleton)) return true;
  for (let length = skeleton.length - 1; length >= 4; length--)
    if (list.has(skeleton.slice(0, length)) && ENDING.test(skeleton.slice(length))) return true;
  return false;
};

const skeletonSet = (words: readonly string[]): ReadonlySet<string> =>
  new Set(
    words
      .flatMap(wordSkeletons)
      .flatMap((skeleton) => [skeleton, ...(skeleton.length > LONG ? [skeleton.replace(VOWELS_AT_END, '')] : [])]),
  );

/** What is left of the name of a region or of an adjective made from it: "Сумська" and "Sumy" are one. */
const reduced = (skeleton: string): string => /^(.{3,}?)(?:ens|ins|s)?k?[aeiou]*$/.exec(skeleton)?.[1] ?? skeleton;
const wordsOf = (...kinds: readonly GenericWords['kind'][]): readonly string[] =>
  genericWords.filter(({ kind }) => kinds.includes(kind)).flatMap(({ words }) => words);
const GENERIC = skeletonSet(wordsOf('general', 'facility', 'division'));
const FACILITIES = skeletonSet(wordsOf('facility'));
const DIVISIONS = skeletonSet(wordsOf('division'));
const CAPITALS: ReadonlySet<string> = new Set(
  wordsOf('capital')
    .flatMap(wordSkeletons)
    .map((skeleton) => reduced(skeleton)),
);
/** Names of first-level units: as coarse as what leaves anyway, and what capitals are called that stand for a government. */
const REGIONS: ReadonlySet<string> = new Set(
  knownUnits()
    .flatMap(({ short, de, en }) => [short.de, short.en, de, en].flatMap((name) => name.split(/[\s-]+/)))
    .concat(wordsOf('region'))
    .flatMap(wordSkeletons)
    .flatMap((skeleton) => [skeleton, reduced(skeleton)]),
);
const REGION_BEGINNINGS: ReadonlySet<string> = new Set(
  [...REGIONS].flatMap((region) => Array.from({ length: Math.max(0, region.length - LONG) }, (_, at) => region.slice(0, LONG + at))),
);

/** Whether a word says that a region is meant: "Oblast", "область". */
export function isRegionWord(skeletons: readonly string[]): boolean {
  return skeletons.some((skeleton) => isPrefixed(skeleton, DIVISIONS));
}

/** Whether a word calls a facility: "Raffinerie", "ТЕС". */
export function isFacilityWord(skeletons: readonly string[]): boolean {
  return skeletons.some((skeleton) => isPrefixed(skeleton, FACILITIES));
}

const isGeneric = (skeletons: readonly string[]): boolean => skeletons.some((skeleton) => isPrefixed(skeleton, GENERIC));
const isCapital = (skeletons: readonly string[]): boolean => skeletons.some((skeleton) => CAPITALS.has(reduced(skeleton)));
const isRegion = (skeletons: readonly string[]): boolean =>
  skeletons.some((skeleton) => REGIONS.has(reduced(skeleton)) || stemsOf(skeleton).some(({ stem }) => REGION_BEGINNINGS.has(stem)));

/** The beginnings under which a word is looked for: without its last vowels, its adjective ending, with softened consonants. */
function stemsOf(skeleton: string, capitals = false): readonly Stem[] {
  if (capitals) return [{ stem: skeleton, whole: skeleton, capitals }];
  const bare = skeleton.replace(VOWELS_AT_END, '');
  const base = bare.length >= 3 ? bare : skeleton;
  const stems = new Set([base]);
  const noun = /^(.{5,}?)(?:en|in)?sk$/.exec(base)?.[1];
  if (noun !== undefined && noun.replace(VOWELS_AT_END, '').length >= LONG) stems.add(noun.replace(VOWELS_AT_END, ''));
  // A vowel that changes in another case (Харків, Харкова).
  const closed = /^(.{2,})i([^aeiou])$/.exec(base);
  if (closed) for (const open of ['o', 'e']) stems.add(`${closed[1]}${open}${closed[2]}`);
  for (const stem of [...stems]) {
    const last = stem.at(-1);
    if (stem.length < 4) continue;
    if (last === 'k') for (const soft of ['s', 'c']) stems.add(stem.slice(0, -1) + soft);
    if (last === 'h') stems.add(`${stem.slice(0, -1)}s`);
    // A vowel that goes (Орёл, Орла).
    const fleeting = /^(.{2,}[^aeiou])[eoi]([^aeiou])$/.exec(stem);
    if (fleeting && stem.length >= LONG) stems.add(`${fleeting[1]}${fleeting[2]}`);
  }
  return [...stems].map((stem) => ({ stem, whole: skeleton, capitals }));
}

/** Letters an ordinary word needs to stand for a whole name; an abbreviation needs three. */
const DISTINCTIVE = 5;
const ABBREVIATION = 3;

function patternsOf({ kind, spellings }: WithheldName): readonly NamePattern[] {
  return spellings.flatMap((spelling) => {
    const words = wordsIn(lettersOf(spelling)).flatMap((letters) => {
      const written = spelling.slice(letters[0]?.start ?? 0, letters.at(-1)?.end ?? 0);
      // The spelling of a list is honest: look-alikes are only looked for in texts.
      const skeletons = skeletonsOf(letters, 'honest')
        .map(textOf)
        .filter((skeleton) => skeleton !== '');
      return skeletons.length > 0 ? [{ skeletons, written }] : [];
    });
    if (words.length === 0) return [];
    const alone = words.length === 1 ? (words[0]?.skeletons ?? []) : [];
    const when =
      isCapital(alone) || (kind !== 'settlement' && isRegion(alone)) ? 'beside_facility' : isRegion(alone) ? 'unless_region' : 'always';
    const patterns: NamePattern[] = [{ words: words.map(({ skeletons }) => skeletons.flatMap((each) => stemsOf(each))), when }];
    if (words.length === 1 || kind === 'settlement' || kind === 'person') return patterns;
    for (const { skeletons, written } of words) {
      const isAbbreviation = /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(written);
      const length = Math.max(...skeletons.map((skeleton) => skeleton.length));
      if (!/\p{L}/u.test(written) || isGeneric(skeletons) || length < (isAbbreviation ? ABBREVIATION : DISTINCTIVE)) continue;
      const stems = skeletons.flatMap((each) => stemsOf(each, isAbbreviation && length < DISTINCTIVE));
      patterns.push({ words: [stems], when: isRegion(skeletons) || isCapital(skeletons) ? 'beside_facility' : 'always' });
    }
    return patterns;
  });
}

/** Prepares names for being looked for in many texts. */
export function compileNames(names: readonly WithheldName[]): CompiledNames {
  const byStem = new Map<string, NamePattern[]>();
  const squeezed = new Map<string, Set<string>>();
  for (const pattern of names.flatMap(patternsOf)) {
    for (const stem of new Set((pattern.words[0] ?? []).map((word) => word.stem))) {
      const known = byStem.get(stem);
      if (known) known.push(pattern);
      else byStem.set(stem, [pattern]);
    }
    if (pattern.when !== 'always') continue;
    for (const whole of joined(pattern.words)) {
      const bare = whole.replace(VOWELS_AT_END, '');
      if (bare.length < SQUEEZED) continue;
      const key = bare.slice(0, SQUEEZED);
      squeezed.set(key, (squeezed.get(key) ?? new Set()).add(bare));
    }
  }
  return { byStem, squeezed: new Map([...squeezed].map(([key, found]) => [key, [...found].sort((a, b) => b.length - a.length)])) };
}

/** The words of a name run together, in every reading; few names have more than a handful. */
function joined(words: NamePattern['words']): readonly string[] {
  let made: readonly string[] = [''];
  for (const alternatives of words) {
    const wholes = [...new Set(alternatives.map(({ whole }) => whole))];
    made = made.flatMap((before) => wholes.map((whole) => before + whole)).slice(0, 32);
  }
  return [...new Set(made)];
}
