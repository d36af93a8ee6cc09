import { ACC, readPhrase } from '../phrases/noun-phrase.ts';
import type { Analysis } from './analysis.ts';
import type { Candidate } from './candidate.ts';
import { clueOf, findSubject } from './subject.ts';

const CITES: ReadonlySet<string> = new Set(['zitieren']);

/** "Der Bote zitiert den Lotsen mit den Worten: „…“": the paper prints the words, the pilot has said them. */
export function findCited(analysis: Analysis, taken: readonly Candidate[]): Candidate[] {
  const { tokens, clauses } = analysis;
  const out: Candidate[] = [];
  for (const clause of clauses) {
    const { predicate } = clause;
    if (!predicate || predicate.passive || !CITES.has(predicate.lemma)) continue;
    const verb = tokens[predicate.finite];
    const printed = taken.find(
      (other) => other.form !== 'reported' && verb && other.cue.some((span) => span.start <= verb.start && verb.end <= span.end),
    );
    const subject = findSubject(analysis, clause);
    if (!printed || !subject) continue;
    const from = clause.positions.find((at) => at > predicate.finite && (at < subject.first || at > subject.last));
    if (from === undefined) continue;
    // "mit den Worten" belongs to the verb, not to whom it cites.
    const stop = clause.positions.find((at) => at > from && tokens[at]?.lower === 'mit') ?? clause.last + 1;
    for (let at = from; at <= Math.min(clause.last, from + 4); at++) {
      const phrase = at >= subject.first && at <= subject.last ? null : readPhrase(tokens, at, stop, true);
      if (!phrase || (phrase.cases & ACC) === 0) continue;
      out.push({
        ...printed,
        rule: 'de.mark.cited',
        speaker: clueOf(analysis, { phrase, first: phrase.from, last: phrase.to - 1 }),
      });
      break;
    }
  }
  return out;
}
