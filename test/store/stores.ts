import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BookStore, type OpenOptions, openStore, type StorePlace } from '../../src/store/index.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

/** One kind of store for the tests that run over all. */
export interface StoreKind {
  readonly name: 'embedded' | 'postgresql';
  /** A place with nothing in it. */
  readonly place: () => Promise<StorePlace>;
  readonly stop: () => Promise<void>;
}

const folders: string[] = [];

/** A folder that goes when the tests are done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trucebook-store-'));
  folders.push(folder);
  return folder;
}

const embedded: StoreKind = {
  name: 'embedded',
  place: async () => ({ folder: join(temporaryFolder(), 'book') }),
  stop: async () => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  },
};

let server: PostgresServer | null = null;
let against = '';
if (process.env['TRUCEBOOK_TEST_STORES'] === 'embedded') against = 'TRUCEBOOK_TEST_STORES=embedded was set';
else {
  try {
    server = await startPostgres();
  } catch (failure) {
    against = failure instanceof Error ? failure.message : String(failure);
  }
}
// Where everything is checked it must be there; elsewhere its absence is said loudly.
if (server === null) {
  if (process.env['CI']) throw new Error(`PostgreSQL must be tested here and cannot be started: ${against}`);
  process.stderr.write(`\n*** The store is NOT tested on PostgreSQL: ${against} ***\n\n`);
}

/** The server of this test file; only for tests that shake it. */
export function postgresServer(): PostgresServer {
  if (!server) throw new Error('no PostgreSQL server was started');
  return server;
}

const postgresql: StoreKind = {
  name: 'postgresql',
  place: async () => ({ databaseUrl: await postgresServer().database() }),
  stop: async () => {
    await server?.stop();
    server = null;
  },
};

/** Every store that can be tested here. */
export const STORES: readonly StoreKind[] = server ? [embedded, postgresql] : [embedded];

/** A clock that goes on by a second each time it is asked. */
export function tickingClock(from = '2025-04-01T08:00:00.000Z'): () => string {
  let at = Date.parse(from) - 1000;
  return () => {
    at += 1000;
    return new Date(at).toISOString();
  };
}

/** A new book. */
export async function newBook(
  kind: StoreKind,
  options: Partial<OpenOptions> = {},
): Promise<{ readonly place: StorePlace; readonly store: BookStore }> {
  const place = await kind.place();
  return { place, store: await openStore(place, { now: tickingClock(), mode: 'create', ...options }) };
}
