import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { openBook } from '../../src/app/book.ts';
import { readMaterial } from '../../src/app/read-book.ts';
import { adoptIntoBook, importIntoBook } from '../../src/app/take-into-book.ts';
import { nodeFiles } from '../../src/feeds/index.ts';
import { STORES } from './stores.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const now = '2025-05-01T10:00Z';
const by = { author: { kind: 'person', name: 'Ada' } } as const;
const folder = mkdtempSync(join(tmpdir(), 'trucebook-taking-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const kind of STORES) {
  describe(`taking into a book, ${kind.name}`, () => {
    afterAll(() => kind.stop());

    test('a table is taken in once, a corrected one changes its rows, and commands read the book like a folder', async () => {
      const place = await kind.place();
      const book = await openBook(place, { now: () => `${now.slice(0, 16)}:00Z`, create: true });
      const table = at('examples/energy-halt-2025-incidents.csv');
      const first = await importIntoBook(book, [table], nodeFiles, { now, by });
      expect(first.added).toBeGreaterThan(12);
      expect(first).toMatchObject({ changed: 0, same: 0, erased: 0 });
      const again = await importIntoBook(book, [table], nodeFiles, { now, by });
      expect(again).toMatchObject({ added: 0, changed: 0, same: first.added });

      const corrected = join(folder, 'energy-halt-2025-incidents.csv');
      writeFileSync(corrected, readFileSync(table, 'utf8').replace(',substation,', ',transformer,'));
      const changed = await importIntoBook(book, [corrected], nodeFiles, { now, by, isWhole: true });
      expect(changed.added + changed.changed + changed.same).toBe(first.added);
      expect(changed.added + changed.changed).toBe(1);
      expect(changed.removed).toBe(changed.added);

      const curated = at('data/agreements/energy-halt-2025-03.yaml');
      expect(await adoptIntoBook(book, { curated: [curated] }, nodeFiles, by)).toMatchObject({ added: 1 });
      expect(await adoptIntoBook(book, { curated: [curated] }, nodeFiles, by)).toMatchObject({ added: 0, same: 1 });
      expect((await book.store.verify()).faults).toEqual([]);
      await book.close();

      const path = 'folder' in place ? place.folder : place.databaseUrl;
      const material = await readMaterial([path], nodeFiles);
      expect(material.kept?.incidentReports.length).toBe(first.added);
      expect(material.curated.length).toBe(1);
      const both = await readMaterial([path, at('examples/energy-halt-2025')], nodeFiles);
      expect(both.reports.length).toBe(11);
    });
  });
}
