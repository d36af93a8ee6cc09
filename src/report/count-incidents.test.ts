import { describe, expect, test } from 'vitest';
import { countIncidents, rangeText } from './count-incidents.ts';
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

  test('small numbers are told as the gate tells them', () => {
    const some = ['a', 'b', 'c'].map((id) => sampleIncident({ id }));
    expect(rangeText(countIncidents(some, { minimumCount: 5 }))).toBe('1–4');
    expect(rangeText(countIncidents([], { minimumCount: 5 }))).toBe('0');
    expect(rangeText(countIncidents(some, { minimumCount: 3 }))).toBe('3');
  });
});
