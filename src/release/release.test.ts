import { describe, expect, test } from 'vitest';
import { buildDossier } from '../ledger/index.ts';
import type { Audience, MonitorBook } from '../model/index.ts';
import { monitorOf } from '../monitor/index.ts';
import { sampleReport } from '../monitor/sample-report.ts';
import { hashOfRelease, profileOf, type ReleaseContext, release } from './index.ts';

const dossier = buildDossier({ reports: [], annotations: [], actors: [], curated: [], corrections: [], asOf: null, heldAt: null });
const bookOf = (...reports: Parameters<typeof sampleReport>[0][]): MonitorBook =>
  monitorOf({ dossier, reports: reports.map((fields, at) => sampleReport({ id: `ir-${at}`, ...fields })), asOf: null });
const out = (book: MonitorBook, audience: Audience, context: Partial<ReleaseContext> = {}) =>
  release(book, profileOf(audience), { now: '2025-04-30T09:30Z', dossier, ...context });

const substation: Parameters<typeof sampleReport>[0] = {
  from: '2025-03-18T02:30Z',
  objects: ['substation'],
  place: { precision: 'settlement', territory: 'UA', admin1: 'UA-53', cell: 'G25-N49.50-E034.50', controlledBy: 'UA' },
  outcome: 'impact_on_site',
  means: 'crater_analysis',
  text: 'The Whole Report.',
  row: { table: 'viina', file: 'a.csv', line: 7, key: '49.58,34.55' },
  knownFrom: '2025-03-18T05:12Z',
};

describe('what leaves for whom', () => {
  test('the desk itself sees what it keeps', () => {
    const book = bookOf(substation);
    const { incidents, reports } = out(book, 'internal', { now: '2025-03-18T06:00Z' });
    expect(incidents).toEqual(book.incidents);
    expect(reports).toEqual(book.reports);
  });

  test('partners see a cell and the outcome', () => {
    const { incidents, reports } = out(bookOf(substation), 'partners');
    expect(incidents[0]).toMatchObject({
      from: '2025-03-18',
      place: { precision: 'cell', admin1: null, cell: 'G25-N49.50-E034.50', controlledBy: null },
      objects: ['substation'],
      outcome: 'impact_on_site',
    });
    expect(reports[0]).toMatchObject({ row: null, text: null, knownFrom: '2025-03-18' });
  });

  test('the public sees region, day and group, and not whether it was hit', () => {
    const { incidents, reports, card } = out(bookOf(substation), 'public');
    expect(incidents[0]).toMatchObject({
      id: 'i-0001',
      from: '2025-03-18',
      place: { precision: 'admin1', admin1: 'UA-53', cell: null },
      objects: ['energy_infrastructure'],
      outcome: 'withheld',
      means: 'withheld',
      reports: ['r-0001'],
    });
    expect(JSON.stringify([incidents, reports])).not.toMatch(/T\d\d:|49\.5|crater|impact|substation|Whole/);
    expect(card.transforms.map(({ kind }) => kind)).toEqual([
      'embargo',
      'batch',
      'place',
      'time',
      'class',
      'outcome',
      'text',
      'provenance',
      'count',
      'id',
    ]);
  });

  test('military and unknown objects leave without a place', () => {
    for (const objects of [['depot_military'], [], ['all'], ['depot_military', 'substation'], ['maritime']]) {
      const { incidents } = out(bookOf({ ...substation, objects }), 'partners');
      expect(incidents[0]?.place, objects.join()).toMatchObject({ precision: 'country', territory: 'UA', admin1: null, cell: null });
    }
  });
});

describe('the embargo counts from the event', () => {
  test.for([
    ['substation', '2025-03-21T23:59Z', 0],
    ['substation', '2025-03-22T00:00Z', 1],
    ['hospital', '2025-03-19T23:59Z', 0],
    ['hospital', '2025-03-20T00:00Z', 1],
    ['depot_military', '2025-03-21T23:59Z', 0],
    ['depot_military', '2025-03-22T00:00Z', 1],
  ] as const)('%s at %s: %i', ([object, now, count]) => {
    const book = bookOf({ ...substation, objects: [object] });
    expect(out(book, 'public', { now }).incidents).toHaveLength(count);
    expect(out(book, 'public', { now }).reports).toHaveLength(count);
  });

  test('a month counts from its end', () => {
    const book = bookOf({ ...substation, from: '2025-03' });
    expect(out(book, 'public', { now: '2025-04-03T23:00Z' }).incidents).toHaveLength(0);
    expect(out(book, 'public', { now: '2025-04-04T00:00Z' }).incidents).toHaveLength(1);
  });

  test('without a date it counts from when it became known, with the longest embargo', () => {
    const book = bookOf({ ...substation, from: null, objects: ['hospital'] });
    expect(out(book, 'public', { now: '2025-03-21T23:00Z' }).incidents).toHaveLength(0);
    expect(out(book, 'public', { now: '2025-03-22T00:00Z' }).incidents).toHaveLength(1);
    const unknown = bookOf({ ...substation, from: null, knownFrom: null });
    expect(out(unknown, 'public', { now: '2099-01-01' }).incidents).toHaveLength(0);
    expect(out(unknown, 'internal').incidents).toHaveLength(1);
  });
});

test('the hash is of what leaves, and the same whenever it is made', () => {
  const book = bookOf(substation, { ...substation, place: { admin1: 'UA-63' } });
  const [one, two] = [out(book, 'public', { now: '2025-04-30T09:30Z' }), out(book, 'public', { now: '2025-04-30T21:00Z' })];
  expect(one.card.sha256).toBe(two.card.sha256);
  expect(hashOfRelease(JSON.parse(JSON.stringify(one)))).toBe(one.card.sha256);
});
