import type {
  AnchoredSpan,
  Incident,
  IncidentReport,
  Reading,
  Report,
  RereadDifference,
  Review,
  ReviewAction,
  ReviewTarget,
  Statement,
} from '../../model/index.ts';
import type { PlacedDecision } from './in-force.ts';

/** Queues of the review: what waits for a person, by kind. */
export const REVIEW_QUEUES = ['reread', 'reading', 'statement', 'allegation', 'incident'] as const;
export type ReviewQueue = (typeof REVIEW_QUEUES)[number];

/** What can be decided about each kind of thing; what is taken back is named by its decision. */
export const ACTIONS_OF: Readonly<Record<ReviewTarget['kind'], readonly ReviewAction[]>> = {
  reading: ['accept', 'correct', 'reject', 'comment'],
  statement: ['accept', 'correct', 'reject', 'comment'],
  incident: ['accept', 'merge', 'split', 'comment'],
  incident_report: ['merge', 'split', 'comment'],
  reread: ['accept', 'reject', 'comment'],
  agreement: ['add', 'comment'],
  report: ['add', 'comment'],
};

/** What an item is about, whole. */
export type ReviewSubject =
  | { readonly t: 'reading'; readonly reading: Reading }
  | { readonly t: 'statement'; readonly statement: Statement; readonly report: Report }
  | { readonly t: 'incident'; readonly incident: Incident; readonly reports: readonly IncidentReport[] }
  | { readonly t: 'reread'; readonly difference: RereadDifference };

/** One thing that a person can decide about. */
export interface ReviewItem {
  readonly target: ReviewTarget;
  readonly queue: ReviewQueue;
  /** Number of the newest decision about it, 0 if there is none: a decision names it, and is refused if it is no longer so. */
  readonly seq: number;
  /** 0 to 1: the least certain comes first. What must be settled before anything else counts is 0. */
  readonly confidence: number;
  readonly rule: string | null;
  /** Keys of the reports it stands in. */
  readonly reports: readonly string[];
  /** Agreements it is about. */
  readonly agreements: readonly string[];
  /** The words it rests on. */
  readonly spans: readonly AnchoredSpan[];
  readonly isOpen: boolean;
  /** What counts at present; null where nobody has decided. */
  readonly review: Review | null;
  readonly subject: ReviewSubject;
  /** Everything decided and said about it, oldest first; what was taken back is among it. */
  readonly decisions: readonly PlacedDecision[];
}

/** Which part of the queue is asked for; all conditions hold together. */
export interface QueueFilter {
  readonly kind?: ReviewQueue;
  /** Id of an agreement. */
  readonly agreement?: string;
  /** Key or id of a report. */
  readonly report?: string;
  /** Those decided about as well. */
  readonly decided?: boolean;
}
