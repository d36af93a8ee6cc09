import type { Mention } from '../../model/index.ts';
import type { ConceptHit } from './match-concepts.ts';
import type { Word } from './split-words.ts';

/** How far, in words, a modifier or an object may stand from the head it belongs to. */
const REACH = { before: 4, after: 7, haltAfterAttack: 14, haltBeforeAttack: 6, listAfterAttack: 8 } as const;

/** The hits of one text with the questions that naming an agreement asks of them. */
interface Scene {
  readonly words: readonly Word[];
  readonly hits: readonly ConceptHit[];
  /** Number of the sentence a word stands in. */
  readonly sentenceOf: readonly number[];
  /** Index of the first hit that may begin at or after a word. */
  readonly firstHitAt: readonly number[];
}

/** Longest concept in words; hits that begin earlier than this before a word cannot cover it. */
const LONGEST = 24;

export function makeScene(words: readonly Word[], hits: readonly ConceptHit[]): Scene {
  let sentence = -1;
  const sentenceOf = words.map((word) => (word.opensSentence ? ++sentence : sentence));
  const firstHitAt: number[] = [];
  let next = 0;
  for (let at = 0; at <= words.length; at++) {
    while (next < hits.length && (hits[next]?.from ?? 0) < at) next++;
    firstHitAt.push(next);
  }
  return { words, hits, sentenceOf, firstHitAt };
}

/** Hits that touch the words `[from, to)` and stand in the sentence of the word `of`. */
function hitsIn(scene: Scene, of: number, from: number, to: number): readonly ConceptHit[] {
  const found: ConceptHit[] = [];
  const first = scene.firstHitAt[Math.max(0, from - LONGEST)] ?? 0;
  for (let index = first; index < scene.hits.length; index++) {
    const hit = scene.hits[index];
    if (!hit || hit.from >= to) break;
    if (hit.to > from && scene.sentenceOf[hit.from] === scene.sentenceOf[of]) found.push(hit);
  }
  return found;
}

const has = (hits: readonly ConceptHit[], code: string): boolean => hits.some((hit) => hit.entry.code === code);
const objectsIn = (hits: readonly ConceptHit[]): readonly ConceptHit[] => hits.filter((hit) => hit.entry.kind === 'object');

/** First word of the noun phrase that ends at `head`: no clause begins between the modifiers and the head. */
function phraseStart(scene: Scene, head: number): number {
  let start = head;
  while (start > 0 && head - start < REACH.before && !scene.words[start]?.opensClause && !scene.words[start]?.opensSentence) start--;
  return start;
}

/** First word after `head` at which a clause begins, at most `reach` away. */
function phraseEnd(scene: Scene, head: number, reach: number): number {
  let end = head;
  while (end < scene.words.length && end - head < reach && !scene.words[end]?.opensClause && !scene.words[end]?.opensSentence) end++;
  return end;
}

function mention(scene: Scene, code: string, from: number, to: number, rule: string): Mention {
  const start = scene.words[from]?.start ?? 0;
  const end = scene.words[to - 1]?.end ?? start;
  return { span: { start, end }, kind: 'agreement', code, rule };
}

/** True if the nearest article before the head is a definite one. */
function isDefinite(scene: Scene, head: number): boolean {
  const articles = hitsIn(scene, head, Math.max(phraseStart(scene, head), head - 3), head);
  return articles.filter((hit) => hit.entry.code === 'definite' || hit.entry.code === 'indefinite').at(-1)?.entry.code === 'definite';
}

/** Which truce a head word such as "Waffenruhe" names, from the modifiers before it and the phrase behind it. */
function nameTruce(scene: Scene, head: ConceptHit): Mention {
  const before = hitsIn(scene, head.from, phraseStart(scene, head.from), head.to);
  const after = hitsIn(scene, head.from, head.to, phraseEnd(scene, head.to, REACH.after));
  const modifiers = before.filter((hit) =>
    ['full', 'timed', 'partial', 'maritime', 'holiday', 'humanitarian', 'anaphor', 'halt'].includes(hit.entry.code),
  );
  const objects = objectsIn([...before, ...after]);
  const sea = [...before, ...after].filter((hit) => hit.entry.code === 'black_sea' || hit.entry.code === 'maritime');
  const from = Math.min(
    head.from,
    ...modifiers.map((hit) => hit.from),
    ...[...objects, ...sea].filter((hit) => hit.from < head.from).map((hit) => hit.from),
  );
  const to = Math.max(head.to, ...[...objects, ...sea].map((hit) => hit.to));
  const name = (code: string, end = head.to) => mention(scene, code, from, end, 'mention.truce');
  // "In the Black Sea the guns are to fall silent": the place may open the sentence.
  if (sea.length || (head.to - head.from > 1 && has(hitsIn(scene, head.from, head.from - 8, head.to), 'black_sea')))
    return name('maritime_truce', to);
  if (has(before, 'holiday') || has(after, 'holiday')) return name('holiday_truce');
  if (has(before, 'humanitarian')) return name('humanitarian_pause');
  if (objects.length || has(before, 'partial')) return name('limited_halt', to);
  if (has(before, 'anaphor')) return name('this_truce');
  if (has(before, 'full')) return name('full_ceasefire');
  return name(isDefinite(scene, head.from) ? 'the_truce' : 'ceasefire');
}

