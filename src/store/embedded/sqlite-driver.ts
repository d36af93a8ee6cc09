import { chmodSync, existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'libsql';
import { type Ask, CONTENT_COLUMNS, type Driver, type Row, type SqlValue, type Transaction } from '../driver.ts';
import { apartTable } from '../migrations.ts';
import { asBookFailure, isBusy } from './sqlite-failure.ts';

type Connection = InstanceType<typeof Database>;
type Statement = ReturnType<Connection['prepare']>;

/** How long a writer waits for another process before it gives up. */
const PATIENCE_MS = 10_000;
const RETRY_MS = 20;

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

function connect(path: string): { readonly connection: Connection; readonly prepare: (sql: string) => Statement } {
  const connection = new Database(path);
  // FULL: a commit is on disk when it returns, also if the power fails.
  connection.exec('PRAGMA synchronous = FULL');
  connection.exec('PRAGMA cache_size = -16000');
  return { connection, prepare: preparing(connection) };
}

/** SQLite in two files of a folder: the book, and what is kept apart from it. */
export function sqliteDriver(place: string, files: { readonly book: string; readonly apart: string }, isNew: boolean): Driver {
  const opened: Connection[] = [];
  const open = (path: string) => {
    const made = connect(path);
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
  if (isNew) guarded(() => writer.connection.exec('PRAGMA journal_mode = WAL'));
  // Most books keep nothing apart, and most commands do not ask for it.
  let openedApart: ReturnType<typeof connect> | null = null;
  const apartStore = (): ReturnType<typeof connect> => {
    if (openedApart) return openedApart;
    return guarded(() => {
      const isNew = !existsSync(files.apart);
      openedApart = open(files.apart);
      if (isNew) {
        chmodSync(files.apart, 0o600);
        openedApart.connection.exec('PRAGMA journal_mode = WAL');
        openedApart.connection.exec('CREATE TABLE IF NOT EXISTS pending (hash TEXT PRIMARY KEY)');
        openedApart.connection.exec(apartTable('embedded'));
      }
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
    const retries = PATIENCE_MS / RETRY_MS;
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

  /** Clears what an interrupted write left in the store apart: nobody else writes now, so what no entry names is not wanted. */
  const clearLeftOvers = async (tx: Pick<Transaction, 'all'>): Promise<void> => {
    for (const { hash = null } of await askApart('SELECT hash FROM pending')) {
      const [named] = await tx.all('SELECT seq FROM journal WHERE after_hash = ? LIMIT 1', [hash]);
      if (!named) runApart('DELETE FROM restricted_content WHERE hash = ?', [hash]);
      runApart('DELETE FROM pending WHERE hash = ?', [hash]);
    }
  };

  const inTransaction = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    let put = false;
    const drop: string[] = [];
    const all = asking(writer);
    const tx: Transaction = {
      all,
      run: async (sql, values = []) => {
        guarded(() => writer.prepare(sql).run(given(values)));
      },
      insert: async (table, columns, rows, ending) => insertInto(writer, table, columns, rows, ending),
      putApart: async (rows) => {
        const apart = apartStore();
        await begin(apart);
        try {
          if (!put) await clearLeftOvers(tx);
          put = true;
          insertInto(
            apart,
            'pending',
            ['hash'],
            rows.map(([hash = null]) => [hash]),
          );
          insertInto(apart, 'restricted_content', CONTENT_COLUMNS, rows);
          commit(apart);
        } catch (failure) {
          rollBack(apart);
          throw failure;
        }
      },
      dropApart: async (hashes) => {
        drop.push(...hashes);
      },
    };
    await begin(writer);
    let result: T;
    try {
      result = await work(tx);
      commit(writer);
    } catch (failure) {
      rollBack(writer);
      throw asBookFailure(failure, place);
    }
    // The book is written; what follows is made up for by the next write if it is cut short.
    for (const hash of drop) runApart('DELETE FROM restricted_content WHERE hash = ?', [hash]);
    if (put) runApart('DELETE FROM pending');
    return result;
  };

  // Within one process writers queue here, since they share a connection.
  let last: Promise<unknown> = Promise.resolve();
  let hasWritten = false;
  const write = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    hasWritten = true;
    const next = last.then(() => inTransaction(work));
    last = next.catch(() => undefined);
    return next;
  };

  return {
    kind: 'embedded',
    place,
    lockRow: '',
    all: asking(reader),
    allApart: askApart,
    write,
    leftOver: async () => new Set((await askApart('SELECT hash FROM pending')).map(({ hash }) => String(hash))),
    selfCheck: async () => {
      const found: string[] = [];
      for (const target of existsSync(files.apart) ? [reader, apartStore()] : [reader]) {
        const rows = await asking(target)('PRAGMA integrity_check(20)');
        found.push(...rows.map((row) => String(Object.values(row)[0])).filter((line) => line !== 'ok'));
      }
      return found;
    },
    close: async () => {
      await last;
      // Prepared statements keep a connection half open until they are collected: the file is made whole here, not then.
      if (hasWritten) {
        for (const target of openedApart ? [writer, openedApart] : [writer]) {
          try {
            target.connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
          } catch {}
        }
      }
      for (const connection of opened.splice(0)) connection.close();
    },
  };
}
