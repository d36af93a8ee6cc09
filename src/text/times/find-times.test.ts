import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { germanTimes } from '../../lang/de/time.ts';
import { english } from '../../lang/en/index.ts';
import { findTimes } from './index.ts';
import { resolvers } from './resolvers.ts';

const read = (text: string, date: string | null = '2025-03-18'): string[] =>
  findTimes(text, germanTimes, date).map(({ span, value }) => `${text.slice(span.start, span.end)} = ${value}`);

describe.each([
  ['German', germanTimes],
  ['English', english.times],
] as const)('every rule of %s', (_name, language) => {
  test.for(language.rules.flatMap((rule) => rule.yes.map((example) => ({ rule, example }))))(
    '$rule.id finds what it says in: $example.text',
    ({ rule, example }) => {
      const found = findTimes(example.text, language, example.date);
      const shown = found.map(({ span, value }) => ({ exact: example.text.slice(span.start, span.end), value }));
      for (const wanted of example.expect) expect(shown).toContainEqual(wanted);
      expect(found.map((time) => time.rule)).toContain(rule.id);
    },
  );

  test.for(language.rules.flatMap((rule) => rule.no.map((example) => ({ rule, example }))))(
    '$rule.id stays out of: $example.text',
    ({ rule, example }) => {
      const found = findTimes(example.text, language, example.date);
      if (rule.type === 'none') expect(found).toEqual([]);
      else expect(found.map((time) => time.rule)).not.toContain(rule.id);
    },
  );

  test('has an id of its own, a meaning, and examples on both sides', () => {
    expect(new Set(language.rules.map((rule) => rule.id)).size).toBe(language.rules.length);
    for (const rule of language.rules) {
      expect(Object.keys(resolvers), rule.id).toContain(rule.resolve);
      expect(rule.meaning.length, rule.id).toBeGreaterThan(10);
      expect(rule.no.length, rule.id).toBeGreaterThan(0);
      if (rule.type !== 'none') expect(rule.yes.length, rule.id).toBeGreaterThan(0);
    }
  });
});

describe('the date of the report', () => {
  test('without it relative expressions are found and stay unresolved, absolute ones keep their value', () => {
    expect(read('Gestern und am Dienstag, zuletzt am 3. März 2025, 30 Tage lang.', null)).toEqual([
      'Gestern = ',
      'Dienstag = ',
      '3. März 2025 = 2025-03-03',
      '30 Tage lang = P30D',
    ]);
  });

  test('known to the month it resolves months and years, and no days', () => {
    expect(read('Im vergangenen Jahr, im vergangenen Monat und gestern.', '2025-03')).toEqual([
      'vergangenen Jahr = 2024',
      'vergangenen Monat = 2025-02',
      'gestern = ',
    ]);
  });

  test('with a time of day it counts by its day', () => {
    expect(read('Gestern wurde verhandelt.', '2025-03-18T19:30Z')).toEqual(['Gestern = 2025-03-17']);
  });
});

test('Swiss spelling is read like the other', () => {
  expect(read('In den dreissiger Jahren', null)).toEqual(['dreissiger Jahren = 193']);
});

describe('any input', () => {
  const pieces = fc.constantFrom(
    ...'vor|drei|Tagen|am|Dienstag|,|18.|März|2025|Nacht|auf|den|bis|und|30-Tage|Uhr|seit|Ende|der|vergangenen|Woche|\n\n|"|.|12.30|in|jeden|Jahr|1.|80er|zweieinhalbjährige'.split(
      '|',
    ),
  );

  test('gives spans in order, without overlap, within the text', () => {
    const check = (text: string): void => {
      let last = 0;
      for (const { span } of findTimes(text, germanTimes, '2025-03-18')) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThan(span.start);
        last = span.end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    };
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check));
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }).map((words) => words.join(' ')),
        check,
      ),
      { numRuns: 300 },
    );
  });

  test.for(germanTimes.rules)('$id reads its own examples, a thousand in a row and cut anywhere, in bounded time', (rule) => {
    const texts = [...rule.yes, ...rule.no].map((example) => example.text);
    const joined = texts.join(' ').repeat(Math.ceil(20_000 / texts.join(' ').length));
    const start = performance.now();
    findTimes(joined, germanTimes, '2025-03-18');
    findTimes(joined.replaceAll(' ', ''), germanTimes, '2025-03-18');
    findTimes(joined.replaceAll('.', ','), germanTimes, null);
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(80), fc.nat(80), (text, from, length) => {
        const cut = text.slice(from, from + length);
        for (const { span } of findTimes(cut, germanTimes, '2025-03-18')) expect(span.end).toBeLessThanOrEqual(cut.length);
      }),
      { numRuns: 30 },
    );
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  // A search that looks back or ahead without a bound takes minutes on these, not seconds.
  test.for([
    ['digits', '7'.repeat(200_000)],
    ['digits in groups', '1.'.repeat(100_000)],
    ['ordinals without a month', '3., '.repeat(50_000)],
    ['a preposition', 'vor '.repeat(50_000)],
    ['numbers without a unit', 'drei bis '.repeat(25_000)],
    ['clocks', '10 bis 12 Uhr und '.repeat(12_000)],
    ['weekdays without a sentence end', 'am Dienstag '.repeat(18_000)],
    ['one long word', 'zwei'.repeat(50_000)],
    ['spaces', ' '.repeat(200_000)],
    ['articles after since', 'seit dem '.repeat(25_000)],
    ['lone surrogates', '\ud800'.repeat(200_000)],
  ] as const)('200,000 characters of %s are read in bounded time', ([, text]) => {
    const start = performance.now();
    findTimes(text, germanTimes, '2025-03-18');
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
