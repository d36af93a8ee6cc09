import pg from 'pg';
import { type Ask, CONTENT_COLUMNS, type Driver, type Row, type Transaction } from '../driver.ts';
import { asBookFailure } from './pg-failure.ts';

/** Most values that the wire protocol carries in one statement is 65,535. */
const MOST_VALUES = 30_000;

/** A writing that asks nothing for so long is ended by the server, in milliseconds. */
const SILENT_MS = 60_000;

/** `?` as this database writes it; no statement of ours has one in a text. */
const numbered = (sql: string): string => {
  let count = 0;
  return sql.replace(/\?/g, () => `$${++count}`);
};

/** Whole numbers of 64 bits come as text by default; ours stay far below 2^53. */
const TYPES = {
  getTypeParser: (id: number, format?: 'text' | 'binary'): unknown =>
    id === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(id, format as 'text'),
} as pg.CustomTypesConfig;

/** Address of the database as it may be shown. */
function withoutPassword(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl);
    url.password = '';
    return url.href;
  } catch {
    return 'the database';
  }
}

/** How a server's connections are kept. */
export interface PgOptions {
  readonly patienceMs: number;
  /** Most connections at once; who needs one more waits. */
  readonly connections: number;
  /** Longest time that one question may take, in milliseconds; writing, verifying and rebuilding have no such limit. */
  readonly questionMs: number;
}

/** A PostgreSQL database, spoken to through a few connections. */
export function pgDriver(databaseUrl: string, { patienceMs, connections, questionMs }: PgOptions): Driver {
  const place = withoutPassword(databaseUrl);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    types: TYPES,
    connectionTimeoutMillis: 10_000,
    statement_timeout: questionMs,
    // A peer that is gone without a word is noticed.
    keepAlive: true,
    // A command ends when its work is done, not when its connections have idled out.
    allowExitOnIdle: true,
  });
  // A connection that breaks while idle is replaced; the next question tells if there is none to be had.
  pool.on('error', () => undefined);
  // One that breaks while in use fails its question; without this listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));

  const askWith =
    (target: pg.Pool | pg.PoolClient): Ask =>
    async (sql, values = []) => {
      try {
        return (await target.query(numbered(sql), [...values])).rows as readonly Row[];
      } catch (failure) {
        throw asBookFailure(failure, place);
      }
    };

  const transactionOf = (client: pg.PoolClient): Transaction => {
    const all = askWith(client);
    const insert: Transaction['insert'] = async (table, columns, rows, ending = '') => {
      const most = Math.max(1, Math.floor(MOST_VALUES / columns.length));
      for (let at = 0; at < rows.length; at += most) {
        const part = rows.slice(at, at + most);
        const tuple = `(${columns.map(() => '?').join(', ')})`;
        await all(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${part.map(() => tuple).join(', ')} ${ending}`, part.flat());
      }
    };
    return {
      all,
      run: async (sql, values) => {
        await all(sql, values);
      },
      insert,
      putApart: (rows) => insert('restricted_content', CONTENT_COLUMNS, rows),
      dropApart: async (hashes) => {
        for (const hash of hashes) await all('DELETE FROM restricted_content WHERE hash = ?', [hash]);
      },
    };
  };

  /** Does something within one transaction on a connection of its own. */
  const within = async <T>(beginning: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    let client: pg.PoolClient;
    try {
      client = await pool.connect();
    } catch (failure) {
      throw asBookFailure(failure, place);
    }
    let broken: Error | undefined;
    try {
      await client.query(beginning);
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (failure) {
      await client.query('ROLLBACK').catch((second: Error) => {
        broken = second;
      });
      throw asBookFailure(failure, place);
    } finally {
      client.release(broken);
    }
  };
  // One way to the server and back for all of it. Whatever the server's setting, what we acknowledge is on its disk; a writer that was
  // halted in the middle does not keep all others waiting for good.
  const beginning = [
    'BEGIN',
    "SET LOCAL synchronous_commit = 'on'",
    `SET LOCAL lock_timeout = ${Math.max(1, Math.floor(patienceMs))}`,
    'SET LOCAL statement_timeout = 0',
    `SET LOCAL idle_in_transaction_session_timeout = ${SILENT_MS}`,
  ].join('; ');
  const write = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => within(beginning, (client) => work(transactionOf(client)));

  const leftOver = async (): Promise<ReadonlySet<string>> => new Set<string>();
  const snapshot: Driver['snapshot'] = (work) =>
    within('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', async (client) => {
      await client.query('SET LOCAL statement_timeout = 0');
      const all = askWith(client);
      return work({ all, allApart: all, leftOver });
    });

  return {
    kind: 'postgresql',
    place,
    lockRow: ' FOR UPDATE',
    all: askWith(pool),
    allApart: askWith(pool),
    snapshot,
    write,
    leftOver,
    // Old versions of rows go from the tables; the server's log and its backups are the administrator's (docs/how-to/use-postgresql.md).
    purge: async () => {
      const client = await pool.connect().catch((failure: unknown) => {
        throw asBookFailure(failure, place);
      });
      try {
        const ask = askWith(client);
        // Not within a transaction, which VACUUM refuses.
        await ask('SET statement_timeout = 0');
        for (const table of ['content', 'restricted_content', 'facts', 'remembered']) await ask(`VACUUM FULL ${table}`);
      } finally {
        // Thrown away, since its setting is not that of the others.
        client.release(true);
      }
    },
    // Its own checks need rights of an administrator (amcheck); our hashes cover what is stored.
    selfCheck: async () => [],
    close: () => pool.end(),
  };
}
