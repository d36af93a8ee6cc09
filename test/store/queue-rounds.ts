import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openBook, type ReportIntake } from '../../src/app/book.ts';
import { enqueueReading } from '../../src/app/queue/queue-writer.ts';
import { makeReport } from '../../src/model/index.ts';
import { openQueue } from '../../src/store/index.ts';
import { randomFrom } from './mixed-work.ts';

/** What came of killing workers again and again; all lists must be empty. */
export interface QueueReport {
  readonly rounds: number;
  readonly killed: number;
  readonly reports: number;
  /** Pieces that a worker said it had done. */
  readonly acknowledged: number;
  /** Said to be done, or asked for, and not in the book. */
  readonly lost: readonly string[];
  /** Read more than once by what the journal says. */
  readonly doubled: readonly string[];
  /** Still in the queue at the end. */
  readonly left: readonly string[];
  readonly faults: readonly string[];
}

export interface QueueRounds {
  readonly rounds: number;
  readonly workers: number;
  /** Reports that are added in each round. */
  readonly reports: number;
  readonly seed: number;
  readonly afterKill?: (round: number) => Promise<void>;
}

/** A worker process of the tests, with what it has said so far. */
export interface TestWorker {
  readonly child: ChildProcess;
  readonly lines: string[];
  /** Fulfilled with its exit code. */
  readonly ended: Promise<number | null>;
}

const script = fileURLToPath(new URL('queue-worker.ts', import.meta.url));
const now = (): string => new Date().toISOString();
const by = { author: { kind: 'person', name: 'Ada' } } as const;

/** Starts a worker on a book: one that works until it is killed, or until nothing waits. */
export function startWorker(databaseUrl: string, until: 'killed' | 'empty', leaseMs = 1000): TestWorker {
  const child = spawn(process.execPath, ['--import', 'tsx', script, databaseUrl, String(leaseMs), until], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const lines: string[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  return { child, lines, ended: new Promise((resolve) => child.once('close', (code) => resolve(code))) };
}

/** Reports that each say something of their own. */
function reportsFrom(from: number, count: number): readonly ReportIntake[] {
  return Array.from({ length: count }, (_, at) => {
    const text =
      `Die Hafenbehörde ${from + at} sagte, die Waffenruhe gelte ${at + 2} Tage. „Wir halten uns daran“, sagte ein Sprecher. `.repeat(5);
    const name = `bericht-${from + at}`;
    const report = makeReport(name, text, { date: '2025-03-19', outlet: 'Beispielbote', source: `${name}.txt` });
    return { report, bytes: Buffer.from(text), mediaType: 'text/plain', retrievedAt: now() };
  });
}

/**
 * Lets several workers share the work on one book and kills some of them again and again at points that look random; those that were
 * killed are started anew. At the end every report must have been read once, and the journal must verify.
 */
export async function killWorkers(
  databaseUrl: string,
  { rounds, workers: count, reports, seed, afterKill }: QueueRounds,
): Promise<QueueReport> {
  const random = randomFrom(seed);
  const place = { databaseUrl };
  const asked: string[] = [];
  const said: string[][] = [];
  let killed = 0;
  const start = (): TestWorker => {
    const worker = startWorker(databaseUrl, 'killed');
    said.push(worker.lines);
    return worker;
  };
  const workers = Array.from({ length: count }, start);
  const done = (): number => said.reduce((sum, lines) => sum + lines.length, 0);
  try {
    for (let round = 0; round < rounds; round++) {
      // Opened anew each time: the server may have been killed.
      const [book, queue] = [await openBook(place, { now }), await openQueue(place)];
      const intake = reportsFrom(asked.length, reports);
      await enqueueReading(book, queue, intake, by);
      asked.push(...intake.map(({ report }) => report.id));
      await Promise.all([book.close(), queue.close()]);
      // One that met a server which was gone while it started has ended by itself, unlike `trucebook work`.
      for (const [at, { child }] of workers.entries()) if (child.exitCode !== null) workers[at] = start();
      const goal = done() + 1 + Math.floor(random() * reports);
      for (let look = 0; done() < goal && look < 150; look++) await new Promise((resolve) => setTimeout(resolve, 20));
      await new Promise((resolve) => setTimeout(resolve, random() * 30));
      const victims = workers.map((_, at) => at).filter(() => random() < 0.5);
      if (victims.length === 0) victims.push(Math.floor(random() * count));
      for (const at of victims) workers[at]?.child.kill('SIGKILL');
      await Promise.all(victims.map((at) => workers[at]?.ended));
      killed += victims.length;
      await afterKill?.(round);
      for (const at of victims) workers[at] = start();
    }
    const last = startWorker(databaseUrl, 'empty');
    said.push(last.lines);
    await last.ended;
  } finally {
    for (const { child, ended } of workers) {
      child.kill('SIGTERM');
      await ended;
    }
  }
  const [book, queue] = [await openBook(place, { now }), await openQueue(place)];
  const times = new Map<string, number>();
  for (const { id } of await book.store.entries({ kind: 'annotation' })) times.set(id, (times.get(id) ?? 0) + 1);
  const acknowledged = said.flat().filter((line) => line.startsWith('read:'));
  const promised = new Set([...asked, ...acknowledged.map((line) => line.slice('read:'.length))]);
  const unindexed = await book.store.unindexedReports(10);
  const report: QueueReport = {
    rounds,
    killed,
    reports: asked.length,
    acknowledged: acknowledged.length,
    lost: [...promised].filter((id) => !times.has(id)),
    doubled: [...times].flatMap(([id, count]) => (count > 1 ? [id] : [])),
    left: (await queue.list()).map(({ key, state }) => `${key} ${state}`),
    faults: [
      ...(await book.store.verify()).faults.map(({ code, detail }) => `${code} ${detail}`),
      ...unindexed.map(({ home }) => `not in the index: ${home}`),
    ],
  };
  await Promise.all([book.close(), queue.close()]);
  return report;
}
