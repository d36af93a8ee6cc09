import { conceptLists } from '../../lang/concept-lists.ts';
import type { Mention } from '../../model/index.ts';
import { findActors } from '../actors/find-actors.ts';
import { defaultRegistry } from '../actors/registry.ts';
import { findConditionClauses } from './condition-clauses.ts';
import { type ConceptHit, type ConceptMatcher, compileConcepts, matchConcepts } from './match-concepts.ts';
import { makeScene, nameAgreements } from './name-agreements.ts';
import { splitWords, type Word } from './split-words.ts';
import { findTerritories } from './territories.ts';

const matchers = new Map<string, ConceptMatcher>();

function matcherFor(language: string): ConceptMatcher | null {
  const known = matchers.get(language);
  if (known) return known;
  const entries = conceptLists[language];
  if (!entries) return null;
  const made = compileConcepts(entries);
  matchers.set(language, made);
  return made;
}

/** Parts that only build names; the ledger has no use for them. */
const SILENT_PARTS: ReadonlySet<string> = new Set([
  'definite',
  'indefinite',
  'full',
  'timed',
  'partial',
  'holiday',
  'maritime',
  'humanitarian',
  'halt',
  'no_more',
  'less',
  'lift',
  'if',
  'only_if',
]);
/** Topics that a halt or a denial turns round: aid becomes the end of aid. */
const ENDABLE: ReadonlySet<string> = new Set(['military_aid', 'intelligence', 'mobilisation', 'rearmament', 'oil_purchases']);
const TOPIC_REACH = 8;
const LONGEST_COMPOUND = 80;

/** Words between which a topic and the word that turns it round stand, and what they say together. */
function turnedTopics(
  hits: readonly ConceptHit[],
  words: readonly Word[],
): ReadonlyMap<ConceptHit, { code: string; from: number; to: number }> {
  const turned = new Map<ConceptHit, { code: string; from: number; to: number }>();
  const turners = hits.filter((hit) => hit.entry.kind === 'part' && ['halt', 'no_more', 'less', 'lift'].includes(hit.entry.code));
  let first = 0;
  for (const hit of hits) {
    if (hit.entry.kind !== 'topic') continue;
    while (first < turners.length && (turners[first]?.to ?? 0) < hit.from - TOPIC_REACH) first++;
    for (let index = first; index < turners.length; index++) {
      const turner = turners[index];
      if (!turner || turner.from > hit.to + TOPIC_REACH) break;
      const from = Math.min(turner.from, hit.from);
      const to = Math.max(turner.to, hit.to);
      if (words.slice(from + 1, to).some((word) => word.opensSentence)) continue;
      const lifting = turner.entry.code === 'lift';
      if (lifting !== (hit.entry.code === 'sanctions') || (!lifting && !ENDABLE.has(hit.entry.code))) continue;
      if (turner.entry.code === 'no_more' && turner.from > hit.from) continue;
      const how = lifting ? 'lift' : turner.entry.code === 'less' ? 'less' : 'end';
      turned.set(hit, { code: `${how}_${hit.entry.code}`, from, to });
      break;
    }
  }
  return turned;
}

/** Hits without those that a longer hit of the same kind covers ("Infrastruktur" within "andere zivile Infrastruktur"). */
function longest(hits: readonly ConceptHit[]): readonly ConceptHit[] {
  const lastOf = new Map<string, ConceptHit>();
  const kept: ConceptHit[] = [];
  for (const hit of hits) {
    const key = hit.entry.kind === 'object' ? 'object' : `${hit.entry.kind}:${hit.entry.code}`;
    const last = lastOf.get(key);
    if (last && last.from <= hit.from && last.to >= hit.to && last.to - last.from > hit.to - hit.from && hit.entry.open !== true) continue;
    lastOf.set(key, hit);
    kept.push(hit);
  }
  return kept;
}

function actorMentions(text: string, date: string | null): readonly Mention[] {
  return findActors(text, defaultRegistry(), date).map(({ span, actor, via }) => ({
    span,
    kind: 'actor',
    code: actor,
    rule: `actor.${via}`,
  }));
}

/** Stems of the heads that make a compound a truce ("waffenstillst" in "Infrastruktur-Waffenstillstand"). */
function headStems(language: string): readonly string[] {
  const heads = conceptLists[language]?.filter((entry) => entry.code === 'ceasefire' || entry.code === 'halt_of_attacks') ?? [];
  return heads.flatMap((entry) => entry.match.filter((item) => /^\*[^* ]+\*$/.test(item)).map((item) => item.slice(1, -1)));
}

/** Where the object ends within a compound whose head is the truce: "Energie-Moratorium" names the object "Energie". */
function endBeforeHead(text: string, word: Word | undefined, heads: readonly string[]): number {
  if (!word) return 0;
  const raw = text.slice(word.start, word.end);
  if (raw.length > LONGEST_COMPOUND) return word.end;
  const lower = raw.toLowerCase();
  const at = heads.map((stem) => lower.indexOf(stem)).find((position) => position > 0);
  return at === undefined ? word.end : word.start + raw.slice(0, at).replace(/-+$/, '').length;
}

/**
 * Everything in a text that means something to the ledger, as language-neutral codes; an unknown language gives an empty list.
 * The date tells apart actors who share a name.
 */
export function findMentions(text: string, language: string, date: string | null = null): readonly Mention[] {
  const matcher = matcherFor(language);
  if (!matcher) return [];
  const words = splitWords(text);
  const hits = longest(matchConcepts(matcher, words));
  const turned = turnedTopics(hits, words);
  const heads = headStems(language);
  const mentions: Mention[] = [
    ...nameAgreements(makeScene(words, hits)),
    ...findConditionClauses(words, hits),
    ...findTerritories(text, words),
    ...actorMentions(text, date),
  ];
  for (const hit of hits) {
    const { kind, code, open } = hit.entry;
    if (kind === 'agreement' || (kind === 'part' && SILENT_PARTS.has(code))) continue;
    const topic = turned.get(hit);
    const from = topic?.from ?? hit.from;
    const to = topic?.to ?? hit.to;
    mentions.push({
      span: {
        start: words[from]?.start ?? 0,
        end: kind === 'object' ? endBeforeHead(text, words[to - 1], heads) : (words[to - 1]?.end ?? 0),
      },
      kind: kind === 'part' ? 'element' : kind,
      code: topic?.code ?? code,
      ...(open ? { open } : {}),
      rule: `concept.${code}`,
    });
  }
  return mentions.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}
