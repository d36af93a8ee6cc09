import { extname } from 'node:path';
import type { Problem } from '../../errors.ts';
import { type FileAccess, streamReports } from '../../feeds/index.ts';
import type { By } from '../../store/index.ts';
import type { KeptBook } from '../book.ts';
import type { ReadingThreads } from './reading-threads.ts';
import { type MakeWriter, type ReadingProgress, reportWriter } from './report-writer.ts';

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
  /** Where reports go; left out, they are read here and now. */
  readonly makeWriter?: MakeWriter;
}

const MEDIA: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.json': 'application/json',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xml': 'application/xml',
  '.rss': 'application/rss+xml',
  '.atom': 'application/atom+xml',
  '.rdf': 'application/rdf+xml',
};

/** Reads files and folders into a book: each report with its source, what the rules found in it, and its words for the search. */
export async function readIntoBook(book: KeptBook, paths: readonly string[], options: ReadingOptions): Promise<ReadingResult> {
  const { files, threads, now, by, rights = null, onProgress, isInterrupted = () => false, makeWriter = reportWriter } = options;
  const problems: Problem[] = [];
  const writer = makeWriter(book, { threads, by, onProgress });
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

  let interrupted = false;
  for await (const intake of streamReports(paths, capturing)) {
    problems.push(...intake.problems);
    for (const report of intake.reports) {
      const bytes = bytesOf.get(report.source);
      // A report always comes out of a file that was read just before.
      if (bytes === undefined) continue;
      await writer.add({
        report,
        bytes,
        mediaType: MEDIA[extname(report.source).toLowerCase()] ?? 'text/plain',
        retrievedAt: now(),
        rights,
      });
    }
    bytesOf.clear();
    if (isInterrupted()) {
      interrupted = true;
      break;
    }
  }
  await writer.settle();
  return { ...writer.counts(), problems, interrupted };
}
