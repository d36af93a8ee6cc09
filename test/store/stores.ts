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
  readonly start: () => Promise<void>;
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
  start: async () => undefined,
  stop: async () => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  },
};

let server: PostgresServer | null = null;

/** The server of this test file; only for tests that shake it. */
export function postgresServer(): PostgresServer {
  if (!server) throw new Error('no PostgreSQL server was started');
  return server;
}

const postgresql: StoreKind = {
  name: 'postgresql',
  place: async () => ({ databaseUrl: await postgresServer().database() }),
  start: async () => {
    server = await startPostgres();
  },
  stop: async () => {
    await server?.stop();
    server = null;
  },
};

/** Why PostgreSQL cannot be tested here; where everything is checked it must be. */
async function reasonAgainst(): Promise<string | null> {
  try {
    const probe = await startPostgres();
    await probe.stop();
    return null;
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  }
}

const against = process.env['TRUCEBOOK_TEST_STORES'] === 'embedded' ? 'TRUCEBOOK_TEST_STORES=embedded was set' : await reasonAgainst();
if (against !== null) {
  if (process.env['CI']) throw new Error(`PostgreSQL must be tested here and cannot be started: ${against}`);
  process.stderr.write(`\n*** The store is NOT tested on PostgreSQL: ${against} ***\n\n`);
}

/** Every store that can be tested here. */
export const STORES: readonly StoreKind[] = against === null ? [embedded, postgresql] : [embedded];

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
