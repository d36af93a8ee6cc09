import { expect, test } from 'vitest';
import type { ReadingValue } from '../model/index.ts';
import { compareValues } from './compare-values.ts';

const start = (at: string | null, mode: 'on_date_at_time' | 'upon_conditions' | 'unstated' = 'on_date_at_time'): ReadingValue => ({
  t: 'start',
  mode,
  at,
});
const term = (iso: string | null, until: string | null = null): ReadingValue => ({ t: 'duration', iso, until, counting: 'unstated' });
const price = (...topics: string[]): ReadingValue => ({ t: 'condition', kind: 'precondition', topics, on: [] });
const consent = (commitment: string, parties: string[] = [], polarity: 'pos' | 'neg' = 'pos'): ReadingValue => ({
  t: 'parties',
  parties,
  commitment,
  polarity,
});
const talks = (place: string | null, when: string | null): ReadingValue => ({ t: 'step', kind: 'talks', when, place, topics: [] });
const swap = (n: number, of = 'prisoners'): ReadingValue => ({ t: 'count', items: [{ n, of, perSide: true }], when: null });
const place = (...include: string[]): ReadingValue => ({ t: 'place', include, exclude: [], domains: [] });

test.for<[string, ReadingValue, ReadingValue, string]>([
  ['the same day', start('2025-03-18'), start('2025-03-18'), 'equal'],
  ['a month and a day in it', start('2025-03'), start('2025-03-18'), 'compatible'],
  ['a minute and its day', start('2025-03-18'), start('2025-03-18T19:30Z'), 'compatible'],
  ['two days', start('2025-03-18'), start('2025-03-25'), 'different'],
  ['a day and conditions', start('2025-03-18'), start(null, 'upon_conditions'), 'different'],
  ['thirty days and a month of thirty', term('P30D'), term('P1M'), 'compatible'],
  ['thirty days and ninety', term('P30D'), term('P90D'), 'different'],
  ['thirty days and no word', term('P30D'), term(null), 'different'],
  ['a condition more', price('end_military_aid', 'end_intelligence'), price('end_intelligence'), 'wider'],
  ['the same conditions in another order', price('a', 'b'), price('b', 'a'), 'equal'],
  ['an order against readiness', consent('ordered'), consent('ready'), 'wider'],
  ['readiness against a signature', consent('ready'), consent('signed'), 'narrower'],
  ['each side tells its own consent', consent('agreed', ['RU']), consent('agreed', ['UA']), 'equal'],
  ['yes against no', consent('agreed', ['RU', 'UA']), consent('not_reached', ['RU', 'UA'], 'neg'), 'different'],
  ['talks, then where', talks(null, null), talks('SA', null), 'compatible'],
  ['talks in two months', talks('SA', '2025-03'), talks('SA', '2025-04'), 'different'],
  ['the same count', swap(175), swap(175), 'equal'],
  ['two counts', swap(175), swap(170), 'different'],
  ['two things counted', swap(175), swap(23, 'wounded'), 'disjoint'],
  ['one country more', place('RU', 'UA'), place('UA'), 'wider'],
  ['different kinds of value', place('UA'), term('P30D'), 'different'],
])('%s', ([, a, b, relation]) => {
  expect(compareValues(a, b).relation).toBe(relation);
  const mirrored: Record<string, string> = { wider: 'narrower', narrower: 'wider' };
  expect(compareValues(b, a).relation).toBe(mirrored[relation] ?? relation);
});
