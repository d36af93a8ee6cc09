import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { sealed } from '../../src/store/hash.ts';
import { BookFailure, canonicalJson, openStore, type StorePlace, type Verification } from '../../src/store/index.ts';
import { entryOfRow } from '../../src/store/rows.ts';
import { fill } from './filled-book.ts';
import { newBook, STORES, tickingClock } from './stores.ts';

const now = tickingClock('2026-01-01T00:00:00Z');

/** Statements against the database of a book, past everything that guards it. */
async function asIntruder(place: StorePlace, file: 'book.db' | 'restricted.db', ...statements: readonly string[]): Promise<void> {
  if ('folder' in place) {
    const database = new Database(join(place.folder, file));
    for (const statement of statements) database.exec(statement);
    database.close();
    return;
  }
  const client = new pg.Client({ connectionString: place.databaseUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const told = ({ faults }: Verification): readonly string[] => [...new Set(faults.map(({ code, seq }) => `${code} ${seq ?? '-'}`))];

afterAll(async () => {
  for (const kind of STORES) await kind.stop();
});

for (const kind of STORES) {
  describe(`an intruder in ${kind.name}`, () => {
    const after = async (...statements: readonly string[]): Promise<readonly string[]> => {
      const { place, store } = await newBook(kind);
      await fill(store);
      await store.close();
      await asIntruder(place, 'book.db', ...statements);
      const again = await openStore(place, { now });
      const found = told(await again.verify());
      await again.close();
      return found;
    };

    // In the filled book 6 and 7 are the two versions of the gap, 10 the exact place, 15 the deletion.
    test.for([
      ['a reason is reworded', "UPDATE journal SET why = 'x' WHERE seq = 7", ['entry_changed 7']],
      ['a name is exchanged', "UPDATE journal SET author_name = 'other' WHERE seq = 3", ['entry_changed 3']],
      ['an entry is taken out', 'DELETE FROM journal WHERE seq = 8', ['entry_missing 8']],
      ['the last entry is taken out', 'DELETE FROM journal WHERE seq = (SELECT MAX(seq) FROM journal)', ['head_wrong -']],
      ['two entries change places', 'UPDATE journal SET seq = 100 - seq WHERE seq = 3', ['entry_missing 3']],
      [
        'a body is exchanged',
        "UPDATE content SET bytes = 'x', packed = 0, size = 1 WHERE hash = (SELECT after_hash FROM journal WHERE seq = 7)",
        ['content_changed 7'],
      ],
      [
        'a source is exchanged',
        "UPDATE content SET bytes = 'x', packed = 0, size = 1 WHERE hash = (SELECT attached FROM journal WHERE seq = 2)",
        ['content_changed 2'],
      ],
      ['a body is taken out', 'DELETE FROM content WHERE hash = (SELECT after_hash FROM journal WHERE seq = 6)', ['content_missing 6']],
      [
        'a source is emptied as if by law',
        'UPDATE content SET bytes = NULL, erased = 15 WHERE hash = (SELECT attached FROM journal WHERE seq = 2)',
        ['content_missing 2', 'content_changed -'],
      ],
      ['bytes are smuggled in', "INSERT INTO content (hash, bytes, packed, size) VALUES ('aa', 'x', 0, 1)", ['content_inserted -']],
      ['the state is changed', "UPDATE facts SET known_from = '2020' WHERE kind = 'report' AND seq = 3", ['state_changed 3']],
      ['the state loses a fact', "DELETE FROM facts WHERE kind = 'report' AND seq = 3", ['state_missing 3']],
      [
        'the state gains a fact',
        "INSERT INTO facts (kind, id, home, seq, at, hash, known_from) SELECT kind, 'new', home, seq, at, hash, known_from FROM facts WHERE seq = 3",
        ['state_inserted 3'],
      ],
      ['the head is put back', 'UPDATE head SET seq = 5', ['head_wrong -']],
    ] as const)('%s', async ([, statement, wanted]) => {
      const found = await after(statement);
      for (const fault of wanted) expect(found).toContain(fault);
    });

    test('an entry is put in whose own hash is right', async () => {
      const { place, store } = await newBook(kind);
      await fill(store);
      const [last] = (await store.entries()).slice(-1);
      await store.close();
      if (!last) throw new Error('no entry');
      const { hash: _, ...rest } = last;
      const forged = sealed({ ...rest, seq: 8, why: 'forged', previous: 'f'.repeat(64) });
      expect(entryOfRow({ seq: 8, at: forged.at, author_kind: 'person', author_name: 'desk' })).toMatchObject({ seq: 8 });
      await asIntruder(
        place,
        'book.db',
        `UPDATE journal SET at = '${forged.at}', why = 'forged', previous = '${forged.previous}', hash = '${forged.hash}', action = '${forged.action}', kind = '${forged.kind}', id = '${forged.id}', home = '${forged.home}', before_hash = NULL, after_hash = '${forged.after}', attached = NULL, origin = NULL WHERE seq = 8`,
      );
      const again = await openStore(place, { now });
      const found = told(await again.verify());
      expect(found).toContain('chain_broken 8');
      expect(found).toContain('chain_broken 9');
      await again.close();
    });

    test('an exact place is exchanged or smuggled in', async () => {
      const { place, store } = await newBook(kind);
      await fill(store);
      await store.close();
      await asIntruder(
        place,
        'restricted.db',
        "UPDATE restricted_content SET bytes = 'x', packed = 0, size = 1",
        "INSERT INTO restricted_content (hash, bytes, packed, size) VALUES ('aa', 'x', 0, 1)",
      );
      const again = await openStore(place, { now });
      const found = told(await again.verify());
      expect(found).toContain('content_changed 10');
      expect(found).toContain('content_inserted -');
      await again.close();
    });

    test('the end of the journal is cut off and everything made to fit: only a hash kept elsewhere tells', async () => {
      const { place, store } = await newBook(kind);
      await fill(store);
      const { hash } = await store.head();
      await store.close();
      await asIntruder(
        place,
        'book.db',
        'DELETE FROM journal WHERE seq > 5',
        'UPDATE head SET seq = 5, hash = (SELECT hash FROM journal WHERE seq = 5), at = (SELECT at FROM journal WHERE seq = 5)',
        'DELETE FROM facts WHERE seq > 5',
        'DELETE FROM content WHERE hash NOT IN (SELECT after_hash FROM journal) AND hash NOT IN (SELECT attached FROM journal WHERE attached IS NOT NULL)',
      );
      await asIntruder(place, 'restricted.db', 'DELETE FROM restricted_content');
      const again = await openStore(place, { now });
      expect((await again.verify()).faults).toEqual([]);
      expect(told(await again.verify({ knownHead: hash }))).toEqual(['head_unknown -']);
      await again.close();
    });
  });
}

test('any byte of the file that is turned round is found, or changes nothing that the book says', async () => {
  const [embedded] = STORES;
  if (!embedded) throw new Error('no store');
  const { place, store } = await newBook(embedded);
  await fill(store);
  const all = async (from: typeof store): Promise<string> => {
    const entries = await from.entries();
    const contents = [];
    for (const { after, attached } of entries)
      contents.push(
        ...(await Promise.all(
          [after, attached].map(async (hash) => (hash ? Buffer.from((await from.content(hash)) ?? []).toString('hex') : null)),
        )),
      );
    return canonicalJson([entries, contents, await from.counts(), await from.facts('report'), await from.facts('gap')]);
  };
  const wanted = await all(store);
  await store.close();
  if (!('folder' in place)) throw new Error('no folder');
  const path = join(place.folder, 'book.db');
  const whole = readFileSync(path);
  let found = 0;
  let harmless = 0;
  for (let round = 0; round < 150; round++) {
    // A fixed walk through the file that meets every page.
    const at = (round * 7919 * 13 + 101 * round * round) % whole.length;
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
    writeFileSync(path, bytes);
    try {
      const opened = await openStore(place, { now });
      try {
        if ((await opened.verify()).faults.length > 0) found++;
        else {
          expect(await all(opened), `byte ${at}`).toBe(wanted);
          harmless++;
        }
      } finally {
        await opened.close();
      }
    } catch (failure) {
      if (!(failure instanceof BookFailure)) throw failure;
      found++;
    }
  }
  expect(found + harmless).toBe(150);
  expect(found).toBeGreaterThan(0);
});

for (const kind of STORES) {
  describe(`somebody who writes in ${kind.name} while it is verified`, () => {
    test('is no intruder: everything is compared as it stood at one moment', async () => {
      const { place, store } = await newBook(kind);
      await fill(store);
      const other = await openStore(place, { now });
      let isOver = false;
      const writing = (async () => {
        for (let count = 0; !isOver; count++) {
          // Within one process nobody else would have a turn.
          await new Promise((resolve) => setImmediate(resolve));
          await other.append(
            [
              {
                kind: 'gap',
                id: `gap-${count}`,
                body: { from: '2025-03-18', to: '2025-03-20', side: 'UA', source: null, why: 'source_silent' },
              },
              {
                kind: 'position',
                id: `inc-${count}`,
                body: { reportId: `inc-${count}`, lat: 50, lon: 30, precision: 'vicinity_100m', placeName: null },
              },
            ],
            { author: { kind: 'person', name: 'other' } },
          );
        }
      })();
      const seen: number[] = [];
      for (let round = 0; round < 12; round++) {
        const { faults, notices, head, entries } = await store.verify();
        expect([...faults, ...notices.filter(({ code }) => code === 'left_over')]).toEqual([]);
        expect(entries).toBe(head.seq);
        seen.push(head.seq);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      isOver = true;
      await writing;
      // It was written all along, and between two rounds as well.
      expect(seen.at(-1)).toBeGreaterThan(seen[0] ?? 0);
      await other.close();
      await store.close();
    });
  });
}
