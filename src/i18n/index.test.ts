import { describe, expect, test } from 'vitest';
import { datePartsOf } from './calendar.ts';
import { INTERFACE_LANGUAGES, messagesFor } from './index.ts';

describe('dates keep the precision they were stated with', () => {
  test.for([
    ['2025-03', 'März 2025', 'March 2025'],
    ['2025-03-18', '18. März 2025', '18 March 2025'],
    ['2025-03-18T19:30Z', '18. März 2025, 19:30 UTC', '18 March 2025, 19:30 UTC'],
    ['2025-03-18T19:30+03:00', '18. März 2025, 19:30 +03:00', '18 March 2025, 19:30 +03:00'],
    ['2025-03-18TNI', '18. März 2025, nachts', '18 March 2025, night'],
    ['2025-W12', 'Woche 12/2025', 'week 12/2025'],
    ['FUTURE_REF', 'FUTURE_REF', 'FUTURE_REF'],
  ] as const)('%s', ([value, german, english]) => {
    expect(messagesFor('de').date(value)).toBe(german);
    expect(messagesFor('en').date(value)).toBe(english);
  });

  test('the short form leaves out the time, and the year where there is one alone', () => {
    expect(messagesFor('de').day('2025-03-18T19:30Z', true)).toBe('18.3.');
    expect(messagesFor('de').day('2025-03-18', false)).toBe('18.3.25');
    expect(messagesFor('en').day('2025-03-18', true)).toBe('18 Mar');
    expect(messagesFor('en').day('2025-03-18', false)).toBe('18 Mar 25');
    expect(messagesFor('de').day('2025-03', true)).toBe('März 2025');
  });

  test('nothing is filled in', () => {
    expect(datePartsOf('2025-03')).toMatchObject({ day: null, time: null });
    expect(datePartsOf('2025-03-18')).toMatchObject({ day: 18, time: null, zone: null });
    expect(datePartsOf('tomorrow')).toBeNull();
  });
});

test.for([
  ['P30D', '30 Tage', '30 days'],
  ['P1D', '1 Tag', '1 day'],
  ['P1M', '1 Monat', '1 month'],
  ['PT2H30M', '2 Stunden 30 Minuten', '2 hours 30 minutes'],
  ['PXD', 'PXD', 'PXD'],
  ['P', 'P', 'P'],
] as const)('the duration %s in words', ([iso, german, english]) => {
  expect(messagesFor('de').duration(iso)).toBe(german);
  expect(messagesFor('en').duration(iso)).toBe(english);
});

test('lists', () => {
  const { list } = messagesFor('de');
  expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a und b', 'a, b und c']);
});

/** Every text of a language, with its path; functions are called with something of each kind of argument. */
function textsOf(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

describe.for(INTERFACE_LANGUAGES)('the words of %s', (language) => {
  const texts = textsOf(messagesFor(language), language);

  test('none is empty and none claims a breach as a fact', () => {
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(texts.filter(([, text]) => /verletzt|verstoßen|violat/i.test(text))).toEqual([]);
  });

  test('the same keys as the other languages, also for codes', () => {
    const paths = (code: (typeof INTERFACE_LANGUAGES)[number]): readonly string[] => textsOf(messagesFor(code), '').map(([path]) => path);
    expect(paths(language)).toEqual(paths('de'));
  });
});
