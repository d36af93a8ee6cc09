import type { EventEntry } from '../../lang/event-entries.ts';
import { WORD } from '../../lang/words.ts';
import type { EventMention, Span, TimeExpression } from '../../model/index.ts';
import { type Analysis, spansOf } from '../attribution/analysis.ts';
import { findSubject } from '../attribution/subject.ts';
import type { Clause } from '../clauses.ts';
import { phrasesOf } from '../phrases/noun-phrase.ts';
import { allowsSense, type EventHit, type EventWords, eventVerbs, within } from './event-words.ts';
import { makeEvent } from './make-event.ts';
import { isPlanned, meaningOf, tellsPast } from './told-clause.ts';

const PREPOSITION = WORD.preposition | WORD.prepositionArticle | WORD.genitivePreposition;
/** Behind these an attack named by a noun has happened whatever the sentence goes on to say. */
const AFTER = /^(?:nach|infolge|wegen|aufgrund|angesichts|seit)$/;
/** Behind these it has happened unless the clause speaks of a plan. */
const TOLD = /^(?:bei|beim|durch|von|vom|mit|über|während|im|in|unter)$/;
/** Behind these it is what is feared, meant or left off. */
const DEFINITE = WORD.definite | WORD.demonstrative | WORD.prepositionArticle;

/** One clause of a German passage as the finder of events sees it. */
export interface GermanClause {
  readonly analysis: Analysis;
  readonly clause: Clause;
  readonly spans: readonly Span[];
}

/** Whether the verb of a clause can tell an attack or answer an allegation. */
export function mayTell({ tokens, language }: Analysis, clause: Clause): boolean {
  const lemma = meaningOf(tokens, clause);
  return lemma !== null && eventVerbs(language.code, lemma).some(({ kind }) => kind === 'verb' || kind === 'claim');
}

/** The event a clause tells by its verb, or the events its nouns name. */
export function eventsInClause(found: GermanClause, words: EventWords, times: readonly TimeExpression[]): readonly EventMention[] {
  const hits = within(words.hits, found.spans);
  if (hits.some(({ entry }) => entry.kind === 'unreal')) return [];
  const byVerb = verbEvent(found, hits, words, times);
  if (byVerb && !byVerb.scene) return [byVerb];
  const nouns = hits.filter(({ entry }) => entry.kind === 'noun').flatMap((hit) => nounEvent(found, hit, hits, words, times) ?? []);
  // "Bei einem Angriff brannte ein Lager": the noun says what the fire was.
  const named = nouns.find(({ scene }) => !scene) ?? byVerb ?? nouns[0];
  return named ? [named] : [];
}

function verbEvent(
  { analysis, clause, spans }: GermanClause,
  hits: readonly EventHit[],
  words: EventWords,
  times: readonly TimeExpression[],
): EventMention | null {
  const { tokens, language, text } = analysis;
  const lemma = meaningOf(tokens, clause);
  if (lemma === null || !clause.predicate) return null;
  const has = new Set(clause.positions.map((at) => tokens[at]?.lower ?? ''));
  const entry = eventVerbs(language.code, lemma).find((sense) => sense.kind === 'verb' && allowsSense(sense, has));
  if (!entry || !tellsPast(tokens, clause, analysis.sentence.headline)) return null;
  const verb = fullVerb(tokens, clause);
  if (!verb) return null;
  const agents = clause.predicate.passive ? byPhrases(analysis, clause) : subjectSpan(analysis, clause);
  const targets = spans.flatMap((span) => outside(span, agents));
  return makeEvent(
    {
      entry,
      head: { start: verb.start, end: verb.end },
      scope: spans,
      agents,
      targets,
      polarity: hits.some((hit) => isNegated(hit, verb, text)) ? 'neg' : 'pos',
      definite: false,
      passive: clause.predicate.passive,
      rule: `event.de.${entry.code}`,
    },
    words,
    times,
    text,
  );
}

