import { afterAll, describe, expect, test } from 'vitest';
import type { KeptBook } from '../../src/app/book.ts';
import { reread } from '../../src/app/reading/reread.ts';
import { openReview, type Review } from '../../src/app/review/open-review.ts';
import type { ReviewItem } from '../../src/app/review/review-item.ts';
import { indexBook, searchBook } from '../../src/app/search-book.ts';
import { makeReport, type ReadingValue } from '../../src/model/index.ts';
import { annotate } from '../../src/text/pipeline.ts';
import { STORES, tickingClock } from '../store/stores.ts';
import { REPORTS, reviewedBook } from './reviewed-book.ts';

afterAll(async () => {
  for (const kind of STORES) await kind.stop();
});

const clock = (): (() => string) => tickingClock('2025-05-01T00:00:00.000Z');
const ada = { by: 'Ada', why: 'read it in the report' };
const WEEK: ReadingValue = { t: 'duration', iso: 'P7D', until: null, counting: 'unstated' };

async function itemOf(review: Review, kind: 'reading' | 'statement', words: string): Promise<ReviewItem> {
  const item = (await review.queue({ kind })).find(({ spans }) => spans.some(({ exact }) => exact.includes(words)));
  if (!item) throw new Error(`nothing waits with the words ${words}`);
  return item;
}

