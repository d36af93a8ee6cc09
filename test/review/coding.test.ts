import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { KeptBook } from '../../src/app/book.ts';
import { valuesOf, variablesFor } from '../../src/app/review/coding/code-values.ts';
import type { CodingTask } from '../../src/app/review/coding/coding-tasks.ts';
import { type Coding, FEWEST_UNITS, openCoding } from '../../src/app/review/coding/open-coding.ts';
import { openReview, type Review } from '../../src/app/review/open-review.ts';
import { codebook } from '../../src/model/codebook.generated.ts';
import { STORES, tickingClock } from '../store/stores.ts';
import { reviewedBook } from './reviewed-book.ts';

afterAll(async () => {
  for (const kind of STORES) await kind.stop();
});

test('every variable of the codebook has a question in both languages and values that can be told apart', () => {
  for (const variable of codebook) {
    expect([variable.variable, variable.de.endsWith('?'), variable.en.endsWith('?')]).toEqual([variable.variable, true, true]);
    const values = valuesOf(variable);
    expect(values === null || (values.length > 1 && new Set(values).size === values.length), variable.variable).toBe(true);
  }
  expect(new Set(codebook.map(({ target, variable }) => `${target} ${variable}`)).size).toBe(codebook.length);
});

for (const kind of STORES) {
  describe(`blind coding in ${kind.name}`, () => {
    const start = async (): Promise<{ readonly book: KeptBook; readonly coding: Coding; readonly review: Review }> => {
      const book = await reviewedBook(kind);
      const now = tickingClock('2025-05-01T00:00:00.000Z');
      return { book, coding: openCoding(book, { now }), review: openReview(book, { now }) };
    };
    const statements = async (coding: Coding): Promise<readonly CodingTask[]> => coding.tasks('nobody', { kind: 'statement' });

    test('whatever others have coded or decided, a coder sees the same and only their own', async () => {
      const { book, coding, review } = await start();
      const before = JSON.stringify(await coding.tasks('Ben'));
      const tasks = await coding.tasks('Ada');
      expect(new Set(tasks.map(({ target }) => target.kind))).toEqual(new Set(['statement', 'reading']));
      const SECRET = 'zzsecretzz';
      const step = fc.record({
        at: fc.nat(tasks.length - 1),
        variable: fc.nat(10),
        value: fc.nat(30),
        action: fc.constantFrom('code', 'accept', 'reject', 'comment', 'correct', 'anchor'),
        person: fc.constantFrom('Ada', 'Eva'),
      });
      await fc.assert(
        fc.asyncProperty(step, async ({ at, variable, value, action, person }) => {
          const target = tasks[at]?.target ?? { kind: 'statement' as const, id: '' };
          const sign = { by: `${person} ${SECRET}`, why: SECRET };
          try {
            if (action === 'code') {
              const own = variablesFor(target.kind);
              const asked = own[variable % own.length];
              const values = asked ? (valuesOf(asked) ?? ['UA', 'RU', 'narration']) : [];
              const answer = values[value % values.length] ?? '';
              await coding.code({ target, variable: asked?.variable ?? '', value: answer, coder: sign.by, note: SECRET });
            } else if (action === 'anchor') {
              const report = (await book.material()).reports[value % 3];
              const change = { start: at, end: at + 12, speakers: [SECRET], act: 'assert' };
              await review.decide({ ...sign, action: 'add', target: { kind: 'report', id: report?.id ?? '' }, change });
            } else if (action === 'correct') {
              const change = target.kind === 'statement' ? { speakers: [SECRET] } : { holder: 'PL' };
              await review.decide({ ...sign, action, target, change });
            } else await review.decide({ ...sign, action, target });
          } catch (failure) {
            // What an earlier step rejected is no longer there to decide about.
            expect(String(failure)).toMatch(/TB_REVIEW_UNKNOWN|TB_CODING_SETTLED/);
          }
          expect(JSON.stringify(await coding.tasks('Ben'))).toBe(before);
        }),
        { numRuns: 40 },
      );
      expect((await book.store.facts('coding')).length + (await book.store.facts('review')).length).toBeGreaterThan(10);
      const [first] = tasks;
      if (!first) throw new Error('nothing to code');
      await coding.code({ target: first.target, variable: 'act', value: 'assert', coder: 'Ben', note: 'mine' });
      const mine = await coding.tasks(' ben ');
      expect(mine[0]?.own).toMatchObject([{ variable: 'act', value: 'assert', note: 'mine' }]);
      expect(JSON.stringify(mine)).not.toContain(SECRET);
      expect(await coding.differences(`ada ${SECRET}`)).toEqual(
        (await coding.differences('Zoe')).filter(({ codings }) => !codings.some(({ coder }) => /^Ada/.test(coder))),
      );
      await book.close();
    });

    test('what two people code differently a third one settles, neither of the two, and once', async () => {
      const { book, coding, review } = await start();
      const [task, other] = await statements(coding);
      if (!task || !other) throw new Error('nothing to code');
      const { target } = task;
      await coding.code({ target, variable: 'act', value: 'demand', coder: 'Ada' });
      await coding.code({ target: other.target, variable: 'act', value: 'demand', coder: 'Ada' });
      await coding.code({ target: other.target, variable: 'act', value: 'demand', coder: 'Ben' });
      expect(await coding.differences('Cem')).toEqual([]);
      await coding.code({ target, variable: 'act', value: 'propose', coder: 'Ben', note: 'it is an offer' });
      const [difference] = await coding.differences('Cem');
      expect(difference).toMatchObject({ target, variable: 'act' });
      expect(difference?.codings.map(({ coder, value }) => [coder, value])).toEqual([
        ['Ada', 'demand'],
        ['Ben', 'propose'],
      ]);
      expect(await coding.differences('ADA')).toEqual([]);
      const settle = { target, variable: 'act', value: 'demand', why: 'the guideline, act 4' };
      await expect(coding.adjudicate({ ...settle, by: 'ben' })).rejects.toThrow('TB_CODING_OWN');
      await expect(coding.adjudicate({ ...settle, by: 'Cem', why: '' })).rejects.toThrow('TB_REVIEW_NO_REASON');
      await expect(coding.adjudicate({ ...settle, by: 'Cem', variable: 'polarity', value: 'pos' })).rejects.toThrow(
        'TB_CODING_NOTHING_TO_SETTLE',
      );
      const made = await coding.adjudicate({ ...settle, by: 'Cem' });
      expect(await coding.adjudicate({ ...settle, by: 'Cem' })).toEqual({ id: made.id, isRepeated: true });
      expect(await coding.differences('Dora')).toEqual([]);
      await expect(coding.code({ target, variable: 'act', value: 'assert', coder: 'Ada' })).rejects.toThrow('TB_CODING_SETTLED');
      // It settles what was coded, and decides nothing about the statement.
      expect((await review.item(target))?.isOpen).toBe(true);
      await review.withdraw({ decision: made.id, by: 'Cem', why: 'misread' });
      expect((await coding.differences('Dora')).length).toBe(1);
      expect((await book.store.verify()).faults).toEqual([]);
      await book.close();
    });

    test('agreement is measured as coded, with an interval, or said to rest on too little', async () => {
      const { book, coding } = await start();
      const tasks = await coding.tasks('Ada');
      const [first] = tasks;
      if (!first) throw new Error('nothing to code');
      await coding.code({ target: first.target, variable: 'act', value: 'assert', coder: 'Ada' });
      expect(await coding.agreement(1)).toMatchObject([
        { variable: { variable: 'act' }, units: 0, alpha: null, isTooFew: true, interval: null },
      ]);
      // Binary example of Krippendorff (2011), section A: alpha 0.095.
      const rows = { Ada: '0100000010', Ben: '1110010000' };
      const readings = tasks.filter(({ target }) => target.kind === 'statement').slice(0, FEWEST_UNITS);
      expect(readings.length).toBe(FEWEST_UNITS);
      for (const [coder, row] of Object.entries(rows))
        for (const [at, { target }] of readings.entries())
          await coding.code({ target, variable: 'polarity', value: row[at] === '1' ? 'neg' : 'pos', coder });
      const measured = (await coding.agreement(1)).find(({ variable }) => variable.variable === 'polarity');
      expect(measured).toMatchObject({ units: FEWEST_UNITS, coders: 2, isTooFew: false });
      expect(measured?.alpha).toBeCloseTo(0.095, 3);
      expect(measured?.interval?.from).toBeLessThan(0.095);
      expect(measured?.interval?.to).toBeGreaterThan(0.095);
      expect((await coding.agreement(1)).find(({ variable }) => variable.variable === 'polarity')).toEqual(measured);
      await book.close();
    });

    test('what is no question or no answer is refused', async () => {
      const { book, coding } = await start();
      const [task] = await statements(coding);
      const target = task?.target ?? { kind: 'statement' as const, id: '' };
      const head = await book.store.head();
      const refuse = (code: string, input: Partial<Parameters<Coding['code']>[0]>): Promise<void> =>
        expect(coding.code({ target, variable: 'act', value: 'assert', coder: 'Ada', ...input }), code).rejects.toThrow(code);
      await refuse('TB_CODING_VARIABLE', { variable: 'guilt' });
      await refuse('TB_CODING_VARIABLE', { target: { kind: 'report', id: 'x' } });
      await refuse('TB_CODING_VALUE', { value: 'shout' });
      await refuse('TB_CODING_VALUE', { variable: 'speaker', value: 'somebody else' });
      await refuse('TB_REVIEW_UNKNOWN', { target: { kind: 'statement', id: 'stmt-none' } });
      await refuse('TB_REVIEW_NO_NAME', { coder: ' ' });
      await refuse('TB_REVIEW_SHAPE', { note: 'x'.repeat(3_000) });
      expect(await book.store.head()).toEqual(head);
      await book.close();
    });
  });
}
