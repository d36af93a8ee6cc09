import { germanEvents } from '../../lang/de/events.generated.ts';
import { germanRegions } from '../../lang/de/regions.generated.ts';
import { englishEvents } from '../../lang/en/events.generated.ts';
import { englishRegions } from '../../lang/en/regions.generated.ts';
import type { EventEntry, RegionWords } from '../../lang/event-entries.ts';
import type { Mention, Span } from '../../model/index.ts';
import { type ConceptMatcher, compileConcepts, matchConcepts } from '../mentions/match-concepts.ts';
import { splitWords, type Word } from '../mentions/split-words.ts';

/** A word of the event lists found in the text. */
export interface EventHit {
  readonly entry: EventEntry;
  readonly span: Span;
}

/** Everything of one text that the finder of events looks at, in order of the text. */
export interface EventWords {
  readonly words: readonly Word[];
  readonly hits: readonly EventHit[];
  readonly regions: readonly { readonly code: string; readonly span: Span }[];
  readonly mentions: readonly Mention[];
}

interface Lists {
  readonly entries: readonly EventEntry[];
  readonly events: ConceptMatcher<EventEntry>;
  readonly regions: ConceptMatcher<RegionWords>;
  /** By infinitive, with "ss" for "ß". */
  readonly verbs: ReadonlyMap<string, readonly EventEntry[]>;
}

const SOURCES: Readonly<Record<string, { readonly events: readonly EventEntry[]; readonly regions: readonly RegionWords[] }>> = {
  de: { events: germanEvents, regions: germanRegions },
  en: { events: englishEvents, regions: englishRegions },
};
const compiled = new Map<string, Lists>();

function listsFor(language: string): Lists | null {
  const known = compiled.get(language);
  if (known) return known;
  const source = SOURCES[language];
  if (!source) return null;
  const verbs = new Map<string, EventEntry[]>();
  for (const entry of source.events) {
    for (const lemma of entry.lemmas ?? []) verbs.set(foldSharp(lemma), [...(verbs.get(foldSharp(lemma)) ?? []), entry]);
  }
  const lists = {
    entries: source.events,
    events: compileConcepts(source.events),
    regions: compileConcepts(source.regions),
    verbs,
  };
  compiled.set(language, lists);
  return lists;
}

const foldSharp = (lemma: string): string => (lemma.includes('ß') ? lemma.replaceAll('ß', 'ss') : lemma);

/** The senses of a verb for the finder of events. */
export function eventVerbs(language: string, lemma: string): readonly EventEntry[] {
  return listsFor(language)?.verbs.get(foldSharp(lemma)) ?? [];
}

/** Whether the words of a clause let a verb have the sense of an entry. */
export function allowsSense(entry: EventEntry, words: ReadonlySet<string>): boolean {
  if (entry.without?.some((word) => words.has(word))) return false;
  return entry.with === undefined || entry.with.some((word) => words.has(word));
}

/** Finds the words of attacks, weapons, claims and regions in a text; null for a language without lists. */
export function findEventWords(text: string, language: string, mentions: readonly Mention[]): EventWords | null {
  const lists = listsFor(language);
  if (!lists) return null;
  const words = splitWords(text);
  const spanOf = ({ from, to }: { readonly from: number; readonly to: number }): Span => ({
    start: words[from]?.start ?? 0,
    end: words[to - 1]?.end ?? 0,
  });
  return {
    words,
    hits: matchConcepts(lists.events, words).map((hit) => ({ entry: hit.entry, span: spanOf(hit) })),
    regions: matchConcepts(lists.regions, words).map((hit) => ({ code: hit.entry.code, span: spanOf(hit) })),
    mentions,
  };
}

/** What lies wholly within one of the stretches given. */
export function within<T extends { readonly span: Span }>(items: readonly T[], stretches: readonly Span[]): readonly T[] {
  return items.filter(({ span }) => stretches.some(({ start, end }) => span.start >= start && span.end <= end));
}
