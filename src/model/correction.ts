import type { Authority, ReadingValue, Stance, UnanchoredEvidence } from './reading.ts';
import type { AnchoredSpan } from './span.ts';
import type { Element } from './vocab.ts';

export const CORRECTION_ACTIONS = ['accept', 'correct', 'reject', 'add'] as const;
export type CorrectionAction = (typeof CORRECTION_ACTIONS)[number];

/** What a person decided about one reading, or a reading a person adds: one line of an append-only file, never changed. */
export interface Correction {
  /** Hash of the entry's content; the same line twice is one decision. */
  readonly id: string;
  /** When it was decided, a full instant in UTC; the latest decision about a reading counts. */
  readonly at: string;
  readonly by: string;
  readonly action: CorrectionAction;
  /** The reading decided about; null for an added one. */
  readonly reading: string | null;
  readonly why: string;
  readonly value?: ReadingValue;
  readonly element?: Element;
  /** Id of the agreement, or of a reading of it: ids of readings stay when further reports change what an agreement is called. */
  readonly agreement?: string;
  readonly holder?: string;
  readonly spans?: readonly AnchoredSpan[];
  readonly evidence?: readonly UnanchoredEvidence[];
  readonly stance?: Stance;
  readonly authority?: Authority;
  readonly speaker?: string;
  readonly heldFrom?: string;
}

/**
 * What people have decided about a reading or a statement. `entered` and `accepted` readings count; those `corrected`, `rejected` or
 * `replaced` by a later decision stay in the book and count for nothing.
 */
export interface Review {
  readonly state: 'accepted' | 'corrected' | 'rejected' | 'entered' | 'replaced';
  readonly by: string;
  readonly at: string;
  readonly why: string;
  /** Id of the correction, or of the decision about a statement. */
  readonly entry: string;
  /** Of an entered reading: the one it stands beside. */
  readonly reading?: string;
}

/** Whether people have decided that a reading does not count; it stays in the book beside what they put in its place. */
export function isSetAside({ review }: { readonly review?: Review }): boolean {
  return review !== undefined && review.state !== 'accepted' && review.state !== 'entered';
}
