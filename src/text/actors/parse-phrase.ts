import type { InstitutionEntry } from '../../lang/actors/index.ts';
import { nameAt, pickActor } from './find-actors.ts';
import type { Noun, Registry } from './registry.ts';
import { keyOf, type Word, wordsIn } from './words.ts';

/** A piece of a noun phrase, with what the lexicons know of it. */
export interface Item {
  readonly kind: 'actor' | 'noun' | 'adjective' | 'name' | 'definite' | 'indefinite' | 'both' | 'preposition' | 'comma' | 'other';
  readonly text: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Id of the actor named, by the piece itself or by the first part of a compound. */
  readonly actor: string | null;
  readonly nouns: readonly Noun[];
  /** ISO code that an adjective or a compound points to. */
  readonly iso: string | null;
  readonly institution: InstitutionEntry | null;
  readonly genitive: boolean;
  readonly quoted: boolean;
}

const EMPTY = { actor: null, nouns: [], iso: null, institution: null, genitive: false, quoted: false };
const NO_NOUNS: readonly Noun[] = [];
const FUNCTIONS = ['both', 'definite', 'indefinite', 'preposition'] as const;
const QUOTE = /[„“"»«›‹]/;

/** Phrases cut before, for each registry: a report names the same people over and over. Emptied when full. */
const cut = new WeakMap<Registry, Map<string, readonly Item[]>>();
const MOST_PHRASES = 5_000;

/** Cuts a noun phrase into pieces, left to right, in one pass. */
export function parsePhrase(text: string, registry: Registry, date: string | null): readonly Item[] {
  let phrases = cut.get(registry);
  if (!phrases || phrases.size >= MOST_PHRASES) {
    phrases = new Map();
    cut.set(registry, phrases);
  }
  const key = `${date ?? ''}|${text}`;
  const known = phrases.get(key);
  if (known) return known;
  const items = cutPhrase(text, registry, date);
  phrases.set(key, items);
  return items;
}

function cutPhrase(text: string, registry: Registry, date: string | null): Item[] {
  const words = wordsIn(text);
  const items: Item[] = [];
  let bracketed = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    const before = words[at - 1];
    // What stands in brackets is another name or the party of the one before.
    if (before && text.slice(before.end, word.start).includes('(')) bracketed = true;
    if (before && text.slice(before.end, word.start).includes(')')) bracketed = false;
    if (bracketed) continue;
    if (before && /[,;:(]/.test(text.slice(before.end, word.start)))
      items.push({ ...EMPTY, kind: 'comma', text: ',', key: ',', start: before.end, end: word.start });
    let last = at;
    while (words[last + 1]?.joined) last++;
    const name = nameAt(text, words, at, registry);
    const nameEnd = name ? at + name.keys.length - 1 : -1;
    if (name && (nameEnd >= last || last === at)) {
      const end = words[nameEnd] ?? word;
      // "Präsidenten-" words that are also names of places lose to a function word in lower case.
      items.push(actorItem(text, word, end, pickActor(name, null, registry, date)));
      at = nameEnd;
      continue;
    }
    const end = words[last] ?? word;
    const joined = keyOf(text.slice(word.start, end.end));
    items.push(wordItem(text, word, end, joined, name ? pickActor(name, null, registry, date) : null, registry));
    at = last;
  }
  return items;
}

function actorItem(text: string, first: Word, last: Word, actor: string): Item {
  const raw = text.slice(first.start, last.end);
  const quoted = QUOTE.test(text.charAt(first.start - 1));
  return {
    ...EMPTY,
    kind: 'actor',
    text: raw,
    key: last.key,
    start: first.start,
    end: last.end,
    actor,
    genitive: /[s’']$/.test(raw),
    quoted,
  };
}

function wordItem(text: string, first: Word, last: Word, key: string, modifier: string | null, registry: Registry): Item {
  // Written out, since this runs for every word of every phrase and copying objects was a tenth of all reading time.
  const make = (
    kind: Item['kind'],
    nouns: readonly Noun[] = NO_NOUNS,
    actor: string | null = null,
    iso: string | null = null,
    institution: InstitutionEntry | null = null,
  ): Item => ({
    kind,
    text: text.slice(first.start, last.end),
    key,
    start: first.start,
    end: last.end,
    actor,
    nouns,
    iso,
    institution,
    genitive: false,
    quoted: QUOTE.test(text.charAt(first.start - 1)),
  });
  const adjective = registry.adjectives.get(key);
  if (adjective) return make('adjective', NO_NOUNS, null, adjective);
  if (registry.functions.get('title')?.has(key)) return make('other');
  const nouns = registry.nouns.get(key);
  if (nouns && (first.upper || isEnglish(nouns))) return make('noun', nouns);
  // Function words are capitalised at the head of a sentence.
  if (!first.upper || first.start < 2) {
    for (const kind of FUNCTIONS) if (registry.functions.get(kind)?.has(key)) return make(kind);
  }
  if (first !== last) {
    const headKey = last.key;
    const head = registry.nouns.get(headKey) ?? suffixNoun(headKey, registry)?.nouns;
    const iso = registry.adjectives.get(keyOf(text.slice(first.start, first.end))) ?? null;
    if (head) return make('noun', head, modifier, iso, registry.compounds.get(first.key) ?? null);
    return make(first.upper || last.upper ? 'name' : 'other');
  }
  if (!first.upper || /^\d/.test(key) || (first.start < 2 && registry.functions.get('adjective')?.has(key))) return make('other');
  // "Europäische Staaten": a capital at the head of a sentence makes no name of an adjective.
  if (first.start < 2 && /(?:isch|lich|ig|end|iert)e[nrsm]?$/.test(key)) return make('other');
  const split = suffixNoun(key, registry);
  if (split) return make('noun', split.nouns, split.actor, null, split.institution);
  return make('name');
}

/** English role words stand in lower case. */
function isEnglish(nouns: readonly Noun[]): boolean {
  return nouns.some((noun) => (noun.t === 'role' && noun.gender === 'pl') || noun.t === 'institution');
}

/** Splits a compound without hyphen at its longest known head: "Kreml|sprecher", "Außenamts|sprecherin", "Panzer|general". */
function suffixNoun(
  key: string,
  registry: Registry,
): { nouns: readonly Noun[]; actor: string | null; institution: InstitutionEntry | null } | null {
  if (key.length > 48) return null;
  for (let cut = 2; cut <= key.length - 4; cut++) {
    const nouns = registry.nouns.get(key.slice(cut))?.filter((noun) => noun.t !== 'noun' || noun.entry.class !== 'title');
    if (!nouns?.length) continue;
    const first = key.slice(0, cut);
    const bare = first.replace(/s$/, '');
    const named = (registry.names.get(first) ?? registry.names.get(bare))?.find((entry) => entry.keys.length === 1 && !entry.exact);
    return { nouns, actor: named?.actors[0] ?? null, institution: registry.compounds.get(first) ?? null };
  }
  return null;
}
