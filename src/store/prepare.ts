import { randomUUID } from 'node:crypto';
import { rowOfFact } from './append.ts';
import { BookFailure } from './book-failure.ts';
import { contentOf } from './content.ts';
import { CONTENT_COLUMNS, type Driver, type Transaction } from './driver.ts';
import { BEFORE_THE_FIRST, sealed } from './hash.ts';
import { migrationsFrom, SCHEMA_VERSION } from './migrations.ts';
import { FACT_COLUMNS, JOURNAL_COLUMNS, rowOfEntry } from './rows.ts';

/** How a store is opened. */
export interface OpenOptions {
  /** The present instant, ISO 8601 in UTC; entries without a time of their own are dated by it. */
  readonly now: () => string;
  /** `open` wants a book; `create` makes one where there is none; `fill` makes an empty one that takes over another. */
  readonly mode?: 'open' | 'create' | 'fill';
  /** How long a writing waits for that of another process before it is refused; ten seconds where left out. */
  readonly patienceMs?: number;
  /** PostgreSQL: most connections at once; 8 where left out. */
  readonly connections?: number;
  /** PostgreSQL: longest time that one question may take, in milliseconds; a minute where left out. */
  readonly questionMs?: number;
}

/** How long a writing waits where nothing else is asked for. */
export const PATIENCE_MS = 10_000;

const VERSION_TABLE = 'CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)';

/** Version of the schema in a database that has the table of versions; 0 for an empty one. */
async function versionIn(tx: Pick<Transaction, 'all'>): Promise<number> {
  const [row] = await tx.all("SELECT value FROM meta WHERE name = 'schema'");
  return Number(row?.['value'] ?? 0);
}

/** Brings the database to the present schema, and makes the first entry of a new book. */
export async function prepare(driver: Driver, version: number, { mode = 'open', now }: OpenOptions): Promise<void> {
  if (version > SCHEMA_VERSION)
    throw new BookFailure('TB_BOOK_TOO_NEW', { place: driver.place, version: String(version), known: String(SCHEMA_VERSION) });
  if (version > 0 && mode !== 'open') throw new BookFailure('TB_BOOK_EXISTS', { place: driver.place });
  if (version === 0 && mode === 'open') throw new BookFailure('TB_BOOK_MISSING', { place: driver.place });
  if (version === SCHEMA_VERSION) return;
  await driver.write(async (tx) => {
    await tx.run(VERSION_TABLE);
    const present = await versionIn(tx);
    // Another process may have been quicker.
    if (present >= SCHEMA_VERSION) return;
    for (const statement of migrationsFrom(present, driver.kind)) await tx.run(statement);
    await tx.run("DELETE FROM meta WHERE name = 'schema'");
    await tx.insert('meta', ['name', 'value'], [['schema', String(SCHEMA_VERSION)]]);
    if (present === 0 && mode === 'create') await writeFirst(tx, now());
  });
}

/** The first entry: which book this is. */
async function writeFirst(tx: Transaction, at: string): Promise<void> {
  const body = { format: 1 as const, book: randomUUID(), createdAt: at };
  const content = contentOf(body);
  const entry = sealed({
    seq: 1,
    at,
    author: { kind: 'program', name: 'trucebook' },
    action: 'add',
    kind: 'book',
    id: body.book,
    home: body.book,
    origin: null,
    before: null,
    after: content.sha256,
    attached: null,
    why: null,
    notice: null,
    previous: BEFORE_THE_FIRST,
  });
  await tx.insert('content', CONTENT_COLUMNS, [[content.sha256, content.bytes, 0, content.size]]);
  await tx.insert('journal', JOURNAL_COLUMNS, [rowOfEntry(entry)]);
  await tx.insert('facts', FACT_COLUMNS, [rowOfFact(entry, body)]);
  await tx.insert('head', ['one', 'seq', 'hash', 'at', 'latest_at'], [[1, 1, entry.hash, at, at]]);
}
