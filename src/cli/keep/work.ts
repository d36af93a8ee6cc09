import { openBook } from '../../app/book.ts';
import type { PlaceFiles } from '../../app/place-incidents.ts';
import { fillQueue, tasksOf, tellFailed } from '../../app/queue/tasks.ts';
import { startReadingThreads } from '../../app/reading/reading-threads.ts';
import { problem } from '../../errors.ts';
import { topicsFor } from '../../i18n/topics.ts';
import { openQueue, type WorkTask } from '../../store/index.ts';
import { type ExitCode, report, type Terminal } from '../terminal.ts';
import { counted, type FormatOption, type KeptOptions, placeOf } from './options.ts';

export interface WorkCommandOptions extends KeptOptions {
  readonly jobs: number;
  readonly once?: boolean;
  /** Seconds for which the work of a process that is no longer heard of stays its own. */
  readonly lease: number;
  readonly places: PlaceFiles;
}

/** How often the worker looks whether it is to end, and what waits, in milliseconds. */
const LOOK = 250;
/** How often work that the queue has lost is asked for anew. */
const FILL = 30_000;

/** Takes work from the queue of a book until it is told to end, or, with `once`, until nothing waits. */
export async function runWork(terminal: Terminal, options: WorkCommandOptions): Promise<ExitCode> {
  const { queueing } = topicsFor(options.lang).book;
  const number = (count: number): string => counted(count, options.lang);
  const queue = await openQueue(placeOf(terminal, options));
  const book = await openBook(placeOf(terminal, options), { now: terminal.now });
  // One thread would have to hand over every text without gaining anything.
  const threads = startReadingThreads(options.jobs > 1 ? options.jobs : 0);
  const leaseMs = options.lease * 1000;
  let done = 0;
  const counting =
    (task: WorkTask): WorkTask =>
    async (payload, about) => {
      await task(payload, about);
      done++;
    };
  const failed = (fault: unknown): void => terminal.err(`trucebook: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  terminal.isInterrupted?.();
  try {
    const own = tasksOf({ book, threads, now: terminal.now, files: terminal.files, places: options.places });
    const tasks = Object.fromEntries(Object.entries(own).map(([name, task]) => [name, counting(task)]));
    let waiting = await fillQueue(book, queue, 'queue');
    const worker = await queue.work({ tasks, concurrency: options.jobs, leaseMs, failed });
    let lost = false;
    worker.ended.catch(() => {
      lost = true;
    });
    terminal.err(`${queueing.working(number(options.jobs))}\n`);
    const began = terminal.monotonic?.() ?? 0;
    for (let filledAt = began; !lost && terminal.isInterrupted?.() !== true; ) {
      await new Promise((resolve) => setTimeout(resolve, LOOK));
      const all = await queue.list().catch((fault: unknown) => {
        failed(fault);
        return null;
      });
      if (all === null) continue;
      waiting = all.filter(({ state }) => state !== 'failed').length;
      await tellFailed(
        book,
        all.filter(({ state }) => state === 'failed'),
        'queue',
      ).catch(failed);
      const now = terminal.monotonic?.() ?? 0;
      terminal.progress?.(
        queueing.progress(number(done), number(waiting), number(Math.round(done / Math.max((now - began) / 1000, 0.001)))),
      );
      if (now - filledAt >= FILL) {
        filledAt = now;
        await fillQueue(book, queue, 'queue').catch(failed);
      }
      if (options.once && waiting === 0) break;
    }
    await worker.stop();
    terminal.progress?.(null);
    await terminal.out(`${queueing.done(number(done))}\n`);
    if (!lost) return 0;
    report(terminal, [problem('TB_QUEUE_LEASE_LOST')]);
    return 3;
  } finally {
    await threads.close();
    await queue.close();
    await book.close();
  }
}

/** Lists the jobs of the queue, or has those that failed tried anew. */
export async function runJobs(
  terminal: Terminal,
  options: KeptOptions & FormatOption & { readonly retry?: true | readonly string[] },
): Promise<ExitCode> {
  const { queueing } = topicsFor(options.lang).book;
  const number = (count: number): string => counted(count, options.lang);
  const queue = await openQueue(placeOf(terminal, options));
  try {
    if (options.retry !== undefined) {
      const count = await queue.retry(options.retry === true ? 'all' : options.retry);
      await terminal.out(`${queueing.retried(number(count))}\n`);
      return 0;
    }
    const all = await queue.list();
    if (options.format === 'json') {
      await terminal.out(`${JSON.stringify({ jobs: all }, null, 2)}\n`);
      return 0;
    }
    const count = (state: string): string => number(all.filter((job) => job.state === state).length);
    await terminal.out(`${all.length === 0 ? queueing.none : queueing.counts(count('waiting'), count('running'), count('failed'))}\n`);
    for (const { key, task, state, attempts, reason } of all.filter((job) => job.state !== 'waiting'))
      await terminal.out(
        `  ${key}  ${queueing.task[task] ?? task}, ${queueing.state[state]}, ${queueing.attempts(attempts)}${reason === null ? '' : `: ${reason.split('\n')[0] ?? ''}`}\n`,
      );
    return 0;
  } finally {
    await queue.close();
  }
}
