import type { ReviewAction, ReviewTarget } from '../../model/index.ts';

/** Queues of the review, as they are called by codes. */
export type QueueName = 'reread' | 'reading' | 'statement' | 'allegation' | 'incident';

/** Words of the review: queue, decisions, blind coding, statements anchored by hand. */
export interface ReviewingMessages {
  /** What one item of a queue is called. */
  readonly queue: Readonly<Record<QueueName, string>>;
  readonly target: Readonly<Record<ReviewTarget['kind'], string>>;
  /** What somebody has done, as it stands in a history. */
  readonly done: Readonly<Record<ReviewAction, string>>;
  readonly waiting: (count: string) => string;
  readonly nothingWaits: string;
  readonly more: (count: string) => string;
  readonly confidence: (figure: string) => string;
  readonly inReport: (report: string) => string;
  readonly speaker: string;
  readonly via: string;
  readonly act: string;
  readonly form: string;
  readonly value: string;
  readonly rule: string;
  readonly history: string;
  readonly withdrawn: string;
  readonly settles: string;
  readonly noted: (id: string) => string;
  readonly standsAlready: (id: string) => string;
  readonly takenBack: (id: string) => string;
  readonly accused: string;
  readonly by: string;
  readonly reports: (count: string) => string;
  readonly maybe: (count: string) => string;
  readonly nobodyDecided: string;
  /** The reason where somebody anchors a statement and gives none. */
  readonly anchoredByHand: string;
  /** What is asked of somebody at the keyboard. */
  readonly ask: {
    readonly does: Readonly<Record<'accept' | 'correct' | 'reject' | 'merge' | 'split' | 'comment', string>>;
    /** Of a difference of new rules. */
    readonly reread: Readonly<Record<'accept' | 'reject', string>>;
    readonly add: string;
    readonly undo: string;
    readonly skip: string;
    readonly help: string;
    readonly quit: string;
    readonly helpText: string;
    readonly why: string;
    readonly whyOrLast: (last: string) => string;
    readonly reasonNeeded: string;
    readonly holder: string;
    readonly element: string;
    readonly value: string;
    readonly noJson: string;
    readonly speakers: string;
    readonly polarity: string;
    readonly mergeWith: string;
    readonly takeOut: string;
    readonly words: (report: string) => string;
    readonly occurrence: string;
    readonly nothingToUndo: string;
    readonly onlySkipped: (count: string) => string;
    readonly ended: (count: string) => string;
  };
  /** Blind coding. */
  readonly coding: {
    readonly tasks: (count: string) => string;
    readonly noTasks: string;
    readonly noted: (variable: string, value: string) => string;
    readonly question: string;
    readonly anyHolder: string;
    readonly noDifferences: string;
    readonly alpha: (figure: string) => string;
    readonly undefinedAlpha: string;
    readonly interval: (from: string, to: string) => string;
    readonly tooFew: (units: string, fewest: string) => string;
    readonly rests: (units: string, coders: string, values: string) => string;
    readonly differences: (open: string, settled: string) => string;
    readonly noCodings: string;
    readonly note: string;
    readonly ended: (count: string) => string;
    readonly level: Readonly<Record<'nominal' | 'ordinal' | 'interval', string>>;
  };
  readonly anchored: (statement: string, place: string, decision: string) => string;
}
