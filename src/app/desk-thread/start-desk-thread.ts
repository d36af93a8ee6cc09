import type { Worker } from 'node:worker_threads';
import type { Dossier } from '../../model/index.ts';
import type { StorePlace } from '../../store/index.ts';
import { startWorker } from '../start-worker.ts';
import type { DeskQuestion } from './desk-worker.ts';
import { joinPieces, type Piece } from './pieces.ts';

/** What the thread says. */
type Told =
  | { readonly kind: 'made'; readonly edition: number }
  | { readonly kind: 'piece'; readonly piece: Piece }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly reason: string };

/** A thread that works out dossiers of an open book; it has the book open for itself. */
export interface DeskThread {
  /** The dossier of everything, as an audience may see it, with the edition of the book that is in it for certain. */
  readonly dossier: (question: DeskQuestion) => Promise<{ readonly dossier: Dossier; readonly edition: number }>;
  readonly close: () => Promise<void>;
}

/** Makes the thread; it is started by the first question, and anew after it has failed. */
export function deskThread(place: StorePlace): DeskThread {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const start = (): Worker => {
    const made = startWorker('./desk-worker', import.meta.url, { place });
    // It may fail while nobody asks; whoever asks next is told, and a new one is started.
    made.on('error', () => {
      if (worker === made) worker = null;
    });
    made.unref();
    return made;
  };
  const ask = (question: DeskQuestion): Promise<{ readonly dossier: Dossier; readonly edition: number }> =>
    new Promise((resolve, reject) => {
      const own = worker ?? start();
      worker = own;
      const joined = joinPieces();
      let edition = 0;
      const settle = (): void => {
        own.off('message', take);
        own.off('error', fail);
        own.off('exit', end);
      };
      const fail = (fault: Error): void => {
        settle();
        worker = null;
        void own.terminate();
        reject(fault);
      };
      const end = (): void => fail(new Error('the thread that makes desks has ended'));
      const take = (told: Told): void => {
        if (told.kind === 'failed') {
          settle();
          reject(new Error(told.reason));
          return;
        }
        if (told.kind === 'end') {
          settle();
          resolve({ dossier: joined.dossier(), edition });
          return;
        }
        if (told.kind === 'made') edition = told.edition;
        else joined.add(told.piece);
        // Whoever waits for an answer comes first.
        setImmediate(() => own.postMessage('next'));
      };
      own.on('message', take);
      own.once('error', fail);
      own.once('exit', end);
      own.postMessage(question);
    });
  return {
    // It makes one dossier at a time.
    dossier: (question) => {
      const next = last.then(() => ask(question));
      last = next.catch(() => undefined);
      return next;
    },
    close: async () => {
      await worker?.terminate();
      worker = null;
    },
  };
}
