import type { Review } from '../../model/index.ts';
import type { AnyNewFact, Appended, Fact } from '../../store/index.ts';
import { decides, keyOf, type ReviewContext } from './review-context.ts';
import type { ReviewItem, ReviewSubject } from './review-item.ts';

/**
 * The context after one decision, where it follows from the one before: a comment, and what is accepted or rejected for the first time
 * without touching anything else. A large book is then not worked out anew at every key. null for all else.
 */
export function patchContext(context: ReviewContext, facts: readonly AnyNewFact[], { entries, head }: Appended): ReviewContext | null {
  const written = facts.find((fact) => fact.kind === 'review');
  const correction = facts.find((fact) => fact.kind === 'correction');
  const entry = entries.find(({ kind }) => kind === 'review');
  if (written?.kind !== 'review' || !written.body || !entry || entries.length !== facts.length) return null;
  const decision = written.body;
  const item = context.items.get(keyOf(decision.target));
  if (!item) return null;
  const placed = { id: written.id, seq: entry.seq, home: entry.home, decision, isWithdrawn: false };
  const decisions = [...item.decisions, placed];
  const patched = decision.action === 'comment' ? { ...item, decisions } : settledItem(item, decisions, correction?.body ?? null);
  if (patched === null) return null;
  // A statement that is certain makes the readings that rest on it more certain.
  const carries = ({ subject }: ReviewItem): boolean => subject.t === 'reading' && subject.reading.statements.includes(item.target.id);
  if (decision.action !== 'comment' && item.target.kind === 'statement' && context.queue.some(carries)) return null;
  const items = new Map(context.items).set(keyOf(item.target), patched);
  return {
    ...context,
    edition: { ...context.edition, decided: head.seq },
    decisions: [...context.decisions, placed],
    corrections: correction?.kind === 'correction' ? [...context.corrections, ...factOf(correction, entries)] : context.corrections,
    items,
    queue: context.queue.map((one) => (one === item ? patched : one)),
  };
}

function factOf(
  correction: Extract<AnyNewFact, { readonly kind: 'correction' }>,
  entries: Appended['entries'],
): readonly Fact<'correction'>[] {
  const entry = entries.find(({ kind }) => kind === 'correction');
  const { body, id } = correction;
  if (!entry || body === null) return [];
  const { home, origin, seq, at, after, attached } = entry;
  return [{ kind: 'correction', id, home, origin, body, seq, at, sha256: after ?? '', attached }];
}

/** An item that nobody had decided about, as it is once somebody has. */
function settledItem(item: ReviewItem, decisions: ReviewItem['decisions'], correction: AnyNewFact['body']): ReviewItem | null {
  const placed = decisions.at(-1);
  if (!placed || !item.isOpen || item.review !== null || item.decisions.some(decides)) return null;
  const { by, at, why, action } = placed.decision;
  const settled = { isOpen: false, seq: placed.seq, decisions };
  const { subject } = item;
  if (subject.t === 'reading' && correction !== null && 'reading' in correction && (action === 'accept' || action === 'reject')) {
    const review: Review = { state: action === 'accept' ? 'accepted' : 'rejected', by, at: correction.at, why, entry: correction.id };
    const sure = action === 'accept' ? { confidence: 1 } : {};
    const reading: ReviewSubject = { t: 'reading', reading: { ...subject.reading, ...sure, review } };
    return { ...item, ...settled, ...sure, review, subject: reading };
  }
  if (subject.t === 'statement' && action === 'accept') {
    const review: Review = { state: 'accepted', by, at, why, entry: placed.id };
    const statement: ReviewSubject = { ...subject, statement: { ...subject.statement, confidence: 1, review } };
    return { ...item, ...settled, confidence: 1, review, subject: statement };
  }
  return subject.t === 'incident' && action === 'accept' ? { ...item, ...settled } : null;
}
