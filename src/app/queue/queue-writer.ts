import type { By, WorkItem, WorkQueue } from '../../store/index.ts';
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
    const withoutBytes = sharingBytes();
    const flush = async (): Promise<void> => {
      const intake = (await book.newReports(batch)).map(withoutBytes);
      same += batch.length - intake.length;
      batch = [];
      if (intake.length === 0) return;
      const { skipped } = await book.store.append(intake.flatMap(factsBeforeReading), by);
      const gone = new Set(skipped.filter(({ kind, why }) => kind === 'report' && why === 'erased').map(({ id }) => id));
      const kept = intake.filter(({ report }) => !gone.has(report.id));
      erased += gone.size;
      added += kept.length;
      await queue.add(kept.map(({ report }) => readingOf(report.id, by.author.name)));
      onProgress?.({ read, added, same });
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
