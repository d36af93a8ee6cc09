import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KeptBook, openBook } from '../../src/app/book.ts';
import { indexBook, passagesOf, searchBook, stretchesOf } from '../../src/app/search-book.ts';
import { nodeFiles, readReports } from '../../src/feeds/index.ts';
import { makeReport, type Report } from '../../src/model/index.ts';
import { openStore, type StorePlace } from '../../src/store/index.ts';
import { annotate } from '../../src/text/pipeline.ts';
import { holdsWords, parseQuery } from '../../src/text/search/index.ts';
import { STORES } from './stores.ts';

const now = (): string => '2025-04-20T10:00:00Z';
const by = { author: { kind: 'person', name: 'Ada' } } as const;

for (const kind of STORES) {
  describe(`search in a book, ${kind.name}`, () => {
    let book: KeptBook;
    let place: StorePlace;
    let reports: readonly Report[];

    beforeAll(async () => {
      place = await kind.place();
      book = await openBook(place, { now, create: true });
      const example = await readReports([fileURLToPath(new URL('../../examples/energy-halt-2025', import.meta.url))], nodeFiles);
      const eastern = makeReport('kyiv', 'Об’єкти енергетики не атакують, заявив міністр.\nО перемирии не говорили.', {
        language: 'uk',
        date: '2025-03-20',
      });
      // The infinitive of a verb stands in the index without a place: a phrase must be found all the same.
      const conjugated = makeReport('bedingung', 'Unsere Bedingung bleibt dieselbe.', { language: 'de', date: '2025-03-21' });
      reports = [...example.reports, conjugated, eastern];
      await book.addReports(
        reports.map((report) => ({ report, bytes: Buffer.from(report.text), mediaType: 'text/plain', retrievedAt: now() })),
        by,
      );
      await indexBook(book.store);
    });
    afterAll(async () => {
      await book.close();
      await kind.stop();
    });

    const textsFound = async (typed: string): Promise<readonly string[]> =>
      [...new Set((await searchBook(book.store, typed, { kind: 'text', limit: 100 })).hits.map(({ report }) => report.key))].sort();

    test('it finds what the words of the texts hold, no more and no less', async () => {
      const typed = [
        'Infrastruktur',
        'dreißig',
        '"30 Tage"',
        '"Bedingung bleibt"',
        'Energieanlagen -Hafen',
        'angreifen',
        'енергетика',
        'перемирие',
        'Waffenruhe Beginn',
        'strikes',
        'keine',
        'xyzzy',
      ];
      for (const words of typed) {
        const query = parseQuery(words);
        const wanted = reports.filter(({ text, language }) =>
          stretchesOf(text).some(({ start, end }) => holdsWords(text.slice(start, end), language, query)),
        );
        expect(await textsFound(words), words).toEqual(wanted.map(({ key }) => key).sort());
      }
    });

    test('a phrase with a verb is found, whose infinitive is in the index too', async () => {
      expect(await textsFound('"Bedingung bleibt"')).toEqual(['bedingung']);
    });

    test('the words found are marked, and the newest come first', async () => {
      const { hits, total, next } = await searchBook(book.store, 'Energieanlagen', { limit: 3 });
      expect(hits.length).toBe(3);
      expect(total).toBeGreaterThan(3);
      for (const { report, exact, start, end, marks, statement } of hits) {
        expect(report.text.slice(start, end)).toBe(exact);
        expect(statement).not.toBeNull();
        for (const mark of marks) expect(report.text.slice(mark.start, mark.end)).toMatch(/^energie/i);
      }
      const days = hits.map(({ at }) => at ?? '');
      expect(days).toEqual([...days].sort().reverse());
      const more = await searchBook(book.store, 'Energieanlagen', { limit: 3, after: next ?? 0 });
      expect(more.hits.map(({ id }) => id)).not.toContain(hits[0]?.id);
    });

    test('fields narrow: speaker, holder, element, language, days', async () => {
      const all = await searchBook(book.store, 'Tage', { limit: 100 });
      const kremlin = await searchBook(book.store, 'Tage speaker:Kreml', { limit: 100 });
      expect(kremlin.total).toBeGreaterThan(0);
      expect(kremlin.total).toBeLessThan(all.total);
      for (const { statement } of kremlin.hits) expect(statement?.speakers.map(({ name }) => name).join()).toContain('Kreml');
      const duration = await searchBook(book.store, 'holder:ru element:duration', { limit: 100 });
      expect(duration.total).toBeGreaterThan(0);
      for (const { at } of (await searchBook(book.store, 'Tage from:2025-03-19 to:2025-03-25', { limit: 100 })).hits)
        expect(at !== null && at >= '2025-03-19' && at <= '2025-03-25').toBe(true);
      expect((await searchBook(book.store, 'language:uk', { kind: 'text' })).total).toBe(2);
      expect((await searchBook(book.store, '-Tage language:uk', { kind: 'text' })).total).toBe(2);
    });

    test('nothing that is typed breaks it', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (typed) => {
          const { hits, total } = await searchBook(book.store, typed, { limit: 5 });
          expect(hits.length).toBeLessThanOrEqual(Math.max(total, 0));
        }),
        { numRuns: 60 },
      );
      for (const odd of ['"', '""', 'NEAR(a b)', 'words:*', 'a* OR b', "') OR 1=1 --", 'speaker:%', 'speaker:_', '\u0000', 'AND', '-'])
        await searchBook(book.store, odd);
      expect((await searchBook(book.store, 'speaker:%')).total).toBe(0);
    });

    test('what was deleted on legal demand is found no more, and the book is whole', async () => {
      const victim = reports.at(-1);
      if (!victim) throw new Error('no report');
      expect((await searchBook(book.store, 'перемирие', { kind: 'text' })).total).toBe(1);
      await book.store.erase({ kind: 'report', id: victim.id }, { ...by, why: 'court order' });
      expect((await searchBook(book.store, 'перемирие', { kind: 'text' })).total).toBe(0);
      expect((await book.store.verify()).faults).toEqual([]);
      await book.store.rebuild();
      await indexBook(book.store);
      expect((await searchBook(book.store, 'Energieanlagen')).total).toBeGreaterThan(0);
    });

    test('an index that is behind is seen, and catches up', async () => {
      const late = makeReport('late', 'Der Rat sagte, die Frist ende im Zwetschgenhafen.', { date: '2025-04-19' });
      await book.addReports([{ report: late, bytes: Buffer.from(late.text), mediaType: 'text/plain', retrievedAt: now() }], by);
      expect((await book.store.unindexedReports(10)).map(({ home }) => home)).toEqual([late.id]);
      expect(await indexBook(book.store)).toBe(1);
      expect((await searchBook(book.store, 'Zwetschgenhafen')).hits[0]?.report.key).toBe('late');
      await book.close();
      const again = await openStore(place, { now });
      expect(await again.unindexedReports(10)).toEqual([]);
      await again.close();
      book = await openBook(place, { now });
    });
  });
}

test('stretches hold every letter once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('ab ', 'x'.repeat(700), ' ', '\n', '\r\n', 'é')), (parts) => {
      const text = parts.join('');
      const covered = stretchesOf(text)
        .map(({ start, end }) => text.slice(start, end))
        .join('');
      expect(covered).toBe(text.replace(/[\n\r]/g, ''));
    }),
  );
});

test('a passage has the words of its place', () => {
  const report = makeReport('r', 'Der Minister sagte, die Energieinfrastruktur werde geschont.', { date: '2025-03-19' });
  const [statement] = passagesOf(report, annotate(report));
  expect(statement).toMatchObject({ kind: 'statement', at: '2025-03-19' });
  expect(statement?.extra).toContain('infrastruktur');
});
