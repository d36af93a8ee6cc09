import type { ErrorCode } from '../../errors.ts';
import { canonicalJson } from '../../ledger/index.ts';
import { idOf, type ReviewDecision, type ReviewTarget } from '../../model/index.ts';
import { BookFailure } from '../../store/index.ts';
import type { KeptBook } from '../book.ts';
import type { PlacedDecision } from './in-force.ts';
import { patchContext } from './patch-context.ts';
import { type DecisionInput, type DecisionPlan, planDecision, signed } from './plan-decision.ts';
import { BRINGING, DECIDING, editionOf, keyOf, queueOf, type ReviewContext, readContext } from './review-context.ts';
import type { QueueFilter, ReviewItem } from './review-item.ts';

/** What became of a decision: its id, and whether it stood already. */
export interface Decided {
  readonly id: string;
  readonly isRepeated: boolean;
}

/** The review of an open book; commands, pages and interface decide by it alone. Failures are coded ({@link BookFailure}). */
export interface Review {
  /** Everything as of the newest edition of the book. */
  readonly context: () => Promise<ReviewContext>;
  /** What waits for a person, the least certain first. */
  readonly queue: (filter?: QueueFilter) => Promise<readonly ReviewItem[]>;
  /** One thing with its history; null if there is none. */
  readonly item: (target: ReviewTarget) => Promise<ReviewItem | null>;
  /** One thing by its id, of whatever kind; null if there is none. */
  readonly find: (id: string) => Promise<ReviewItem | null>;
  /** Writes a decision and, in the same step, the facts through which it takes effect. */
  readonly decide: (input: DecisionInput) => Promise<Decided>;
  /** Takes a decision back by a later one; both stay on record. */
  readonly withdraw: (input: { readonly decision: string; readonly by: string; readonly why: string }) => Promise<Decided>;
  /** The newest decision of a person that still counts; null if there is none. */
  readonly lastOf: (by: string) => Promise<PlacedDecision | null>;
}

export interface ReviewOptions {
  readonly now: () => string;
}

/** How often a decision is looked at anew because somebody else has written meanwhile. */
const ATTEMPTS = 12;

const isCode = (failure: unknown, code: ErrorCode): boolean => failure instanceof BookFailure && failure.problem.code === code;

/** Opens the review of a book. */
export function openReview(book: KeptBook, { now }: ReviewOptions): Review {
  let known: ReviewContext | null = null;
  const context = async (): Promise<ReviewContext> => {
    const { decided, brought } = await editionOf(book);
    if (known?.edition.decided !== decided || known.edition.brought !== brought) known = await readContext(book);
    return known;
  };
  /** A context in which every decision is known; what reports have brought since may be missing in it. */
  const decidedContext = async (): Promise<ReviewContext> =>
    known !== null && known.edition.decided === (await editionOf(book)).decided ? known : context();
  /**
   * Plans and writes; where somebody has written meanwhile, plans anew on what is there now. What cites words of a report goes by all of
   * it, so that no word comes back that has just been deleted; all else only by what was decided, so that it need not wait while
   * reports are read in.
   */
  const write = async (by: string, why: string, citesWords: boolean, plan: (found: ReviewContext) => DecisionPlan): Promise<Decided> => {
    for (let attempt = 1; ; attempt++) {
      const found = await (citesWords ? context() : decidedContext());
      try {
        const planned = plan(found);
        if ('repeats' in planned) return { id: planned.repeats.id, isRepeated: true };
        const author = { kind: 'person', name: by } as const;
        const { decided, brought } = found.edition;
        const unchanged = citesWords
          ? { kinds: [...DECIDING, ...BRINGING], since: Math.max(decided, brought) }
          : { kinds: DECIDING, since: decided };
        known = patchContext(found, planned.facts, await book.store.append(planned.facts, { author, why }, unchanged));
        return { id: planned.id, isRepeated: false };
      } catch (failure) {
        // It may be about what has just been read in.
        const mayBeNew = isCode(failure, 'TB_REVIEW_UNKNOWN') && found !== (await context());
        if (attempt >= ATTEMPTS || !(mayBeNew || isCode(failure, 'TB_BOOK_OVERTAKEN'))) throw failure;
      }
    }
  };
  return {
    context,
    queue: async (filter) => queueOf(await context(), filter),
    item: async (target) => (await context()).items.get(keyOf(target)) ?? null,
    find: async (id) => (await context()).queue.find(({ target }) => target.id === id) ?? null,
    decide: async (input) => {
      const { by, why } = signed(input);
      return write(by, why, input.action === 'add' || input.action === 'correct', (found) => planDecision(found, input, now()));
    },
    withdraw: async (input) => {
      const { by, why } = signed(input);
      return write(by, why, false, (found) => planWithdrawal(found, { ...input, by, why }, now()));
    },
    lastOf: async (by) => {
      const name = by.normalize('NFC').trim();
      const { decisions } = await context();
      return decisions.findLast((placed) => placed.decision.by === name && isWithdrawable(placed)) ?? null;
    },
  };
}

const isWithdrawable = ({ isWithdrawn, decision }: PlacedDecision): boolean =>
  !isWithdrawn && decision.action !== 'withdraw' && decision.target.kind !== 'reread';

function planWithdrawal(
  { decisions }: ReviewContext,
  { decision: id, by, why }: { readonly decision: string; readonly by: string; readonly why: string },
  now: string,
): DecisionPlan {
  const found = decisions.find((placed) => placed.id === id);
  if (found?.isWithdrawn) {
    const earlier = decisions.find(({ decision, isWithdrawn }) => !isWithdrawn && decision.withdraws === id);
    if (earlier && earlier.decision.by === by && earlier.decision.why === why) return { repeats: earlier };
  }
  if (!found || found.isWithdrawn) throw new BookFailure('TB_REVIEW_NOTHING_TO_WITHDRAW', { id });
  const { target } = found.decision;
  if (target.kind === 'reread') throw new BookFailure('TB_REVIEW_CANNOT_WITHDRAW', { id });
  const body: ReviewDecision = { action: 'withdraw', target, others: [], by, at: now, why, change: null, adjudicates: [], withdraws: id };
  const made = idOf('rev', canonicalJson(body));
  return { id: made, facts: [{ kind: 'review', id: made, home: found.home, body }] };
}
