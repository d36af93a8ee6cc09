import type { Review } from '../../../app/review/open-review.ts';
import { signed } from '../../../app/review/plan-decision.ts';
import type { QueueFilter, ReviewItem, ReviewQueue } from '../../../app/review/review-item.ts';
import type { ReviewAction, ReviewTarget } from '../../../model/index.ts';
import { BookFailure } from '../../../store/index.ts';
import { CommandFailure, type ExitCode, type Terminal } from '../../terminal.ts';
import { counted, type FormatOption, type KeptOptions } from '../options.ts';
import { itemText } from './item-text.ts';
import { type ByOption, withReview } from './with-review.ts';

/** Which part of the queue a command is about. */
export interface QueueOptions extends KeptOptions, FormatOption {
  readonly by?: string;
  readonly list?: boolean;
  readonly kind?: ReviewQueue;
  readonly agreement?: string;
  readonly report?: string;
  readonly decided?: boolean;
  readonly limit: number;
}

/** The part of the queue that options name. */
export function filterOf({
  kind,
  agreement,
  report,
  decided,
}: Pick<QueueOptions, 'kind' | 'agreement' | 'report' | 'decided'>): QueueFilter {
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(agreement === undefined ? {} : { agreement }),
    ...(report === undefined ? {} : { report }),
    ...(decided === undefined ? {} : { decided }),
  };
}

/** An item as data: what a script needs to decide about it. */
const asData = ({ target, queue, seq, confidence, rule, reports, agreements, spans, isOpen, review, subject, decisions }: ReviewItem) => ({
  ...target,
  queue,
  seq,
  confidence,
  rule,
  reports,
  agreements,
  spans,
  isOpen,
  review,
  subject,
  decisions,
});

/** Prints what waits, the least certain first. */
export function runReviewList(terminal: Terminal, options: QueueOptions): Promise<ExitCode> {
  return withReview(terminal, options, async (review, words) => {
    const queue = await review.queue(filterOf(options));
    const shown = queue.slice(0, options.limit);
    if (options.format === 'json') {
      await terminal.out(`${JSON.stringify({ total: queue.length, items: shown.map(asData) }, null, 2)}\n`);
      return 0;
    }
    if (queue.length === 0) {
      await terminal.out(`${words.nothingWaits}\n`);
      return 0;
    }
    const text = itemText(await review.context(), { language: options.lang, width: terminal.columns, paint: terminal.paint });
    await terminal.out(`${words.waiting(counted(queue.length, options.lang))}\n\n`);
    for (const item of shown) await terminal.out(`${text.line(item)}\n`);
    if (shown.length < queue.length) await terminal.out(`${words.more(counted(queue.length - shown.length, options.lang))}\n`);
    return 0;
  });
}

/** Goes through the queue with somebody at the keyboard; prints it where that is asked for. */
export async function runReview(terminal: Terminal, options: QueueOptions): Promise<ExitCode> {
  const { by } = options;
  if (options.list || options.format === 'json') return runReviewList(terminal, options);
  if (by === undefined) throw new CommandFailure('Give your name with --by to decide, or --list to see what waits.', 2);
  const open = terminal.keyboard;
  return withReview(terminal, options, async (review, words) => {
    if (!open) throw new BookFailure('TB_REVIEW_NOT_A_TERMINAL');
    signed({ by, why: by });
    const { sit } = await import('./ask.ts');
    const keyboard = await open();
    try {
      await sit({ review, words, terminal, keyboard, by, filter: filterOf(options), language: options.lang });
    } finally {
      keyboard.close();
    }
    return 0;
  });
}

/** The item of an id; of reports and agreements, to which something is added, only the id. */
async function targetOf(review: Review, id: string): Promise<ReviewTarget> {
  const item = await review.find(id);
  if (item) return item.target;
  const { dossier, material, monitor } = await review.context();
  if (dossier.agreements.some(({ agreement }) => agreement.id === id)) return { kind: 'agreement', id };
  const report = material.reports.find((one) => one.id === id || one.key === id);
  if (report) return { kind: 'report', id: report.id };
  if (monitor.reports.some((one) => one.id === id)) return { kind: 'incident_report', id };
  throw new BookFailure('TB_REVIEW_UNKNOWN', { kind: 'item', id });
}

/** Prints one item in its sentence, with everything decided about it. */
export function runReviewShow(terminal: Terminal, id: string, options: KeptOptions & FormatOption): Promise<ExitCode> {
  return withReview(terminal, options, async (review) => {
    const item = await review.find(id);
    if (!item) throw new BookFailure('TB_REVIEW_UNKNOWN', { kind: 'item', id });
    if (options.format === 'json') await terminal.out(`${JSON.stringify(asData(item), null, 2)}\n`);
    else {
      const text = itemText(await review.context(), { language: options.lang, width: terminal.columns, paint: terminal.paint });
      await terminal.out(`${text.whole(item)}\n`);
    }
    return 0;
  });
}

export interface DecideOptions extends KeptOptions, ByOption {
  readonly why: string;
  readonly change?: unknown;
  readonly with?: readonly string[];
  readonly seen?: number;
}

/** Writes one decision. */
export function runReviewDecide(
  terminal: Terminal,
  id: string,
  action: Exclude<ReviewAction, 'withdraw'>,
  { by, why, change, with: others, seen, ...options }: DecideOptions,
): Promise<ExitCode> {
  if (change !== undefined && (typeof change !== 'object' || change === null || Array.isArray(change)))
    throw new CommandFailure('--change must be a JSON object, such as {"holder":"UA"}.', 2);
  return withReview(terminal, options, async (review, words) => {
    const target = await targetOf(review, id);
    const decided = await review.decide({
      action,
      target,
      by,
      why,
      ...(change === undefined ? {} : { change: change as Readonly<Record<string, unknown>> }),
      ...(others === undefined ? {} : { others }),
      ...(seen === undefined ? {} : { seen }),
    });
    await terminal.out(`${decided.isRepeated ? words.standsAlready(decided.id) : words.noted(decided.id)}\n`);
    return 0;
  });
}

/** Takes one decision back. */
export function runReviewWithdraw(
  terminal: Terminal,
  decision: string,
  { by, why, ...options }: KeptOptions & ByOption & { readonly why: string },
): Promise<ExitCode> {
  return withReview(terminal, options, async (review, words) => {
    await review.withdraw({ decision, by, why });
    await terminal.out(`${words.takenBack(decision)}\n`);
    return 0;
  });
}
