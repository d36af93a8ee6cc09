import { extname } from 'node:path';
import type { Problem } from '../../errors.ts';
import { type FileAccess, streamReports } from '../../feeds/index.ts';
import type { By } from '../../store/index.ts';
import type { KeptBook, ReportIntake } from '../book.ts';
import { ruleVersion } from '../rule-version.ts';
import type { ReadingThreads } from './reading-threads.ts';

/** How far reading has come. */
export interface ReadingProgress {
  readonly read: number;
  readonly added: number;
  readonly same: number;
}

/** What came of reading; every problem is there, nothing is dropped. */
export interface ReadingResult extends ReadingProgress {
  /** Deleted on legal demand before, and not taken in again. */
  readonly erased: number;
  readonly problems: readonly Problem[];
  /** Reading was ended before everything was read; the same call goes on where it ended. */
  readonly interrupted: boolean;
}

export interface ReadingOptions {
  readonly files: FileAccess;
  readonly threads: ReadingThreads;
  readonly now: () => string;
  readonly by: By;
  readonly rights?: string | null;
  readonly onProgress?: (progress: ReadingProgress) => void;
  readonly isInterrupted?: () => boolean;
}

/** Reports that are written as one unit: a kill loses no more than what was under way. */
const BATCH = 32;

const MEDIA: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.json': 'application/json',
  '.html': 'text/html',
  '.htm': 'text/html',
};

/** Reads files and folders into a book: each report with its source, what the rules found in it, and its words for the search. */
export async function readIntoBook(book: KeptBook, paths: readonly string[], options: ReadingOptions): Promise<ReadingResult> {
  const { files, threads, now, by, rights = null, onProgress, isInterrupted = () => false } = options;
  const rules = ruleVersion();
  const problems: Problem[] = [];
  let read = 0;
  let added = 0;
  let same = 0;
  let erased = 0;
  let batch: ReportIntake[] = [];
  // Bytes of the files that the reports under way came from: hashed as they are, never as they were decoded.
  const bytesOf = new Map<string, Uint8Array>();
  const capturing: FileAccess = {
    ...files,
    readFile: async (path) => {
      const bytes = await files.readFile(path);
      bytesOf.set(path, bytes);
      return bytes;
    },
  };

  const underWay = new Set<Promise<void>>();
  // Written in the order in which they were read, so that the journal of the same reading is the same.
  let written: Promise<void> = Promise.resolve();
  const flush = async (): Promise<void> => {
    const intake = await book.newReports(batch);
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
    // As many batches at once as there are threads, and one that is being written.
    while (underWay.size > threads.size) await Promise.race(underWay);
  };

  let interrupted = false;
  for await (const intake of streamReports(paths, capturing)) {
    problems.push(...intake.problems);
    for (const report of intake.reports) {
      const bytes = bytesOf.get(report.source);
      // A report always comes out of a file that was read just before.
      if (bytes === undefined) continue;
      read++;
      batch.push({ report, bytes, mediaType: MEDIA[extname(report.source).toLowerCase()] ?? 'text/plain', retrievedAt: now(), rights });
      if (batch.length >= BATCH) await flush();
    }
    bytesOf.clear();
    if (isInterrupted()) {
      interrupted = true;
      break;
    }
  }
  if (batch.length > 0) await flush();
  await written;
  return { read, added, same, erased, problems, interrupted };
}
