import type { ConceptEntry } from '../../lang/concepts.ts';
import type { Word } from './split-words.ts';

/** What a list needs of its entries to be matched. */
export interface Matchable {
  readonly match: readonly string[];
  readonly not?: readonly string[];
}

/** A concept found: the words `[from, to)` of the text. */
export interface ConceptHit<Entry extends Matchable = ConceptEntry> {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
}

/** The gaps of a pattern, with how many words each may skip. */
const GAPS: ReadonlyMap<string, number> = new Map([
  ['...', 4],
  ['......', 12],
]);
/** Word forms remembered with the items they match; a text repeats its words, hostile text must not fill the memory. */
const REMEMBERED = 100_000;

interface Pattern<Entry> {
  readonly entry: Entry;
  /** Item numbers; a negative one is a gap of that many words. */
  readonly items: readonly number[];
}

/** Concept lists made ready for matching: every item is looked up by the word, never tried one by one. */
export interface ConceptMatcher<Entry extends Matchable = ConceptEntry> {
  readonly itemsOf: (form: string) => readonly number[];
  readonly byFirst: ReadonlyMap<number, readonly Pattern<Entry>[]>;
}

type Affixes = Map<number, Map<string, number[]>>;

function addAffix(affixes: Affixes, affix: string, item: number): void {
  const ofLength = affixes.get(affix.length) ?? new Map<string, number[]>();
  affixes.set(affix.length, ofLength);
  ofLength.set(affix, [...(ofLength.get(affix) ?? []), item]);
}

/** Compiles concept lists; called once a language. */
export function compileConcepts<Entry extends Matchable>(entries: readonly Entry[]): ConceptMatcher<Entry> {
  const exact = new Map<string, number[]>();
  const begins: Affixes = new Map();
  const ends: Affixes = new Map();
  const within: { readonly part: string; readonly item: number }[] = [];
  const excluded = new Map<number, readonly string[]>();
  const byFirst = new Map<number, Pattern<Entry>[]>();
  let count = 1;

  const makeItem = (source: string, not: readonly string[]): number => {
    const item = count++;
    if (not.length) excluded.set(item, not);
    for (const one of source.split('|')) {
      const open = one.startsWith('*');
      const close = one.endsWith('*');
      const part = one.slice(open ? 1 : 0, close ? -1 : undefined);
      if (open && close) within.push({ part, item });
      else if (open) addAffix(ends, part, item);
      else if (close) addAffix(begins, part, item);
      else exact.set(part, [...(exact.get(part) ?? []), item]);
    }
    return item;
  };

  for (const entry of entries) {
    const not = (entry.not ?? []).map((word) => word.replaceAll('*', ''));
    for (const source of entry.match) {
      const items = source
        .split(' ')
        .filter(Boolean)
        .map((item) => -(GAPS.get(item) ?? 0) || makeItem(item, not));
      const first = items[0];
      if (first === undefined || first < 0) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { entry, items }]);
    }
  }

  const remembered = new Map<string, readonly number[]>();
  const itemsOf = (form: string): readonly number[] => {
    const known = remembered.get(form);
    if (known) return known;
    const found: number[] = [...(exact.get(form) ?? [])];
    for (const [length, affixes] of begins) if (length <= form.length) found.push(...(affixes.get(form.slice(0, length)) ?? []));
    for (const [length, affixes] of ends) if (length <= form.length) found.push(...(affixes.get(form.slice(-length)) ?? []));
    if (form.length <= 200) for (const { part, item } of within) if (form.includes(part)) found.push(item);
    const items = found.filter((item) => !excluded.get(item)?.some((word) => form.startsWith(word)));
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(form, items);
    return items;
  };
  return { itemsOf, byFirst };
}

/** Index after the last word of the pattern from `at` on, or -1; never leaves the sentence. */
function endOf(itemsAt: readonly (readonly number[])[], words: readonly Word[], pattern: Pattern<unknown>, at: number): number {
  let word = at;
  for (let step = 0; step < pattern.items.length; step++) {
    let item = pattern.items[step] ?? 0;
    let reach = 0;
    if (item < 0) {
      reach = -item;
      item = pattern.items[++step] ?? 0;
    }
    let found = -1;
    for (let next = word; next <= word + reach && next < words.length; next++) {
      if (next > at && words[next]?.opensSentence) break;
      if (itemsAt[next]?.includes(item)) {
        found = next;
        break;
      }
    }
    if (found < 0) return -1;
    word = found + 1;
  }
  return word;
}

/** Finds every concept in the words, longest match of a concept at a place, in order of the text. */
export function matchConcepts<Entry extends Matchable>(
  matcher: ConceptMatcher<Entry>,
  words: readonly Word[],
): readonly ConceptHit<Entry>[] {
  const hits: ConceptHit<Entry>[] = [];
  const coveredTo = new Map<Entry, number>();
  const itemsAt = words.map((word) => matcher.itemsOf(word.form));
  itemsAt.forEach((items, at) => {
    if (items.length === 0) return;
    const best = new Map<Entry, number>();
    for (const item of items) {
      for (const pattern of matcher.byFirst.get(item) ?? []) {
        const to = endOf(itemsAt, words, pattern, at);
        if (to > (best.get(pattern.entry) ?? at)) best.set(pattern.entry, to);
      }
    }
    for (const [entry, to] of best) {
      if (to <= (coveredTo.get(entry) ?? 0)) continue;
      coveredTo.set(entry, to);
      hits.push({ entry, from: at, to });
    }
  });
  return hits;
}
