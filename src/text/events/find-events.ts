import type { Language } from '../../lang/language.ts';
import type { ClaimMention, EventMention, Mention, Span, Statement, TimeExpression } from '../../model/index.ts';
import type { Analysis } from '../attribution/analysis.ts';
import { findClauses } from '../clauses.ts';
import { withoutMarks } from '../sentence-tokens.ts';
import { tokenize } from '../tokens.ts';
import { findEventWords } from './event-words.ts';
import { claimInClause } from './german-claims.ts';
import { clausesOf, eventsInClause, mayTell } from './german-events.ts';

/** Attacks that a text tells, and what is said of allegations, in order of the text. */
export interface EventsFound {
  readonly events: readonly EventMention[];
  readonly claims: readonly ClaimMention[];
}

/** What the earlier stages found, which the finder of events builds on. */
export interface EventInput {
  readonly text: string;
  readonly language: Language;
  readonly analyses: readonly Analysis[];
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeExpression[];
  readonly statements: readonly Statement[];
}

/** Reads the clauses of a German text, also those inside quoted utterances. */
export function findEvents({ text, language, analyses, mentions, times, statements }: EventInput): EventsFound {
  const words = findEventWords(text, language.code, mentions);
  if (!words) return { events: [], claims: [] };
  const statementAt = byCue(statements);
  const events: EventMention[] = [];
  const claims: ClaimMention[] = [];
  for (const passage of analyses.flatMap((analysis) => [analysis, ...quotedIn(analysis)])) {
    const { start, end } = passage.sentence;
    const hits = between(words.hits, start, end);
    // Most sentences tell no attack, and are not looked at any further.
    if (hits.length === 0 && !passage.clauses.some((clause) => mayTell(passage, clause))) continue;
    const own = {
      words: words.words,
      hits,
      regions: between(words.regions, start, end),
      mentions: between(words.mentions, start, end),
    };
    const ownTimes = between(times, start, end);
    const clauses = clausesOf(passage);
    const told = clauses.flatMap((clause) => eventsInClause(clause, own, ownTimes));
    events.push(...told);
    claims.push(...clauses.flatMap((clause) => claimInClause(clause, own, told, statementAt) ?? []));
  }
  return {
    events: events.sort((a, b) => a.head.start - b.head.start),
    claims: claims.sort((a, b) => a.span.start - b.span.start),
  };
}

/** The statement whose cue begins at a position. */
export function byCue(statements: readonly Statement[]): (start: number) => Statement | undefined {
  const found = new Map(statements.flatMap((statement) => statement.cue.map((cue): [number, Statement] => [cue.start, statement])));
  return (start) => found.get(start);
}

/** Of items in order of the text those that lie in a stretch; looked up, not searched, since a text may be long. */
export function between<T extends { readonly span: Span }>(items: readonly T[], start: number, end: number): readonly T[] {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.span.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let at = low; at < items.length; at++) {
    const item = items[at];
    if (!item || item.span.start >= end) break;
    if (item.span.end <= end) found.push(item);
  }
  return found;
}

/** A quoted utterance is one word of the sentence around it; read by itself it has clauses of its own. */
function quotedIn(analysis: Analysis): readonly Analysis[] {
  const seen = new Map<string, unknown>();
  return analysis.tokens.flatMap(({ quotation }) => {
    if (!quotation) return [];
    const { start, end } = quotation.inner;
    const { tokens } = withoutMarks(tokenize(analysis.text, start, end, analysis.language, seen), []);
    if (tokens.length > 500) return [];
    return [{ ...analysis, sentence: { ...analysis.sentence, start, end }, tokens, clauses: findClauses(tokens), fragments: [] }];
  });
}
