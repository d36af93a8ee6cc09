import type { Problem } from '../errors.ts';
import type { DateOrigin, ReportCarrier } from '../model/index.ts';
import type { StatedFields } from './stated-fields.ts';

/** One body of a file or an answer before it becomes a report. */
export interface Draft {
  /** Name by which readings will call the report; made unique later. */
  readonly key: string;
  readonly text: string;
  /** What the carrier itself states, and where a date of it comes from. */
  readonly own: StatedFields;
  readonly ownOrigin: DateOrigin;
  /** What counts after a sidecar: what a page, or a document, says of itself. */
  readonly page: StatedFields;
  readonly pageOrigin?: DateOrigin;
  readonly carrier?: ReportCarrier;
}

/** What came of one file or answer, and what was wrong with it. */
export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
}

/** Nothing but problems. */
export const rejected = (...problems: readonly Problem[]): Drafts => ({ drafts: [], problems });

/** Longest name made from words of a report. */
const LONGEST_NAME = 60;

/** A name from words: letters and digits of any script with dashes between them; empty if there are none. */
export function nameOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-+|-+$/g, '');
}
