import type { Silence, Span } from '../../model/index.ts';
import { resolveSpeaker } from '../actors/index.ts';
import type { Analysis } from '../attribution/analysis.ts';
import { findSubject } from '../attribution/subject.ts';

/** Makes dated silences of the sentences in which a report says that somebody has not spoken. */
export function findSilences(
  analyses: readonly Analysis[],
  found: readonly { readonly span: Span; readonly rule: string }[],
  date: string | null,
): Silence[] {
  const byStart = new Map(analyses.map((analysis) => [analysis.sentence.start, analysis]));
  return found.map(({ span, rule }) => {
    const analysis = byStart.get(span.start);
    const clause = analysis?.clauses.find((other) => other.kind === 'main' && other.predicate !== null);
    const subject = analysis && clause ? findSubject(analysis, clause) : null;
    const first = subject && analysis ? analysis.tokens[subject.first]?.start : undefined;
    const last = subject && analysis ? analysis.tokens[subject.last]?.end : undefined;
    const source = analysis?.text.slice(first ?? span.start, last ?? span.end) ?? '';
    const words = first === undefined || /^(?:es|kein)/iu.test(source) ? placeOf(analysis, span) : source;
    return { span, rule, speakers: resolveSpeaker(words, { date, recent: [] }).speakers, when: date };
  });
}

/** "Aus Kiew gab es keine Reaktion": who is silent stands after aus or von. */
function placeOf(analysis: Analysis | undefined, span: Span): string {
  const words = analysis?.text.slice(span.start, span.end) ?? '';
  return /\b(?:aus|vonseiten|seitens|von|vom) ((?:der |dem |des )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)/iu.exec(words)?.[1] ?? '';
}
