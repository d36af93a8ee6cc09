import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import { stemmer as stemUkrainian } from '@orama/stemmers/ukrainian';
import { germanCompoundParts } from '../../lang/de/compound-parts.generated.ts';
import { german } from '../../lang/de/index.ts';
import { makeCompoundSplitter } from './split-compound.ts';

/** Languages whose word forms are brought together; a text of another language is found by its words as they stand. */
export const SEARCH_LANGUAGES = ['de', 'en', 'uk', 'ru'] as const;
export type SearchLanguage = (typeof SEARCH_LANGUAGES)[number];

/** One word of a text as the index knows it: letters and digits only, so that every store takes it as it is. */
export interface SearchTerm {
  /** The stem of the word. */
  readonly term: string;
  /** What the word is found by as well: parts of a compound, the infinitive of a verb form. */
  readonly extra: readonly string[];
  readonly start: number;
  readonly end: number;
}

// An apostrophe belongs to a Ukrainian word; a hyphen parts words, since "Energie-Infrastruktur" is looked for by either.
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d'’ʼ]*/gu;
const LONGEST = 64;
const HAS_CYRILLIC = /\p{Script=Cyrillic}/u;
const UKRAINIAN_ONLY = /[іїєґ]/;

const splitGerman = makeCompoundSplitter(germanCompoundParts);
const STEMMERS: Readonly<Record<SearchLanguage, (word: string) => string>> = {
  de: stemGerman,
  en: stemEnglish,
  uk: stemUkrainian,
  ru: stemRussian,
};

/** One spelling for what people type in several ways: case, ß and ss, ё and е, apostrophes, soft hyphens, accents of other languages. */
export function foldWord(word: string): string {
  return (
    word
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\u00ad\u200b-\u200d'’ʼ]/g, '')
      .replaceAll('ß', 'ss')
      .replaceAll('ё', 'е')
      .replaceAll('ґ', 'г')
      .normalize('NFD')
      // The diaeresis and the breve stay for the stemmers: "й" is not "и", and German endings are cut before the umlaut is.
      .replace(/(?![\u0308\u0306])\p{M}/gu, '')
      .normalize('NFC')
      .slice(0, LONGEST)
  );
}

const lettersOnly = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, '');

/** The language whose rules a single word follows: its script decides before that of the text. */
function languageOf(folded: string, language: string): SearchLanguage | null {
  if (HAS_CYRILLIC.test(folded)) return language === 'uk' || UKRAINIAN_ONLY.test(folded) ? 'uk' : 'ru';
  return language === 'de' || language === 'en' ? language : language === 'uk' || language === 'ru' ? 'en' : null;
}

const LATIN_OR_CYRILLIC = /^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u;

function stemOf(folded: string, language: SearchLanguage | null): string {
  if (language === null || !LATIN_OR_CYRILLIC.test(folded)) return folded;
  const stem = lettersOnly(STEMMERS[language](folded));
  return stem === '' ? folded : stem;
}

/** What a German word is found by besides its own stem. */
function germanExtras(folded: string): readonly string[] {
  const parts = splitGerman(folded).map((part) => stemOf(part, 'de'));
  const verbs = folded.length < 40 ? german.lookupVerb(folded).filter(({ guess }) => !guess) : [];
  const infinitives = verbs.map(({ lemma, prefix }) => stemOf(foldWord(`${prefix ?? ''}${lemma}`), 'de'));
  return [...parts, ...infinitives];
}

const cache = new Map<string, Omit<SearchTerm, 'start' | 'end'>>();
const CACHED = 50_000;

function termOf(word: string, language: string): Omit<SearchTerm, 'start' | 'end'> {
  const key = `${language}\u001f${word}`;
  const known = cache.get(key);
  if (known) return known;
  const folded = foldWord(word);
  const own = languageOf(folded, language);
  const term = stemOf(folded, own);
  const extra = own === 'de' ? [...new Set(germanExtras(folded))].filter((other) => other !== term && other !== '') : [];
  const made = { term, extra };
  // Words repeat; forgetting all of them now and then is cheaper than keeping count of each.
  if (cache.size >= CACHED) cache.clear();
  cache.set(key, made);
  return made;
}

/** The words of a text as the index knows them, in order; linear in the text, for any text. */
export function analyseWords(text: string, language: string): readonly SearchTerm[] {
  const terms: SearchTerm[] = [];
  for (const found of text.matchAll(WORD)) {
    const { term, extra } = termOf(found[0], language);
    if (term !== '') terms.push({ term, extra, start: found.index, end: found.index + found[0].length });
  }
  return terms;
}

/** Every term by which a word of a query may stand in a text of any language; the word's own form is the first. */
export function queryTerms(word: string): readonly string[] {
  const folded = foldWord(word);
  if (folded === '') return [];
  const asked = HAS_CYRILLIC.test(folded) ? (['uk', 'ru'] as const) : (['de', 'en'] as const);
  const stems = asked.map((language) => stemOf(folded, language));
  const verbs = german.lookupVerb(folded).filter(({ guess, mood }) => !guess && mood !== 'participle1');
  const infinitives = asked[0] === 'de' ? verbs.map(({ lemma, prefix }) => stemOf(foldWord(`${prefix ?? ''}${lemma}`), 'de')) : [];
  return [...new Set([...stems, folded, ...infinitives])].filter((term) => term !== '');
}
