import { openBook } from '../../app/book.ts';
import type { PlaceFiles } from '../../app/place-incidents.ts';
import { retryFailed, tellFailed } from '../../app/queue/failed-work.ts';
import { fillQueue, tasksOf } from '../../app/queue/tasks.ts';
import { startReadingThreads } from '../../app/reading/reading-threads.ts';
import { topicsFor } from '../../i18n/topics.ts';
import { openQueue, type WorkTask } from '../../store/index.ts';
import { CommandFailure, type ExitCode, type Terminal } from '../terminal.ts';
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
const COUNT = 1_000;
/** How often work that the queue has lost is asked for anew. */
const FILL = 30_000;
/** Longest time that one report may take: what takes longer goes round in circles. */
const LONGEST = 600_000;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Tells each trouble once, until it is over or another comes. */
function troubles(terminal: Terminal): { readonly tell: (fault: unknown) => void; readonly over: () => void } {
  let told: string | null = null;
  return {
    tell: (fault) => {
      const text = fault instanceof Error ? fault.message : String(fault);
      if (text !== told) terminal.err(`${text}\n`);
      told = text;
    },
    over: () => {
      told = null;
    },
  };
}

/**
 * Takes work from the queue of a book until it is told to end, or, with `once`, until nothing waits. A database that goes away and a
 * lease that was lost interrupt it; it goes on by itself.
 */
export async function runWork(terminal: Terminal, options: WorkCommandOptions): Promise<ExitCode> {
  const { queueing } = topicsFor(options.lang).book;
  const number = (count: number): string => counted(count, options.lang);
  const queue = await openQueue(placeOf(terminal, options));
  const book = await openBook(placeOf(terminal, options), { now: terminal.now });
  // Always beside this one: it must give signs of life while a long text is read.
  const threads = startReadingThreads(options.jobs, { longestMs: LONGEST });
  const clock = (): number => terminal.monotonic?.() ?? 0;
  const { tell, over } = troubles(terminal);
  const isEnding = (): boolean => terminal.isInterrupted?.() === true;
  isEnding();
  let done = 0;
  const own = tasksOf({ book, threads, now: terminal.now, files: terminal.files, places: options.places });
  const counting =
    (task: WorkTask): WorkTask =>
    async (payload, about) => {
      await task(payload, about);
      done++;
    };
  const tasks = Object.fromEntries(Object.entries(own).map(([name, task]) => [name, counting(task)]));
  const known = Object.keys(tasks);
  const began = clock();
  /** Works until it is to end (true) or its worker has ended (false). */
  const shift = async (): Promise<boolean> => {
    await fillQueue(book, queue, 'queue');
    const worker = await queue.work({ tasks, concurrency: options.jobs, leaseMs: options.lease * 1000, failed: tell });
    let hasEnded = false;
    worker.ended.catch(tell).finally(() => {
      hasEnded = true;
    });
    try {
      for (let [countedAt, filledAt] = [Number.NEGATIVE_INFINITY, clock()]; !hasEnded && !isEnding(); await pause(LOOK)) {
        const at = clock();
        if (at - countedAt < COUNT && terminal.monotonic) continue;
        countedAt = at;
        try {
          if (at - filledAt >= FILL) {
            filledAt = at;
            await fillQueue(book, queue, 'queue');
          }
          let { waiting, running, failed } = await queue.counts(known);
          if (failed > 0) await tellFailed(book, await queue.list({ state: 'failed' }), 'queue');
          const rate = number(Math.round(done / Math.max((at - began) / 1000, 0.001)));
          terminal.progress?.(queueing.progress(number(done), number(waiting + running), rate));
          if (options.once && waiting + running === 0) {
            await fillQueue(book, queue, 'queue');
            ({ waiting, running } = await queue.counts(known));
            if (waiting + running === 0) return true;
          }
          over();
        } catch (fault) {
          tell(fault);
        }
      }
      return !hasEnded;
    } finally {
      await worker.stop();
    }
  };
  terminal.err(`${queueing.working(number(options.jobs))}\n`);
  try {
    while (!isEnding()) {
      try {
        if (await shift()) break;
      } catch (fault) {
        tell(fault);
      }
      await pause(COUNT);
    }
    terminal.progress?.(null);
    await terminal.out(`${queueing.done(number(done))}\n`);
    return 0;
  } finally {
    await threads.close();
    await queue.close();
    await book.close();
  }
}

/** Lists the jobs of the queue, or has those that failed tried anew. */
export async function runJobs(
  terminal: Terminal,
  options: KeptOptions & FormatOption & { readonly retry?: true | readonly string[]; readonly by?: string },
): Promise<ExitCode> {
  const { queueing } = topicsFor(options.lang).book;
  const number = (count: number): string => counted(count, options.lang);
  const queue = await openQueue(placeOf(terminal, options));
  try {
    if (options.retry !== undefined) {
      if (options.by === undefined) throw new CommandFailure('Say with --by who has it tried anew; it stands in the journal.', 2);
      const book = await openBook(placeOf(terminal, options), { now: terminal.now });
      const by = { author: { kind: 'person', name: options.by } } as const;
      const count = await retryFailed(book, queue, options.retry === true ? 'all' : options.retry, by).finally(() => book.close());
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
        `  ${key}  ${queueing.task[task.split(':')[0] ?? task] ?? task}, ${queueing.state[state]}, ${queueing.attempts(attempts)}${reason === null ? '' : `: ${reason.split('\n')[0] ?? ''}`}\n`,
      );
    return 0;
  } finally {
    await queue.close();
  }
}
