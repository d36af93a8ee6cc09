import type { Clause } from '../clauses.ts';
import type { Analysis } from './analysis.ts';
import { lastWord, spanBetween } from './analysis.ts';
import type { Candidate } from './candidate.ts';
import { OUTER } from './candidate.ts';
import { formOf } from './content-extent.ts';

/** Second subjunctives that stand in for a first subjunctive that looks like the indicative. */
const STAND_IN = new Set([
  'haben',
  'sein',
  'werden',
  'müssen',
  'können',
  'dürfen',
  'sollen',
  'kommen',
  'geben',
  'gehen',
  'lassen',
  'wissen',
  'bleiben',
  'stehen',
  'liegen',
  'nehmen',
]);

/** How strongly a sentence is marked as somebody's words although nobody is named in it. */
export type FreeMark = 'subjunctive1' | 'subjunctive2' | 'sollen' | null;

/** Reads the marking off the main clause of a sentence. */
export function freeMark(analysis: Analysis): FreeMark {
  const { tokens, clauses } = analysis;
  if (tokens.at(-1)?.text === '?') return null;
  for (const clause of clauses) {
    if (clause.kind !== 'main' || !clause.predicate) continue;
    const { mood, finite, modal } = clause.predicate;
    const form = tokens[finite]?.verbs.find((verb) => verb.mood === mood);
    if (mood === 'subjunctive1') return isSurelySubjunctive(analysis, clause, finite) ? 'subjunctive1' : null;
    if (mood === 'subjunctive2' && form && STAND_IN.has(form.lemma)) return clause.verbFirst && clause.index === 0 ? null : 'subjunctive2';
    if (modal === 'sollen' || form?.lemma === 'sollen') return 'sollen';
    return null;
  }
  return null;
}

/** "Ich lehne ab" and "weite Teile wurden" look like a first subjunctive: the indicative of "ich", an adjective before the verb. */
function isSurelySubjunctive({ tokens }: Analysis, clause: Clause, finite: number): boolean {
  if (!tokens[finite]?.verbs.some((verb) => verb.mood === 'indicative')) return true;
  return !clause.positions.some((at) => {
    const token = tokens[at];
    if (!token || token.capital) return token?.lower === 'ich';
    return token.lower === 'ich' || (at > finite && token.verbs.length > 0 && token.verbs.every((verb) => verb.mood === 'indicative'));
  });
}

/** A sentence in the subjunctive of reported speech without a source of its own: the speaker before goes on. */
export function findFree(analysis: Analysis, mark: Exclude<FreeMark, null>): Candidate {
  const last = lastWord(analysis, 0, analysis.tokens.length - 1);
  return {
    rule: `de.free.${mark}`,
    sentence: analysis.index,
    content: [spanBetween(analysis, 0, last)],
    cue: [],
    speaker: OUTER,
    form: formOf(analysis, 0, last) === 'mixed' ? 'mixed' : 'free_indirect',
    layer: 'speech',
    lemma: '',
    entry: null,
    negated: false,
    headline: false,
  };
}
