import { appendWithin, readied } from './append.ts';
import { BookFailure } from './book-failure.ts';
import type { AnyNewFact, Appended, By, HeldWork, HeldWriting, ReadyFact } from './book-store.ts';
import type { Driver, Transaction } from './driver.ts';
import { readHead } from './head.ts';
import { indexWithin } from './search/index-passages.ts';

/** Takes the piece of work for this transaction, out of the queue if it `ends`; false if it is not held as it says. */
export type TakeHeld = (tx: Transaction, held: HeldWork, ends: boolean) => Promise<boolean>;

/** {@link BookStore.appendHeld}: facts, passages and the end of the piece in one transaction. */
export async function appendHeld(
  driver: Driver,
  takeHeld: TakeHeld,
  facts: readonly (AnyNewFact | ReadyFact)[],
  by: By,
  now: () => string,
  { held, ends, seen = [], unchanged, passages = [] }: HeldWriting,
): Promise<Appended> {
  const ready = readied(facts);
  return driver.write(async (tx) => {
    // The head first, as every writer does: then no two wait for each other. From here on nobody else writes.
    await readHead(tx.all, driver.lockRow);
    if (!(await takeHeld(tx, held, ends))) throw new BookFailure('TB_QUEUE_WORK_LOST');
    for (const { kind, id, seq } of seen) {
      const [row] = await tx.all('SELECT seq FROM facts WHERE kind = ? AND id = ?', [kind, id]);
      if ((row === undefined ? null : Number(row['seq'])) !== seq) throw new BookFailure('TB_BOOK_OVERTAKEN');
    }
    const appended = await appendWithin(driver, tx, ready, by, now, unchanged);
    const erased = new Set(appended.skipped.filter(({ why }) => why === 'erased').map(({ id }) => id));
    await indexWithin(
      driver.kind,
      tx,
      passages.filter(({ home }) => !erased.has(home)),
    );
    return appended;
  });
}