/** A negation before the verb and not of another verb ("nie ernst genommen und weiter angegriffen"), or behind one that comes early. */
function isNegated({ entry, span }: EventHit, verb: Span, text: string): boolean {
  if (entry.kind !== 'negation') return false;
  return span.end > verb.start || !/\s(?:und|oder|sondern)\s|,/.test(text.slice(span.end, verb.start));
}

/** "kein russischer Angriff": the denial stands right before the noun and its adjectives. */
function deniesNoun({ entry, span }: EventHit, noun: Span, text: string): boolean {
  if (entry.kind !== 'negation' || span.end > noun.start) return false;
  return /^kein/i.test(text.slice(span.start, span.end)) && /^[\s\p{Ll}]*$/u.test(text.slice(span.end, noun.start));
}

/** The word that carries the meaning of a predicate: its participle, else its last part. */
function fullVerb(tokens: Analysis['tokens'], { predicate, positions }: Clause): Analysis['tokens'][number] | undefined {
  if (!predicate) return undefined;
  const participle = positions
    .filter((at) => tokens[at]?.capital === false && tokens[at]?.verbs.some(({ mood }) => mood === 'participle2'))
    .at(-1);
  return tokens[participle ?? predicate.parts.at(-1) ?? predicate.finite];
}

function nounEvent(
  { analysis, clause, spans }: GermanClause,
  { entry, span: head }: EventHit,
  hits: readonly EventHit[],
  words: EventWords,
  times: readonly TimeExpression[],
): EventMention | null {
  const { tokens, language, text } = analysis;
  // "Angriffe einstellen" names a halt, which the text layer has marked as one.
  const halt = words.mentions.find(({ kind, span }) => kind === 'agreement' && span.start <= head.start && span.end >= head.end);
  // "Es habe keinen Angriff gegeben" looks like a halt and denies an event.
  if (halt && !(/^kein/i.test(text.slice(halt.span.start)) && tellsPast(tokens, clause, false))) return null;
  const at = clause.positions.find((position) => (tokens[position]?.end ?? 0) >= head.end && (tokens[position]?.start ?? 0) <= head.start);
  if (at === undefined) return null;
  const { preposition, article, first } = beforeNoun(analysis, clause, at);
  const lemma = meaningOf(tokens, clause);
  const has = new Set(clause.positions.map((position) => tokens[position]?.lower ?? ''));
  const senses: readonly EventEntry[] =
    lemma === null ? [] : eventVerbs(language.code, lemma).filter((sense) => sense.kind !== 'claim' || allowsSense(sense, has));
  const governs = senses.some(({ kind }) => kind === 'claim' || kind === 'tells');
  if (!isTold(analysis, clause, preposition, governs)) return null;
  const end = Math.max(head.end, ...spans.map((span) => span.end));
  const behind = { start: head.end, end };
  const phrase = { start: tokens[first]?.start ?? head.start, end: head.end };
  // When it was said stands before it, when it happened behind it: "meldete am Montag einen Angriff vom Sonntag".
  const said = senses.some(({ kind, code }) => kind === 'claim' || code === 'tells');
  const when = said ? [{ start: phrase.start, end }] : spans;
  return makeEvent(
    {
      entry,
      head,
      scope: spans,
      agents: [phrase, ...genitiveBehind(analysis, at), ...byPhrases(analysis, clause)],
      targets: [behind],
      when,
      polarity: hits.some((hit) => deniesNoun(hit, head, text)) ? 'neg' : 'pos',
      definite: article,
      plural: /(?:griffe|griffen|attacken|schläge|schlägen)$/i.test(text.slice(head.start, head.end)),
      rule: `event.de.${entry.code}`,
    },
    words,
    times,
    text,
  );
}

function isTold({ tokens, sentence }: Analysis, clause: Clause, preposition: string | null, governs: boolean): boolean {
  if (preposition !== null && AFTER.test(preposition)) return true;
  if (!clause.predicate) return preposition === 'bei' || preposition === 'beim';
  const planned = isPlanned(tokens, clause);
  if (preposition !== null && TOLD.test(preposition)) return !planned;
  if (preposition !== null && !/^(?:zu|zum)$/.test(preposition)) return false;
  // "Er bekannte sich zu dem Angriff", "nicht zu dem Angriff": only a verb that takes it tells it.
  return governs && !planned && (clause.kind !== 'infinitive' || tellsPast(tokens, clause, sentence.headline));
}

