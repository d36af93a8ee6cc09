import { basename } from 'node:path';
import type { FileAccess } from '../../feeds/index.ts';
import { memoryFiles } from '../../feeds/memory-files.ts';
import { BookFailure, type By, type QueuedWork, type WorkItem, type WorkQueue, type WorkTask } from '../../store/index.ts';
import type { KeptBook } from '../book.ts';
import type { PlaceFiles } from '../place-incidents.ts';
import type { ReadingThreads } from '../reading/reading-threads.ts';
import { rereadReport } from '../reading/reread.ts';
import { ruleVersion } from '../rule-version.ts';
import { indexBook } from '../search-book.ts';
import { importIntoBook } from '../take-into-book.ts';
import { readingOf } from './queue-writer.ts';

/** What workers work with. */
export interface WorkersDesk {
  readonly book: KeptBook;
  readonly threads: ReadingThreads;
  readonly now: () => string;
  readonly files: FileAccess;
  /** Files that tell places and sites to those who import tables. */
  readonly places?: PlaceFiles;
}

const NO_BYTES = new Uint8Array(0);
const person = (name: unknown): By => ({ author: { kind: 'person', name: String(name) } });

/** A table that waits to be imported, as its job keeps it. */
interface TableJob {
  readonly source: string;
  readonly file: string;
  readonly by: string;
  readonly whole: boolean;
}

/** The piece of work that reading one report anew is. */
export function rereadingOf(report: string, rules: string, by: string): WorkItem {
  return { task: 'reread', key: `reread:${report}:${rules}`, payload: { report, rules, by } };
}

const importingOf = (job: string): WorkItem => ({ task: 'import', key: `import:${job}`, payload: { job } });

/** Keeps a table and asks for its import. */
export async function enqueueTable(
  book: KeptBook,
  queue: Pick<WorkQueue, 'add'>,
  table: {
    readonly bytes: Uint8Array;
    readonly sha256: string;
    readonly file: string;
    readonly whole: boolean;
    readonly retrievedAt: string;
  },
  by: By,
): Promise<string> {
  const { bytes, sha256, file, whole, retrievedAt } = table;
  const job = `import-${sha256.slice(0, 16)}`;
  const detail: TableJob = { source: sha256, file: basename(file), by: by.author.name, whole };
  await book.store.append(
    [
      {
        kind: 'source',
        id: sha256,
        attached: bytes,
        body: { sha256, size: bytes.length, mediaType: 'application/octet-stream', retrievedAt, address: file, rights: null },
      },
      { kind: 'job', id: job, home: sha256, body: { name: 'import', state: 'asked', detail: { ...detail } } },
    ],
    by,
  );
  await queue.add([importingOf(job)]);
  return job;
}

/**
 * What workers do. Each piece writes all it finds as one unit whose bodies follow from the book alone: done twice, by a worker that
 * was thought gone and by the one in its place, it says the same and makes no second entry.
 */
export function tasksOf({ book, threads, now, files, places }: WorkersDesk): Readonly<Record<'read' | 'reread' | 'import', WorkTask>> {
  const { store } = book;
  return {
    read: async ({ report: id, by }) => {
      const kept = await store.fact('report', String(id));
      // Deleted on legal demand since it was asked for.
      if (kept === null) return;
      if ((await store.fact('annotation', kept.id)) !== null) {
        // Whoever read it may have been killed before its words were in the index.
        await indexBook(store);
        return;
      }
      const intake = { report: kept.body, bytes: NO_BYTES, sourceHash: kept.origin ?? '', mediaType: '', retrievedAt: kept.at };
      const [prepared] = await threads.prepare([intake], ruleVersion());
      if (!prepared) return;
      await store.append(
        prepared.facts.filter(({ kind }) => kind === 'annotation'),
        person(by),
      );
      await store.indexPassages([prepared.passages]);
    },
    reread: async ({ report, by }) => {
      await rereadReport(store, String(report), { by: person(by) });
    },
    import: async ({ job }) => {
      const asked = await store.fact('job', String(job));
      if (asked === null || asked.body.state === 'done') return;
      const { source, file, by, whole } = asked.body.detail as unknown as TableJob;
      const bytes = await store.content(source);
      if (bytes === null) throw new BookFailure('TB_QUEUE_SOURCE_GONE', { source });
      const author = person(by);
      const taken = await importIntoBook(book, [file], withFile(files, file, bytes), {
        now: `${now().slice(0, 16)}Z`,
        by: author,
        isWhole: whole,
        ...(places === undefined ? {} : { places }),
      });
      const { added, changed, removed, same } = taken;
      const problems = taken.problems.map(({ code, line, message }) => ({ code, line, message }));
      await store.append(
        [
          {
            kind: 'job',
            id: String(job),
            home: source,
            body: { name: 'import', state: 'done', detail: { ...asked.body.detail, added, changed, removed, same, problems } },
          },
        ],
        author,
      );
    },
  };
}

/** Reports looked at together when the queue is made anew. */
const PAGE = 5_000;

/** The files of the machine, and one more that lives in memory. */
function withFile(files: FileAccess, path: string, bytes: Uint8Array): FileAccess {
  const own = memoryFiles({ [path]: bytes });
  const of = (asked: string): FileAccess => (asked === path ? own : files);
  return {
    stat: (asked) => of(asked).stat(asked),
    readFile: (asked) => of(asked).readFile(asked),
    readDir: (asked) => files.readDir(asked),
    // Without a stream of its own a table is read at once.
    readStream: async function* (asked) {
      const { readStream, readFile } = of(asked);
      if (readStream) yield* readStream(asked);
      else yield await readFile(asked);
    },
  };
}

/** Asks again for whatever the book says is waiting and the queue has lost; gives how much the book says is waiting. */
export async function fillQueue(book: KeptBook, queue: Pick<WorkQueue, 'add'>, by: string): Promise<number> {
  const unread = await book.store.unreadReports(PAGE);
  const tables = (await book.store.facts('job')).filter(({ body }) => body.name === 'import' && body.state === 'asked');
  await queue.add([...unread.map((id) => readingOf(id, by)), ...tables.map(({ id }) => importingOf(id))]);
  return unread.length + tables.length;
}

/** Writes down what was tried as often as it may be, so that a person looks at it. */
export async function tellFailed(book: KeptBook, failed: readonly QueuedWork[], by: string): Promise<void> {
  const known = new Set((await book.store.facts('job')).filter(({ body }) => body.state === 'failed').map(({ id }) => id));
  const fresh = failed.filter(({ key }) => !known.has(`failed-${key}`));
  if (fresh.length === 0) return;
  await book.store.append(
    fresh.map(({ key, task, attempts, reason }) => ({
      kind: 'job',
      id: `failed-${key}`,
      body: { name: task, state: 'failed', detail: { key, attempts, reason } },
    })),
    { author: { kind: 'program', name: by } },
  );
}
