import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KeptBook, openBook } from '../../src/app/book.ts';
import { enqueueReading, readingOf } from '../../src/app/queue/queue-writer.ts';
import { enqueueTable, rereadingOf, tasksOf } from '../../src/app/queue/tasks.ts';
import { startReadingThreads } from '../../src/app/reading/reading-threads.ts';
import { decidedSince, rereadReport } from '../../src/app/reading/reread.ts';
import { ruleVersion } from '../../src/app/rule-version.ts';
import { nodeFiles } from '../../src/feeds/index.ts';
import { makeReport } from '../../src/model/index.ts';
import { type HeldWork, openQueue, sha256, type WorkQueue } from '../../src/store/index.ts';
import { newBook, postgresServer, STORES } from './stores.ts';

const by = { author: { kind: 'person', name: 'Ada' } } as const;
const now = (): string => new Date().toISOString();
const threads = startReadingThreads(0);
const [embedded, postgresql] = STORES;
const failed = (): void => undefined;
const HOUR = 3_600_000;

afterAll(async () => {
  for (const kind of STORES) await kind.stop();
});

const until = async (is: () => boolean | Promise<boolean>): Promise<void> => {
  for (let look = 0; !(await is()); look++) {
    if (look > 1000) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

test('a book in a folder has nothing that workers could hold', async () => {
  if (!embedded) throw new Error('no store');
  const { store } = await newBook(embedded);
  const held = { job: '1', worker: 'pool', attempt: 1 };
  await expect(store.appendHeld([], by, { held, ends: true })).rejects.toMatchObject({ problem: { code: 'TB_QUEUE_NEEDS_SERVER' } });
  await store.close();
});

describe.skipIf(postgresql === undefined)('what a worker writes', () => {
  let place: { readonly databaseUrl: string };
  let book: KeptBook;
  let queue: WorkQueue;
  beforeAll(async () => {
    place = { databaseUrl: await postgresServer().database() };
    book = await openBook(place, { now, create: true });
    queue = await openQueue(place);
  });
  afterAll(async () => {
    await queue.close();
    await book.close();
  });

  /** Keeps a report that says something of its own, and asks for its reading. */
  const keep = async (name: string): Promise<string> => {
    const text = `Die Hafenbehörde ${name} sagte, die Waffenruhe gelte 30 Tage. „Wir halten uns daran“, sagte ein Sprecher.`;
    const report = makeReport(name, text, { date: '2025-03-19', outlet: 'Beispielbote', source: `${name}.txt` });
    const intake = { report, bytes: Buffer.from(text), mediaType: 'text/plain', retrievedAt: now() };
    expect(await enqueueReading(book, queue, [intake, intake], by)).toEqual({ read: 2, added: 1, same: 1, erased: 0 });
    return report.id;
  };
  /** Somebody who takes the next piece and keeps it until told what to do with it. */
  const holder = async (task = 'read'): Promise<{ readonly held: HeldWork; readonly end: () => Promise<void> }> => {
    let held: HeldWork | null = null;
    let release: (fault: Error) => void = () => undefined;
    const waits = new Promise<void>((_, reject) => {
      release = reject;
    });
    const tasks = {
      [task]: async (_: unknown, about: { readonly held: HeldWork }): Promise<void> => {
        held = about.held;
        await waits;
      },
    };
    const worker = await queue.work({ concurrency: 1, leaseMs: HOUR, failed, tasks });
    await until(() => held !== null);
    if (held === null) throw new Error('nothing was taken');
    return {
      held,
      end: async () => {
        release(new Error('let go'));
        await worker.stop();
      },
    };
  };
  const inAnHour = (): string => new Date(Date.now() + 2 * HOUR).toISOString();
  const work = async (leaseMs = HOUR): Promise<void> => {
    const worker = await queue.work({ concurrency: 1, leaseMs, failed, tasks: tasksOf({ book, threads, now, files: nodeFiles }) });
    await until(async () => {
      const { waiting, running } = await queue.counts();
      return waiting + running === 0;
    });
    await worker.stop();
  };
  const annotationsOf = (id: string) => book.store.entries({ kind: 'annotation', about: id });

  test('is refused once its lease has run out by the clock of the database, whatever it says', async () => {
    const id = await keep('one');
    const sleeper = await holder();
    expect(await queue.recover(HOUR)).toBe(0);
    expect(await queue.recover(HOUR, inAnHour())).toBe(1);
    await work();
    expect(await annotationsOf(id)).toHaveLength(1);
    const [written] = await annotationsOf(id);
    // The one that slept has read by other rules meanwhile: what it says would take the place of what stands there.
    const late = { kind: 'annotation', id, home: id, body: { rules: 'rules-000000000000', annotation: { report: 'one' } } } as never;
    await expect(book.store.appendHeld([late], by, { held: sleeper.held, ends: true })).rejects.toMatchObject({
      problem: { code: 'TB_QUEUE_WORK_LOST' },
    });
    await expect(book.store.appendHeld([late], by, { held: sleeper.held, ends: false })).rejects.toMatchObject({
      problem: { code: 'TB_QUEUE_WORK_LOST' },
    });
    await sleeper.end();
    expect(await annotationsOf(id)).toEqual([written]);
    expect(await queue.counts()).toEqual({ waiting: 0, running: 0, failed: 0 });
  });

  test('is refused where another attempt of the same piece is under way', async () => {
    await keep('two');
    const first = await holder();
    await queue.recover(HOUR, inAnHour());
    const second = await holder();
    expect(second.held).toMatchObject({ job: first.held.job, attempt: 2 });
    await expect(book.store.appendHeld([], by, { held: first.held, ends: true })).rejects.toMatchObject({
      problem: { code: 'TB_QUEUE_WORK_LOST' },
    });
    // The end of the first leaves the piece with the second.
    await first.end();
    expect((await queue.list()).map(({ state, attempts }) => [state, attempts])).toEqual([['running', 2]]);
    await book.store.appendHeld([], by, { held: second.held, ends: true });
    await second.end();
    expect(await queue.list()).toEqual([]);
    await queue.add(await book.store.unreadReports(9).then((ids) => ids.map((id) => readingOf(id, 'Ada'))));
    await work();
  });

  test('is refused where the report has been read by another way, and leaves the piece in the queue', async () => {
    const id = await keep('three');
    const { held, end } = await holder();
    const other = { rules: 'rules-000000000001', annotation: { report: 'three', statements: [] } } as never;
    await book.store.append([{ kind: 'annotation', id, home: id, body: other }], by);
    const seen = [{ kind: 'annotation', id, seq: null } as const];
    await expect(book.store.appendHeld([], by, { held, ends: true, seen })).rejects.toMatchObject({
      problem: { code: 'TB_BOOK_OVERTAKEN' },
    });
    expect((await queue.counts()).running).toBe(1);
    await book.store.appendHeld([{ kind: 'annotation', id, home: id, body: null }], by, { held, ends: true });
    await end();
    await queue.add([readingOf(id, 'Ada')]);
    await work();
    expect((await book.store.fact('annotation', id))?.body.rules).toBe(ruleVersion());
  });

  test('of a report that is deleted while it is read is nothing', async () => {
    const id = await keep('gone');
    const { held, end } = await holder();
    const kept = await book.store.fact('report', id);
    await book.store.erase({ kind: 'source', id: kept?.origin ?? '' }, { ...by, why: 'an order' });
    const late = { kind: 'annotation', id, home: id, body: { rules: ruleVersion(), annotation: { report: 'gone' } } } as never;
    const seen = [{ kind: 'report', id, seq: kept?.seq ?? 0 } as const];
    await expect(book.store.appendHeld([late], by, { held, ends: true, seen })).rejects.toMatchObject({
      problem: { code: 'TB_BOOK_OVERTAKEN' },
    });
    await end();
    expect(await annotationsOf(id)).toEqual([]);
    // Its next attempt finds nothing to do.
    await queue.retry('all');
  });

  test('of a report read anew waits for what people decide meanwhile, and never goes back to older rules', async () => {
    const id = await keep('four');
    await work();
    const fresh = await book.store.fact('annotation', id);
    if (!fresh) throw new Error('it was not read');
    const former = { rules: 'rules-000000000000', annotation: { ...fresh.body.annotation, statements: [] } };
    await book.store.append([{ kind: 'annotation', id, home: id, body: former }], by);
    await queue.add([rereadingOf(id, ruleVersion(), 'Ada')]);
    const { held, end } = await holder(`reread:${ruleVersion()}`);
    const decided = await decidedSince(book.store, null);
    expect(await decidedSince(book.store, decided)).toBe(decided);
    const anew = await rereadReport(book.store, id, decided, { by });
    if (!anew) throw new Error('nothing is different');
    const decision = {
      target: { kind: 'statement', id: 'x' },
      variable: 'act',
      value: 'say',
      coder: 'Ada',
      at: now(),
      note: null,
    } as const;
    await book.store.append([{ kind: 'coding', id: 'cod-1', body: decision }], by);
    const writing = { held, ends: true, seen: anew.seen, unchanged: anew.unchanged };
    await expect(book.store.appendHeld(anew.facts, anew.by, writing)).rejects.toMatchObject({ problem: { code: 'TB_BOOK_OVERTAKEN' } });
    expect((await book.store.fact('annotation', id))?.body).toEqual(former);
    await end();
    await queue.retry('all');
    // Asked for by rules that this worker does not have.
    await queue.add([rereadingOf(id, 'rules-ffffffffffff', 'Ada')]);
    const own = Object.keys(tasksOf({ book, threads, now, files: nodeFiles }));
    expect(await queue.counts(own)).toMatchObject({ waiting: 1 });
    expect(await queue.counts()).toMatchObject({ waiting: 2 });
  });

  test('of reports that two processes keep at once stands once, and no two are called alike', async () => {
    const intakeOf = (folder: string) =>
      Array.from({ length: 70 }, (_, at) => {
        // Every other text is in both folders, under another path.
        const text = `Text ${at % 2 === 0 ? 'in beiden' : `in ${folder}`} Nummer ${at}.`;
        const report = makeReport(`gleich-${at}`, text, { date: '2025-03-21', source: `${folder}/gleich-${at}.txt` });
        return { report, bytes: Buffer.from(text), mediaType: 'text/plain', retrievedAt: now() };
      });
    const other = await openBook(place, { now });
    const [one, two] = await Promise.all([enqueueReading(book, queue, intakeOf('a'), by), enqueueReading(other, queue, intakeOf('b'), by)]);
    expect(one.added + two.added).toBe(105);
    expect(one.same + two.same).toBe(35);
    const reports = (await book.store.facts('report')).filter(({ body }) => body.key.startsWith('gleich-'));
    expect(reports).toHaveLength(105);
    expect(new Set(reports.map(({ body }) => body.key)).size).toBe(105);
    expect((await book.store.entries({ kind: 'report' })).filter(({ action }) => action === 'change')).toEqual([]);
    expect((await book.store.facts('source')).length).toBeGreaterThanOrEqual(105);
    await other.close();
  });

  test('of two tables comes one after the other, and the line goes on', async () => {
    const head = 'date,place,act,source,text\n';
    for (const [at, file] of ['a.csv', 'b.csv', 'c.csv'].entries()) {
      const bytes = Buffer.from(`${head}2025-03-2${at},Ort,attack,Beispielblatt,Zeile ${at}\n`);
      await enqueueTable(book, queue, { bytes, sha256: sha256(bytes), file, whole: false, retrievedAt: now() }, by);
    }
    const worker = await queue.work({ concurrency: 3, leaseMs: HOUR, failed, tasks: tasksOf({ book, threads, now, files: nodeFiles }) });
    await until(async () => (await book.store.facts('job')).filter(({ body }) => body.state === 'done').length === 3);
    await worker.stop();
    const done = (await book.store.entries({ kind: 'job' })).filter(({ action }) => action === 'change');
    expect(done).toHaveLength(3);
    expect((await book.store.verify()).faults).toEqual([]);
  });
});
