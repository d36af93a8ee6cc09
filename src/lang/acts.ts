import type { SpeechAct } from '../model/index.ts';

/**
 * A rule that sees in the content of a statement another act than its verb has by itself: "sagte" with "müssen" demands.
 * Patterns are small words with blanks between; `~müssen` is any finite form of the verb, `abc*` any word that starts so,
 * `…` up to eight words between, `^` the start of the content, `a|b` either. In examples `{c:}` is the cue, `{q:}` the content.
 */
export interface ActRule {
  readonly id: string;
  readonly meaning: string;
  readonly act: SpeechAct;
  /** Acts of the reporting expression that the rule may replace. */
  readonly over: readonly SpeechAct[];
  /** Groups of the reporting lexicon it is limited to; all if left out. */
  readonly groups?: readonly string[];
  /** `main` looks at main clauses of the content only, `any` also at subordinate ones. */
  readonly where: 'main' | 'any';
  readonly patterns: readonly string[];
  /** Patterns that must not match. */
  readonly unless?: readonly string[];
  /** False if a medium as the speaker only reports and does not itself do the act. */
  readonly media?: false;
  readonly precision: number;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Words of a language that show modality, conditions and clause starts. */
export interface ActWords {
  readonly negations: readonly string[];
  readonly hedges: readonly string[];
  /** Words that open a subordinate clause or a relative clause. */
  readonly openers: readonly string[];
  /** Patterns that open a condition; the clause they stand in is the condition. */
  readonly conditions: readonly string[];
  /** Verbs whose forms show the future with an infinitive. */
  readonly future: readonly string[];
  /** Question words that may stand first in a question. */
  readonly questions: readonly string[];
}