/** The preposition and article of the phrase whose noun stands at a position, and where the phrase begins. */
function beforeNoun(
  { tokens }: Analysis,
  clause: Clause,
  noun: number,
): { readonly preposition: string | null; readonly article: boolean; readonly first: number } {
  let article = false;
  let first = noun;
  for (let at = noun - 1; at >= Math.max(clause.first, noun - 5); at--) {
    const token = tokens[at];
    if (!token || !clause.positions.includes(at)) break;
    if ((token.bits & PREPOSITION) !== 0)
      return { preposition: token.lower, article: article || (token.bits & WORD.prepositionArticle) !== 0, first };
    if (token.kind === 'number' || (token.bits & (DEFINITE | WORD.indefinite | WORD.possessive | WORD.quantifier)) !== 0) {
      if ((token.bits & DEFINITE) !== 0) article = true;
    } else if (token.capital || !/(?:e|en|er|es|em)$/.test(token.lower) || token.kind !== 'word') break;
    first = at;
  }
  return { preposition: null, article, first };
}

/** "der Angriff der Armee auf …": who stands in the genitive right behind the noun. */
function genitiveBehind({ tokens }: Analysis, noun: number): readonly Span[] {
  const article = tokens[noun + 1];
  if (!article || !/^(?:der|des|seiner|ihrer)$/.test(article.lower)) return [];
  let last = noun + 1;
  while (tokens[last + 1]?.kind === 'word' && ((tokens[last + 1]?.bits ?? 0) & PREPOSITION) === 0 && last - noun < 6) last++;
  return [{ start: article.start, end: tokens[last]?.end ?? article.end }];
}

function byPhrases(analysis: Analysis, clause: Clause): readonly Span[] {
  const { tokens } = analysis;
  return phrasesOf(tokens, clause.positions, clause.predicate?.parts)
    .filter(({ preposition }) => preposition !== null && /^(?:von|vom|durch|seitens)$/.test(tokens[preposition]?.lower ?? ''))
    .map(({ from, to }) => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }));
}

function subjectSpan(analysis: Analysis, clause: Clause): readonly Span[] {
  const subject = findSubject(analysis, clause);
  if (!subject) return [];
  return [{ start: analysis.tokens[subject.first]?.start ?? 0, end: analysis.tokens[subject.last]?.end ?? 0 }];
}

function outside(whole: Span, parts: readonly Span[]): readonly Span[] {
  let left: readonly Span[] = [whole];
  for (const part of parts) {
    left = left.flatMap((span) => {
      if (part.end <= span.start || part.start >= span.end) return [span];
      return [
        { start: span.start, end: part.start },
        { start: part.end, end: span.end },
      ].filter(({ start, end }) => end > start);
    });
  }
  return left;
}

/** The clauses of a passage with the stretches of text they cover. */
export function clausesOf(analysis: Analysis): readonly GermanClause[] {
  const { clauses } = analysis;
  return clauses.map((clause, at) => {
    // A list cut by its commas ("in Aal, Bug und Cham angegriffen zu haben") leaves pieces without a verb around the clause.
    const pieces = clause.predicate === null ? [] : [...listPieces(clauses, at, -1), ...listPieces(clauses, at, 1)];
    const positions = [...clause.positions, ...pieces.flatMap((piece) => piece.positions)].sort((a, b) => a - b);
    return { analysis, clause, spans: spansOf(analysis, positions) };
  });
}

function listPieces(clauses: readonly Clause[], at: number, step: 1 | -1): readonly Clause[] {
  const pieces: Clause[] = [];
  for (let next = at + step; ; next += step) {
    const [piece, last] = [clauses[next], pieces.at(-1) ?? clauses[at]];
    if (!piece || !last || piece.kind !== 'fragment') return pieces;
    if (step === -1 ? piece.last + 2 !== last.first : last.last + 2 !== piece.first || piece.boundary !== 'comma') return pieces;
    pieces.push(piece);
  }
}
