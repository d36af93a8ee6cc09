import { type Appended, BookFailure, type By, type WorkItem, type WorkQueue } from '../../store/index.ts';
import type { KeptBook, ReportIntake } from '../book.ts';
import { type ReportWriter, sharingBytes, type WriterOptions } from '../reading/report-writer.ts';
import { factsBeforeReading } from '../report-facts.ts';

/** Reports that are kept as one unit. */
const BATCH = 32;

/** The piece of work that one report is. */
export function readingOf(report: string, by: string): WorkItem {
  return { task: 'read', key: `read:${report}`, payload: { report, by } };
}

/**
 * Makes a writer that keeps reports with their sources and leaves the reading to workers. What is kept is the queue that counts: a
 * report without an annotation waits to be read, also where its piece of work was lost.
 */
export function queueWriter(queue: Pick<WorkQueue, 'add'>): (book: KeptBook, options: Omit<WriterOptions, 'threads'>) => ReportWriter {
  return (book: KeptBook, { by, onProgress }) => {
    let [read, added, same, erased] = [0, 0, 0, 0];
    let batch: ReportIntake[] = [];
    let withoutBytes = sharingBytes();
    const flush = async (): Promise<void> => {
      const taken = batch;
      batch = [];
      while (!(await write(taken))) withoutBytes = sharingBytes();
      onProgress?.({ read, added, same });
    };
    /** Writes what is new of a batch; false where another process has written reports meanwhile, and keys must be found anew. */
    const write = async (taken: readonly ReportIntake[]): Promise<boolean> => {
      const unchanged = { kinds: ['report'], since: await book.store.newest(['report']) } as const;
      const intake = (await book.newReports(taken)).map(withoutBytes);
      if (intake.length === 0) {
        same += taken.length;
        return true;
      }
      let skipped: Appended['skipped'];
      try {
        ({ skipped } = await book.store.append(intake.flatMap(factsBeforeReading), by, unchanged));
      } catch (failure) {
        if (failure instanceof BookFailure && failure.problem.code === 'TB_BOOK_OVERTAKEN') return false;
        throw failure;
      }
      same += taken.length - intake.length;
      const gone = new Set(skipped.filter(({ kind, why }) => kind === 'report' && why === 'erased').map(({ id }) => id));
      const kept = intake.filter(({ report }) => !gone.has(report.id));
      erased += gone.size;
      added += kept.length;
      await queue.add(kept.map(({ report }) => readingOf(report.id, by.author.name)));
      return true;
    };
    return {
      add: async (one) => {
        read++;
        batch.push(one);
        if (batch.length >= BATCH) await flush();
      },
      settle: flush,
      counts: () => ({ read, added, same, erased }),
    };
  };
}

/** Keeps reports with their sources and leaves the reading to workers; gives what became of them. Those that are there are left as they are. */
export async function enqueueReading(
  book: KeptBook,
  queue: Pick<WorkQueue, 'add'>,
  intake: readonly ReportIntake[],
  by: By,
): Promise<ReturnType<ReportWriter['counts']>> {
  const writer = queueWriter(queue)(book, { by });
  for (const one of intake) await writer.add(one);
  await writer.settle();
  return writer.counts();
}
