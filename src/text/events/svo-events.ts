import type { ClaimMention, EventMention, Mention, Span, Statement, TimeExpression } from '../../model/index.ts';
import { type EventWords, findEventWords, within } from './event-words.ts';
import { between, byCue, type EventsFound } from './find-events.ts';
import { makeEvent } from './make-event.ts';

/** What the finder needs of a text in a language with fixed word order. */
export interface SvoEventInput {
  readonly text: string;
  readonly language: string;
  readonly sentences: readonly Span[];
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeExpression[];
  readonly statements: readonly Statement[];
}

/** Words at which a clause begins, beside marks: what stands before them is told by itself. */
const OPENERS = /^(?:that|which|who|but|while|when|because|where|if|unless|after|before|as)$/;
const BEFORE_PASSIVE = /\b(?:was|were|been|being|be)(?:\s+\w+)?\s*$/;
/** Characters before a noun in which its adjectives stand. */
const ADJECTIVES = 40;

/** Reads the clauses of a text in a language with fixed word order: who did it stands before the verb, what was struck behind it. */
export function findSvoEvents({ text, language, sentences, mentions, times, statements }: SvoEventInput): EventsFound {
  const words = findEventWords(text, language, mentions);
  if (!words || words.hits.length === 0) return { events: [], claims: [] };
  const statementAt = byCue(statements);
  const events: EventMention[] = [];
  const claims: ClaimMention[] = [];
  const wordSpans = words.words.map((word) => ({ word, span: { start: word.start, end: word.end } }));
  for (const sentence of sentences) {
    const hits = between(words.hits, sentence.start, sentence.end);
    if (hits.length === 0) continue;
    const own = {
      words: words.words,
      hits,
      regions: between(words.regions, sentence.start, sentence.end),
      mentions: between(words.mentions, sentence.start, sentence.end),
    };
    const ownTimes = between(times, sentence.start, sentence.end);
    const clauses = clausesIn(between(wordSpans, sentence.start, sentence.end), sentence);
    const told = clauses.flatMap((clause) => eventIn(clause, own, ownTimes, text) ?? []);
    events.push(...told);
    claims.push(...clauses.flatMap((clause, at) => claimIn(clause, clauses[at + 1], own, told, statementAt, text) ?? []));
  }
  return { events, claims };
}

function clausesIn(words: readonly { readonly word: EventWords['words'][number]; readonly span: Span }[], sentence: Span): readonly Span[] {
  const starts = words.flatMap(({ word }, at) => (at > 0 && (word.opensClause || OPENERS.test(word.form)) ? [word.start] : []));
  const edges = [sentence.start, ...starts, sentence.end];
  return edges.slice(0, -1).map((start, at) => ({ start, end: edges[at + 1] ?? sentence.end }));
}

function eventIn(clause: Span, words: EventWords, times: readonly TimeExpression[], text: string): EventMention | null {
  const hits = within(words.hits, [clause]);
  if (hits.some(({ entry }) => entry.kind === 'unreal')) return null;
  const verb = hits.find(({ entry }) => entry.kind === 'verb');
  const noun = hits.find(({ entry }) => entry.kind === 'noun');
  const head = verb ?? noun;
  if (!head || isHalt(words.mentions, head.span)) return null;
  if (!verb && !hits.some(({ entry }) => entry.kind === 'tells' || entry.kind === 'claim')) return null;
  const claim = hits.find(({ entry, span }) => entry.kind === 'claim' && span.start < head.span.start);
  const before = { start: claim?.span.end ?? clause.start, end: Math.max(claim?.span.end ?? clause.start, head.span.start) };
  const behind = { start: head.span.end, end: clause.end };
  const passive = verb !== undefined && BEFORE_PASSIVE.test(text.slice(clause.start, verb.span.start));
  const by = byPhrase(behind, text);
  const negated = hits.some(
    ({ entry, span }) => entry.kind === 'negation' && span.end <= head.span.start && head.span.start - span.end < ADJECTIVES,
  );
  return makeEvent(
    {
      entry: head.entry,
      head: head.span,
      scope: [clause],
      agents: passive ? by : verb ? [before] : [{ start: Math.max(before.start, head.span.start - ADJECTIVES), end: head.span.end }, ...by],
      targets: passive ? [before] : [behind],
      ...(verb && !claim ? {} : { when: [behind] }),
      polarity: negated ? 'neg' : 'pos',
      definite: !verb && /\b(?:the|that|this)\s+(?:\w+\s+)?$/i.test(text.slice(clause.start, head.span.start)),
      rule: `event.en.${head.entry.code}`,
    },
    words,
    times,
    text,
  );
}

function isHalt(mentions: readonly Mention[], head: Span): boolean {
  return mentions.some(({ kind, span }) => kind === 'agreement' && span.start <= head.start && span.end >= head.end);
}

function byPhrase(behind: Span, text: string): readonly Span[] {
  const at = /\bby\b/.exec(text.slice(behind.start, behind.end));
  return at ? [{ start: behind.start + at.index, end: behind.end }] : [];
}

function claimIn(
  clause: Span,
  next: Span | undefined,
  words: EventWords,
  events: readonly EventMention[],
  statementAt: (cue: number) => Statement | undefined,
  text: string,
): ClaimMention | null {
  const hits = within(words.hits, [clause]);
  const hit = hits.find(({ entry }) => entry.kind === 'claim');
  if (!hit?.entry.claim || hits.some(({ entry }) => entry.kind === 'unreal')) return null;
  const reach = next && opensComplement(text, next) ? [clause, next] : [clause];
  const tells = events.some(({ head }) => reach.some(({ start, end }) => head.start >= start && head.end <= end));
  const reference = hits.find(({ entry }) => entry.kind === 'reference');
  const accuses = hit.entry.claim === 'accuses';
  // "Blamed" alone points back to what was told; "accused of" something that is not told as an attack does not.
  if (!tells && !reference && hit.entry.code !== 'blame') return null;
  const before = { start: clause.start, end: hit.span.start };
  const behind = { start: hit.span.end, end: clause.end };
  const statement = statementAt(hit.span.start);
  const against = accuses ? (actorIn(words, behind) ?? statement?.addressee ?? null) : null;
  if (!tells && !reference && against === null) return null;
  return {
    span: { start: clause.start, end: (reach.at(-1) ?? clause).end },
    kind: hit.entry.claim,
    by: statement?.speakers[0]?.actor ?? actorIn(words, before),
    against,
    about: tells ? 'event' : (reference?.entry.about ?? 'responsibility'),
    plural: reference !== undefined && /s$/i.test(text.slice(reference.span.start, reference.span.end)),
    rule: `claim.en.${hit.entry.code}`,
  };
}

const opensComplement = (text: string, next: Span): boolean => /^\s*that\b/i.test(text.slice(next.start, next.end));

function actorIn(words: EventWords, stretch: Span): string | null {
  return within(words.mentions, [stretch]).find(({ kind }) => kind === 'actor')?.code ?? null;
}
