import type { By, QueuedWork, WorkQueue } from '../../store/index.ts';
import type { KeptBook } from '../book.ts';

const factOf = (key: string): string => `failed-${key}`;

/** Code of the registry with which a failure begins that has one. */
const codeOf = (reason: string | null): string => /^TB_[A-Z_]+/.exec(reason ?? '')?.[0] ?? 'TB_QUEUE_WORK_FAILED';

/** Writes down what was tried as often as it may be, so that a person looks at it. */
export async function tellFailed({ store }: Pick<KeptBook, 'store'>, failed: readonly QueuedWork[], by: string): Promise<void> {
  if (failed.length === 0) return;
  const known = new Set((await store.facts('job', { ids: failed.map(({ key }) => factOf(key)) })).map(({ id }) => id));
  const fresh = failed.filter(({ key }) => !known.has(factOf(key)));
  if (fresh.length === 0) return;
  await store.append(
    fresh.map(({ key, task, attempts, reason }) => ({
      kind: 'job',
      id: factOf(key),
      body: { name: task, state: 'failed', detail: { key, attempts, code: codeOf(reason), reason } },
    })),
    { author: { kind: 'program', name: by } },
  );
}

/** Lets work that failed be tried anew, and takes its failure out of what counts; gives how many pieces there were. */
export async function retryFailed(
  { store }: Pick<KeptBook, 'store'>,
  queue: Pick<WorkQueue, 'list' | 'retry'>,
  keys: readonly string[] | 'all',
  by: By,
): Promise<number> {
  const failed = (await queue.list({ state: 'failed' })).filter(({ key }) => keys === 'all' || keys.includes(key));
  const told = await store.facts('job', { ids: failed.map(({ key }) => factOf(key)) });
  // Before it is tried: a failure that stands in the book though its work was done would never go.
  await store.append(
    told.map(({ id }) => ({ kind: 'job', id, body: null, why: 'tried anew' })),
    by,
  );
  return queue.retry(failed.map(({ key }) => key));
}

/** How much work has failed for good and waits for a person. */
export async function countFailed({ store }: Pick<KeptBook, 'store'>): Promise<number> {
  return (await store.facts('job')).filter(({ body }) => body.state === 'failed').length;
}
