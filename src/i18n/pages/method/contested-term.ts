import type { Both } from '../../../model/index.ts';

/** A word that takes a side, how the sides use it, and what interface and reports say instead; quotations stay as they are. */
export interface ContestedTerm {
  readonly id: string;
  /** The words in dispute, as they are met. */
  readonly words: Both;
  /** Who says which of them. */
  readonly usage: Both;
  /** What we write. */
  readonly ours: Both;
  /** Why, in a sentence. */
  readonly why: Both;
}
