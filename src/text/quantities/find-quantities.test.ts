import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { germanTimes } from '../../lang/de/time.ts';
import { findTimes } from '../times/index.ts';
import { findQuantities } from './index.ts';
import { numberReader, valueOfDigits } from './number-words.ts';

const read = (text: string): (string | number)[][] =>
  findQuantities(text, germanTimes, findTimes(text, germanTimes, '2025-03-18')).map((q) => [
    text.slice(q.span.start, q.span.end),
    q.value,
    q.unit ?? '-',
    ...(q.perSide ? ['per side'] : []),
    ...(q.approximation === null ? [] : [q.approximation]),
  ]);

describe('what is counted', () => {
  test.for([
    ['Sie tauschten je 175 Kriegsgefangene aus.', [['je 175 Kriegsgefangene', 175, 'Kriegsgefangene', 'per side']]],
    ['Es kamen 19 schwer verwundete junge Soldaten.', [['19 schwer verwundete junge Soldaten', 19, 'person']]],
    [
      'Reichweite rund 500 Meilen (etwa 800 Kilometer)',
      [
        ['rund 500 Meilen', 500, 'mile', 'about'],
        ['etwa 800 Kilometer', 800, 'km', 'about'],
      ],
    ],
    ['Mehr als 6400 Menschen flohen.', [['Mehr als 6400 Menschen', 6400, 'person', 'over']]],
    [
      'Das Darlehen beträgt vier Milliarden US-Dollar (rund 3,6 Mrd. Euro)',
      [
        ['vier Milliarden US-Dollar', 4e9, 'USD'],
        ['rund 3,6 Mrd. Euro', 3.6e9, 'EUR', 'about'],
      ],
    ],
    ['Rund zwei Drittel der Vorräte', [['Rund zwei Drittel', 0.666666, 'share', 'about']]],
    ['Er rief zweimal an.', [['zweimal', 2, 'times']]],
    ['Sie brachen die Ruhe tausende Male.', [['tausende Male', 1000, 'times', 'at_least']]],
    [
      'Die Truppe wächst von derzeit 2000 auf 15.000 Soldaten.',
      [
        ['2000', 2000, 'person'],
        ['15.000 Soldaten', 15000, 'person'],
      ],
    ],
    [
      "Gegen 15'000 Personen und 93 Prozent",
      [
        ["Gegen 15'000 Personen", 15000, 'person', 'about'],
        ['93 Prozent', 93, 'percent'],
      ],
    ],
    [
      'Eine Person wurde verletzt, eine weitere getötet.',
      [
        ['Eine Person', 1, 'person'],
        ['eine weitere', 1, 'person'],
      ],
    ],
    ['Mindestens zwanzig Häuser brannten.', [['Mindestens zwanzig Häuser', 20, 'Häuser', 'at_least']]],
    ['2,8 Millionen Menschen', [['2,8 Millionen Menschen', 2_800_000, 'person']]],
  ] as const)('%s', ([text, expected]) => {
    expect(read(text)).toEqual(expected);
  });

  test.for([
    'Am 18. März 2025 um 18.00 Uhr, 30 Tage lang.',
    'Die Resolution 1701 und Artikel 5 gelten.',
    'Eine F-16 und eine Boeing 747 flogen über die Nord Stream 2.',
    'Die 10-Yard-Linie ist nah, es steht 2:1.',
    'Ein Angriff und eine Antwort folgten.',
    'Der 29-Jährige ist 31 Jahre alt.',
    'Er kam als Zweiter an.',
  ])('counts nothing in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('numbers', () => {
  const { cardinal, ordinal } = numberReader(germanTimes.numbers);
  test.for([
    ['zwölf', 12],
    ['dreiundzwanzig', 23],
    ['dreissig', 30],
    ['hundertfünfundsiebzig', 175],
    ['zweihundertvierzigtausend', 240_000],
    ['tausendzweihundert', 1200],
    ['dreieinhalb', 3.5],
    ['anderthalb', 1.5],
  ] as const)('%s is %d', ([word, value]) => expect(cardinal(word)).toBe(value));
  test.for(['ein', 'achtung', 'drohne', 'tausendsassa'])('%s is no number', (word) => expect(cardinal(word)).toBeNull());
  test('ordinals', () => expect([ordinal('dritten'), ordinal('achtzehnten'), ordinal('einundzwanzigste')]).toEqual([3, 18, 21]));
  test('figures', () => expect(['15.000', '2,7', "15'000", '1.234.567,5'].map(valueOfDigits)).toEqual([15000, 2.7, 15000, 1234567.5]));
});

describe('any input', () => {
  test('gives spans in order within the text', () => {
    const pieces = fc.constantFrom(
      ...'je|175|Millionen|Euro|zwei|Drittel|rund|mehr|als|(|)|weitere|Tausende|von|-|%|Soldaten|schwer|eine|.|,|12.30|bis'.split('|'),
    );
    const check = (text: string): void => {
      let last = 0;
      for (const { span } of findQuantities(text, germanTimes, findTimes(text, germanTimes, null))) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThan(span.start);
        last = span.end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    };
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check));
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 50 }).map((words) => words.join(' ')),
        check,
      ),
      { numRuns: 500 },
    );
  });

  test.for(['7', '1.', 'je ', 'zwei ', 'mehr als ', 'zwei bis ', '2000 auf ', 'tausend', '15 000 '])(
    '200,000 characters of "%s" are read in bounded time',
    (piece) => {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      const start = performance.now();
      findQuantities(text, germanTimes, []);
      expect(performance.now() - start).toBeLessThan(5_000);
    },
  );
});
