import { WORD } from '../../lang/words.ts';
import type { Mention, Span, Statement, TimeExpression } from '../../model/index.ts';
import { contains, overlaps } from '../../model/index.ts';
import type { Analysis } from '../attribution/analysis.ts';
import { itemsWithin } from './spans-between.ts';

/** How far from the reporting verb somebody spoken to may be named, in characters. */
const NEAR = 40;
/** Sentences of more tokens than this are not looked into. */
const LONGEST_SENTENCE = 1000;
/** Acts that somebody else takes note of; a denial or a doubt is mostly told with whom it is about. */
const TO_SOMEBODY: ReadonlySet<Statement['act']> = new Set([
  'request',
  'demand',
  'order',
  'promise',
  'propose',
  'assert',
  'announce',
  'threaten',
]);
const PREPOSITION = WORD.preposition | WORD.prepositionArticle | WORD.genitivePreposition;
/** Prepositions behind which somebody is spoken to and not about. */
const TOWARDS: ReadonlySet<string> = new Set(['an', 'gegenüber']);
/** "Verlangte von X", "übte Druck auf X aus": of whom something is wanted. */
const WANTED_OF: ReadonlySet<string> = new Set(['an', 'gegenüber', 'von', 'auf']);
const WANTS: ReadonlySet<Statement['act']> = new Set(['demand', 'request', 'order']);
/** Articles and adjectives between a preposition and its name. */
const BETWEEN = 3;

/** The stretches of the sentence's clause that holds the reporting expression, without what is reported. */
function frameOf(analysis: Analysis, statement: Statement): readonly Span[] {
  const cue = statement.cue[0];
  // A text without full stops is one sentence: its frame is not looked for again at every statement.
  if (!cue || analysis.tokens.length > LONGEST_SENTENCE) return [];
  const at = analysis.tokens.findIndex((token) => token.start <= cue.start && cue.start < token.end);
  const clause = analysis.clauses.find((one) => one.positions.includes(at));
  if (!clause) return [];
  const pieces: Span[] = [];
  for (const position of clause.positions) {
    const token = analysis.tokens[position];
    if (!token || statement.content.some((content) => overlaps(content, token))) continue;
    const last = pieces.at(-1);
    // Marks between two words of one clause belong to it.
    if (last && token.start - last.end <= 2) pieces[pieces.length - 1] = { start: last.start, end: token.end };
    else pieces.push({ start: token.start, end: token.end });
  }
  return pieces;
}

/** When something was said, as the clause that reports it tells; a date after the report's own is not when it was said. */
export function whenSaid(
  analysis: Analysis,
  statement: Statement,
  times: readonly TimeExpression[],
  published: string | null,
): string | null {
  for (const piece of frameOf(analysis, statement)) {
    for (const time of itemsWithin(times, piece)) {
      if ((time.type !== 'DATE' && time.type !== 'TIME') || !/^\d{4}-/.test(time.value)) continue;
      const length = Math.min(10, published?.length ?? 0);
      if (published !== null && !/^\d{4}-W/.test(time.value) && time.value.slice(0, length) > published.slice(0, length)) continue;
      return time.value;
    }
  }
  return null;
}

/** The actor to whom something is said: named in the reporting clause without a preposition that makes it a topic. */
export function saidTo(analysis: Analysis, statement: Statement, mentions: readonly Mention[], others: readonly Span[]): string | null {
  const cue = statement.cue[0];
  const cueEnd = statement.cue.at(-1)?.end;
  if (!cue || cueEnd === undefined || !TO_SOMEBODY.has(statement.act)) return null;
  for (const piece of frameOf(analysis, statement)) {
    for (const mention of itemsWithin(mentions, piece)) {
      if (mention.kind !== 'actor' || mention.span.start < cue.end || mention.span.start > cueEnd + NEAR) continue;
      if (statement.speakers.some(({ actor }) => actor === mention.code) || others.some((span) => overlaps(span, mention.span))) continue;
      if (statement.speakerSpan && contains(statement.speakerSpan, mention.span)) continue;
      if (isTopic(analysis, mention.span, WANTS.has(statement.act) ? WANTED_OF : TOWARDS)) continue;
      return mention.code;
    }
  }
  return null;
}

/** "Bat um ein Treffen mit X", "sagte über Y": who stands behind a preposition is what is spoken of; an owner ("Xs Plan") likewise. */
function isTopic(analysis: Analysis, name: Span, towards: ReadonlySet<string>): boolean {
  const { tokens } = analysis;
  const at = tokens.findIndex((token) => token.end > name.start);
  const next = tokens.find((token) => token.start >= name.end);
  if (next?.capital && next.kind === 'word' && next.start - name.end <= 1) return true;
  for (let before = at - 1; before >= 0 && at - before <= BETWEEN; before--) {
    const token = tokens[before];
    if (token === undefined || token.kind !== 'word') return false;
    // "A call of the president's": a name in the genitive right behind a noun is its owner.
    if (before === at - 1 && token.capital && /s$/.test(analysis.text.slice(name.start, name.end))) return true;
    if (token.bits & PREPOSITION) return !towards.has(token.lower);
  }
  return false;
}
