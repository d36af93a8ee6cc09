import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { type BookStore, openStore, type StorePlace } from '../../src/store/index.ts';
import { desk, fill, readIn } from './filled-book.ts';
import { newBook, postgresServer, STORES, temporaryFolder, tickingClock } from './stores.ts';

const now = tickingClock('2026-01-01T00:00:00Z');
const mounted: string[] = [];

afterAll(async () => {
  for (const folder of mounted) execFileSync('umount', [folder]);
  for (const kind of STORES) await kind.stop();
});

/** A disk so small that it is soon full; null where this machine lets us mount none. */
function smallDisk(megabytes: number): string | null {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    process.stderr.write('\n*** A full disk is NOT tested: no small disk can be mounted here (needs root) ***\n\n');
    return null;
  }
  mounted.push(folder);
  return folder;
}

const whole = async (store: BookStore): Promise<void> => expect((await store.verify()).faults).toEqual([]);
const noise = (length: number): string =>
  Array.from({ length }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7919 + index * index) % 20_000))).join('');

/** Writes until the disk is full; gives how many writings were acknowledged. */
async function writeUntilFull(store: BookStore): Promise<number> {
  for (let count = 0; count < 1000; count++) {
    try {
      await store.append(readIn(`r${count}`, `${count} ${noise(20_000)}`, '2025-03-18'), desk);
    } catch (failure) {
      expect(String(failure)).toContain('TB_BOOK_DISK_FULL');
      return count;
    }
  }
  throw new Error('the disk was never full');
}

describe('a full disk', () => {
  test('embedded: the writing that does not fit is refused and leaves no trace', async ({ skip }) => {
    const disk = smallDisk(3);
    if (disk === null) return skip();
    const store = await openStore({ folder: join(disk, 'book') }, { now, mode: 'create' });
    const count = await writeUntilFull(store);
    expect(count).toBeGreaterThan(2);
    expect(await store.facts('report')).toHaveLength(count);
    await whole(store);
    await store.close();
    const again = await openStore({ folder: join(disk, 'book') }, { now });
    expect(await again.facts('report')).toHaveLength(count);
    await whole(again);
    await again.close();
  });

  test('postgresql: the same', async ({ skip }) => {
    if (STORES.length < 2) return skip();
    const disk = smallDisk(8);
    if (disk === null) return skip();
    if (process.getuid?.() === 0) chownSync(disk, 65_534, 65_534);
    chmodSync(disk, 0o700);
    const url = new URL(await postgresServer().database());
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await client.query(`CREATE TABLESPACE small LOCATION '${disk}'`);
    await client.end();
    url.searchParams.set('options', `${url.searchParams.get('options')} -cdefault_tablespace=small`);
    const place = { databaseUrl: url.href };
    const store = await openStore(place, { now, mode: 'create' });
    const count = await writeUntilFull(store);
    expect(count).toBeGreaterThan(2);
    expect(await store.facts('report')).toHaveLength(count);
    await whole(store);
    await store.close();
    const again = await openStore(place, { now });
    expect(await again.facts('report')).toHaveLength(count);
    await again.close();
    const last = new pg.Client({ connectionString: url.href });
    await last.connect();
    await last.query('DROP SCHEMA IF EXISTS trucebook CASCADE');
    for (const { relname } of (
      await last.query(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND reltablespace = (SELECT oid FROM pg_tablespace WHERE spcname = 'small')",
      )
    ).rows)
      await last.query(`DROP TABLE ${relname}`);
    await last.query('DROP TABLESPACE small');
    await last.end();
  });
});

describe('a folder that may not be written', () => {
  /** Runs as a user without rights; root may write everything. */
  const powerless = async (work: () => Promise<void>): Promise<void> => {
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      await work();
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  };

  test('is read without leaving a trace, and refuses to be written', async () => {
    const folder = join(temporaryFolder(), 'a book?');
    const store = await openStore({ folder }, { now, mode: 'create' });
    await fill(store);
    await store.close();
    // Another process would find it so; in this one the closed connections linger.
    const copy = temporaryFolder();
    for (const name of ['book.db', 'restricted.db']) copyFileSync(join(folder, name), join(copy, name));
    const before = readdirSync(copy);
    for (const name of before) chmodSync(join(copy, name), 0o444);
    chmodSync(copy, 0o555);
    await powerless(async () => {
      const opened = await openStore({ folder: copy }, { now });
      expect(await opened.facts('report')).toHaveLength(2);
      await whole(opened);
      await expect(opened.append(readIn('x', 'X.', '2025-03-18'), desk)).rejects.toThrow('TB_BOOK_READ_ONLY');
      await expect(opened.readRestricted('position', { ...desk, why: 'look' })).rejects.toThrow('TB_BOOK_READ_ONLY');
      await opened.close();
      await expect(openStore({ folder: join(copy, 'new') }, { now, mode: 'create' })).rejects.toThrow('TB_BOOK_READ_ONLY');
    });
    expect(readdirSync(copy)).toEqual(before);
    chmodSync(copy, 0o700);
  });
});