function pointsBack(scene: Scene, head: ConceptHit): boolean {
  return has(hitsIn(scene, head.from, Math.max(0, head.from - 2), head.from), 'anaphor');
}

/** "Stopp der Angriffe auf …", "Angriffe auf … einzustellen", "keine Angriffe auf …": a halt built from two words. */
function nameHalt(scene: Scene, attack: ConceptHit): Mention | null {
  const at = attack.from;
  const before = hitsIn(scene, at, at - REACH.haltBeforeAttack, at);
  const after = hitsIn(scene, at, attack.to, attack.to + REACH.haltAfterAttack);
  const noMore = hitsIn(scene, at, at - 2, at).find((hit) => hit.entry.code === 'no_more');
  // "Will attack no power station": the denial stands before the objects, the attack behind them.
  const spared = objectsIn(before).length ? before.find((hit) => hit.entry.code === 'no_more') : undefined;
  const halt =
    before.filter((hit) => hit.entry.code === 'halt').at(-1) ?? after.find((hit) => hit.entry.code === 'halt') ?? noMore ?? spared;
  if (!halt) return null;
  const list = objectsIn([...before, ...hitsIn(scene, at, attack.to, attack.to + REACH.listAfterAttack)]);
  const from = Math.min(at, halt.from, ...list.map((hit) => hit.from));
  const to = Math.max(attack.to, halt.to, ...list.map((hit) => hit.to));
  if (attack.entry.code === 'hostilities') return mention(scene, 'full_ceasefire', from, to, 'mention.end-of-fighting');
  return mention(scene, list.length ? 'limited_halt' : 'this_halt', from, to, 'mention.halt');
}

/** A one-word halt ("Moratorium") with what it covers. */
function nameMoratorium(scene: Scene, head: ConceptHit): Mention {
  const before = hitsIn(scene, head.from, phraseStart(scene, head.from), head.to);
  const objects = objectsIn([...before, ...hitsIn(scene, head.from, head.to, phraseEnd(scene, head.to, REACH.after))]);
  const from = Math.min(head.from, ...objects.map((hit) => hit.from));
  const to = Math.max(head.to, ...objects.map((hit) => hit.to));
  const known = !objects.length && (has(before, 'definite') || has(before, 'anaphor'));
  return mention(scene, known ? 'this_halt' : 'limited_halt', from, to, 'mention.moratorium');
}

/** "The pause" is the halt spoken of; any other pause is none of ours. */
function namePause(scene: Scene, head: ConceptHit): Mention | null {
  const known = isDefinite(scene, head.from) || has(hitsIn(scene, head.from, phraseStart(scene, head.from), head.from), 'anaphor');
  return known ? mention(scene, 'this_halt', head.from, head.to, 'mention.pause') : null;
}

/** A way to peace that is to begin with something names the halt of attacks on it. */
function nameFirstStep(scene: Scene, head: ConceptHit): Mention | null {
  const after = hitsIn(scene, head.from, head.to, head.to + 12);
  const objects = objectsIn(after);
  if (!objects.length || has(after, 'ceasefire')) return null;
  return mention(scene, 'limited_halt', head.from, Math.max(...objects.map((hit) => hit.to)), 'mention.first-step');
}

/** Names every agreement spoken of, by its head word and what stands around it. */
export function nameAgreements(scene: Scene): readonly Mention[] {
  const found: Mention[] = [];
  for (const hit of scene.hits) {
    const { kind, code } = hit.entry;
    let made: Mention | null = null;
    if (kind === 'agreement' && code === 'ceasefire') made = nameTruce(scene, hit);
    else if (kind === 'agreement' && code === 'halt_of_attacks') made = nameMoratorium(scene, hit);
    else if (kind === 'agreement' && code === 'pause') made = namePause(scene, hit);
    else if (kind === 'agreement' && code === 'roadmap_first_step') made = nameFirstStep(scene, hit);
    else if (kind === 'agreement' && code === 'this_agreement')
      made = mention(scene, pointsBack(scene, hit) ? code : 'the_agreement', hit.from, hit.to, `concept.${code}`);
    else if (kind === 'agreement') made = mention(scene, code, hit.from, hit.to, `concept.${code}`);
    else if (kind === 'act' && (code === 'attack' || code === 'hostilities')) made = nameHalt(scene, hit);
    if (made) found.push(made);
  }
  return withoutOverlaps(found);
}

/** Of agreement names that overlap the longer stays; the more telling one where they are equal. */
function withoutOverlaps(found: readonly Mention[]): readonly Mention[] {
  const vague = (code: string) => (/^th(?:e|is)_/.test(code) ? 1 : 0);
  const length = (one: Mention) => one.span.end - one.span.start;
  const sorted = [...found].sort((a, b) => a.span.start - b.span.start || length(b) - length(a));
  const kept: Mention[] = [];
  for (const one of sorted) {
    const last = kept.at(-1);
    if (!last || last.span.end <= one.span.start) kept.push(one);
    else if (vague(last.code) > vague(one.code) || (vague(last.code) === vague(one.code) && length(one) > length(last)))
      kept[kept.length - 1] = one;
  }
  return kept;
}
