import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { openStore, type StorePlace } from '../../src/store/index.ts';
import { migrationsFrom, SCHEMA_VERSION } from '../../src/store/migrations.ts';
import { place as exactPlace, fill } from './filled-book.ts';
import { newBook, STORES, type StoreKind, temporaryFolder, tickingClock } from './stores.ts';

/**
 * Books as each version of the schema left them, as SQL: `v1.embedded.sql` and so on. `UPDATE=1` writes those of the present
 * version where there are none; one that stands is never written again, since books of that version are out in the world.
 */
const snapshots = join(dirname(fileURLToPath(import.meta.url)), 'schemas');
const fileOf = (version: number, kind: StoreKind['name'], part = ''): string => join(snapshots, `v${version}.${kind}${part}.sql`);

const isEmbedded = (kind: StoreKind): boolean => kind.name === 'embedded';

/** Asks the database of a book without the store. */
async function query(place: StorePlace, sql: string, file = 'book.db'): Promise<readonly Record<string, unknown>[]> {
  if ('folder' in place) {
    const database = new Database(join(place.folder, file));
    const rows = database.prepare(sql).all([]) as Record<string, unknown>[];
    database.close();
    return rows;
  }
  const client = new pg.Client({ connectionString: place.databaseUrl });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows as Record<string, unknown>[];
}

async function execute(place: StorePlace, sql: string, file = 'book.db'): Promise<void> {
  if ('folder' in place) {
    mkdirSync(place.folder, { recursive: true });
    const database = new Database(join(place.folder, file));
    database.exec(sql);
    database.close();
    return;
  }
  const client = new pg.Client({ connectionString: place.databaseUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

function literal(value: unknown, kind: StoreKind): string {
  if (value === null || value === undefined) return 'NULL';
  if (value instanceof ArrayBuffer || value instanceof Uint8Array) {
    const hex = Buffer.from(value as Uint8Array).toString('hex');
    return isEmbedded(kind) ? `X'${hex}'` : `'\\x${hex}'`;
  }
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
}

/** Every row of the tables as INSERT statements. */
async function inserts(place: StorePlace, kind: StoreKind, tables: readonly string[], file?: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const table of tables) {
    const rows = await query(place, `SELECT * FROM ${table} ORDER BY 1`, file);
    for (const row of rows) {
      const columns = Object.keys(row).filter((name) => name !== '_metadata');
      lines.push(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => literal(row[name], kind)).join(', ')});`);
    }
  }
  return lines;
}

const TABLES = ['meta', 'head', 'journal', 'content', 'facts', 'remembered', 'searched'];
const META = 'CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)';

async function writeSnapshot(kind: StoreKind): Promise<void> {
  const { place, store } = await newBook(kind);
  await fill(store);
  await store.remember('computed', Buffer.from('something computed'));
  await store.close();
  const schema = [META, ...migrationsFrom(0, kind.name)].map((statement) => `${statement};`);
  const tables = isEmbedded(kind) ? TABLES : [...TABLES, 'restricted_content'];
  mkdirSync(snapshots, { recursive: true });
  writeFileSync(fileOf(SCHEMA_VERSION, kind.name), `${[...schema, ...(await inserts(place, kind, tables))].join('\n')}\n`);
  if (!isEmbedded(kind)) return;
  const apart = await query(place, "SELECT sql FROM sqlite_master WHERE type = 'table' ORDER BY name", 'restricted.db');
  const made = apart.map(({ sql }) => `${sql};`);
  writeFileSync(
    fileOf(SCHEMA_VERSION, kind.name, '.restricted'),
    `${[...made, ...(await inserts(place, kind, ['restricted_content'], 'restricted.db'))].join('\n')}\n`,
  );
}

afterAll(async () => {
  for (const kind of STORES) await kind.stop();
});

/** Tables, columns and indexes as the database tells them. */
async function shapeOf(place: StorePlace): Promise<unknown> {
  if ('folder' in place) {
    const rows = await query(place, 'SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name');
    return rows.map(({ name, sql }) => [name, String(sql).replace(/\s+/g, ' ')]);
  }
  const columns = await query(
    place,
    'SELECT table_name, column_name, data_type, is_nullable, collation_name FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, 2',
  );
  const indexes = await query(
    place,
    "SELECT indexname, regexp_replace(indexdef, 'ON \\w+\\.', 'ON ') AS def FROM pg_indexes WHERE schemaname = current_schema() ORDER BY 1",
  );
  return [columns, indexes];
}

for (const kind of STORES) {
  describe(`schemas of ${kind.name}`, () => {
    test('the present version has its snapshot', async () => {
      if (process.env['UPDATE'] === '1' && !existsSync(fileOf(SCHEMA_VERSION, kind.name))) await writeSnapshot(kind);
      expect(existsSync(fileOf(SCHEMA_VERSION, kind.name)), 'run UPDATE=1 npx vitest run test/store/migrations').toBe(true);
    });

    test.for(Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1))(
      'version %i with its data becomes the present one',
      async (version) => {
        const place = isEmbedded(kind) ? { folder: join(temporaryFolder(), 'book') } : await kind.place();
        await execute(place, readFileSync(fileOf(version, kind.name), 'utf8'));
        if (isEmbedded(kind)) await execute(place, readFileSync(fileOf(version, kind.name, '.restricted'), 'utf8'), 'restricted.db');
        const store = await openStore(place, { now: tickingClock('2026-01-01T00:00:00Z') });
        const { faults } = await store.verify();
        expect(faults).toEqual([]);
        expect((await store.facts('report')).map(({ body }) => body.key)).toEqual(['a', 'b']);
        expect((await store.fact('gap', 'gap-1'))?.body.why).toBe('stated');
        const read = await store.readRestricted('position', { author: { kind: 'person', name: 'x' }, why: 'look' });
        expect(read.map(({ body }) => body)).toEqual([exactPlace]);
        await store.rebuild();
        expect((await store.verify()).faults).toEqual([]);
        await store.close();
        const { place: fresh, store: other } = await newBook(kind);
        await other.close();
        expect(await shapeOf(place)).toEqual(await shapeOf(fresh));
        const again = await openStore(place, { now: tickingClock('2026-02-01T00:00:00Z') });
        expect((await again.entries({ action: 'read' })).length).toBe(2);
        await again.close();
      },
    );

    test('a book of a later version is left alone', async () => {
      const { place, store } = await newBook(kind);
      await store.close();
      await execute(place, `UPDATE meta SET value = '${SCHEMA_VERSION + 1}' WHERE name = 'schema'`);
      await expect(openStore(place, { now: tickingClock() })).rejects.toThrow('TB_BOOK_TOO_NEW');
    });

    test('nothing that a distributed engine lacks', () => {
      const schema = migrationsFrom(0, kind.name).join('\n').toUpperCase();
      for (const construct of ['EXCLUDE', 'GIST', 'RANGE', 'SERIAL', 'SEQUENCE', 'TRIGGER', 'REFERENCES', ' UNIQUE'])
        expect(schema).not.toContain(construct);
    });
  });
}

test('there is no snapshot of a version that never was', () => {
  for (const name of readdirSync(snapshots)) expect(Number(/^v(\d+)\./.exec(name)?.[1])).toBeLessThanOrEqual(SCHEMA_VERSION);
});
