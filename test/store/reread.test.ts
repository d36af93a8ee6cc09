import { afterAll, describe, expect, test } from 'vitest';
import { openBook } from '../../src/app/book.ts';
import { reread, settleReread } from '../../src/app/reading/reread.ts';
import { type Annotation, makeReport, type Report } from '../../src/model/index.ts';
import { annotate } from '../../src/text/pipeline.ts';
import { STORES, tickingClock } from './stores.ts';

const by = { author: { kind: 'person', name: 'Ada' } } as const;
const text = (who: string): string =>
  `„Wir stimmen einer Pause der Angriffe auf Energieanlagen für 30 Tage zu“, sagte ${who}. Moskau forderte ein Ende der Militärhilfe.`;
const reports = ['der ukrainische Präsident Selenskyj', 'der russische Präsident Putin', 'der amerikanische Präsident Trump'].map(
  (who, index) => makeReport(`r${index}`, text(who), { date: `2025-03-1${index + 7}`, outlet: 'Beispielblatt' }),
);

/** Rules that overlook the first statement of a report and take the others for demands. */
const poorer =
  (...overlooked: readonly string[]) =>
  (report: Report): Annotation => {
    const found = annotate(report);
    if (!overlooked.includes(report.key)) return found;
    return { ...found, statements: found.statements.slice(1).map((stmt) => ({ ...stmt, act: 'demand' as const, confidence: 0.5 })) };
  };

afterAll(async () => {
  for (const kind of STORES) await kind.stop();
});

for (const kind of STORES) {
  describe(`rules change under a book in ${kind.name}`, () => {
    const start = async () => {
      const book = await openBook(await kind.place(), { now: tickingClock(), create: true });
      await book.addReports(
        reports.map((report) => ({
          report,
          bytes: Buffer.from(report.text),
          mediaType: 'text/plain',
          retrievedAt: '2025-04-01T00:00:00Z',
        })),
        by,
      );
      return book;
    };

    test('what is found, lost and changed is written down; the same rules once more change nothing', async () => {
      const book = await start();
      const first = await reread(book.store, { by, rules: 'rules-b', read: poorer('r1') });
      expect(first).toEqual({ rules: 'rules-b', read: 3, same: 2, taken: 1, held: 0 });
      const [difference] = await book.store.facts('reread');
      expect(difference?.body).toMatchObject({ report: reports[1]?.id, to: 'rules-b', state: 'taken', decided: [] });
      expect(difference?.body.lost.some(({ exact }) => exact.includes('30 Tage'))).toBe(true);
      const entries = await book.store.entries({ kind: 'annotation', action: 'change' });
      expect(entries.map(({ author, home }) => [author.kind, author.name, home])).toEqual([['rules', 'rules-b', reports[1]?.id]]);
      const before = await book.store.head();
      expect(await reread(book.store, { by, rules: 'rules-b', read: poorer('r1') })).toMatchObject({ read: 0 });
      expect((await book.store.entries({ kind: 'annotation', after: before.seq })).length).toBe(0);
      // Better rules bring it back, as found.
      expect(await reread(book.store, { by, rules: 'rules-c' })).toMatchObject({ taken: 1, same: 2 });
      const found = (await book.store.facts('reread')).find(({ body }) => body.to === 'rules-c');
      expect(found?.body.found.some(({ exact }) => exact.includes('30 Tage'))).toBe(true);
      expect((await book.store.verify()).faults).toEqual([]);
      await book.close();
    });

    test('nothing that a person decided is overwritten until a person has looked', async () => {
      const book = await start();
      const dossier = await book.dossier();
      const reading = dossier.readings.find(({ spans }) =>
        spans.some(({ report, exact }) => report === 'r0' && exact.includes('Energieanlagen')),
      );
      if (!reading) throw new Error('no reading of the halt');
      await book.store.append(
        [
          {
            kind: 'correction',
            id: 'cor-1',
            body: { id: 'cor-1', at: '2025-04-02T00:00:00Z', by: 'Ada', action: 'accept', reading: reading.id, why: 'clear' },
          },
        ],
        by,
      );
      const result = await reread(book.store, { by, rules: 'rules-b', read: poorer('r0', 'r1') });
      expect(result).toMatchObject({ taken: 1, held: 1 });
      expect((await book.dossier()).readings.find(({ id }) => id === reading.id)?.review?.state).toBe('accepted');
      const held = (await book.store.facts('reread')).find(({ body }) => body.state === 'held');
      expect(held?.body.decided).toContain(reading.id);
      const id = held?.id ?? '';
      await settleReread(book.store, id, 'keep', { ...by, why: 'the sentence is clear' });
      expect((await book.store.fact('reread', id))?.body.state).toBe('kept');
      expect((await book.dossier()).readings.some((other) => other.id === reading.id)).toBe(true);
      await expect(settleReread(book.store, id, 'take', { ...by, why: 'x' })).rejects.toThrow('TB_BOOK_NOTHING_HELD');
      // Later rules of the same kind are held again, and may be taken.
      await reread(book.store, { by, rules: 'rules-c', read: poorer('r0', 'r1') });
      const again = (await book.store.facts('reread')).find(({ body }) => body.state === 'held');
      await settleReread(book.store, again?.id ?? '', 'take', { ...by, why: 'the sentence is not clear' });
      expect((await book.dossier()).readings.some((other) => other.id === reading.id)).toBe(false);
      expect((await book.store.verify()).faults).toEqual([]);
      await book.close();
    });
  });
}
