import { chmodSync, existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'libsql';
import { BookFailure } from '../book-failure.ts';
import { type Ask, CONTENT_COLUMNS, type Driver, type Row, type SqlValue, type Transaction } from '../driver.ts';
import { apartTable } from '../migrations.ts';
import { asBookFailure, isBusy } from './sqlite-failure.ts';

type Connection = InstanceType<typeof Database>;
type Statement = ReturnType<Connection['prepare']>;

const RETRY_MS = 20;
/** Longest time that mending a log after a kill may take. */
const MENDING_MS = 5_000;

/** Statements prepared once for each connection. */
function preparing(connection: Connection): (sql: string) => Statement {
  const known = new Map<string, Statement>();
  return (sql) => {
    const found = known.get(sql);
    if (found) return found;
    const made = connection.prepare(sql);
    known.set(sql, made);
    return made;
  };
}

// The binding gives BLOBs as ArrayBuffer and takes Buffers alone.
const given = (values: readonly SqlValue[]): readonly unknown[] =>
  values.map((value) => (value instanceof Uint8Array && !Buffer.isBuffer(value) ? Buffer.from(value) : value));
const received = (row: Record<string, unknown>): Row => {
  for (const key of Object.keys(row)) if (row[key] instanceof ArrayBuffer) row[key] = Buffer.from(row[key]);
  return row as Row;
};

/** How the files are to be treated: found, made anew, or read without the least trace, as from a disk that cannot be written. */
export interface SqliteOptions {
  readonly mode: 'open' | 'make' | 'read-only';
  /** How long a writer waits for another process before it gives up. */
  readonly patienceMs: number;
}

/** Address of a file that is only read: SQLite then makes no files beside it. */
const immutable = (path: string): string =>
  `file:${path.replace(/[%?#]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}?immutable=1`;

function connect(path: string): { readonly connection: Connection; readonly prepare: (sql: string) => Statement } {
  const connection = new Database(path);
  // After a kill the first to come mends the log, and everybody else who comes just then waits for that.
  connection.exec(`PRAGMA busy_timeout = ${MENDING_MS}`);
  // FULL: a commit is on disk when it returns, also if the power fails.
  connection.exec('PRAGMA synchronous = FULL');
  connection.exec('PRAGMA cache_size = -16000');
  // What is deleted is overwritten with zeros: a deletion on legal demand must not leave its words in free pages.
  connection.exec('PRAGMA secure_delete = ON');
  // Writers wait without holding up their process.
  connection.exec('PRAGMA busy_timeout = 0');
  return { connection, prepare: preparing(connection) };
}

/** SQLite in two files of a folder: the book, and what is kept apart from it. */
export function sqliteDriver(
  place: string,
  files: { readonly book: string; readonly apart: string },
  { mode, patienceMs }: SqliteOptions,
): Driver {
  const opened: Connection[] = [];
  const open = (path: string) => {
    const made = connect(mode === 'read-only' ? immutable(path) : path);
    opened.push(made.connection);
    return made;
  };
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (failure) {
      throw asBookFailure(failure, place);
    }
  };
  // Two connections to the book: what is being written is not read before it is committed.
  const { writer, reader } = guarded(() => ({ writer: open(files.book), reader: open(files.book) }));
  if (mode === 'make') {
    guarded(() => writer.connection.exec('PRAGMA journal_mode = WAL'));
    chmodSync(files.book, 0o600);
  }
  // Most books keep nothing apart, and most commands do not ask for it.
  let openedApart: ReturnType<typeof connect> | null = null;
  const apartStore = (): ReturnType<typeof connect> => {
    if (openedApart) return openedApart;
    return guarded(() => {
      const isNew = !existsSync(files.apart);
      openedApart = open(files.apart);
      if (mode === 'read-only') return openedApart;
      if (isNew) chmodSync(files.apart, 0o600);
      // Asked for every time, since whoever made the file may have been killed before it had tables.
      const [journal] = openedApart.prepare('PRAGMA journal_mode').all([]) as { journal_mode: string }[];
      if (journal?.journal_mode !== 'wal') openedApart.connection.exec('PRAGMA journal_mode = WAL');
      openedApart.connection.exec('CREATE TABLE IF NOT EXISTS pending (hash TEXT PRIMARY KEY)');
      openedApart.connection.exec(apartTable('embedded'));
      return openedApart;
    });
  };

  const asking =
    ({ prepare }: { readonly prepare: (sql: string) => Statement }): Ask =>
    async (sql, values = []) =>
      guarded(() => (prepare(sql).all(given(values)) as Record<string, unknown>[]).map(received));

  const insertInto = (
    target: { readonly prepare: (sql: string) => Statement },
    table: string,
    columns: readonly string[],
    rows: readonly (readonly SqlValue[])[],
    ending = '',
  ): void =>
    guarded(() => {
      const statement = target.prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ${ending}`,
      );
      for (const row of rows) statement.run(given(row));
    });

  /** Begins as a writer, waiting for other processes without holding up this one. */
  const begin = async ({ connection }: { readonly connection: Connection }): Promise<void> => {
    const retries = patienceMs / RETRY_MS;
    for (let attempt = 0; ; attempt++) {
      try {
        connection.exec('BEGIN IMMEDIATE');
        return;
      } catch (failure) {
        if (!isBusy(failure) || attempt >= retries) throw asBookFailure(failure, place);
        await pause(RETRY_MS);
      }
    }
  };
  const commit = ({ connection }: { readonly connection: Connection }): void =>
    guarded(() => {
      connection.exec('COMMIT');
    });
  const rollBack = ({ connection }: { readonly connection: Connection }): void => {
    // A disk that is full has rolled back already.
    try {
      connection.exec('ROLLBACK');
    } catch {}
  };

  const askApart: Ask = async (sql, values) => (openedApart || existsSync(files.apart) ? asking(apartStore())(sql, values) : []);
  const runApart = (sql: string, values: readonly SqlValue[] = []): void =>
    guarded(() => {
      apartStore().prepare(sql).run(given(values));
    });

  /**
   * Ends what an interrupted write had begun in the store apart. Nobody else writes now: what came and no entry names is not
   * wanted, and what was to go and an entry has erased goes.
   */
  const clearLeftOvers = async (all: Ask): Promise<void> => {
    for (const { hash = null } of await askApart('SELECT hash FROM pending')) {
      const [named] = await all('SELECT seq FROM journal WHERE after_hash = ? LIMIT 1', [hash]);
      const [erased] = await all('SELECT hash FROM content WHERE hash = ? AND erased IS NOT NULL', [hash]);
      if (!named || erased) runApart('DELETE FROM restricted_content WHERE hash = ?', [hash]);
    }
    runApart('DELETE FROM pending');
  };
  const writeApart = async (work: (target: ReturnType<typeof connect>) => void): Promise<void> => {
    const target = apartStore();
    await begin(target);
    try {
      work(target);
      commit(target);
    } catch (failure) {
      rollBack(target);
      throw failure;
    }
  };

  const pendingIn = async (ask: Ask): Promise<ReadonlySet<string>> =>
    new Set((await ask('SELECT hash FROM pending')).map(({ hash }) => String(hash)));

  let isCleared = false;
  const inTransaction = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    let touchesApart = false;
    const all = asking(writer);
    /** Marks hashes as on their way before the book says so: whatever happens then, the next write knows what to do. */
    const mark = (target: ReturnType<typeof connect>, hashes: readonly SqlValue[]): void => {
      touchesApart = true;
      insertInto(
        target,
        'pending',
        ['hash'],
        hashes.map((hash) => [hash]),
        'ON CONFLICT (hash) DO NOTHING',
      );
    };
    const tx: Transaction = {
      all,
      run: async (sql, values = []) => {
        guarded(() => writer.prepare(sql).run(given(values)));
      },
      insert: async (table, columns, rows, ending) => insertInto(writer, table, columns, rows, ending),
      putApart: (rows) =>
        writeApart((target) => {
          mark(
            target,
            rows.map(([hash = null]) => hash),
          );
          insertInto(target, 'restricted_content', CONTENT_COLUMNS, rows);
        }),
      dropApart: async (hashes) => {
        if (hashes.length > 0) await writeApart((target) => mark(target, hashes));
      },
    };
    await begin(writer);
    let result: T;
    try {
      if (!isCleared && existsSync(files.apart)) await clearLeftOvers(all);
      isCleared = true;
      result = await work(tx);
      commit(writer);
    } catch (failure) {
      rollBack(writer);
      // What was on its way to the store apart is not wanted any more.
      if (touchesApart) isCleared = false;
      throw asBookFailure(failure, place);
    }
    // The book is written; if this is cut short, the next write makes up for it.
    if (touchesApart) {
      isCleared = false;
      await clearAfterCommit();
    }
    return result;
  };
  /** Clears under the lock of a writer, as another process may be writing by now. */
  const clearAfterCommit = async (): Promise<void> => {
    await begin(writer);
    try {
      await clearLeftOvers(asking(writer));
      isCleared = true;
    } finally {
      rollBack(writer);
    }
  };

  // Within one process writers queue here, since they share a connection.
  let last: Promise<unknown> = Promise.resolve();
  let hasWritten = false;
  /** Waits for the writers of this process, then does something no other may disturb. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const write = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    if (mode === 'read-only') throw new BookFailure('TB_BOOK_READ_ONLY', { place, reason: 'it was opened for reading alone' });
    hasWritten = true;
    return inTurn(() => inTransaction(work));
  };

  /** The two files are no one database: both moments are taken while nobody may write. */
  const snapshot: Driver['snapshot'] = async (work) => {
    const own: Connection[] = [];
    const freeze = (path: string): Ask => {
      const made = open(path);
      own.push(made.connection);
      made.connection.exec('BEGIN');
      // A moment is only taken by the first reading.
      guarded(() => made.prepare('SELECT count(*) AS found FROM sqlite_master').all([]));
      return asking(made);
    };
    const take = (): { readonly all: Ask; readonly allApart: Ask } => ({
      all: freeze(files.book),
      allApart: openedApart || existsSync(files.apart) ? freeze(files.apart) : async () => [],
    });
    // Whoever made the file apart may have been killed before it had tables.
    if (mode !== 'read-only' && existsSync(files.apart)) apartStore();
    const taken =
      mode === 'read-only'
        ? take()
        : await inTurn(async () => {
            await begin(writer);
            try {
              return take();
            } finally {
              rollBack(writer);
            }
          });
    try {
      return await work({ ...taken, leftOver: async () => pendingIn(taken.allApart) });
    } finally {
      for (const connection of own) {
        opened.splice(opened.indexOf(connection), 1);
        // A closed connection lives on until its statements are collected: its moment must not, or nobody could mend the files.
        connection.exec('ROLLBACK');
        connection.close();
      }
    }
  };

  /** Moves everything into the files themselves and empties the logs beside them; what is being read just now stays for later. */
  const checkpoint = (): void => {
    for (const target of openedApart ? [writer, openedApart] : [writer]) {
      try {
        target.connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } catch {}
    }
  };

  return {
    kind: 'embedded',
    place,
    lockRow: '',
    all: asking(reader),
    allApart: askApart,
    write,
    snapshot,
    leftOver: () => pendingIn(askApart),
    purge: async () => checkpoint(),
    selfCheck: async () => {
      const found: string[] = [];
      // Connections of their own: one that has been open while others wrote keeps an old picture of the index of words, and would
      // call a sound index malformed.
      for (const path of existsSync(files.apart) ? [files.book, files.apart] : [files.book]) {
        const target = guarded(() => open(path));
        const rows = await asking(target)('PRAGMA integrity_check(20)');
        found.push(...rows.map((row) => String(Object.values(row)[0])).filter((line) => line !== 'ok'));
        opened.splice(opened.indexOf(target.connection), 1);
        target.connection.close();
      }
      return found;
    },
    close: async () => {
      await last;
      // Prepared statements keep a connection half open until they are collected: the file is made whole here, not then.
      if (hasWritten) checkpoint();
      for (const connection of opened.splice(0)) connection.close();
    },
  };
}
