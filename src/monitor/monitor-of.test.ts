import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDossier } from '../ledger/index.ts';
import { monitorOf } from './monitor-of.ts';
import { sampleReport } from './sample-report.ts';

const dossier = buildDossier({ reports: [], annotations: [], actors: [], curated: [], corrections: [], asOf: null, heldAt: null });
const book = (reports: Parameters<typeof sampleReport>[0][], asOf: string | null = null) =>
  monitorOf({ dossier, reports: reports.map((fields, at) => sampleReport({ id: `r${at}`, ...fields })), asOf });

const poltava = { from: '2025-03-20', place: { admin1: 'UA-53' }, objects: ['substation'] };

describe('the book of a date', () => {
  test('two sources, one event', () => {
    const { incidents } = book([
      { ...poltava, source: 'One', act: 'drone_strike' },
      { ...poltava, source: 'Two' },
    ]);
    expect(incidents).toHaveLength(1);
    expect(incidents[0]).toMatchObject({ act: 'drone_strike', objects: ['substation'], grade: { information: 1 } });
    expect(incidents[0]?.same.map(({ reason }) => reason.code)).toEqual(['same_class_day_and_place']);
  });

  test('another region, day or class is another event', () => {
    const { incidents } = book([
      poltava,
      { ...poltava, place: { admin1: 'UA-63' } },
      { ...poltava, from: '2025-03-25' },
      { ...poltava, objects: ['hospital'] },
    ]);
    expect(incidents).toHaveLength(4);
    expect(incidents.flatMap(({ maybe }) => maybe)).toEqual([]);
  });

  test('what was not yet known does not count', () => {
    const reports = [poltava, { ...poltava, source: 'Two', knownFrom: '2025-03-22' }];
    expect(book(reports, '2025-03-21').incidents[0]?.reports).toEqual(['r0']);
    expect(book(reports, '2025-03-22').incidents[0]?.reports).toEqual(['r0', 'r1']);
  });

  test('order and repetition change nothing', () => {
    const report = fc.record({
      id: fc.integer({ min: 0, max: 40 }).map((n) => `r${n}`),
      source: fc.constantFrom('One', 'Two', 'Three'),
      from: fc.constantFrom('2025-03-20', '2025-03-20T02:10Z', '2025-03-21', '2025-03', null),
      place: fc.constantFrom({}, { territory: 'UA' }, { admin1: 'UA-53' }, { admin1: 'UA-53', cell: 'G25-N49.50-E034.50' }),
      objects: fc.constantFrom([], ['substation'], ['energy_infrastructure'], ['hospital']),
      accused: fc.constantFrom(null, 'RU', 'UA'),
      text: fc.constantFrom(
        null,
        'A drone set a transformer on fire in the night, the operator said.',
        'Rockets fell on the edge of the town before dawn.',
      ),
    });
    fc.assert(
      fc.property(fc.uniqueArray(report, { selector: ({ id }) => id, maxLength: 25 }), fc.integer(), (fields, seed) => {
        const reports = fields.map((given) => sampleReport(given));
        const shuffled = [...reports, ...reports.slice(0, 5)].sort(
          (a, b) => ((a.id.length * seed) % 7) - ((b.id.length * seed) % 7) || (a.id < b.id ? 1 : -1),
        );
        expect(monitorOf({ dossier, reports: shuffled, asOf: null })).toEqual(monitorOf({ dossier, reports, asOf: null }));
      }),
    );
  });
});
