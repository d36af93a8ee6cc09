import { analyseWords, queryTerms } from './analyse-words.ts';

/** Fields by which a search is narrowed; written `speaker:kreml` or given apart. */
export const SEARCH_FIELDS = ['speaker', 'holder', 'element', 'agreement', 'outlet', 'language', 'from', 'to'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** A search taken apart; every word is a list of terms of which one must be there. */
export interface SearchQuery {
  /** Words that must be there, by stem, by a part of a compound, or by another form of the verb. */
  readonly words: readonly (readonly string[])[];
  /** Words that must follow one another, by stem alone. */
  readonly phrases: readonly (readonly (readonly string[])[])[];
  /** Words that must not be there. */
  readonly without: readonly (readonly string[])[];
  readonly fields: Readonly<Partial<Record<SearchField, string>>>;
}

const PIECE = /(-)?(?:"([^"]*)"|„([^“”"]*)[“”"]|«([^»]*)»|([^\s"„«]+))/gu;
const MOST_WORDS = 32;

const isField = (name: string): name is SearchField => (SEARCH_FIELDS as readonly string[]).includes(name);

/** Takes a search apart: words, "phrases", -without, field:value; nothing that is typed is an error. */
export function parseQuery(typed: string): SearchQuery {
  const words: (readonly string[])[] = [];
  const phrases: (readonly (readonly string[])[])[] = [];
  const without: (readonly string[])[] = [];
  const fields: Partial<Record<SearchField, string>> = {};
  let last: SearchField | null = null;
  for (const [, minus, straight, german, french, bare] of typed.slice(0, 2_000).matchAll(PIECE)) {
    const quoted = straight ?? german ?? french;
    if (quoted !== undefined) {
      if (last !== null && minus === undefined) fields[last] = quoted.trim();
      else {
        const terms = split(quoted);
        if (minus !== undefined) without.push(...terms);
        else if (terms.length > 1) phrases.push(terms);
        else words.push(...terms);
      }
      last = null;
      continue;
    }
    const [, name = '', value = ''] = /^(\p{L}+):(.*)$/u.exec(bare ?? '') ?? [];
    if (minus === undefined && isField(name)) {
      // What follows the colon in quotation marks is the next piece.
      if (value === '') last = name;
      else fields[name] = value.replace(/^"|"$/g, '');
      if (value !== '') last = null;
      continue;
    }
    last = null;
    (minus === undefined ? words : without).push(...split(bare ?? ''));
  }
  return { words: words.slice(0, MOST_WORDS), phrases: phrases.slice(0, MOST_WORDS), without: without.slice(0, MOST_WORDS), fields };
}

function split(text: string): readonly (readonly string[])[] {
  return analyseWords(text, 'xx')
    .map(({ start, end }) => queryTerms(text.slice(start, end)))
    .filter((terms) => terms.length > 0);
}
