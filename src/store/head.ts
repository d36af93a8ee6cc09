import { BookFailure } from './book-failure.ts';
import type { Head } from './book-store.ts';
import type { Ask, Transaction } from './driver.ts';

/** The head with the latest time of any entry, by which a clock that went backwards is noticed. */
export interface HeadWithLatest extends Head {
  readonly latestAt: string;
}

/** Reads the head; `lock` is the ending by which a writer takes it for itself. */
export async function readHead(all: Ask, lock = ''): Promise<HeadWithLatest> {
  const [row] = await all(`SELECT seq, hash, at, latest_at FROM head WHERE one = 1${lock}`);
  if (!row) throw new BookFailure('TB_BOOK_INCOMPLETE');
  return { seq: Number(row['seq']), hash: String(row['hash']), at: String(row['at']), latestAt: String(row['latest_at']) };
}

/** Writes the head after entries were added. */
export async function writeHead(tx: Transaction, { seq, hash, at }: Head, latestBefore: string): Promise<void> {
  await tx.run('UPDATE head SET seq = ?, hash = ?, at = ?, latest_at = ? WHERE one = 1', [
    seq,
    hash,
    at,
    at > latestBefore ? at : latestBefore,
  ]);
}
