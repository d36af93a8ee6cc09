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
    const { speakers } = resolveSpeaker(words, { date, recent: [] });
    const named = speakers[0]?.actor ? [] : resolveSpeaker(afterVerb(analysis, clause), { date, recent: [] }).speakers;
    return { span, rule, speakers: named[0]?.actor ? named : speakers, when: date };
  });
}

/** "Einzelheiten nannte X nicht": with the object in front the one who is silent stands right behind the verb. */
function afterVerb(analysis: Analysis | undefined, clause: Analysis['clauses'][number] | null | undefined): string {
  const words: string[] = [];
  for (let at = (clause?.predicate?.finite ?? -2) + 1; at > 0 && words.length < 3; at++) {
    const token = analysis?.tokens[at];
    if (!token?.capital) break;
    words.push(token.text);
  }
  return words.join(' ');
}

/** "Aus Kiew gab es keine Reaktion": who is silent stands after aus or von. */
function placeOf(analysis: Analysis | undefined, span: Span): string {
  const words = analysis?.text.slice(span.start, span.end) ?? '';
  return /\b(?:aus|vonseiten|seitens|von|vom) ((?:der |dem |des )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)/iu.exec(words)?.[1] ?? '';
}
