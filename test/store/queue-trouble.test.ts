import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { openBook } from '../../src/app/book.ts';
import { queueWriter } from '../../src/app/queue/queue-writer.ts';
import { fillQueue } from '../../src/app/queue/tasks.ts';
import { readIntoBook } from '../../src/app/reading/read-into-book.ts';
import { startReadingThreads } from '../../src/app/reading/reading-threads.ts';
import { nodeFiles } from '../../src/feeds/index.ts';
import { type BookStore, openQueue, openStore } from '../../src/store/index.ts';
import { readIn } from './filled-book.ts';
import { newBook, postgresServer, STORES, temporaryFolder } from './stores.ts';

const by = { author: { kind: 'person', name: 'Ada' } } as const;
const now = (): string => new Date().toISOString();
const threads = startReadingThreads(0);
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const [, postgresql] = STORES;
const running = new Set<ChildProcess>();

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  for (const kind of STORES) await kind.stop();
});

const until = async (is: () => boolean | Promise<boolean>): Promise<void> => {
  for (let look = 0; !(await is()); look++) {
    if (look > 1000) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** The program as a person starts it. */
function trucebook(
  args: readonly string[],
  book: string,
): { readonly child: ChildProcess; readonly said: () => string; readonly ended: Promise<number | null> } {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args, '--lang', 'en'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TRUCEBOOK_DATABASE_URL: book },
  });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    }),
  );
  return { child, said: () => said, ended };
}

async function queuedBook(count: number): Promise<string> {
  const folder = join(temporaryFolder(), 'reports');
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at < count; at++)
    writeFileSync(
      join(folder, `bericht-${at}.txt`),
      `---\ndate: 2025-03-20\noutlet: Beispielbote\n---\n${`Die Hafenbehörde ${at} sagte, die Waffenruhe gelte ${at + 2} Tage. `.repeat(20)}\n`,
    );
  const databaseUrl = await postgresServer().database();
  const book = await openBook({ databaseUrl }, { now, create: true });
  const queue = await openQueue({ databaseUrl });
  await readIntoBook(book, [folder], { files: nodeFiles, threads, now, by, makeWriter: queueWriter(queue) });
  await Promise.all([queue.close(), book.close()]);
  return databaseUrl;
}

async function expectReadOnce(store: BookStore, count: number): Promise<void> {
  expect((await store.entries({ kind: 'annotation' })).map(({ action }) => action)).toEqual(new Array(count).fill('add'));
  expect(await store.unindexedReports(1)).toEqual([]);
  expect((await store.verify()).faults).toEqual([]);
}

