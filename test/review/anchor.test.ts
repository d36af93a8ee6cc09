import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { KeptBook } from '../../src/app/book.ts';
import { reread } from '../../src/app/reading/reread.ts';
import { locateWords, placesOf } from '../../src/app/review/locate-words.ts';
import { openReview, type Review } from '../../src/app/review/open-review.ts';
import { indexBook, searchBook } from '../../src/app/search-book.ts';
import { STORES, tickingClock } from '../store/stores.ts';
import { REPORTS, reviewedBook } from './reviewed-book.ts';

afterAll(async () => {
  for (const kind of STORES) await kind.stop();
});

const ada = { by: 'Ada', why: 'read it in the report' };
const POLISH = 'przerwa potrwa trzydzieści dni';
const polish = REPORTS[3];
if (!polish) throw new Error('no Polish report');
const target = { kind: 'report', id: polish.id } as const;
const said = { speakers: ['Rzecznik rządu'], act: 'assert' };

test('words are found letter by letter, or the places are listed', () => {
  expect(locateWords(polish, 'powiedział')).toEqual({ start: 15, end: 25 });
  expect(() => locateWords(polish, 'powiedzial')).toThrow('TB_ANCHOR_NOT_FOUND');
  const [first, second] = placesOf(polish.text, POLISH);
  expect(() => locateWords(polish, POLISH)).toThrow(
    `TB_ANCHOR_SEVERAL: The words "${POLISH}" stand in the report pl 2 times: 1: ${first?.start}–${first?.end}, 2: ${second?.start}–${second?.end}.`,
  );
  expect(locateWords(polish, POLISH, 2)).toEqual(second);
  expect(() => locateWords(polish, POLISH, 3)).toThrow('TB_ANCHOR_SEVERAL');
});

test('a place is always that of the words', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.nat(59),
      fc.integer({ min: 1, max: 8 }),
      (text, at, length) => {
        const words = text.slice(at % text.length, (at % text.length) + length);
        const places = placesOf(text, words);
        expect(places.length).toBeGreaterThan(0);
        for (const [index, { start, end }] of places.entries()) {
          expect(text.slice(start, end)).toBe(words);
          expect(locateWords({ key: 'r', text }, words, index + 1)).toEqual({ start, end });
        }
      },
    ),
  );
});

for (const kind of STORES) {
  describe(`statements anchored by hand in ${kind.name}`, () => {
    const start = async (): Promise<{ readonly book: KeptBook; readonly review: Review }> => {
      const book = await reviewedBook(kind);
      return { book, review: openReview(book, { now: tickingClock('2025-05-01T00:00:00.000Z') }) };
    };
    const statementsOf = async (book: KeptBook) =>
      (await book.material()).annotations.find(({ report }) => report === 'pl')?.statements.filter(({ rule }) => rule === 'by_hand') ?? [];

    test('a person anchors a statement with its reading in a language that nobody reads by machine', async () => {
      const { book, review } = await start();
      const agreement = (await book.dossier()).agreements[0]?.agreement.id ?? '';
      const value = { t: 'duration', iso: 'P30D', until: null, counting: 'unstated' };
      const change = { ...said, words: POLISH, occurrence: 2, agreement, element: 'duration', holder: 'PL', value };
      const made = await review.decide({ ...ada, action: 'add', target, change });
      const [statement] = await statementsOf(book);
      expect(statement).toMatchObject({ act: 'assert', form: 'indirect', review: { state: 'entered', by: 'Ada', entry: made.id } });
      expect(statement?.content.map(({ start: from, end }) => polish.text.slice(from, end))).toEqual([POLISH]);
      expect(statement?.speakers).toEqual([{ name: 'Rzecznik rządu', kind: 'unregistered', actor: null }]);
      const reading = (await book.dossier()).readings.find(({ holder, rule }) => holder === 'PL' && rule === 'correction');
      expect(reading).toMatchObject({ element: 'duration', value, origin: 'curated', language: 'pl', speaker: 'Rzecznik rządu' });
      expect(reading?.spans[0]?.exact).toBe(POLISH);
      await indexBook(book.store);
      expect((await searchBook(book.store, 'trzydzieści')).hits.map(({ statement: hit }) => hit?.id)).toEqual([statement?.id]);
      // The same once more is the same; both halves go and come together.
      expect(await review.decide({ ...ada, action: 'add', target, change })).toEqual({ id: made.id, isRepeated: true });
      await review.withdraw({ decision: made.id, ...ada });
      expect(await statementsOf(book)).toEqual([]);
      expect((await book.dossier()).readings.some(({ holder }) => holder === 'PL')).toBe(false);
      expect((await book.store.verify()).faults).toEqual([]);
      await book.close();
    });

    test('it is reviewed like any other, and reading anew leaves it', async () => {
      const { book, review } = await start();
      await review.decide({ ...ada, action: 'add', target, change: { ...said, words: 'powiedział' } });
      const [statement] = await statementsOf(book);
      const own = { kind: 'statement', id: statement?.id ?? '' } as const;
      await review.decide({ by: 'Ben', why: 'an offer', action: 'correct', target: own, change: { act: 'propose' } });
      await reread(book.store, { by: { author: { kind: 'program', name: 'test' } }, rules: 'rules-b' });
      expect(await statementsOf(book)).toMatchObject([{ act: 'propose', review: { state: 'corrected', by: 'Ben' } }]);
      await review.decide({ by: 'Cem', why: 'no statement', action: 'reject', target: own });
      expect(await statementsOf(book)).toEqual([]);
      await book.close();
    });

    test('what is not in the text, or no code, is refused and nothing is written', async () => {
      const { book, review } = await start();
      const head = await book.store.head();
      const refusals: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
        ['TB_ANCHOR_NOT_FOUND', { ...said, words: 'nowhere' }],
        ['TB_ANCHOR_SEVERAL', { ...said, words: POLISH }],
        ['TB_ANCHOR_SHAPE', { ...said }],
        ['TB_ANCHOR_SHAPE', { ...said, start: 0, end: 99_999 }],
        ['TB_ANCHOR_SHAPE', { ...said, words: ' ', occurrence: 1 }],
        ['TB_ANCHOR_SHAPE', { ...said, words: 'powiedział', id: 'stmt-1' }],
        ['TB_REVIEW_SHAPE', { ...said, words: 'powiedział', act: 'shout' }],
        ['TB_REVIEW_SHAPE', { ...said, words: 'powiedział', speakers: [] }],
        ['TB_CORRECTION_SHAPE', { ...said, words: 'powiedział', holder: 'PL' }],
        [
          'TB_REVIEW_UNKNOWN',
          { ...said, words: 'powiedział', agreement: 'agr-none', element: 'duration', holder: 'PL', value: { t: 'text', topics: [] } },
        ],
      ];
      for (const [code, change] of refusals)
        await expect(review.decide({ ...ada, action: 'add', target, change }), code).rejects.toThrow(code);
      expect(await book.store.head()).toEqual(head);
      await book.close();
    });
  });
}
