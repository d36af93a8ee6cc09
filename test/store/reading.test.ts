import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { openBook } from '../../src/app/book.ts';
import { dossierOf, readMaterial } from '../../src/app/read-book.ts';
import { readIntoBook } from '../../src/app/reading/read-into-book.ts';
import { startReadingThreads } from '../../src/app/reading/reading-threads.ts';
import { searchBook } from '../../src/app/search-book.ts';
import { nodeFiles } from '../../src/feeds/index.ts';
import { sha256 } from '../../src/store/index.ts';
import { STORES } from './stores.ts';

const example = fileURLToPath(new URL('../../examples/energy-halt-2025', import.meta.url));
const now = (): string => '2025-04-20T10:00:00Z';
const by = { author: { kind: 'person', name: 'Ada' } } as const;
const threads = startReadingThreads(0);
const folder = mkdtempSync(join(tmpdir(), 'trucebook-reading-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const kind of STORES) {
  describe(`reading into a book, ${kind.name}`, () => {
    afterAll(() => kind.stop());

    test('a book says what the files say, keeps their bytes, and finds their words', async () => {
      const book = await openBook(await kind.place(), { now, create: true });
      const seen: number[] = [];
      const first = await readIntoBook(book, [example], {
        files: nodeFiles,
        threads,
        now,
        by,
        onProgress: ({ added }) => seen.push(added),
      });
      expect(first).toMatchObject({ read: 11, added: 11, same: 0, interrupted: false });
      expect(seen.at(-1)).toBe(11);
      const again = await readIntoBook(book, [example], { files: nodeFiles, threads, now, by });
      expect(again).toMatchObject({ read: 11, added: 0, same: 11 });
      // Known from the reports alone: what the book computes is what the command computes from the files.
      const fromFiles = dossierOf(await readMaterial([example], nodeFiles));
      expect(JSON.parse(JSON.stringify(await book.dossier()))).toEqual(JSON.parse(JSON.stringify(fromFiles)));
      expect((await book.store.unindexedReports(5)).length).toBe(0);
      expect((await searchBook(book.store, 'Energieanlagen')).total).toBeGreaterThan(0);
      const [source] = await book.store.facts('source', { limit: 1 });
      const bytes = await book.store.content(source?.id ?? '');
      expect(bytes && sha256(bytes)).toBe(source?.id);
      expect(Buffer.from(bytes ?? []).equals(Buffer.from(await nodeFiles.readFile(source?.body.address ?? '')))).toBe(true);
      expect((await book.store.verify()).faults).toEqual([]);
      await book.close();
    });

    test('an end at a safe place loses nothing and the same call goes on', async () => {
      const inside = join(folder, `many-${kind.name}`);
      const { mkdirSync } = await import('node:fs');
      mkdirSync(inside);
      for (let at = 0; at < 80; at++)
        writeFileSync(join(inside, `r${String(at).padStart(2, '0')}.txt`), `Der Rat sagte am ${at + 1}. Tag, die Frist gelte weiter.`);
      writeFileSync(join(inside, 'broken.json'), '{');
      const book = await openBook(await kind.place(), { now, create: true });
      let asked = 0;
      const ended = await readIntoBook(book, [inside], { files: nodeFiles, threads, now, by, isInterrupted: () => ++asked > 50 });
      expect(ended.interrupted).toBe(true);
      expect(ended.added).toBe(ended.read);
      expect(ended.added).toBeLessThan(80);
      const whole = await readIntoBook(book, [inside], { files: nodeFiles, threads, now, by });
      expect(whole.added + ended.added).toBe(80);
      expect(whole.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['TB_JSON_BROKEN']);
      const counts = await book.store.counts();
      expect(counts).toMatchObject({ report: 80, annotation: 80, source: 80 });
      await book.close();
    });
  });
}
