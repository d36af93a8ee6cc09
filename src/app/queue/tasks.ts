import { basename } from 'node:path';
import type { FileAccess } from '../../feeds/index.ts';
import { memoryFiles } from '../../feeds/memory-files.ts';
import {
  BookFailure,
  type By,
  type HeldWork,
  type HeldWriting,
  type Unchanged,
  type WorkItem,
  type WorkQueue,
  type WorkTask,
} from '../../store/index.ts';
import type { KeptBook } from '../book.ts';
import type { PlaceFiles } from '../place-incidents.ts';
import type { ReadingThreads } from '../reading/reading-threads.ts';
import { type Decided, decidedSince, rereadReport } from '../reading/reread.ts';
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

/** What reading anew by some rules is called: workers of other rules leave it alone, so that none reads by older ones again. */
const rereadTask = (rules: string): string => `reread:${rules}`;

/** The piece of work that reading one report anew is. */
export function rereadingOf(report: string, rules: string, by: string): WorkItem {
  return { task: rereadTask(rules), key: `reread:${report}:${rules}`, payload: { report, by } };
}

/** Two versions of one table at once would make a mixture of both. */
const importingOf = (job: string): WorkItem => ({ task: 'import', key: `import:${job}`, payload: { job }, line: 'import' });

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

/** The same book, where all that is written depends on a piece of work that is still held. */
function bookHeldBy(book: KeptBook, held: HeldWork): KeptBook {
  const { store } = book;
  return { ...book, store: { ...store, append: (facts, by, unchanged) => store.appendHeld(facts, by, writing(held, false, unchanged)) } };
}

const writing = (held: HeldWork, ends: boolean, unchanged?: Unchanged): HeldWriting => ({
  held,
  ends,
  ...(unchanged === undefined ? {} : { unchanged }),
});

/** Somebody decides about the report that is being read anew: then it is looked at anew, so often at most in one attempt. */
const LOOKS = 5;

const isOvertaken = (failure: unknown): boolean => failure instanceof BookFailure && failure.problem.code === 'TB_BOOK_OVERTAKEN';

/**
 * What workers do. A piece writes all it finds in one transaction, which is refused where the piece is no longer held by this worker at
 * this attempt, or where the book does not stand as it was read; the same transaction takes the piece out of the queue. So each is
 * written once, whoever was thought gone and was not.
 */
export function tasksOf({ book, threads, now, files, places }: WorkersDesk): Readonly<Record<string, WorkTask>> {
  const { store } = book;
  const rules = ruleVersion();
  let decided: Decided | null = null;
  return {
    read: async ({ report: id, by }, { held }) => {
      const kept = await store.fact('report', String(id));
      // Deleted on legal demand since it was asked for.
      if (kept === null) return;
      if ((await store.fact('annotation', kept.id)) !== null) return;
      const intake = { report: kept.body, bytes: NO_BYTES, sourceHash: kept.origin ?? '', mediaType: '', retrievedAt: kept.at };
      const [prepared] = await threads.prepare([intake], rules);
      if (!prepared) return;
      const annotation = prepared.facts.filter(({ kind }) => kind === 'annotation');
      await store.appendHeld(annotation, person(by), {
        ...writing(held, true),
        // It was deleted meanwhile, or read by another way: then nothing of it is written.
        seen: [
          { kind: 'report', id: kept.id, seq: kept.seq },
          { kind: 'annotation', id: kept.id, seq: null },
        ],
        passages: [prepared.passages],
      });
    },
    [rereadTask(rules)]: async ({ report, by }, { held }) => {
      for (let look = 1; ; look++) {
        decided = await decidedSince(store, decided);
        const anew = await rereadReport(store, String(report), decided, { by: person(by) });
        if (anew === null) return;
        try {
          await store.appendHeld(anew.facts, anew.by, { ...writing(held, true, anew.unchanged), seen: anew.seen });
          return;
        } catch (failure) {
          if (!isOvertaken(failure) || look === LOOKS) throw failure;
        }
      }
    },
    index: async () => {
      await indexBook(store);
    },
    import: async ({ job }, { held }) => {
      const asked = await store.fact('job', String(job));
      if (asked === null || asked.body.state === 'done') return;
      const { source, file, by, whole } = asked.body.detail as unknown as TableJob;
      const bytes = await store.content(source);
      if (bytes === null) throw new BookFailure('TB_QUEUE_SOURCE_GONE', { source });
      const author = person(by);
      const taken = await importIntoBook(bookHeldBy(book, held), [file], withFile(files, file, bytes), {
        now: `${now().slice(0, 16)}Z`,
        by: author,
        isWhole: whole,
        ...(places === undefined ? {} : { places }),
      });
      const { added, changed, removed, same } = taken;
      const problems = taken.problems.map(({ code, line, message }) => ({ code, line, message }));
      const detail = { ...asked.body.detail, added, changed, removed, same, problems };
      await store.appendHeld([{ kind: 'job', id: String(job), home: source, body: { name: 'import', state: 'done', detail } }], author, {
        ...writing(held, true),
        seen: [{ kind: 'job', id: String(job), seq: asked.seq }],
      });
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

/** Makes the index of words of whatever is not in it; done by two at once it says the same. */
const indexing: WorkItem = { task: 'index', key: 'index', payload: {} };

/** Asks again for whatever the book says is waiting and the queue has lost; gives how much the book says is waiting. */
export async function fillQueue(book: KeptBook, queue: Pick<WorkQueue, 'add'>, by: string): Promise<number> {
  const unread = await book.store.unreadReports(PAGE);
  const tables = (await book.store.facts('job')).filter(({ body }) => body.name === 'import' && body.state === 'asked');
  const unindexed = await book.store.unindexedReports(1);
  const missing = [...unread.map((id) => readingOf(id, by)), ...tables.map(({ id }) => importingOf(id)), ...unindexed.map(() => indexing)];
  await queue.add(missing);
  return missing.length;
}
