import { languageWords } from './language-words.generated.ts';

/** Function words by ISO 639-1 code. */
export type LanguageWords = Readonly<Record<string, readonly string[]>>;

const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(languageWords)) {
  for (const word of words) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
}

/** The first two thousand words tell; the rest would only cost time. */
const LOOKED_AT = 15_000;

/** Guesses the language of a text by counting function words; null if fewer than two, or one word in thirty, are known. */
export function guessLanguage(text: string): string | null {
  const counts = new Map<string, number>();
  let words = 0;
  for (const [word] of text.slice(0, LOOKED_AT).matchAll(/\p{L}{1,30}/gu)) {
    words++;
    for (const language of languagesOf.get(word.toLowerCase()) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < 2 || first[1] * 30 < words || first[1] === second?.[1]) return null;
  return first[0];
}

/** Letters that one of the two Cyrillic languages here has and the other does not. */
const LETTERS = { uk: /[іїєґ]/giu, ru: /[ыэёъ]/giu } as const;

/** Guesses the language of a headline too short for its words to tell; only for Ukrainian and Russian do the letters decide. */
export function languageByLetters(text: string): 'uk' | 'ru' | null {
  const looked = text.slice(0, LOOKED_AT);
  const [uk, ru] = [looked.match(LETTERS.uk)?.length ?? 0, looked.match(LETTERS.ru)?.length ?? 0];
  if (uk === ru) return null;
  return uk > ru ? 'uk' : 'ru';
}
