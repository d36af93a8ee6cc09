import { Worker } from 'node:worker_threads';
import { BookFailure } from '../../store/index.ts';
import type { ReportIntake } from '../book.ts';
import { startWorker } from '../start-worker.ts';
import { type PreparedReport, prepareReports } from './prepare-reports.ts';

/** Threads that read reports; each works on one batch at a time. */
export interface ReadingThreads {
  readonly size: number;
  readonly prepare: (intake: readonly ReportIntake[], rules: string) => Promise<readonly PreparedReport[]>;
  readonly close: () => Promise<void>;
}

/** What one batch may take before its thread is ended and another put in its place. */
export interface ThreadLimits {
  /** Megabytes; what the machine has where left out. */
  readonly memory?: number;
  /** Milliseconds; without end where left out. */
  readonly longestMs?: number;
  /** The program of a thread; ours where left out. */
  readonly program?: URL;
}

/** Starts threads; with 0 everything is done in this one, which is quicker for a few reports. */
export function startReadingThreads(count: number, { memory, longestMs, program }: ThreadLimits = {}): ReadingThreads {
  if (count === 0) return { size: 1, prepare: async (intake, rules) => prepareReports(intake, rules), close: async () => undefined };
  const limits = memory === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memory } };
  const workers = new Set<Worker>();
  const idle: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  let isClosed = false;
  const start = (): Worker => {
    const worker = program ? new Worker(program, limits) : startWorker('./read-worker', import.meta.url, undefined, limits);
    workers.add(worker);
    // Without this listener the end of a thread that does nothing at the moment would end the program.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      workers.delete(worker);
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
    });
    return worker;
  };
  for (let number = 0; number < count; number++) idle.push(start());
  const take = (): Promise<Worker> => {
    const worker = idle.pop() ?? (workers.size < count ? start() : undefined);
    return worker ? Promise.resolve(worker) : new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (worker: Worker): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };
  return {
    size: count,
    prepare: async (intake, rules) => {
      const worker = await take();
      let isGone = false;
      let isLate = false;
      const timer =
        longestMs === undefined
          ? undefined
          : setTimeout(() => {
              isLate = true;
              void worker.terminate();
            }, longestMs);
      try {
        return await new Promise((resolve, reject) => {
          const settle = (): void => {
            worker.off('message', done);
            worker.off('error', failed);
            worker.off('exit', exited);
          };
          const done = (prepared: readonly PreparedReport[]): void => {
            settle();
            resolve(prepared);
          };
          const failed = (failure: Error): void => {
            isGone = true;
            settle();
            reject(failure);
          };
          const exited = (): void => failed(new Error(isLate ? `it took more than ${longestMs} ms` : 'it was ended'));
          worker.once('message', done);
          worker.once('error', failed);
          worker.once('exit', exited);
          worker.postMessage({ intake, rules });
        });
      } catch (failure) {
        throw new BookFailure('TB_QUEUE_THREAD', { reason: failure instanceof Error ? failure.message : String(failure) }, failure);
      } finally {
        clearTimeout(timer);
        // A thread that failed (it ran out of memory, say) is gone; whoever waits gets another.
        if (isGone) workers.delete(worker);
        if (!isGone) giveBack(worker);
        else if (!isClosed && waiting.length > 0) giveBack(start());
      }
    },
    close: async () => {
      isClosed = true;
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
}
