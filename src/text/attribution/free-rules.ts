import type { Clause } from '../clauses.ts';
import type { Analysis } from './analysis.ts';
import { lastWord, spanBetween } from './analysis.ts';
import type { Candidate } from './candidate.ts';
import { NOBODY, OUTER } from './candidate.ts';
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
export type FreeMark = 'subjunctive1' | 'subjunctive2' | 'unreal' | 'hearsay' | 'sollen' | 'continued_sollen' | null;

const RULE_OF = {
  subjunctive1: 'subjunctive1',
  subjunctive2: 'subjunctive2',
  unreal: 'subjunctive2',
  hearsay: 'hearsay',
  sollen: 'sollen',
  continued_sollen: 'sollen',
} as const;
/** How many sentences back the last words of the speaker may lie for such a sentence to go on with them. */
export const REACH_OF: Readonly<Record<keyof typeof RULE_OF, number>> = {
  subjunctive1: 6,
  subjunctive2: 6,
  unreal: 1,
  hearsay: 6,
  sollen: 1,
  continued_sollen: 3,
};

/** Reads the marking off the main clause of a sentence. */
export function freeMark(analysis: Analysis): FreeMark {
  const { tokens, clauses } = analysis;
  if (tokens.at(-1)?.text === '?') return null;
  for (const clause of clauses) {
    if (clause.kind !== 'main' || !clause.predicate) continue;
    const { mood, finite, modal } = clause.predicate;
    const form = tokens[finite]?.verbs.find((verb) => verb.mood === mood);
    if (mood === 'subjunctive1') return isSurelySubjunctive(analysis, clause, finite) ? 'subjunctive1' : null;
    const first = clause.verbFirst && clause.index === 0;
    if (modal === 'sollen' || form?.lemma === 'sollen') return first ? null : sollenMark(analysis, clause, finite);
    if (mood === 'subjunctive2' && form && STAND_IN.has(form.lemma)) {
      const word = tokens[finite]?.lower ?? '';
      // "dürfte" is the writer's guess; a singular form is no substitute, since "habe" and "könne" are clear by themselves.
      if (first || word === 'dürfte') return null;
      return word.endsWith('n') && word !== 'wären' ? 'subjunctive2' : 'unreal';
    }
    return null;
  }
  return null;
}

/** Adverbs with which a speaker's plan is spelt out. */
const SPELT_OUT =
  /^(?:auch|so|außerdem|ausserdem|zudem|ebenfalls|insbesondere|zusätzlich|ferner|weiter|weiterhin|daneben|darüber|überdies|einerseits)$/;

/** Whether a clause is a sentence part of its own, so that it cannot hold the verb of the one before. */
function ends({ tokens }: Analysis, { kind, coordinated, predicate }: Clause): boolean {
  if (coordinated && isPerfect(tokens, predicate?.finite ?? -1)) return false;
  return kind === 'main' ? predicate?.mood === 'indicative' : kind !== 'fragment';
}

function isPerfect(tokens: Analysis['tokens'], at: number): boolean {
  const word = tokens[at]?.lower;
  return (word === 'haben' || word === 'sein') && tokens[at - 1]?.verbs.some((verb) => verb.mood === 'participle2') === true;
}

/** "Er soll geflohen sein" is hearsay by its form; "Er soll fliehen" is somebody's will, or the writer's word for a plan. */
function sollenMark(analysis: Analysis, clause: Clause, finite: number): FreeMark {
  const { tokens, clauses } = analysis;
  // The infinitive may close a later coordinated piece: "soll sie gepackt, geschlagen und bedroht haben".
  const stop = clauses.find((other) => other.first > finite && other.predicate?.finite !== finite && ends(analysis, other));
  for (let at = finite + 2; at < (stop?.first ?? tokens.length); at++) {
    if (isPerfect(tokens, at)) return 'hearsay';
  }
  return clause.positions.some((at) => Math.abs(at - finite) <= 3 && SPELT_OUT.test(tokens[at]?.lower ?? ''))
    ? 'continued_sollen'
    : 'sollen';
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
    rule: `de.free.${RULE_OF[mark]}`,
    sentence: analysis.index,
    content: [spanBetween(analysis, 0, last)],
    cue: [],
    speaker: mark === 'hearsay' ? NOBODY : OUTER,
    form: formOf(analysis, 0, last) === 'mixed' ? 'mixed' : 'free_indirect',
    layer: 'speech',
    lemma: '',
    entry: null,
    negated: false,
    headline: false,
  };
}
