import { type By, sha256 } from '../../store/index.ts';
import type { KeptBook, ReportIntake } from '../book.ts';
import { ruleVersion } from '../rule-version.ts';
import type { ReadingThreads } from './reading-threads.ts';

/** How far reading has come. */
export interface ReadingProgress {
  readonly read: number;
  readonly added: number;
  readonly same: number;
}

/** Takes reports, lets threads read them, and writes them into a book in their order. */
export interface ReportWriter {
  readonly add: (intake: ReportIntake) => Promise<void>;
  /** Waits until everything is written. */
  readonly settle: () => Promise<void>;
  readonly counts: () => ReadingProgress & { readonly erased: number };
}

export interface WriterOptions {
  readonly threads: ReadingThreads;
  readonly by: By;
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined;
}

/** Makes the writer that reports go to: one that reads them, or one that keeps them for others to read. */
export type MakeWriter = (book: KeptBook, options: WriterOptions) => ReportWriter;

/** Reports that are written as one unit: a kill loses no more than what was under way. */
const BATCH = 32;

const NO_BYTES = new Uint8Array(0);

/** The bytes of a feed with ten thousand entries go the way once, with the first report that is new. */
export function sharingBytes(): (one: ReportIntake) => ReportIntake {
  const hashOf = new WeakMap<Uint8Array, string>();
  return (one) => {
    const hash = hashOf.get(one.bytes);
    if (hash !== undefined) return { ...one, bytes: NO_BYTES, sourceHash: hash };
    hashOf.set(one.bytes, sha256(one.bytes));
    return one;
  };
}

/** Makes a writer that reads reports into a book. */
export function reportWriter(book: KeptBook, { threads, by, onProgress }: WriterOptions): ReportWriter {
  const rules = ruleVersion();
  let [read, added, same, erased] = [0, 0, 0, 0];
  let batch: ReportIntake[] = [];
  const underWay = new Set<Promise<void>>();
  // Written in the order in which they were read, so that the journal of the same reading is the same.
  let written: Promise<void> = Promise.resolve();
  const withoutBytes = sharingBytes();
  const flush = async (): Promise<void> => {
    const intake = (await book.newReports(batch)).map(withoutBytes);
    same += batch.length - intake.length;
    batch = [];
    if (intake.length === 0) return;
    const prepared = threads.prepare(intake, rules);
    prepared.catch(() => undefined);
    const before = written;
    written = before.then(async () => {
      const ready = await prepared;
      const { skipped } = await book.store.append(
        ready.flatMap(({ facts }) => facts),
        by,
      );
      const gone = new Set(skipped.filter(({ kind, why }) => kind === 'report' && why === 'erased').map(({ id }) => id));
      erased += gone.size;
      added += ready.length - gone.size;
      await book.store.indexPassages(ready.map(({ passages }) => passages).filter(({ home }) => !gone.has(home)));
      onProgress?.({ read, added, same });
    });
    const mine = written.finally(() => underWay.delete(mine));
    underWay.add(mine);
    // For each thread a batch that it reads and one that it finds ready: none waits while another is written.
    while (underWay.size > 2 * threads.size) await Promise.race(underWay);
  };
  return {
    add: async (intake) => {
      read++;
      batch.push(intake);
      if (batch.length >= BATCH) await flush();
    },
    settle: async () => {
      if (batch.length > 0) await flush();
      await written;
    },
    counts: () => ({ read, added, same, erased }),
  };
}
