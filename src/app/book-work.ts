import type { FileAccess } from '../feeds/index.ts';
import type { KeptBook } from './book.ts';
import type { Gate } from './read-gate.ts';
import type { ReadingThreads } from './reading/reading-threads.ts';

/** What is needed to write into an open book in the name of somebody who asks over the network. */
export interface BookWork {
  readonly book: KeptBook;
  /** What the gate goes by beside the decisions in the book. */
  readonly gate: Omit<Gate, 'problems' | 'isWhole'>;
  readonly threads: ReadingThreads;
  /** Files of this machine: the base map by which places are found. */
  readonly files: FileAccess;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Runs writings one after the other, so that the same sent twice at once is written once. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Runs what it is given one after the other. */
export function inTurn(): BookWork['alone'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
