/**
 * A rule of a language: what it means, how sure it is, and sentences that show it.
 * Examples mark the parts in place: `{s:Der Sprecher} {c:sagte}, {q:die Waffenruhe halte}` (speaker, cue, content);
 * a `no` example must not give a statement by this rule. The corpus test executes all of them.
 */
export interface Rule {
  readonly id: string;
  readonly meaning: string;
  /** Precision as measured; where it was, stands in `docs/explanation/accuracy.md`. */
  readonly precision: number;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}
