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
    if (mood === 'subjunctive1') return 'subjunctive1';
    if (mood === 'subjunctive2' && form && STAND_IN.has(form.lemma)) return clause.verbFirst && clause.index === 0 ? null : 'subjunctive2';
    if (modal === 'sollen' || form?.lemma === 'sollen') return 'sollen';
    return null;
  }
  return null;
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
