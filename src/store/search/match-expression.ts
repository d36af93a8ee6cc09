import type { PassageQuery } from './passage.ts';

/** Alternatives of a phrase are written out; more of them than this are left out, the likeliest come first. */
const MOST_PHRASES = 64;

/** Whether anything is asked of the words themselves. */
export function asksForWords({ words, phrases }: PassageQuery): boolean {
  return words.length + phrases.length > 0;
}

// Terms hold letters, digits and marks alone; whatever else comes is taken out here, so that no term is ever an operator.
const clean = (term: string): string => term.replace(/[^\p{L}\p{N}\p{M}]/gu, '');
const cleaned = (terms: readonly string[]): readonly string[] => terms.map(clean).filter((term) => term !== '');

function spelledOut(phrase: readonly (readonly string[])[]): readonly string[][] {
  let all: string[][] = [[]];
  for (const choices of phrase) all = all.flatMap((before) => cleaned(choices).map((term) => [...before, term])).slice(0, MOST_PHRASES);
  return all;
}

/** The search as FTS5 writes it. */
export function ftsExpression({ words, phrases, without }: PassageQuery): string {
  const any = (terms: readonly string[]): string =>
    `{words extra} : (${cleaned(terms)
      .map((term) => `"${term}"`)
      .join(' OR ')})`;
  const wanted = [
    ...words.map(any),
    ...phrases.map(
      (phrase) =>
        `words : (${spelledOut(phrase)
          .map((terms) => `"${terms.join(' ')}"`)
          .join(' OR ')})`,
    ),
  ].join(' AND ');
  return without.length > 0 ? `(${wanted}) NOT (${without.map(any).join(' OR ')})` : wanted;
}

/** The same as PostgreSQL writes it. */
export function tsExpression({ words, phrases, without }: PassageQuery): string {
  const any = (terms: readonly string[]): string =>
    `(${cleaned(terms)
      .map((term) => `'${term}'`)
      .join(' | ')})`;
  return [
    ...words.map(any),
    // Written out: PostgreSQL finds no phrase with alternatives where one of them stands in the text without its place.
    ...phrases.map(
      (phrase) =>
        `(${spelledOut(phrase)
          .map((terms) => terms.map((term) => `'${term}'`).join(' <-> '))
          .join(' | ')})`,
    ),
    ...without.map((terms) => `!${any(terms)}`),
  ].join(' & ');
}

/** Words with their places and the others without, as PostgreSQL writes a text that is indexed. */
export function tsVector(words: readonly string[], extra: readonly string[]): string {
  return [...words.map((word, at) => `'${clean(word)}':${at + 1}`), ...extra.map((word) => `'${clean(word)}'`)].join(' ');
}
