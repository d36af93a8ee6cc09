import { afterAll, describe, expect, test } from 'vitest';
import { openReview } from '../../src/app/review/open-review.ts';
import { indexBook, searchBook } from '../../src/app/search-book.ts';
import { makeReport } from '../../src/model/index.ts';
import { sampleReport } from '../../src/monitor/sample-report.ts';
import { canonicalJson } from '../../src/store/index.ts';
import { STORES, tickingClock } from '../store/stores.ts';
import { by, REPORTS, reviewedBook } from './reviewed-book.ts';

afterAll(async () => {
  for (const kind of STORES) await kind.stop();
});

for (const kind of STORES) {
  describe(`what follows from decisions in ${kind.name}`, () => {
    const start = async () => {
      const now = tickingClock('2025-05-01T08:00:00.000Z');
      const book = await reviewedBook(kind, now);
      return { book, review: openReview(book, { now }) };
    };

    test('a rejected statement is not found by the search, nor its readings; taken back, both are there as before', async () => {
      const { book, review } = await start();
      const found = async (words: string): Promise<readonly string[]> => {
        await indexBook(book.store);
        return (await searchBook(book.store, words)).hits.map(({ id }) => id);
      };
      const before = canonicalJson(await book.material());
      const readings = (await book.dossier()).readings.map(({ id }) => id);
      const statement = (await review.queue({ kind: 'statement' })).find(({ spans }) =>
        spans.some(({ exact }) => exact.includes('30 Tage')),
      );
      const target = statement?.target ?? { kind: 'statement', id: '' };
      expect(await found('Energieanlagen')).toContain(target.id);
      const { id } = await review.decide({ action: 'reject', target, by: 'Ada', why: 'not said' });
      expect(await found('Energieanlagen')).not.toContain(target.id);
      // Neither the speaker's nor anybody else's: that nobody says it is no claim of the newsroom.
      const left = (await book.dossier()).readings.filter(({ rule }) => rule !== 'ledger.silence').map((reading) => reading.id);
      expect(left.length).toBeLessThan(readings.length);
      expect(left.filter((one) => !readings.includes(one))).toEqual([]);
      await review.withdraw({ decision: id, by: 'Ada', why: 'it is said' });
      expect(await found('Energieanlagen')).toContain(target.id);
      expect((await book.dossier()).readings.map((reading) => reading.id)).toEqual(readings);
      expect(canonicalJson(await book.material())).toBe(before);
      expect((await book.store.verify()).faults).toEqual([]);
      await book.close();
    });

    test('an attack told in a statement that was rejected is no allegation any more, nor the newsroom’s', async () => {
      const { book, review } = await start();
      const report = makeReport(
        'told',
        'Das Verteidigungsministerium in Moskau teilte mit, die Ukraine habe am 20. März ein Umspannwerk in der Region Belgorod angegriffen.',
        {
          date: '2025-03-21',
          outlet: 'Beispielblatt',
        },
      );
      await book.addReports(
        [{ report, bytes: Buffer.from(report.text), mediaType: 'text/plain', retrievedAt: '2025-04-01T00:00:00Z' }],
        by,
      );
      const told = async () => (await review.context()).monitor.reports.filter(({ statement }) => statement?.report === 'told');
      expect((await told()).length).toBeGreaterThan(0);
      const [statement] = await review.queue({ kind: 'statement', report: 'told' });
      const { id } = await review.decide({
        action: 'reject',
        target: statement?.target ?? { kind: 'statement', id: '' },
        by: 'Ada',
        why: 'not said',
      });
      expect(await told()).toEqual([]);
      await review.withdraw({ decision: id, by: 'Ada', why: 'it is' });
      expect((await told()).length).toBeGreaterThan(0);
      await book.close();
    });

    test('words anchored by hand are found, until that is taken back', async () => {
      const { book, review } = await start();
      const report = REPORTS.find(({ key }) => key === 'pl');
      const change = { words: 'trzydzieści dni bez wyjątków', speakers: ['Rzecznik rządu'], act: 'assert' };
      const { id } = await review.decide({
        action: 'add',
        target: { kind: 'report', id: report?.id ?? '' },
        by: 'Ada',
        why: 'read',
        change,
      });
      const exact = async (): Promise<readonly string[]> => {
        await indexBook(book.store);
        return (await searchBook(book.store, '"bez wyjątków"')).hits.flatMap((hit) =>
          hit.statement?.speakers[0]?.name === 'Rzecznik rządu' ? [hit.exact] : [],
        );
      };
      expect(await exact()).toEqual(['trzydzieści dni bez wyjątków']);
      await review.withdraw({ decision: id, by: 'Ada', why: 'another speaker' });
      expect(await exact()).toEqual([]);
      await book.close();
    });

    test('a report that is deleted on legal demand takes with it every word that was decided about', async () => {
      const { book, review } = await start();
      const secret = 'przerwa potrwa trzydzieści dni bez wyjątków';
      const report = REPORTS.find(({ key }) => key === 'pl');
      const agreement = (await book.dossier()).agreements[0]?.agreement.id ?? '';
      const value = { t: 'duration', iso: 'P30D', counting: 'unstated' };
      await review.decide({
        action: 'add',
        target: { kind: 'report', id: report?.id ?? '' },
        by: 'Ada',
        why: 'read',
        change: { words: secret, speakers: ['Rzecznik'], act: 'assert', agreement, element: 'duration', holder: 'UA', value },
      });
      const words = async (): Promise<string> =>
        canonicalJson([await book.store.facts('review'), await book.store.facts('correction'), (await book.dossier()).readings]);
      expect(await words()).toContain(secret);
      await book.store.erase({ kind: 'report', id: report?.id ?? '' }, { ...by, why: 'judgment' });
      expect(await words()).not.toContain(secret);
      for (const { after } of await book.store.entries()) {
        const bytes = after === null ? null : await book.store.content(after);
        expect(bytes === null ? '' : Buffer.from(bytes).toString('utf8')).not.toContain(secret);
      }
      expect((await book.store.verify()).faults).toEqual([]);
      await book.close();
    });

    test('incident reports are merged and split, each can be taken back, also where the merged incident is gone as such', async () => {
      const { book, review } = await start();
      await book.store.append(
        ['a', 'b', 'c'].map((name, at) => {
          const body = sampleReport({ id: `ir-${name}`, source: name, from: `2025-03-${10 + at * 7}`, independenceGroup: name });
          return { kind: 'incident_report' as const, id: body.id, body };
        }),
        by,
      );
      const groups = async () => (await review.context()).monitor.incidents.map(({ reports }) => reports);
      const incident = async (report: string) => {
        const found = (await review.context()).monitor.incidents.find(({ reports }) => reports.includes(report));
        return { kind: 'incident' as const, id: found?.id ?? '' };
      };
      expect(await groups()).toEqual([['ir-a'], ['ir-b'], ['ir-c']]);
      const later = await incident('ir-c');
      // The group takes the id of the report known first: the one that was decided about is no longer there.
      const merged = await review.decide({
        action: 'merge',
        target: later,
        others: [(await incident('ir-a')).id],
        by: 'Ada',
        why: 'one event',
      });
      expect(await groups()).toEqual([['ir-a', 'ir-c'], ['ir-b']]);
      const split = await review.decide({ action: 'split', target: await incident('ir-a'), others: ['ir-c'], by: 'Eda', why: 'two' });
      expect(await groups()).toEqual([['ir-a'], ['ir-b'], ['ir-c']]);
      await review.withdraw({ decision: split.id, by: 'Eda', why: 'one after all' });
      expect(await groups()).toEqual([['ir-a', 'ir-c'], ['ir-b']]);
      await review.withdraw({ decision: merged.id, by: 'Ada', why: 'two' });
      expect(await groups()).toEqual([['ir-a'], ['ir-b'], ['ir-c']]);
      await book.close();
    });
  });
}
