/** How page noise of one kind looks; `where` is the position that is the evidence. */
export interface NoiseRule {
  readonly id: string;
  /** Why it is cut, as `explain` prints it. */
  readonly meaning: string;
  /** `line`: the whole line matches · `start`: at the start of a line · `end`: at the end of a line · `inline`: anywhere. */
  readonly where: 'line' | 'start' | 'end' | 'inline';
  /** Regular expression source; must be linear, every quantifier bounded or over disjoint sets. */
  readonly pattern: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** A pattern whose first group, or whole match, is what it finds: glosses and silences. */
export interface SentencePattern {
  readonly id: string;
  readonly meaning: string;
  readonly pattern: string;
  /** Sentences that match. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
}