describe.skipIf(postgresql === undefined)('a server in trouble', () => {
  test('a worker outlives a database that goes away and comes back', { timeout: 120_000 }, async () => {
    const count = 120;
    const databaseUrl = await queuedBook(count);
    const store = await openStore({ databaseUrl }, { now });
    const worker = trucebook(['work', '--lease', '2'], databaseUrl);
    await until(async () => ((await store.counts()).annotation ?? 0) > 5);
    const comeBack = await postgresServer().goAway();
    await until(() => worker.said().includes('TB_BOOK_DATABASE'));
    // Longer than its lease.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(worker.child.exitCode).toBeNull();
    await comeBack();
    await until(async () => ((await store.counts()).annotation ?? 0) === count);
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
    // Each trouble once, not at every look.
    expect(worker.said().split('TB_BOOK_DATABASE').length).toBeLessThan(12);
    const queue = await openQueue({ databaseUrl });
    expect(await queue.list()).toEqual([]);
    await queue.close();
    await expectReadOnce(store, count);
    await store.close();
  });

  test('a worker that gets SIGTERM finishes or gives back, and says what it did', { timeout: 60_000 }, async () => {
    const count = 60;
    const databaseUrl = await queuedBook(count);
    const store = await openStore({ databaseUrl }, { now });
    const worker = trucebook(['work', '--jobs', '2'], databaseUrl);
    await until(async () => ((await store.counts()).annotation ?? 0) > 2);
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
    expect(worker.said()).toContain('jobs done');
    const queue = await openQueue({ databaseUrl });
    const { waiting, running: held, failed } = await queue.counts();
    expect({ held, failed }).toEqual({ held: 0, failed: 0 });
    expect(waiting + ((await store.counts()).annotation ?? 0)).toBe(count);
    expect(await trucebook(['work', '--once'], databaseUrl).ended).toBe(0);
    await expectReadOnce(store, count);
    await Promise.all([store.close(), queue.close()]);
  });

  test('what fails for good is in the journal with its code, in status and in jobs, until a person has it tried anew', {
    timeout: 60_000,
  }, async () => {
    const databaseUrl = await postgresServer().database();
    const book = await openBook({ databaseUrl }, { now, create: true });
    const queue = await openQueue({ databaseUrl });
    // A table whose bytes are nowhere.
    const detail = { source: '0'.repeat(64), file: 'a.csv', by: 'Ada', whole: false };
    await book.store.append([{ kind: 'job', id: 'import-0', body: { name: 'import', state: 'asked', detail } }], by);
    expect(await fillQueue(book, queue, 'queue')).toBe(1);
    // Four of its attempts are behind it.
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query('SELECT current_schema() AS book');
    await client.query(`UPDATE "${rows[0].book}_queue"._private_jobs SET attempts = max_attempts - 1`);
    await client.end();
    const ask = async (...args: readonly string[]): Promise<string> => {
      const asked = trucebook(args, databaseUrl);
      expect(await asked.ended).toBe(0);
      return asked.said();
    };
    await ask('work', '--once');
    const [failure] = (await book.store.facts('job')).filter(({ body }) => body.state === 'failed');
    expect(failure?.body.detail).toMatchObject({ code: 'TB_QUEUE_SOURCE_GONE', attempts: 5 });
    expect(await ask('status')).toContain('Jobs that failed and wait for a person: 1');
    expect(await ask('jobs')).toContain('TB_QUEUE_SOURCE_GONE');
    expect(await trucebook(['jobs', '--retry'], databaseUrl).ended).toBe(2);
    expect(await ask('jobs', '--retry', '--by', 'Ada')).toContain('1 jobs');
    expect(await ask('status')).not.toContain('Jobs that failed');
    const entries = await book.store.entries({ about: failure?.id ?? '' });
    expect(entries.map(({ action, author, why }) => [action, author.name, why])).toEqual([
      ['add', 'queue', null],
      ['remove', 'Ada', 'tried anew'],
    ]);
    await Promise.all([queue.close(), book.close()]);
  });

  test('an open book says with a code that its database is away, and goes on when it is back', { timeout: 60_000 }, async () => {
    if (!postgresql) throw new Error('no store');
    const { store } = await newBook(postgresql);
    await store.append(readIn('one', 'Ein Bericht.', '2025-03-18'), by);
    const before = await store.head();
    const comeBack = await postgresServer().goAway();
    const away = { problem: { code: 'TB_BOOK_DATABASE' } };
    await expect(store.head()).rejects.toMatchObject(away);
    await expect(store.facts('report')).rejects.toMatchObject(away);
    await expect(store.append(readIn('two', 'Noch einer.', '2025-03-18'), by)).rejects.toMatchObject(away);
    await comeBack();
    expect(await store.head()).toEqual(before);
    await store.append(readIn('two', 'Noch einer.', '2025-03-18'), by);
    expect((await store.verify()).faults).toEqual([]);
    await store.close();
  });

  test('readers never wait for a writer, and a writer that falls silent does not stop the others', { timeout: 60_000 }, async () => {
    if (!postgresql) throw new Error('no store');
    const { store, place } = await newBook(postgresql, { patienceMs: 300 });
    await store.append(readIn('one', 'Ein Bericht.', '2025-03-18'), by);
    const { default: pg } = await import('pg');
    const other = new pg.Client({ connectionString: 'databaseUrl' in place ? place.databaseUrl : '' });
    other.on('error', () => undefined);
    await other.connect();
    await other.query("BEGIN; SET LOCAL idle_in_transaction_session_timeout = '1500ms'; SELECT seq FROM head FOR UPDATE");
    const asked = Array.from({ length: 40 }, () => Promise.all([store.newest(['report']), store.facts('report'), store.counts()]));
    expect((await Promise.all(asked)).every(([, facts]) => facts.length === 1)).toBe(true);
    await expect(store.append(readIn('two', 'Noch einer.', '2025-03-18'), by)).rejects.toMatchObject({ problem: { code: 'TB_BOOK_BUSY' } });
    // The server ends it, as our own writings ask it to after a minute.
    await new Promise((resolve) => other.once('error', resolve));
    await store.append(readIn('two', 'Noch einer.', '2025-03-18'), by);
    await store.close();
  });

  test('a question that takes too long ends with a code', async () => {
    if (!postgresql) throw new Error('no store');
    const { store, place } = await newBook(postgresql, { questionMs: 200 });
    const { default: pg } = await import('pg');
    const other = new pg.Client({ connectionString: 'databaseUrl' in place ? place.databaseUrl : '' });
    await other.connect();
    await other.query('BEGIN; LOCK TABLE facts IN ACCESS EXCLUSIVE MODE');
    await expect(store.facts('report')).rejects.toMatchObject({ problem: { code: 'TB_BOOK_BUSY' } });
    await other.query('ROLLBACK');
    expect(await store.facts('report')).toEqual([]);
    await Promise.all([other.end(), store.close()]);
  });

  test('a user who may make no schema is told what is missing', async () => {
    const databaseUrl = await postgresServer().database();
    const { default: pg } = await import('pg');
    const owner = new pg.Client({ connectionString: databaseUrl });
    await owner.connect();
    const { rows } = await owner.query('SELECT current_schema() AS book');
    const book = String(rows[0].book);
    await owner.query(`CREATE ROLE desk_${book} LOGIN NOSUPERUSER; GRANT ALL ON SCHEMA ${book} TO desk_${book}`);
    const place = { databaseUrl: databaseUrl.replace('//trucebook@', `//desk_${book}@`) };
    const store = await openStore(place, { now, mode: 'create' });
    await expect(openQueue(place)).rejects.toMatchObject({ problem: { code: 'TB_QUEUE_SCHEMA' } });
    await owner.query(`GRANT CREATE ON DATABASE postgres TO desk_${book}`);
    const queue = await openQueue(place);
    expect(await queue.counts()).toEqual({ waiting: 0, running: 0, failed: 0 });
    await Promise.all([queue.close(), store.close(), owner.end()]);
  });
});
