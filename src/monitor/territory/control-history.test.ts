import { describe, expect, test } from 'vitest';
import type { ControlSet } from '../../model/control.ts';
import { makeControlHistory } from './control-history.ts';

const block = (west: number, east: number): ControlSet['areas'][number]['polygons'] => [
  [
    [
      [west, 50],
      [east, 50],
      [east, 51],
      [west, 51],
      [west, 50],
    ],
  ],
];
const sets: readonly ControlSet[] = [
  { date: '2025-03-18', source: 's', areas: [{ holder: 'BB', polygons: block(30, 32) }] },
  { date: '2025-03-10', source: 's', areas: [{ holder: 'BB', polygons: block(30, 31) }] },
  {
    date: '2025-04-10',
    source: 's',
    areas: [
      { holder: 'BB', polygons: block(30, 32) },
      { holder: 'CC', polygons: block(31, 33) },
    ],
  },
];
const history = makeControlHistory(sets, { withinDays: 14, elsewhereOwn: false });
const at = (lon: number, metres = 100): { lat: number; lon: number; territory: string; metres: number } => ({
  lat: 50.5,
  lon,
  territory: 'AA',
  metres,
});

describe('who controlled a place on a day', () => {
  test.for<[string, number, string, number, string]>([
    ['in the area', 30.5, '2025-03-12', 100, 'BB 2025-03-10'],
    ['on the day of the set', 30.5, '2025-03-10', 100, 'BB 2025-03-10'],
    ['with a time of day', 30.5, '2025-03-12T09:00Z', 100, 'BB 2025-03-10'],
    ['the area grew later', 31.5, '2025-03-17', 100, 'outside'],
    ['and by then holds it', 31.5, '2025-03-18', 100, 'BB 2025-03-18'],
    ['before the first set', 30.5, '2025-03-09', 100, 'no_set'],
    ['the latest set is two weeks old', 30.5, '2025-04-01', 100, 'BB 2025-03-18'],
    ['and older', 30.5, '2025-04-02', 100, 'too_old'],
    ['known to the month only', 30.5, '2025-03', 100, 'no_set'],
    ['closer to the line than the place is known', 31.98, '2025-03-18', 5000, 'near_line'],
    ['on the other side, as close', 32.02, '2025-03-18', 5000, 'near_line'],
    ['two areas of one day overlap', 31.5, '2025-04-10', 100, 'disputed'],
    ['outside', 35, '2025-03-18', 100, 'outside'],
  ])('%s', ([, lon, day, metres, wanted]) => {
    const answer = history.at(at(lon, metres), day);
    expect(answer.holder === null ? answer.why : `${answer.holder} ${answer.date}`).toBe(wanted);
  });

  test('where the sets show everything that others hold, the rest is its own', () => {
    const whole = makeControlHistory(sets, { withinDays: 14, elsewhereOwn: true });
    expect(whole.at(at(35), '2025-03-18')).toMatchObject({ holder: 'AA' });
    expect(whole.at({ ...at(35), territory: null }, '2025-03-18')).toEqual({ holder: null, why: 'outside' });
    expect(whole.at(at(31.98, 5000), '2025-03-18')).toEqual({ holder: null, why: 'near_line' });
  });

  test('with the holders swapped the answers are swapped', () => {
    const swap = (code: string): string => (code === 'BB' ? 'AA' : code === 'AA' ? 'BB' : code);
    const swapped = makeControlHistory(
      sets.map((set) => ({ ...set, areas: set.areas.map((area) => ({ ...area, holder: swap(area.holder) })) })),
      { withinDays: 14, elsewhereOwn: true },
    );
    const plain = makeControlHistory(sets, { withinDays: 14, elsewhereOwn: true });
    for (const lon of [30.5, 31.5, 32.5, 35]) {
      const answer = plain.at({ ...at(lon), territory: 'AA' }, '2025-03-18');
      expect(swapped.at({ ...at(lon), territory: 'BB' }, '2025-03-18')).toEqual(
        answer.holder === null ? answer : { ...answer, holder: swap(answer.holder) },
      );
    }
  });
});