for (const kind of STORES) {
  describe(`the review of a book in ${kind.name}`, () => {
    const start = async (): Promise<{ readonly book: KeptBook; readonly review: Review }> => {
      const book = await reviewedBook(kind);
      return { book, review: openReview(book, { now: clock() }) };
    };

    test('what waits comes least certain first, and leaves the queue once somebody has decided', async () => {
      const { book, review } = await start();
      const queue = await review.queue();
      expect(queue.map(({ confidence }) => confidence)).toEqual(queue.map(({ confidence }) => confidence).toSorted((a, b) => a - b));
      expect(new Set(queue.map((item) => item.queue))).toEqual(new Set(['reading', 'statement']));
      expect((await review.queue({ report: REPORTS[1]?.id ?? '' })).every(({ reports }) => reports.includes('r1'))).toBe(true);
      const agreement = queue.find((item) => item.queue === 'reading')?.agreements[0] ?? '';
      expect((await review.queue({ agreement })).length).toBeGreaterThan(0);
      expect(await review.queue({ agreement: 'agr-none' })).toEqual([]);
      const [first] = queue;
      if (!first) throw new Error('nothing waits');
      await review.decide({ ...ada, action: 'accept', target: first.target, seen: first.seq });
      expect((await review.queue()).some(({ target }) => target.id === first.target.id)).toBe(false);
      expect((await review.queue({ decided: true })).length).toBe(queue.length);
      const decided = await review.item(first.target);
      expect(decided?.decisions.map(({ decision }) => [decision.by, decision.action, decision.why])).toEqual([['Ada', 'accept', ada.why]]);
      await book.close();
    });

    test('decisions about readings take effect by corrections written in the same step, and can be taken back', async () => {
      const { book, review } = await start();
      const item = await itemOf(review, 'reading', '30 Tage');
      const before = await book.dossier();
      const { id } = await review.decide({ ...ada, action: 'correct', target: item.target, change: { value: WEEK }, seen: item.seq });
      const dossier = await book.dossier();
      expect(dossier.readings.find(({ review: own }) => own?.reading === item.target.id)?.value).toEqual(WEEK);
      const entries = (await book.store.entries({ kind: 'correction' })).concat(await book.store.entries({ kind: 'review' }));
      expect(entries.map(({ author, why, home }) => [author.name, why, home])).toEqual(
        entries.map(() => ['Ada', ada.why, REPORTS.find(({ key }) => key === item.reports[0])?.id]),
      );
      await review.withdraw({ decision: id, by: 'Ben', why: 'misread' });
      expect(await book.dossier()).toEqual(before);
      expect((await review.queue()).some(({ target }) => target.id === item.target.id)).toBe(true);
      // Nothing is deleted: the correction stays, and what took it back can be taken back.
      expect((await book.store.facts('correction')).length).toBe(1);
      await expect(review.withdraw({ decision: id, by: 'Cem', why: 'again' })).rejects.toThrow('TB_REVIEW_NOTHING_TO_WITHDRAW');
      const back = (await review.item(item.target))?.decisions.at(-1)?.id ?? '';
      await review.withdraw({ decision: back, by: 'Ada', why: 'it was right' });
      expect((await book.dossier()).readings.some(({ review: own }) => own?.reading === item.target.id)).toBe(true);
      expect((await book.store.verify()).faults).toEqual([]);
      await book.close();
    });

    test('a later decision counts, also where a clock goes backwards', async () => {
      const { book, review } = await start();
      const item = await itemOf(review, 'reading', '30 Tage');
      await review.decide({ ...ada, action: 'reject', target: item.target });
      const slow = openReview(book, { now: () => '2024-01-01T00:00:00.000Z' });
      await slow.decide({ ...ada, by: 'Ben', action: 'accept', target: item.target });
      expect((await book.dossier()).readings.find(({ id }) => id === item.target.id)?.review).toMatchObject({
        state: 'accepted',
        by: 'Ben',
      });
      await book.close();
    });

    test('a rejected statement carries no reading, a corrected one says something else; the annotation stays as it was found', async () => {
      const { book, review } = await start();
      const stored = await book.store.facts('annotation');
      const item = await itemOf(review, 'statement', 'Energieanlagen');
      const resting = (await book.dossier()).readings.filter(({ statements }) => statements.includes(item.target.id));
      expect(resting.length).toBeGreaterThan(0);
      const { id } = await review.decide({ ...ada, action: 'reject', target: item.target });
      const without = await book.dossier();
      for (const reading of resting) expect(without.readings.some((other) => other.id === reading.id)).toBe(false);
      const { annotations } = await book.material();
      expect(annotations.flatMap(({ rejected }) => rejected).some(({ why }) => why === `Ada: ${ada.why}`)).toBe(true);
      await indexBook(book.store);
      const before = (await searchBook(book.store, 'Energieanlagen')).hits.length;
      await review.withdraw({ decision: id, ...ada });
      await indexBook(book.store);
      expect((await searchBook(book.store, 'Energieanlagen')).hits.length).toBe(before + 1);
      await review.decide({
        ...ada,
        action: 'correct',
        target: item.target,
        change: { act: 'propose', speakers: ['ua.zelenskyy', 'Erika Muster'] },
      });
      const corrected = (await book.material()).annotations
        .flatMap(({ statements }) => statements)
        .find((one) => one.id === item.target.id);
      expect(corrected).toMatchObject({ act: 'propose', confidence: 1, review: { state: 'corrected', by: 'Ada' } });
      expect(corrected?.speakers[1]).toEqual({ name: 'Erika Muster', kind: 'unregistered', actor: null });
      expect(await book.store.facts('annotation')).toEqual(stored);
      expect((await book.store.verify()).faults).toEqual([]);
      await book.close();
    });

    test('reading anew overwrites no decision about a statement; what is held waits in the queue and is settled there', async () => {
      const { book, review } = await start();
      const item = await itemOf(review, 'statement', 'Energieanlagen');
      await review.decide({ ...ada, action: 'correct', target: item.target, change: { act: 'propose' } });
      const poorer = (report: (typeof REPORTS)[number]) => ({ ...annotate(report), statements: annotate(report).statements.slice(1) });
      const result = await reread(book.store, { by: { author: { kind: 'program', name: 'test' } }, rules: 'rules-b', read: poorer });
      expect(result.held).toBe(1);
      const act = async (): Promise<string | undefined> =>
        (await book.material()).annotations.flatMap(({ statements }) => statements).find(({ id }) => id === item.target.id)?.act;
      expect(await act()).toBe('propose');
      const [held] = await review.queue({ kind: 'reread' });
      if (!held) throw new Error('nothing is held');
      expect((await review.queue())[0]?.target).toEqual(held.target);
      const { id } = await review.decide({ ...ada, action: 'reject', target: held.target, seen: held.seq });
      expect(await act()).toBe('propose');
      expect(await review.queue({ kind: 'reread' })).toEqual([]);
      await expect(review.decide({ ...ada, by: 'Ben', action: 'accept', target: held.target })).rejects.toThrow('TB_BOOK_NOTHING_HELD');
      await expect(review.withdraw({ decision: id, ...ada })).rejects.toThrow('TB_REVIEW_CANNOT_WITHDRAW');
      await book.close();
    });

    test('of two deciders at once one is told who was quicker; the same decision sent twice is one', async () => {
      const { book, review } = await start();
      const item = await itemOf(review, 'reading', '30 Tage');
      const other = openReview(book, { now: clock() });
      const outcomes = await Promise.allSettled([
        review.decide({ ...ada, action: 'accept', target: item.target, seen: item.seq }),
        other.decide({ by: 'Ben', why: 'it says otherwise', action: 'reject', target: item.target, seen: item.seq }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const refused = outcomes.find((one) => one.status === 'rejected');
      expect(String(refused?.reason)).toMatch(
        /TB_REVIEW_OVERTAKEN: Somebody has decided about rd-[0-9a-f]+ in between: (?:Ada, accept|Ben, reject) /,
      );
      expect((await book.store.facts('review')).length).toBe(1);
      expect((await book.store.facts('correction')).length).toBe(1);
      // Decisions about different things go beside each other.
      const waiting = await review.queue({ kind: 'reading' });
      await Promise.all(
        waiting.slice(0, 4).map(({ target, seq }, at) => (at % 2 ? review : other).decide({ ...ada, action: 'accept', target, seen: seq })),
      );
      expect((await book.store.facts('review')).length).toBe(5);
      const again = waiting[0];
      if (!again) throw new Error('nothing waits');
      expect(await review.decide({ ...ada, action: 'accept', target: again.target, seen: again.seq })).toMatchObject({ isRepeated: true });
      expect((await book.store.facts('review')).length).toBe(5);
      await book.close();
    });

    test('deciding does not wait for reports that are read in meanwhile, and what they bring can be decided about', async () => {
      const { book, review } = await start();
      const item = await itemOf(review, 'reading', '30 Tage');
      const more = makeReport('more', '„Wir stimmen einer Pause für 14 Tage zu“, sagte der russische Präsident Putin.', {
        date: '2025-03-25',
      });
      const intake = { report: more, bytes: Buffer.from(more.text), mediaType: 'text/plain', retrievedAt: '2025-04-02T00:00:00Z' };
      const { context } = review;
      const before = await context();
      await book.addReports([intake], { author: { kind: 'person', name: 'Intake' } });
      await review.decide({ ...ada, action: 'accept', target: item.target, seen: item.seq });
      const fresh = (await openReview(book, { now: clock() }).queue({ report: 'more' }))[0];
      expect(before.items.has(`${fresh?.target.kind} ${fresh?.target.id}`)).toBe(false);
      await review.decide({ ...ada, action: 'accept', target: fresh?.target ?? item.target });
      expect((await review.queue({ report: 'more' })).some(({ target }) => target.id === fresh?.target.id)).toBe(false);
      await book.close();
    });

    test('no word of a report comes back that was deleted since it was looked at', async () => {
      const { book, review } = await start();
      const item = await itemOf(review, 'reading', '30 Tage');
      const [report] = REPORTS.filter(({ key }) => key === item.reports[0]);
      const value = { t: 'text', topics: [] };
      await book.store.erase({ kind: 'report', id: report?.id ?? '' }, { author: { kind: 'person', name: 'Ada' }, why: 'judgment' });
      const change = { value, spans: item.spans };
      await expect(review.decide({ ...ada, action: 'correct', target: item.target, change })).rejects.toThrow('TB_REVIEW_UNKNOWN');
      expect(await book.store.facts('correction')).toEqual([]);
      await book.close();
    });

    test('comments are shown and change nothing', async () => {
      const { book, review } = await start();
      const item = await itemOf(review, 'reading', '30 Tage');
      const before = await book.dossier();
      await review.decide({ ...ada, action: 'comment', target: item.target });
      await review.decide({ ...ada, action: 'comment', target: item.target });
      expect(await book.dossier()).toEqual(before);
      const after = await review.item(item.target);
      expect([after?.isOpen, after?.seq, after?.decisions.length]).toEqual([true, item.seq, 1]);
      await book.close();
    });

    test('a decision that is none, out of a book that was taken over, keeps nobody from reading it', async () => {
      const { book } = await start();
      const before = await book.material();
      const home = REPORTS[0]?.id ?? '';
      for (const [at, statement] of [
        null,
        7,
        {},
        { id: 'x', content: [], speakers: [] },
        { id: 'x', content: 'y' },
        { id: 'x', content: [null], speakers: [] },
      ].entries())
        await book.store.append(
          [
            {
              kind: 'review',
              id: `rev-${at}`,
              home,
              body: {
                action: 'add',
                target: { kind: 'report', id: home },
                others: [],
                by: 'x',
                at: '',
                why: 'x',
                change: { statement },
                adjudicates: [],
              },
            },
          ],
          { author: { kind: 'person', name: 'x' } },
        );
      expect(await book.material()).toEqual(before);
      await book.close();
    });

    test('what cannot be used is refused with a code, and nothing is written', async () => {
      const { book, review } = await start();
      const reading = await itemOf(review, 'reading', '30 Tage');
      const statement = await itemOf(review, 'statement', 'Energieanlagen');
      const head = await book.store.head();
      const refusals: readonly (readonly [string, Parameters<Review['decide']>[0]])[] = [
        ['TB_REVIEW_NO_REASON', { ...ada, why: ' ', action: 'accept', target: reading.target }],
        ['TB_REVIEW_NO_NAME', { ...ada, by: '', action: 'accept', target: reading.target }],
        ['TB_REVIEW_UNKNOWN', { ...ada, action: 'accept', target: { kind: 'reading', id: 'rd-none' } }],
        ['TB_REVIEW_UNKNOWN', { ...ada, action: 'accept', target: { kind: 'reading', id: statement.target.id } }],
        ['TB_REVIEW_ACTION', { ...ada, action: 'merge', target: reading.target }],
        ['TB_CORRECTION_SHAPE', { ...ada, action: 'correct', target: reading.target, change: { value: { t: 'none such' } } }],
        ['TB_CORRECTION_SHAPE', { ...ada, action: 'correct', target: reading.target }],
        ['TB_REVIEW_SHAPE', { ...ada, action: 'correct', target: reading.target, change: { by: 'Eve', value: WEEK } }],
        ['TB_REVIEW_SHAPE', { ...ada, action: 'correct', target: statement.target }],
        ['TB_REVIEW_SHAPE', { ...ada, action: 'correct', target: statement.target, change: { act: 'shout' } }],
        ['TB_REVIEW_SHAPE', { ...ada, action: 'correct', target: statement.target, change: { content: [{ start: 0, end: 9_999_999 }] } }],
        ['TB_REVIEW_SHAPE', { ...ada, action: 'correct', target: statement.target, change: { confidence: 1 } }],
      ];
      for (const [code, input] of refusals) await expect(review.decide(input), code).rejects.toThrow(code);
      expect(await book.store.head()).toEqual(head);
      await book.close();
    });
  });
}
