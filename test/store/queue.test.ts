import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openBook } from '../../src/app/book.ts';
import { retryFailed, tellFailed } from '../../src/app/queue/failed-work.ts';
import { queueWriter } from '../../src/app/queue/queue-writer.ts';
import { enqueueTable, fillQueue, rereadingOf, tasksOf } from '../../src/app/queue/tasks.ts';
import { readIntoBook } from '../../src/app/reading/read-into-book.ts';
import { startReadingThreads } from '../../src/app/reading/reading-threads.ts';
import { ruleVersion } from '../../src/app/rule-version.ts';
import { nodeFiles } from '../../src/feeds/index.ts';
import { BookFailure, openQueue, openStore, type StorePlace, sha256, type WorkQueue } from '../../src/store/index.ts';
import { killWorkers, startWorker, type TestWorker } from './queue-rounds.ts';
import { postgresServer, STORES, temporaryFolder } from './stores.ts';

const by = { author: { kind: 'person', name: 'Ada' } } as const;
const now = (): string => new Date().toISOString();
const threads = startReadingThreads(0);
const [, postgresql] = STORES;

afterAll(async () => {
  for (const kind of STORES) await kind.stop();
});

/** A folder with so many short reports. */
function reports(count: number): string {
  const folder = join(temporaryFolder(), 'reports');
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at < count; at++)
    writeFileSync(
      join(folder, `bericht-${at}.txt`),
      `---\ndate: 2025-03-${String(10 + (at % 18)).padStart(2, '0')}\noutlet: Beispielbote\n---\nDie Hafenbehörde ${at} sagte, die Waffenruhe gelte ${at + 2} Tage. „Wir halten uns daran“, sagte ein Sprecher.\n`,
    );
  return folder;
}

async function newQueuedBook(count: number): Promise<{ readonly place: { readonly databaseUrl: string }; readonly queue: WorkQueue }> {
  const place = { databaseUrl: await postgresServer().database() };
  const book = await openBook(place, { now, create: true });
  const queue = await openQueue(place);
  const result = await readIntoBook(book, [reports(count)], { files: nodeFiles, threads, now, by, makeWriter: queueWriter(queue) });
  expect(result.added).toBe(count);
  expect((await book.material()).reports).toEqual([]);
  expect(await book.store.unreadReports(count + 1)).toHaveLength(count);
  await book.close();
  return { place, queue };
}

/** What the journal says was done: each report read once and never again. */
async function expectReadOnce(place: StorePlace, count: number): Promise<void> {
  const store = await openStore(place, { now });
  const entries = await store.entries({ kind: 'annotation' });
  expect(entries.filter(({ action }) => action === 'add')).toHaveLength(count);
  expect(entries).toHaveLength(count);
  expect(await store.unreadReports(1)).toEqual([]);
  expect(await store.unindexedReports(1)).toEqual([]);
  expect((await store.verify()).faults).toEqual([]);
  await store.close();
}

test('a book on one machine says that it has no queue', async () => {
  await expect(openQueue({ folder: 'somewhere' })).rejects.toMatchObject({ problem: { code: 'TB_QUEUE_NEEDS_SERVER' } });
});

