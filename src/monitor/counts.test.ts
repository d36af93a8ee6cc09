import { describe, expect, test } from 'vitest';
import { buildDossier } from '../ledger/index.ts';
import { countsOf } from './counts.ts';
import { monitorOf } from './monitor-of.ts';
import { type SampleFields, sampleReport } from './sample-report.ts';

const dossier = buildDossier({ reports: [], annotations: [], actors: [], curated: [], corrections: [], asOf: null, heldAt: null });
const book = (reports: readonly SampleFields[]) =>
  monitorOf({ dossier, reports: reports.map((fields, at) => sampleReport({ id: `r${at}`, source: `S${at}`, ...fields })), asOf: null });
const period = { from: '2025-03-20', to: '2025-03-26' } as const;
const charge = {
  from: '2025-03-20',
  place: { admin1: 'UA-53' },
  objects: ['substation'],
  stance: 'alleges',
  speaker: 'UA',
  accused: 'RU',
} as const;

describe('counts', () => {
  test('distinct events are a plain count, sides come by code', () => {
    const { rows, total } = countsOf(
      book([charge, { ...charge, from: '2025-03-24', speaker: 'RU', accused: 'UA', place: { admin1: 'RU-KRS' } }]),
      { ...period, by: 'side' },
    );
    expect(total).toEqual({ min: 2, max: 2 });
    expect(rows.map(({ value, count }) => [value, count])).toEqual([
      ['RU', { min: 1, max: 1 }],
      ['UA', { min: 1, max: 1 }],
    ]);
  });

  test('a doubtful duplicate makes a range', () => {
    const { total } = countsOf(book([charge, { ...charge, objects: [] }]), { ...period, by: 'side' });
    expect(total).toEqual({ min: 1, max: 2 });
  });

  test('a doubtful grade, an uncertain day and two classes lie between the ends', () => {
    const denied = book([charge, { ...charge, stance: 'denies', speaker: 'RU', accused: 'RU' }]);
    expect(countsOf(denied, { ...period, by: 'side' }).total).toEqual({ min: 0, max: 1 });
    const night = countsOf(book([{ ...charge, from: '2025-03-20', to: '2025-03-21' }]), { ...period, by: 'day' });
    expect(night.rows.map(({ value, count }) => [value, count])).toEqual([
      ['2025-03-20', { min: 0, max: 1 }],
      ['2025-03-21', { min: 0, max: 1 }],
    ]);
    expect(night.total).toEqual({ min: 1, max: 1 });
    const classes = countsOf(book([{ ...charge, objects: ['rail', 'substation'] }]), { ...period, by: 'class' });
    expect(classes.rows.map(({ value, count }) => [value, count.min, count.max])).toEqual([
      ['substation', 0, 1],
      ['rail', 0, 1],
    ]);
  });

  test('a denial alone is no event, and the period before stands beside', () => {
    const counts = countsOf(
      book([
        { ...charge, stance: 'denies', speaker: 'RU', accused: 'RU' },
        { ...charge, from: '2025-03-14' },
      ]),
      {
        ...period,
        by: 'side',
      },
    );
    expect(counts.before).toEqual({ from: '2025-03-13', to: '2025-03-19' });
    expect([counts.total, counts.totalBefore]).toEqual([
      { min: 0, max: 0 },
      { min: 1, max: 1 },
    ]);
  });
});
