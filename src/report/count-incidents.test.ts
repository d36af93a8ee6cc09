import { describe, expect, test } from 'vitest';
import { countIncidents, rangeText, withheld } from './count-incidents.ts';
import { sampleIncident } from './sample-released.ts';

const all = { minimumCount: 1 };

describe('how many events some incidents are', () => {
  test('as many as there are, where none may mean another', () => {
    expect(countIncidents([sampleIncident({ id: 'a' }), sampleIncident({ id: 'b' })], all)).toEqual({ min: 2, max: 2 });
  });

  test('a report that may mean several of them takes each from the lower end', () => {
    const some = [
      sampleIncident({ id: 'a' }),
      sampleIncident({ id: 'b', maybe: ['a-r'] }),
      sampleIncident({ id: 'c', maybe: ['a-r', 'b-r'] }),
    ];
    expect(countIncidents(some, all)).toEqual({ min: 1, max: 3 });
  });

  test('a report of an incident that is not among them changes nothing', () => {
    expect(countIncidents([sampleIncident({ id: 'a', maybe: ['z-r'] })], all)).toEqual({ min: 1, max: 1 });
  });

  test.for<[number, number, number, string]>([
    [0, 0, 5, '0'],
    [1, 1, 5, '1–4'],
    [4, 4, 5, '1–4'],
    [5, 5, 5, '5'],
    [3, 7, 5, '1–7'],
    [3, 4, 1, '3–4'],
  ])('%i to %i with %i as the smallest that is told is %s', ([min, max, minimum, text]) => {
    expect(rangeText(withheld({ min, max }, minimum))).toBe(text);
  });
});