describe.skipIf(postgresql === undefined)('a queue in PostgreSQL', () => {
  const running = new Set<ChildProcess>();
  const start = ({ databaseUrl }: { readonly databaseUrl: string }, until: 'killed' | 'empty', lease = 1000): TestWorker => {
    const worker = startWorker(databaseUrl, until, lease);
    running.add(worker.child);
    void worker.ended.then(() => running.delete(worker.child));
    return worker;
  };
  const ended = (worker: TestWorker): Promise<number | null> => worker.ended;
  const until = async (is: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await is())) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL');
  });

  test('reads what one process reads at once, and makes the same book of it', async () => {
    const folder = reports(12);
    const direct = await openBook({ databaseUrl: await postgresServer().database() }, { now, create: true });
    await readIntoBook(direct, [folder], { files: nodeFiles, threads, now, by });
    const place = { databaseUrl: await postgresServer().database() };
    const book = await openBook(place, { now, create: true });
    const queue = await openQueue(place);
    await readIntoBook(book, [folder], { files: nodeFiles, threads, now, by, makeWriter: queueWriter(queue) });
    expect(await ended(start(place, 'empty'))).toBe(0);
    const [one, other] = [await direct.material(), await book.material()];
    const sorted = <T extends { readonly key?: string; readonly report?: string }>(items: readonly T[]): readonly T[] =>
      items.toSorted((a, b) => ((a.key ?? a.report ?? '') < (b.key ?? b.report ?? '') ? -1 : 1));
    expect(sorted(other.reports)).toEqual(sorted(one.reports));
    expect(sorted(other.annotations)).toEqual(sorted(one.annotations));
    expect((await queue.list()).length).toBe(0);
    await Promise.all([direct.close(), book.close(), queue.close()]);
  });

  test('three workers of which some are killed again and again lose nothing and do nothing twice', async () => {
    const databaseUrl = await postgresServer().database();
    await (await openBook({ databaseUrl }, { now, create: true })).close();
    const rounds = { rounds: 8, workers: 3, reports: 15, seed: 7 };
    // The server goes once as well, as in a power cut, with every worker in the middle of something.
    const report = await killWorkers(databaseUrl, {
      ...rounds,
      afterKill: async (round) => (round === 4 ? postgresServer().crash() : undefined),
    });
    expect(report).toMatchObject({ rounds: 8, reports: 120, lost: [], doubled: [], left: [], faults: [] });
    expect(report.killed).toBeGreaterThanOrEqual(8);
    expect(report.acknowledged).toBeGreaterThan(20);
  }, 240_000);

  test('work of a process that is gone is given back after its lease, and never taken by two', async () => {
    const { place, queue } = await newQueuedBook(1);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const taken: string[] = [];
    const failed = (): void => undefined;
    const first = await queue.work({
      concurrency: 1,
      leaseMs: 600,
      failed,
      tasks: {
        read: async () => {
          taken.push('first');
          await held;
        },
      },
    });
    await until(() => taken.length === 1);
    const other = await openQueue(place);
    const second = await other.work({ concurrency: 1, leaseMs: 600, failed, tasks: { read: async () => void taken.push('second') } });
    // While the first is heard of, its work stays its own, for longer than its lease.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(taken).toEqual(['first']);
    expect((await other.list()).map(({ state }) => state)).toEqual(['running']);
    release();
    await until(async () => (await other.list()).length === 0);
    await Promise.all([first.stop(), second.stop()]);
    expect(taken).toEqual(['first']);
    await Promise.all([queue.close(), other.close()]);
  });

  test('what the queue has lost is asked for again from the book', async () => {
    const place = { databaseUrl: await postgresServer().database() };
    const book = await openBook(place, { now, create: true });
    // Killed between keeping the reports and asking for their reading.
    const forgetful = { add: async () => undefined };
    await readIntoBook(book, [reports(5)], { files: nodeFiles, threads, now, by, makeWriter: queueWriter(forgetful) });
    const queue = await openQueue(place);
    expect(await queue.list()).toEqual([]);
    expect(await fillQueue(book, queue, 'queue')).toBe(5);
    expect(await fillQueue(book, queue, 'queue')).toBe(5);
    expect(await queue.list()).toHaveLength(5);
    expect(await ended(start(place, 'empty'))).toBe(0);
    await Promise.all([queue.close(), book.close()]);
    await expectReadOnce(place, 5);
  });

  test('a worker that is told to end finishes what it has and leaves nothing locked', async () => {
    const { place, queue } = await newQueuedBook(40);
    const worker = start(place, 'killed');
    await until(() => worker.lines.length > 3);
    worker.child.kill('SIGTERM');
    expect(await ended(worker)).toBe(0);
    expect((await queue.list()).filter(({ state }) => state !== 'waiting')).toEqual([]);
    expect(await ended(start(place, 'empty'))).toBe(0);
    await queue.close();
    await expectReadOnce(place, 40);
  });

  test('a piece that fails is left to a person after some attempts, and tried anew when they say so', async () => {
    const { place, queue } = await newQueuedBook(1);
    const book = await openBook(place, { now });
    let attempts = 0;
    const failing = {
      concurrency: 1,
      leaseMs: 5000,
      failed: () => undefined,
      tasks: {
        read: async () => {
          attempts++;
          throw new Error('the report bites');
        },
      },
    };
    let worker = await queue.work(failing);
    // Between attempts the library waits ever longer; a person need not.
    for (let attempt = 1; attempt < 5; attempt++) {
      await until(async () => (await queue.list()).some((job) => job.attempts >= attempt && job.state === 'waiting'));
      await worker.stop();
      await postgresNow(place);
      worker = await queue.work(failing);
    }
    await until(async () => (await queue.list()).some(({ state }) => state === 'failed'));
    await worker.stop();
    expect(attempts).toBe(5);
    const jobs = await queue.list();
    expect(jobs).toMatchObject([{ state: 'failed', attempts: 5, reason: 'the report bites' }]);
    await tellFailed(book, jobs, 'queue');
    await tellFailed(book, jobs, 'queue');
    expect((await book.store.facts('job')).map(({ body }) => [body.name, body.state, body.detail['reason']])).toEqual([
      ['read', 'failed', 'the report bites'],
    ]);
    expect((await book.store.facts('job'))[0]?.body.detail).toMatchObject({ code: 'TB_QUEUE_WORK_FAILED', attempts: 5 });
    expect(await retryFailed(book, queue, ['another'], by)).toBe(0);
    expect(await retryFailed(book, queue, 'all', by)).toBe(1);
    expect(await book.store.facts('job')).toEqual([]);
    expect(await ended(start(place, 'empty'))).toBe(0);
    await Promise.all([queue.close(), book.close()]);
    await expectReadOnce(place, 1);
  });

  test('tables are imported and reports read anew by workers', async () => {
    const place = { databaseUrl: await postgresServer().database() };
    const book = await openBook(place, { now, create: true });
    const queue = await openQueue(place);
    const bytes = new Uint8Array(
      await nodeFiles.readFile(new URL('../../examples/energy-halt-2025-incidents.csv', import.meta.url).pathname),
    );
    const job = await enqueueTable(
      book,
      queue,
      { bytes, sha256: sha256(bytes), file: 'incidents.csv', whole: false, retrievedAt: now() },
      by,
    );
    await readIntoBook(book, [reports(2)], { files: nodeFiles, threads, now, by });
    const [old] = await book.store.facts('annotation');
    if (!old) throw new Error('nothing was read');
    const former = { rules: 'rules-000000000000', annotation: { ...old.body.annotation, statements: [] } };
    await book.store.append([{ kind: 'annotation', id: old.id, home: old.home, body: former }], by);
    await queue.add([rereadingOf(old.id, ruleVersion(), 'Ada')]);
    expect(await ended(start(place, 'empty'))).toBe(0);
    expect((await book.store.fact('job', job))?.body).toMatchObject({ state: 'done', detail: { added: 67, problems: [] } });
    expect((await book.store.counts()).incident_report).toBe(67);
    expect((await book.store.fact('annotation', old.id))?.body).toEqual(old.body);
    expect((await book.store.facts('reread')).map(({ body }) => body.state)).toEqual(['taken']);
    // Once more changes nothing.
    const before = await book.store.head();
    const tasks = tasksOf({ book, threads, now, files: nodeFiles });
    const about = { key: '', attempt: 1, held: { job: '1', worker: 'nobody', attempt: 1 } };
    for (const name of ['import', `reread:${ruleVersion()}`, 'read', 'index'])
      await tasks[name]?.({ job, report: old.id, by: 'Ada' }, about);
    expect(await book.store.head()).toEqual(before);
    await Promise.all([queue.close(), book.close()]);
  });
});

/** Lets everything that waits for its next attempt be tried now. */
async function postgresNow({ databaseUrl }: { readonly databaseUrl: string }): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query('SELECT current_schema() AS book');
  await client.query(`UPDATE "${String(rows[0].book)}_queue"._private_jobs SET run_at = now()`);
  await client.end();
}

test('failures of the queue carry a code', () => {
  expect(new BookFailure('TB_QUEUE_LEASE_LOST').problem.remedy).toContain('--jobs');
});
