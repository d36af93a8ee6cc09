import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type BookMaterial, type KeptBook, openBook } from '../../src/app/book.ts';
import { openReview, type Review } from '../../src/app/review/open-review.ts';
import type { DecisionInput } from '../../src/app/review/plan-decision.ts';
import type { ReviewItem } from '../../src/app/review/review-item.ts';
import { exportBook, importBook, openStore } from '../../src/store/index.ts';
import { STORES, temporaryFolder, tickingClock } from '../store/stores.ts';
import { REPORTS, reviewedBook } from './reviewed-book.ts';

afterAll(async () => {
  for (const kind of STORES) await kind.stop();
});

/** What pages and reports are made from, without the numbers and times of entries. */
const bare = ({ annotations, corrections, decisions }: BookMaterial): unknown => ({
  annotations,
  corrections: [...corrections].sort((a, b) => (a.id < b.id ? -1 : 1)),
  decisions,
});

/** A decision about an item that makes sense for it. */
function decisionOn({ target, subject }: ReviewItem, choice: number, by: string): DecisionInput {
  const action = (['accept', 'reject', 'correct', 'comment'] as const)[choice % 4] ?? 'accept';
  const change = subject.t === 'statement' ? { act: 'doubt' } : { holder: 'PL' };
  return { action, target, by, why: `reason ${choice}`, ...(action === 'correct' ? { change } : {}) };
}

const anchored = (at: number): DecisionInput => ({
  action: 'add',
  target: { kind: 'report', id: REPORTS[3]?.id ?? '' },
  by: 'Eva',
  why: 'seen',
  change: { start: at, end: at + 9, speakers: ['Rzecznik'], act: 'assert' },
});

/** Items of which none rests on another: all of one kind, since a reading goes with its statement. */
async function independent(book: KeptBook, kind: 'reading' | 'statement'): Promise<readonly ReviewItem[]> {
  return (await openReview(book, { now: tickingClock() }).queue({ kind })).toSorted((a, b) => (a.target.id < b.target.id ? -1 : 1));
}

for (const kind of STORES) {
  const runs = kind.name === 'embedded' ? 12 : 4;
  describe(`properties of the review in ${kind.name}`, () => {
    test('the order of decisions about different things changes nothing', async () => {
      const scenario = fc.record({
        about: fc.constantFrom('reading' as const, 'statement' as const),
        choices: fc.array(fc.nat(3), { minLength: 2, maxLength: 6 }),
        seed: fc.nat(1_000),
      });
      await fc.assert(
        fc.asyncProperty(scenario, async ({ about, choices, seed }) => {
          const outcomes: unknown[] = [];
          for (const isTurned of [false, true]) {
            const book = await reviewedBook(kind);
            const items = await independent(book, about);
            const steps = [...choices.keys()].map((at) => ({ at, item: items[(at + seed) % items.length], choice: choices[at] ?? 0 }));
            const order = isTurned ? steps.toReversed() : steps;
            for (const { at, item, choice } of order) {
              if (!item) throw new Error('nothing waits');
              // Each decision has its own time, whenever it is written.
              const review = openReview(book, { now: () => `2025-05-01T00:00:${String(at).padStart(2, '0')}.000Z` });
              await review.decide(decisionOn(item, choice, 'Ada'));
              if (at % 2 === 0) await review.decide(anchored((seed + at) % 50));
            }
            outcomes.push(bare(await book.material()), await book.dossier());
            await book.close();
          }
          const [material, dossier, ...turned] = outcomes;
          expect(turned).toEqual([material, dossier]);
        }),
        { numRuns: runs },
      );
    });

    test('what is worked out from one decision to the next is what a fresh look finds', async () => {
      const book = await reviewedBook(kind);
      const now = tickingClock('2025-05-01T00:00:00.000Z');
      const review = openReview(book, { now });
      const shown = async (of: Review): Promise<unknown> =>
        [...(await of.context()).items.values()]
          .map(({ target, isOpen, seq, review: state, decisions, confidence }) => ({ target, isOpen, seq, state, decisions, confidence }))
          .sort((a, b) => (a.target.id < b.target.id ? -1 : 1));
      for (let step = 0; ; step++) {
        const queue = await review.queue();
        const item = queue[(step * 7) % Math.max(1, queue.length)];
        if (!item || step > 40) break;
        await review.decide(decisionOn(item, step % 9 === 5 ? 2 : step % 5 === 4 ? 3 : step % 2, 'Ada'));
        if (step % 6 === 5) await review.withdraw({ decision: (await review.lastOf('Ada'))?.id ?? '', by: 'Ada', why: 'no' });
        const fresh = openReview(book, { now });
        expect(await shown(review)).toEqual(await shown(fresh));
        expect((await review.queue()).map(({ target }) => target)).toEqual((await fresh.queue()).map(({ target }) => target));
      }
      expect((await book.store.facts('review')).length).toBeGreaterThan(10);
      await book.close();
    });

    test('the journal alone gives the same material again: replayed, exported and taken over', async () => {
      const scenario = fc.array(fc.record({ at: fc.nat(30), choice: fc.nat(4), back: fc.boolean() }), { minLength: 3, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(scenario, async (steps) => {
          const book = await reviewedBook(kind);
          const review = openReview(book, { now: tickingClock('2025-05-01T00:00:00.000Z') });
          for (const { at, choice, back } of steps) {
            const queue = await review.queue();
            const item = queue[at % queue.length];
            const made = await review.decide(choice === 4 || !item ? anchored(at) : decisionOn(item, choice, 'Ada'));
            if (back && !made.isRepeated) await review.withdraw({ decision: made.id, by: 'Ben', why: 'misread' });
          }
          const [material, dossier] = [await book.material(), await book.dossier()];
          await book.store.rebuild();
          expect(await book.material()).toEqual(material);
          expect((await book.store.verify()).faults).toEqual([]);
          const folder = join(temporaryFolder(), 'export');
          await exportBook(book.store, folder);
          const place = await kind.place();
          const filled = await openStore(place, { now: tickingClock(), mode: 'fill' });
          await importBook(folder, filled);
          await filled.close();
          const copy = await openBook(place, { now: tickingClock() });
          expect([await copy.material(), await copy.dossier()]).toEqual([material, dossier]);
          await copy.close();
          await book.close();
        }),
        { numRuns: Math.ceil(runs / 2) },
      );
    });
  });
}
