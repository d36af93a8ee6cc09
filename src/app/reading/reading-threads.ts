import type { Worker } from 'node:worker_threads';
import type { ReportIntake } from '../book.ts';
import { startWorker } from '../start-worker.ts';
import { type PreparedReport, prepareReports } from './prepare-reports.ts';

/** Threads that read reports; each works on one batch at a time. */
export interface ReadingThreads {
  readonly size: number;
  readonly prepare: (intake: readonly ReportIntake[], rules: string) => Promise<readonly PreparedReport[]>;
  readonly close: () => Promise<void>;
}

/** Starts threads; with 0 everything is done in this one, which is quicker for a few reports. */
export function startReadingThreads(count: number): ReadingThreads {
  if (count === 0) return { size: 1, prepare: async (intake, rules) => prepareReports(intake, rules), close: async () => undefined };
  const workers = Array.from({ length: count }, () => startWorker('./read-worker', import.meta.url));
  const idle = [...workers];
  const waiting: ((worker: Worker) => void)[] = [];
  const take = (): Promise<Worker> => {
    const worker = idle.pop();
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
      try {
        return await new Promise((resolve, reject) => {
          const settle = (): void => {
            worker.off('message', done);
            worker.off('error', failed);
          };
          const done = (prepared: readonly PreparedReport[]): void => {
            settle();
            resolve(prepared);
          };
          const failed = (failure: Error): void => {
            settle();
            reject(failure);
          };
          worker.once('message', done);
          worker.once('error', failed);
          worker.postMessage({ intake, rules });
        });
      } finally {
        giveBack(worker);
      }
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
