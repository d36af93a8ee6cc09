import type { ReviewDecision } from '../../model/index.ts';
import type { Fact } from '../../store/index.ts';

/** A decision with its place in the journal, and whether it still counts. */
export interface PlacedDecision {
  readonly id: string;
  /** Number of its entry: a later one counts. */
  readonly seq: number;
  /** Report, agreement or incident it belongs to. */
  readonly home: string;
  readonly decision: ReviewDecision;
  /** Taken back by a later decision; it stays on record and has no effect. */
  readonly isWithdrawn: boolean;
}

/** The decisions of a book in the order of the journal; taking back what took something back lets that count again. */
export function placeDecisions(facts: readonly Pick<Fact<'review'>, 'id' | 'seq' | 'home' | 'body'>[]): readonly PlacedDecision[] {
  const withdrawn = new Set<string>();
  const placed: PlacedDecision[] = [];
  for (const { id, seq, home, body } of [...facts].sort((a, b) => b.seq - a.seq)) {
    const isWithdrawn = withdrawn.has(id);
    if (!isWithdrawn && body.action === 'withdraw' && body.withdraws !== undefined) withdrawn.add(body.withdraws);
    placed.push({ id, seq, home, decision: body, isWithdrawn });
  }
  return placed.reverse();
}

/** Ids of the corrections and decisions on duplicates whose decision was taken back: they stay in the book and count for nothing. */
export function withdrawnEffects(decisions: readonly PlacedDecision[]): ReadonlySet<string> {
  return new Set(decisions.flatMap(({ isWithdrawn, decision }) => (isWithdrawn ? (decision.effects ?? []) : [])));
}
