import type { ClaimMention, EventMention, Span, Statement } from '../../model/index.ts';
import { spansOf } from '../attribution/analysis.ts';
import { findSubject } from '../attribution/subject.ts';
import { allowsSense, type EventWords, eventVerbs, within } from './event-words.ts';
import type { GermanClause } from './german-events.ts';
import { isPlanned, meaningOf } from './told-clause.ts';

/** What the verb of a clause does with an allegation: with an event told in it or in the clause behind, or with one spoken of before. */
export function claimInClause(
  { analysis, clause, spans }: GermanClause,
  words: EventWords,
  events: readonly EventMention[],
  statementAt: (cue: number) => Statement | undefined,
): ClaimMention | null {
  const { tokens, language } = analysis;
  const lemma = meaningOf(tokens, clause);
  if (lemma === null || !clause.predicate || clause.kind === 'infinitive' || isPlanned(tokens, clause)) return null;
  const has = new Set(clause.positions.map((at) => tokens[at]?.lower ?? ''));
  if (has.has('keine')) has.add('nicht');
  const entry = eventVerbs(language.code, lemma).find((sense) => sense.kind === 'claim' && allowsSense(sense, has));
  if (!entry?.claim) return null;
  const hits = within(words.hits, spans);
  const negated = hits.some((hit) => hit.entry.kind === 'negation');
  if ((entry.claim === 'silent') !== negated) return null;
  // A list cut by its commas may stand between the verb and what is alleged.
  const next = analysis.clauses.slice(clause.index + 1, clause.index + 6).find(({ kind }) => kind !== 'fragment');
  const complement =
    next && (next.kind === 'infinitive' || next.kind === 'sub') ? spansOf(analysis, range(clause.last + 1, next.last)) : [];
  const reach = [...spans, ...complement];
  const reference = hits.find((hit) => hit.entry.kind === 'reference');
  const tells = events.some(({ head }) => reach.some(({ start, end }) => head.start >= start && head.end <= end));
  // "Kiew bestritt das."
  const pronoun =
    entry.claim !== 'accuses' && clause.positions.some((at) => /^(?:das|dies)$/.test(tokens[at]?.lower ?? '') && !tokens[at + 1]?.capital);
  if (!tells && !reference && !pronoun) return null;
  const statement = clause.predicate.parts.flatMap((at) => statementAt(tokens[at]?.start ?? -1) ?? [])[0];
  const subject = findSubject(analysis, clause);
  const subjectSpan = subject ? { start: tokens[subject.first]?.start ?? 0, end: tokens[subject.last]?.end ?? 0 } : null;
  const speaking = statement?.speakers[0]?.actor ?? (subjectSpan ? actorIn(words, [subjectSpan]) : null);
  const others = subjectSpan ? spans.flatMap((span) => withoutSpan(span, subjectSpan)) : spans;
  return {
    span: { start: reach[0]?.start ?? 0, end: Math.max(...reach.map(({ end }) => end)) },
    kind: entry.claim,
    by: speaking,
    against: statement?.addressee ?? (entry.claim === 'accuses' ? actorIn(words, others) : null),
    about: tells ? 'event' : (reference?.entry.about ?? 'allegation'),
    plural:
      reference !== undefined &&
      /(?:würfe|würfen|ungen|behauptungen)$/i.test(analysis.text.slice(reference.span.start, reference.span.end)),
    rule: `claim.de.${entry.code}`,
  };
}

function actorIn(words: EventWords, stretches: readonly Span[]): string | null {
  return within(words.mentions, stretches).find(({ kind }) => kind === 'actor')?.code ?? null;
}

function withoutSpan(whole: Span, part: Span): readonly Span[] {
  return [
    { start: whole.start, end: Math.min(whole.end, part.start) },
    { start: Math.max(whole.start, part.end), end: whole.end },
  ].filter(({ start, end }) => end > start);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}
