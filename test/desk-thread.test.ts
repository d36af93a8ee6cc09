import { afterAll, describe, expect, test } from 'vitest';
import { openBook } from '../src/app/book.ts';
import { keepDesks } from '../src/app/book-desk.ts';
import { joinPieces, piecesOf } from '../src/app/desk-thread/pieces.ts';
import { deskThread } from '../src/app/desk-thread/start-desk-thread.ts';
import { readIntoBook } from '../src/app/reading/read-into-book.ts';
import { startReadingThreads } from '../src/app/reading/reading-threads.ts';
import { memoryFiles, nodeFiles } from '../src/feeds/index.ts';
import { exampleDossier } from './report/example-dossier.ts';
import { STORES, tickingClock } from './store/stores.ts';

const example = new URL('../examples/energy-halt-2025', import.meta.url).pathname;
const NOW = '2026-01-05T10:20:30.000Z';
const by = { author: { kind: 'person', name: 'Ada' } } as const;
const gate = {
  overrides: [],
  editors: [],
  replies: [],
  secret: null,
  names: [{ kind: 'site', spellings: ['Kraftwerk Nordhafen'], territory: 'UA', operator: null, namedBy: null }],
} as const;
const NEWS = '---\ndate: 2025-04-20\noutlet: Musterkurier\n---\nSelenskyj sagte, Russland habe das Kraftwerk Nordhafen angegriffen.';

afterAll(async () => {
  for (const kind of STORES) await kind.stop();
});

test('a dossier cut into pieces and put together again is the same, empty lists included', () => {
  const dossier = exampleDossier;
  const joined = joinPieces();
  for (const piece of piecesOf({ ...dossier, relations: [] })) joined.add(structuredClone(piece));
  expect(joined.dossier()).toEqual({ ...dossier, relations: [] });
});

for (const kind of STORES) {
  describe(`a thread beside a book in ${kind.name}`, () => {
    test('makes the desks that would be made here, for each audience, and follows the book', async () => {
      const place = await kind.place();
      const book = await openBook(place, { now: tickingClock(), create: true });
      const reading = { threads: startReadingThreads(0), now: tickingClock(), by };
      await readIntoBook(book, [example], { ...reading, files: nodeFiles });
      const thread = deskThread(place);
      const faults: unknown[] = [];
      const failed = (fault: unknown): void => {
        faults.push(fault);
      };
      const here = keepDesks(book, { now: () => NOW, gate, failed });
      const asked: string[] = [];
      const there = keepDesks(book, {
        now: () => NOW,
        gate,
        failed,
        largeFrom: 1,
        thread: {
          ...thread,
          dossier: (question) => {
            asked.push(question.audience);
            return thread.dossier(question);
          },
        },
      });
      const compare = async (): Promise<void> => {
        for (const audience of ['public', 'internal'] as const) {
          const [one, other] = [await here.desk(audience), await there.desk(audience)];
          expect(other.dossier()).toEqual(one.dossier());
          expect([...other.statements.keys()]).toEqual([...one.statements.keys()]);
          expect(other.dossier({ asOf: '2025-03-20', heldAt: null })).toEqual(one.dossier({ asOf: '2025-03-20', heldAt: null }));
        }
      };
      await compare();
      await readIntoBook(book, ['neu.txt'], { ...reading, files: memoryFiles({ 'neu.txt': NEWS }) });
      await Promise.all([here.refresh(), there.refresh()]);
      await compare();
      expect((await there.desk('internal')).dossier().reports.map(({ key }) => key)).toContain('neu');
      expect(JSON.stringify((await there.desk('public')).dossier())).not.toContain('Nordhafen');
      expect(asked).toEqual(['public', 'internal', 'public', 'internal']);
      expect(faults).toEqual([]);
      await thread.close();
      await book.close();
    }, 180_000);

    test('that fails leaves the work to the server, and somebody is told', async () => {
      const place = await kind.place();
      const book = await openBook(place, { now: tickingClock(), create: true });
      await readIntoBook(book, [example], { threads: startReadingThreads(0), now: tickingClock(), by, files: nodeFiles });
      const faults: unknown[] = [];
      const thread = { dossier: () => Promise.reject(new Error('out of memory')), close: async () => undefined };
      const desks = keepDesks(book, { now: () => NOW, failed: (fault) => faults.push(fault), thread, largeFrom: 1 });
      expect((await desks.desk('internal')).dossier().agreements.length).toBeGreaterThan(3);
      expect(faults).toHaveLength(1);
      await book.close();
    });

    test('is asked anew where something was taken away meanwhile', async () => {
      const place = await kind.place();
      const book = await openBook(place, { now: tickingClock(), create: true });
      await readIntoBook(book, [example], { threads: startReadingThreads(0), now: tickingClock(), by, files: nodeFiles });
      const dossier = await book.dossier();
      let tried = 0;
      const thread = {
        dossier: async () => {
          const edition = await book.edition();
          if (tried++ === 0) {
            const [gone] = await book.store.facts('report');
            await book.store.erase({ kind: 'report', id: gone?.id ?? '' }, { ...by, why: 'a court' });
          }
          return { dossier: tried === 1 ? dossier : await book.dossier(), edition };
        },
        close: async () => undefined,
      };
      const desks = keepDesks(book, { now: () => NOW, failed: (fault) => expect(fault).toBeNull(), thread, largeFrom: 1 });
      const desk = await desks.desk('internal');
      expect(tried).toBe(2);
      expect(desk.dossier().reports).toHaveLength(dossier.reports.length - 1);
      await book.close();
    });
  });
}
