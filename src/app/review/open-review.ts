import { canonicalJson } from '../../ledger/index.ts';
import { idOf, type ReviewDecision, type ReviewTarget } from '../../model/index.ts';
import { type AnyNewFact, BookFailure } from '../../store/index.ts';
import type { KeptBook } from '../book.ts';
import type { PlacedDecision } from './in-force.ts';
import { patchContext } from './patch-context.ts';
import { type DecisionInput, planDecision, signed } from './plan-decision.ts';
import { DECIDED_ON, keyOf, queueOf, type ReviewContext, readContext } from './review-context.ts';
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

const isOvertaken = (failure: unknown): boolean => failure instanceof BookFailure && failure.problem.code === 'TB_BOOK_OVERTAKEN';

/** Opens the review of a book. */
export function openReview(book: KeptBook, { now }: ReviewOptions): Review {
  let known: ReviewContext | null = null;
  const context = async (): Promise<ReviewContext> => {
    if (known !== null && known.newest === (await book.store.newest(DECIDED_ON))) return known;
    known = await readContext(book);
    return known;
  };
  /** Plans and writes; where somebody has written meanwhile, plans anew on what is there now. */
  const write = async (
    by: string,
    why: string,
    plan: (found: ReviewContext) => { readonly facts: readonly AnyNewFact[]; readonly id: string } | { readonly repeats: PlacedDecision },
  ): Promise<Decided> => {
    for (let attempt = 1; ; attempt++) {
      const found = await context();
      const planned = plan(found);
      if ('repeats' in planned) return { id: planned.repeats.id, isRepeated: true };
      try {
        const author = { kind: 'person', name: by } as const;
        const appended = await book.store.append(planned.facts, { author, why }, { kinds: DECIDED_ON, since: found.newest });
        known = patchContext(found, planned.facts, appended);
        return { id: planned.id, isRepeated: false };
      } catch (failure) {
        if (attempt >= ATTEMPTS || !isOvertaken(failure)) throw failure;
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
      return write(by, why, (found) => planDecision(found, input, now()));
    },
    withdraw: async (input) => {
      const { by, why } = signed(input);
      return write(by, why, (found) => planWithdrawal(found, { ...input, by, why }, now()));
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
): { readonly facts: readonly AnyNewFact[]; readonly id: string } | { readonly repeats: PlacedDecision } {
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
