import { describe, expect, test } from 'vitest';
import type { Assessment, Incident, Verdict } from '../../model/index.ts';
import { sampleIncident, sampleProfile, sampleReleased } from '../sample-released.ts';
import type { Side } from '../sides.ts';
import { daysBetween } from '../timeline/index.ts';
import { countCompliance, windowBefore } from './count-compliance.ts';
import { facetsOf, judgedAgreements } from './facets.ts';
import { filterIncidents, type IncidentFilter, NO_FILTER } from './filter-incidents.ts';

const sides: readonly Side[] = [
  { code: 'AA', name: 'Aland', slot: 0 },
  { code: 'BB', name: 'Beland', slot: 1 },
];
const charge = (by: string, to: string): { by: string[]; to: string[] } => ({ by: [by], to: [to] });
const level = (name: Incident['occurrence']['level']): Incident['occurrence'] => ({
  level: name,
  independentGroups: 1,
  why: { code: 'x', values: {} },
});
const incidents: readonly Incident[] = [
  sampleIncident({ id: 'e', attribution: charge('AA', 'BB') }),
  sampleIncident({
    id: 'd',
    from: '2025-03-20',
    to: '2025-03-22',
    attribution: charge('AA', 'BB'),
    objects: ['oil_refinery'],
    place: { admin1: 'XX-1' },
  }),
  sampleIncident({
    id: 'c',
    from: '2025-03-20',
    attribution: charge('BB', 'AA'),
    objects: ['substation'],
    occurrence: level('corroborated'),
  }),
  sampleIncident({ id: 'b', from: '2025-03-19', knownFrom: '2025-03-25', attribution: { by: [], to: [], deniedBy: ['BB'] } }),
  sampleIncident({ id: 'a', from: '2025-03-18', attribution: { by: ['AA', 'BB'], to: ['AA', 'BB'] }, occurrence: level('unverified') }),
];
const verdict = (incident: string, holder: string, found: Verdict, agreement = 'agr'): Assessment => ({
  incident,
  agreement,
  holder,
  asOf: null,
  verdict: found,
});
const assessments: readonly Assessment[] = [
  verdict('a', 'AA', 'covered'),
  verdict('b', 'AA', 'before_start'),
  verdict('c', 'AA', 'covered'),
  verdict('d', 'AA', 'indeterminate'),
  verdict('c', 'BB', 'not_covered_object'),
  verdict('c', 'BB', 'reading_unknown', 'other'),
];
const gaps = [{ from: '2025-03-19', to: '2025-03-20', side: 'AA', source: null, why: 'source_silent' }];
const book = sampleReleased(incidents, { assessments, gaps });
const ids = (fields: Partial<IncidentFilter>): string =>
  filterIncidents(book, { ...NO_FILTER, ...fields }, sides)
    .map(({ id }) => id)
    .join('');

describe('what is asked for', () => {
  test.for<[string, Partial<IncidentFilter>, string]>([
    ['everything, by day, the undated last', {}, 'abcde'],
    ['days of the event; one that may lie within them does', { from: '2025-03-21', to: '2025-03-21' }, 'd'],
    ['an open end', { from: '2025-03-20' }, 'cd'],
    ['days of becoming known', { time: 'intake', from: '2025-03-25', to: '2025-03-25' }, 'b'],
    ['who says so, both where both do', { said: 'BB' }, 'abc'],
    ['who is accused', { accused: 'AA' }, 'ac'],
    ['a class and those below it', { object: 'energy_infrastructure' }, 'cd'],
    ['a class alone', { object: 'substation' }, 'c'],
    ['a region', { region: 'XX-1' }, 'd'],
    ['how well it is known', { occurrence: 'corroborated' }, 'c'],
    ['credibility', { grade: 1 }, ''],
    ['a verdict of anybody', { verdict: 'not_covered_object' }, 'c'],
    ['a verdict of one reading', { verdict: 'covered', reading: 'AA' }, 'ac'],
    ['a verdict under another agreement', { verdict: 'covered', agreement: 'other' }, ''],
  ])('%s', ([, fields, found]) => expect(ids(fields)).toBe(found));

  test('choices are what occurs; the agreement that says most comes first', () => {
    expect(facetsOf(book)).toEqual({ accused: ['AA', 'BB'], objects: ['oil_refinery', 'substation'], regions: ['XX-1'] });
    expect(judgedAgreements(book)).toEqual(['agr', 'other']);
  });
});

describe('counts under a reading', () => {
  const window = daysBetween('2025-03-18', '2025-03-20') ?? { from: 0, to: 0 };
  const options = { agreement: 'agr', holder: 'AA', sides, window };

  test('by day, accused side, verdict and grade; what has no certain day stands apart', () => {
    const { rows } = countCompliance(book, options);
    expect(rows).toHaveLength(4);
    const [first, second, third, uncertain] = rows;
    expect(first?.bySide['AA']?.covered.unverified).toEqual({ min: 1, max: 1 });
    expect(first?.bySide['BB']?.covered.unverified).toEqual({ min: 1, max: 1 });
    expect(second?.bySide['others']?.outside.one_origin).toEqual({ min: 1, max: 1 });
    expect(second?.gaps).toEqual(gaps);
    expect(third?.gaps).toEqual([]);
    expect(third?.bySide['AA']?.covered.corroborated).toEqual({ min: 1, max: 1 });
    expect(uncertain?.days).toBeNull();
    expect(uncertain?.bySide['BB']?.open.one_origin).toEqual({ min: 2, max: 2 });
  });

  test('sums are sums of what the rows tell: nothing withheld can be had back by subtraction', () => {
    const told = countCompliance({ ...book, profile: sampleProfile({ minimumCount: 5 }) }, options);
    expect(told.total['AA']?.covered).toEqual({
      corroborated: { min: 1, max: 4 },
      one_origin: { min: 0, max: 0 },
      unverified: { min: 1, max: 4 },
    });
  });

  test('the sides swapped give the counts swapped', () => {
    const other = (code: string): string => ({ AA: 'BB', BB: 'AA' })[code] ?? code;
    const swapped = sampleReleased(
      incidents.map((one) => ({
        ...one,
        attribution: { ...one.attribution, by: one.attribution.by.map(other), to: one.attribution.to.map(other) },
      })),
      { assessments: assessments.map((one) => ({ ...one, holder: other(one.holder) })), gaps },
    );
    const here = countCompliance(book, options).total;
    const there = countCompliance(swapped, { ...options, holder: 'BB' }).total;
    expect([there['BB'], there['AA'], there['others']]).toEqual([here['AA'], here['BB'], here['others']]);
  });

  test('the period before is as long', () => {
    expect(windowBefore({ from: 10, to: 17 })).toEqual({ from: 3, to: 10 });
  });
});
