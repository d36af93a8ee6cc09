import { BookFailure } from './book-failure.ts';
import type { StorePlace } from './open-store.ts';
import type { WorkQueue } from './postgresql/work-queue.ts';

export type { AtWork, QueuedWork, WorkItem, WorkQueue, WorkTask } from './postgresql/work-queue.ts';

/** Opens the queue of a book; only a book in PostgreSQL has one. */
export async function openQueue(place: StorePlace): Promise<WorkQueue> {
  if (!('databaseUrl' in place)) throw new BookFailure('TB_QUEUE_NEEDS_SERVER', { place: place.folder });
  const { openWorkQueue } = await import('./postgresql/work-queue.ts');
  return openWorkQueue(place.databaseUrl);
}
