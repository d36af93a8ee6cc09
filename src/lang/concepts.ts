import type { Mention } from '../model/index.ts';

/**
 * One concept of the ledger and the words of one language that name it.
 *
 * A pattern is one or more items with spaces between them. An item is a word in lower case with `ss` for `ß` and without
 * hyphens; `waffenruhe*` begins with, `*waffenruhe` ends in, `*waffenruhe*` contains; `a|b` either; `...` up to four
 * words of any kind, `......` up to twelve (German verb brackets are wide). Codes are the same in every language, so a new language only brings a new list.
 */
export interface ConceptEntry {
  readonly code: string;
  /** What the mention is to the ledger; `part` only takes part in building other mentions ("vollständig", "einstellen"). */
  readonly kind: Mention['kind'] | 'part';
  /** What a linguist should take the code to mean. */
  readonly meaning: string;
  readonly match: readonly string[];
  /** Single words that a pattern above would take wrongly. */
  readonly not?: readonly string[];
  /** True if the words leave the list open ("und andere zivile Infrastruktur"). */
  readonly open?: boolean;
  /** Phrases that must and must not give this code; the corpus test runs them. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
}
