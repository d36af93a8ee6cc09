import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { exportBook, importBook, moveBook, openStore, sha256 } from '../../src/store/index.ts';
import { fill, place } from './filled-book.ts';
import { newBook, STORES, temporaryFolder, tickingClock } from './stores.ts';

/** Every file of a folder with the hash of its bytes. */
function bytesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => [join(entry.parentPath, entry.name).slice(folder.length), sha256(readFileSync(join(entry.parentPath, entry.name)))])
      .sort(),
  );
}

const now = tickingClock('2026-01-01T00:00:00Z');

afterAll(async () => {
  for (const kind of STORES) await kind.stop();
});

for (const from of STORES) {
  for (const to of STORES) {
    describe(`from ${from.name} to ${to.name}`, () => {
      test('export, empty book, import, export: the same bytes', async () => {
        const { store } = await newBook(from);
        await fill(store);
        for (const restricted of [false, true]) {
          const folder = temporaryFolder();
          await exportBook(store, join(folder, 'one'), { restricted });
          const target = await openStore(await to.place(), { now, mode: 'fill' });
          const { faults, notices } = await importBook(join(folder, 'one'), target);
          expect(faults).toEqual([]);
          expect(notices.some(({ code }) => code === 'withheld')).toBe(!restricted);
          await exportBook(target, join(folder, 'two'), { restricted });
          expect(bytesOf(join(folder, 'two'))).toEqual(bytesOf(join(folder, 'one')));
          expect(Object.keys(bytesOf(join(folder, 'one')))).toHaveLength(restricted ? 6 : 5);
          expect(readFileSync(join(folder, 'one/journal.jsonl'), 'utf8')).not.toContain('verschwinden');
          expect(readFileSync(join(folder, 'one/bodies.jsonl'), 'utf8')).not.toContain(restricted ? 'verschwinden' : 'Musterdorf');
          await target.close();
        }
        await store.close();
      });

      test('move copies everything, verifies it and leaves the old book as it was', async () => {
        const { store } = await newBook(from);
        await fill(store);
        const head = await store.head();
        const targetPlace = await to.place();
        const target = await openStore(targetPlace, { now, mode: 'fill' });
        expect((await moveBook(store, target)).faults).toEqual([]);
        expect(await target.head()).toEqual(head);
        expect(await target.facts('report')).toEqual(await store.facts('report'));
        expect(await target.counts()).toEqual(await store.counts());
        await target.close();
        const again = await openStore(targetPlace, { now });
        expect(
          (await again.readRestricted('position', { author: { kind: 'person', name: 'x' }, why: 'look' })).map(({ body }) => body),
        ).toEqual([place]);
        expect((await again.verify({ knownHead: head.hash })).faults).toEqual([]);
        expect(await store.head()).toEqual(head);
        await again.close();
        await store.close();
      });
    });
  }
}

describe('what is no sound export', () => {
  const [kind] = STORES;
  if (!kind) throw new Error('no store');

  const tampered = async (file: string, change: (text: string) => string): Promise<Promise<unknown>> => {
    const { store } = await newBook(kind);
    await fill(store);
    const folder = join(temporaryFolder(), 'export');
    await exportBook(store, folder);
    await store.close();
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
    const target = await openStore(await kind.place(), { now, mode: 'fill' });
    return importBook(folder, target).finally(() => target.close());
  };

  test('an entry that was changed, left out or exchanged', async () => {
    await expect(tampered('journal.jsonl', (text) => text.replace('Die Redaktion', 'Der Redakteur'))).rejects.toThrow(
      'TB_BOOK_ENTRY_WRONG',
    );
    await expect(tampered('journal.jsonl', (text) => text.split('\n').toSpliced(4, 1).join('\n'))).rejects.toThrow('TB_BOOK_ENTRY_WRONG');
    await expect(tampered('journal.jsonl', (text) => text.split('\n').slice(0, -3).join('\n'))).rejects.toThrow('TB_BOOK_COPY_UNSOUND');
  });

  test('a body that was changed or left out, a line that is cut', async () => {
    await expect(tampered('bodies.jsonl', (text) => text.replace('Kiew', 'Lwiw'))).rejects.toThrow('TB_BOOK_CONTENT_WRONG');
    await expect(tampered('bodies.jsonl', (text) => text.split('\n').slice(1).join('\n'))).rejects.toThrow('TB_BOOK_COPY_UNSOUND');
    await expect(tampered('bodies.jsonl', (text) => text.slice(0, -20))).rejects.toThrow('TB_BOOK_EXPORT_BROKEN');
  });

  test('a takeover that was cut short is no book, and a place with a book takes none over', async () => {
    const where = await kind.place();
    const target = await openStore(where, { now, mode: 'fill' });
    await target.close();
    await expect(openStore(where, { now })).rejects.toThrow('TB_BOOK_INCOMPLETE');
    const { place: full, store } = await newBook(kind);
    await expect(openStore(full, { now, mode: 'fill' })).rejects.toThrow('TB_BOOK_EXISTS');
    const folder = temporaryFolder();
    await expect(exportBook(store, folder)).rejects.toThrow('TB_BOOK_EXPORT_EXISTS');
    await store.close();
    await expect(importBook(folder, store)).rejects.toThrow('TB_BOOK_NO_EXPORT');
  });
});
