import type { Span, StatementForm } from '../../model/index.ts';
import type { Analysis } from './analysis.ts';
import { lastWord } from './analysis.ts';
import { reportingVerbOf } from './reporting-verb.ts';

/** Where a stretch of content that starts with a clause ends: at the next clause that belongs to the reporter again. */
export function contentEnd(analysis: Analysis, start: number): number {
  const { tokens, clauses } = analysis;
  const first = clauses[start];
  let last = first?.last ?? 0;
  const subjunctive = first?.predicate?.mood === 'subjunctive1' || first?.predicate?.mood === 'subjunctive2';
  for (let index = start + 1; index < clauses.length; index++) {
    const clause = clauses[index];
    if (!clause) break;
    if (clause.kind === 'main' && clause.predicate) {
      const mood = clause.predicate.mood;
      const reported = mood === 'subjunctive1' || mood === 'subjunctive2';
      const front = clauses[index - 1];
      const follows =
        clause.verbFirst && !clause.coordinated && front?.kind === 'sub' && front.index >= start && !reportingVerbOf(analysis, clause);
      if (!follows) {
        if (clause.verbFirst && reportingVerbOf(analysis, clause) && clause.boundary !== null) break;
        if (clause.coordinated && !reported) break;
        if (!reported && clause.boundary !== null) break;
        if (clause.boundary === 'semicolon' && !reported) break;
        if (!subjunctive && !reported) break;
      }
    }
    if (clause.kind === 'fragment' && tokens[clause.first]?.lower === 'so' && clause.boundary === 'comma') break;
    if (
      clause.kind === 'sub' &&
      clause.boundary !== null &&
      tokens[clause.opener ?? -1]?.lower === 'wie' &&
      reportingVerbOf(analysis, clause)
    )
      break;
    // "sagte, sie wolle „…“": a quotation without a mark before it completes the clause.
    if (tokens[clause.first]?.kind === 'quote' && clause.boundary !== null) break;
    last = Math.max(last, clause.last);
  }
  return lastWord(analysis, clauses[start]?.first ?? 0, last);
}

/** Start of the stretch in front of a postposed reporting clause: the sentence, or behind an earlier reporting clause. */
export function regionStart(analysis: Analysis, index: number): number {
  const { clauses, tokens } = analysis;
  for (let before = index - 1; before >= 0; before--) {
    const clause = clauses[before];
    if (!clause) break;
    if (clause.boundary === 'semicolon' || tokens[clause.first]?.kind === 'quote')
      return tokens[clause.first]?.kind === 'quote' ? clause.last + 1 : clause.first;
    if (clause.boundary === 'colon' && before > 0) return clause.first;
  }
  return clauses[0]?.first ?? 0;
}

export function formOf(analysis: Analysis, from: number, to: number): StatementForm {
  const start = analysis.tokens[from]?.start ?? 0;
  const end = analysis.tokens[to]?.end ?? 0;
  return analysis.fragments.some((fragment) => fragment.start >= start - 1 && fragment.end <= end + 1) ? 'mixed' : 'indirect';
}

/** The words between the marks, without a comma before the closing one; the full stop stays. */
export function innerOf({ text }: { readonly text: string }, inner: Span): Span {
  let { start, end } = inner;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /[\s,]/.test(text.charAt(end - 1))) end--;
  return { start, end };
}
