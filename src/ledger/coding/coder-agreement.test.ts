import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphaInterval, type Coded, measureCoderAgreement } from './coder-agreement.ts';

const table = (rows: Readonly<Record<string, string>>): readonly Coded[] =>
  Object.entries(rows).flatMap(([coder, line]) =>
    [...line.replaceAll(' ', '')].flatMap((value, at) =>
      value === '.' ? [] : [{ unit: `u${String(at).padStart(2, '0')}`, coder, value }],
    ),
  );

// The two examples that Krippendorff works through by hand (2011, sections B and C).
test('two coders, nominal: alpha 0.692', () => {
  const found = measureCoderAgreement(table({ Meg: 'a a b b d c c c e d d a', Owen: 'b a b b b c c c e d d d' }));
  expect(found.alpha).toBeCloseTo(0.692, 3);
  expect(found.disputed).toEqual(['u00', 'u04', 'u11']);
});

test('four coders with missing values, nominal: alpha 0.743', () => {
  const found = measureCoderAgreement(
    table({ A: '1 2 3 3 2 1 4 1 2 . . .', B: '1 2 3 3 2 2 4 1 2 5 . 3', C: '. 3 3 3 2 3 4 2 2 5 1 .', D: '1 2 3 3 2 4 4 1 2 5 1 .' }),
  );
  expect(found.alpha).toBeCloseTo(0.743, 3);
  expect(found).toMatchObject({ units: 11, coders: 4, values: 40 });
});

const FOUR = table({
  A: '1 2 3 3 2 1 4 1 2 . . .',
  B: '1 2 3 3 2 2 4 1 2 5 . 3',
  C: '. 3 3 3 2 3 4 2 2 5 1 .',
  D: '1 2 3 3 2 4 4 1 2 5 1 .',
});

// The same table at other levels of measurement, section D and E of the same paper.
test('four coders with missing values: ordinal 0.815, interval 0.849', () => {
  expect(measureCoderAgreement(FOUR, { level: 'ordinal', order: ['1', '2', '3', '4', '5'] }).alpha).toBeCloseTo(0.815, 3);
  expect(measureCoderAgreement(FOUR, { level: 'interval' }).alpha).toBeCloseTo(0.849, 3);
});

// Two coders, ten units: o(0,1) = o(1,0) = 4, n(0) = 14, n(1) = 6, so 1 - 19 * 8 / (2 * 14 * 6) = 0.095 (Krippendorff, section A).
test('two coders, binary data: alpha 0.095', () => {
  const found = measureCoderAgreement(table({ A: '0 1 0 0 0 0 0 0 1 0', B: '1 1 1 0 0 1 0 0 0 0' }));
  expect(found.alpha).toBeCloseTo(0.095, 3);
});

test('an order of values that is given decides, not their names', () => {
  const codings = table({ A: 'l m h l h m', B: 'l m h m h h' });
  const [low, named] = [
    ['l', 'm', 'h'],
    ['h', 'l', 'm'],
  ].map((order) => measureCoderAgreement(codings, { level: 'ordinal', order }).alpha);
  expect(low).toBeGreaterThan(named ?? 1);
});

test('an interval holds alpha, follows from its seed alone, and is none where there is nothing to draw from', () => {
  const measured = { level: 'nominal' } as const;
  const interval = alphaInterval(FOUR, measured, 7);
  expect(interval?.from).toBeLessThan(0.743);
  expect(interval?.to).toBeGreaterThan(0.743);
  expect(alphaInterval(FOUR, measured, 7)).toEqual(interval);
  expect(alphaInterval(FOUR, measured, 8)).not.toEqual(interval);
  expect(alphaInterval([], measured, 7)).toBeNull();
});

test('nothing in common says nothing', () => {
  expect(measureCoderAgreement([]).alpha).toBeNull();
  expect(measureCoderAgreement(table({ A: 'a a a', B: 'a a a' })).alpha).toBeNull();
  expect(measureCoderAgreement(table({ A: 'a b .', B: '. . c' }))).toMatchObject({ alpha: null, units: 0, disputed: [] });
});

test('the names of coders and values and the order of codings change nothing', () => {
  const coding = fc.record({
    unit: fc.constantFrom('1', '2', '3', '4'),
    coder: fc.constantFrom('x', 'y', 'z'),
    value: fc.constantFrom('p', 'q', 'r'),
  });
  const unique = fc.uniqueArray(coding, { selector: ({ unit, coder }) => `${unit}${coder}` });
  fc.assert(
    fc.property(unique, (codings) => {
      const swap: Readonly<Record<string, string>> = { x: 'y', y: 'z', z: 'x', p: 'r', q: 'p', r: 'q' };
      const renamed = [...codings]
        .reverse()
        .map(({ unit, coder, value }) => ({ unit, coder: swap[coder] ?? '', value: swap[value] ?? '' }));
      const [a, b] = [measureCoderAgreement(codings), measureCoderAgreement(renamed)];
      expect(b.disputed).toEqual(a.disputed);
      if (a.alpha === null) expect(b.alpha).toBeNull();
      else expect(b.alpha).toBeCloseTo(a.alpha, 9);
      if (a.alpha !== null) expect(a.alpha).toBeLessThanOrEqual(1);
      if (a.disputed.length === 0 && a.alpha !== null) expect(a.alpha).toBe(1);
    }),
  );
});
