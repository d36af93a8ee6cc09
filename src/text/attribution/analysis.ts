import type { Language } from '../../lang/language.ts';
import type { Span } from '../../model/index.ts';
import type { Clause } from '../clauses.ts';
import type { Quotation } from '../quotes.ts';
import type { ParseToken } from '../sentence-tokens.ts';
import type { Sentence } from '../sentences.ts';

/** Everything the rules see of one sentence. */
export interface Analysis {
  readonly text: string;
  readonly language: Language;
  readonly sentence: Sentence;
  readonly index: number;
  readonly tokens: readonly ParseToken[];
  readonly clauses: readonly Clause[];
  /** Quotations that are only part of a clause. */
  readonly fragments: readonly Quotation[];
  /** Whom the sentence is about, in languages whose clauses are not parsed. */
  readonly subject?: Span;
}

/** Span of the tokens from one position to another, both included, with the quotation marks that belong to them. */
export function spanBetween({ tokens, fragments }: Analysis, first: number, last: number): Span {
  let start = tokens[first]?.start ?? 0;
  let end = tokens[last]?.end ?? start;
  for (const fragment of fragments) {
    if (fragment.inner.start === start && fragment.end <= end + 1) start = fragment.start;
    if (fragment.start >= start && fragment.inner.end <= end && fragment.end > end && end > fragment.start) end = fragment.end;
  }
  return { start, end };
}

/** Spans of single positions, neighbours joined. */
export function spansOf(analysis: Analysis, positions: readonly number[]): Span[] {
  const spans: { start: number; end: number }[] = [];
  let previous = -2;
  for (const at of positions) {
    const token = analysis.tokens[at];
    if (!token) continue;
    const last = spans.at(-1);
    if (last && at === previous + 1) last.end = token.end;
    else spans.push({ start: token.start, end: token.end });
    previous = at;
  }
  return spans;
}

/** The last position of a stretch that is no boundary mark. */
export function lastWord({ tokens }: Analysis, from: number, to: number): number {
  let last = to;
  while (last > from && ['comma', 'stop', 'semicolon', 'colon', 'dash'].includes(tokens[last]?.kind ?? '')) last--;
  return last;
}