describe('files that are not what they should be', () => {
  const broken = async (change: (folder: string) => void): Promise<unknown> => {
    const folder = join(temporaryFolder(), 'book');
    const store = await openStore({ folder }, { now, mode: 'create' });
    await fill(store);
    await store.close();
    const copy = temporaryFolder();
    for (const name of ['book.db', 'restricted.db']) copyFileSync(join(folder, name), join(copy, name));
    change(copy);
    try {
      const opened = await openStore({ folder: copy }, { now });
      const { faults } = await opened.verify().finally(() => opened.close());
      return faults.map(({ code }) => code);
    } catch (failure) {
      return String(failure);
    }
  };

  test('half of a file', async () => {
    const found = await broken((folder) => truncateSync(join(folder, 'book.db'), 40_960));
    expect(String(found)).toMatch(/TB_BOOK_DAMAGED|file_damaged/);
  });

  test('another file', async () => {
    expect(await broken((folder) => writeFileSync(join(folder, 'book.db'), 'no database at all '.repeat(500)))).toMatch(/TB_BOOK_DAMAGED/);
    expect(await broken((folder) => writeFileSync(join(folder, 'restricted.db'), 'no database at all '.repeat(500)))).toMatch(
      /TB_BOOK_DAMAGED/,
    );
  });

  test('half of a file that another had not yet written into the book', async () => {
    // The file beside the book ends in the middle of a commit, as after a power cut: that commit was never acknowledged.
    const { place, store } = await newBook(STORES[0] ?? failed());
    if (!('folder' in place)) return failed();
    await store.append(readIn('a', 'A.', '2025-03-18'), desk);
    const acknowledged = readFileSync(join(place.folder, 'book.db-wal')).length;
    await store.append(readIn('b', noise(30_000), '2025-03-18'), desk);
    const copy = temporaryFolder();
    for (const name of ['book.db', 'book.db-wal']) copyFileSync(join(place.folder, name), join(copy, name));
    await store.close();
    truncateSync(join(copy, 'book.db-wal'), acknowledged + 5000);
    const again = await openStore({ folder: copy }, { now });
    expect((await again.facts('report')).map(({ body }) => body.key)).toEqual(['a']);
    await whole(again);
    await again.append(readIn('c', 'C.', '2025-03-19'), desk);
    await whole(again);
    await again.close();
  });

  test('a book whose making was interrupted is made by the next attempt', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'book.db'), '');
    await expect(openStore({ folder }, { now })).rejects.toThrow('TB_BOOK_MISSING');
    const store = await openStore({ folder }, { now, mode: 'create' });
    await whole(store);
    await store.close();
    expect(existsSync(join(folder, 'book.db'))).toBe(true);
  });
});

test('embedded: what was deleted on legal demand stands nowhere in the files any more', async () => {
  const { place, store } = await newBook(STORES[0] ?? failed());
  if (!('folder' in place)) return failed();
  const words = 'Worte, die nirgends mehr stehen sollen';
  const facts = readIn('a', words, '2025-03-18');
  await store.append([...facts, ...readIn('b', 'Andere.', '2025-03-18')], desk);
  const inFiles = (): readonly string[] =>
    readdirSync(place.folder).filter((name) => readFileSync(join(place.folder, name)).includes(words));
  expect(inFiles()).not.toEqual([]);
  await store.erase({ kind: 'source', id: facts[0]?.id ?? '' }, { ...desk, why: 'judgment' });
  expect(inFiles()).toEqual([]);
  await whole(store);
  await store.close();
});

const failed = (): never => {
  throw new Error('no embedded store');
};

for (const kind of STORES) {
  describe(`two processes on one book in ${kind.name}`, () => {
    /** Holds the book as a process does that is in the middle of a long writing. */
    const hold = async (place: StorePlace): Promise<() => Promise<void>> => {
      if ('folder' in place) {
        const other = new Database(join(place.folder, 'book.db'));
        other.exec('BEGIN IMMEDIATE');
        return async () => {
          other.exec('ROLLBACK');
          other.close();
        };
      }
      const client = new pg.Client({ connectionString: place.databaseUrl });
      await client.connect();
      await client.query('BEGIN');
      await client.query('SELECT seq FROM head FOR UPDATE');
      return () => client.end();
    };

    test('who waits in vain is told so, reads meanwhile, and writes when the other is done', async () => {
      const { place, store: first } = await newBook(kind);
      await first.append(readIn('a', 'A.', '2025-03-18'), desk);
      await first.close();
      const release = await hold(place);
      const store = await openStore(place, { now, patienceMs: 150 });
      expect(await store.facts('report')).toHaveLength(1);
      await expect(store.append(readIn('b', 'B.', '2025-03-18'), desk)).rejects.toThrow('TB_BOOK_BUSY');
      await release();
      await store.append(readIn('b', 'B.', '2025-03-18'), desk);
      expect(await store.facts('report')).toHaveLength(2);
      await whole(store);
      await store.close();
    });
  });
}
