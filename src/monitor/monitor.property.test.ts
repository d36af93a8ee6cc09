import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDossier, judge } from '../ledger/index.ts';
import { sampleAgreement, sampleReading } from '../ledger/sample-reading.ts';
import { ACT_CODES, INCIDENT_OUTCOMES, type IncidentReport, type MonitorBook, OBJECT_CODES, REPORT_STANCES } from '../model/index.ts';
import { factsOf } from './assess.ts';
import { countsOf } from './counts.ts';
import { monitorOf } from './monitor-of.ts';
import { sampleReport } from './sample-report.ts';

const dossier = buildDossier({ reports: [], annotations: [], actors: [], curated: [], corrections: [], asOf: null, heldAt: null });
const bookOf = (reports: readonly IncidentReport[]): MonitorBook => monitorOf({ dossier, reports, asOf: null });
const SWAP: Readonly<Record<string, string>> = { RU: 'UA', UA: 'RU', 'RU-KRS': 'UA-59', 'UA-59': 'RU-KRS' };
const other = (code: string | null): string | null => (code === null ? null : (SWAP[code] ?? code));

const side = fc.constantFrom(null, 'RU', 'UA');
const fields = fc.record({
  n: fc.integer({ min: 0, max: 200 }),
  stance: fc.constantFrom(...REPORT_STANCES),
  speaker: side,
  accused: side,
  from: fc.constantFrom('2025-03-20', '2025-03-20T02:10Z', '2025-03-21', '2025-03', null),
  place: fc.constantFrom({}, { territory: 'UA' }, { territory: 'RU' }, { admin1: 'UA-59' }, { admin1: 'RU-KRS' }),
  objects: fc.constantFrom([], ['substation'], ['energy_infrastructure'], ['hospital'], ['rail', 'substation']),
  act: fc.constantFrom('attack', 'drone_strike', 'shelling', 'attempted_attack'),
  outcome: fc.constantFrom(...INCIDENT_OUTCOMES),
  source: fc.constantFrom('One', 'Two', 'Three'),
});
const reports = fc
  .uniqueArray(fields, { selector: ({ n }) => n, maxLength: 16 })
  .map((all) => all.map(({ n, ...rest }) => sampleReport({ id: `r${n}`, ...rest })));

const mirrored = (report: IncidentReport): IncidentReport => ({
  ...report,
  speaker: other(report.speaker),
  accused: other(report.accused),
  place: { ...report.place, territory: other(report.place.territory), admin1: other(report.place.admin1) },
});

/** What is said of each incident with the sides swapped back, by id. */
const gist = ({ incidents }: MonitorBook, swap: (code: string | null) => string | null): unknown =>
  incidents
    .map(({ id, grade, occurrence, attribution, maybe, reports: own, place, from }) => ({
      id,
      from,
      place: [swap(place.territory), swap(place.admin1)],
      grades: [grade.source, grade.information, grade.informationWhy.code, occurrence.level, attribution.level],
      sides: [attribution.to, attribution.deniedBy].map((codes) => codes.map(swap).sort()),
      own: [...own].sort(),
      maybe: [...maybe].sort(),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

describe('both sides alike', () => {
  test('with the sides swapped every group, grade and count comes back swapped', () => {
    fc.assert(
      fc.property(reports, (given) => {
        const [book, back] = [bookOf(given), bookOf(given.map(mirrored))];
        expect(gist(back, other)).toEqual(gist(book, (code) => code));
        const [rows, swapped] = [book, back].map((one) => countsOf(one, { from: '2025-03-19', to: '2025-03-23', by: 'side' }).rows);
        const byValue = (all: typeof rows): unknown => Object.fromEntries((all ?? []).map(({ value, count }) => [value, count]));
        expect(byValue((swapped ?? []).map((row) => ({ ...row, value: other(row.value) ?? '' })))).toEqual(byValue(rows));
      }),
    );
  });

  test('a report given twice, and another order, change nothing', () => {
    fc.assert(
      fc.property(
        reports.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
        ([given, shuffled]) => {
          expect(bookOf([...shuffled, ...given])).toEqual(bookOf(given));
        },
      ),
    );
  });

  test('the lower end of a count is never above the upper', () => {
    fc.assert(
      fc.property(reports, fc.constantFrom('side', 'class', 'day', 'information', 'region' as const), (given, by) => {
        for (const { count } of countsOf(bookOf(given), { from: '2025-03-19', to: '2025-03-23', by: by as 'side' }).rows) {
          expect(count.min).toBeLessThanOrEqual(count.max);
        }
      }),
    );
  });
});

describe('what is unknown', () => {
  const halt = sampleAgreement({});
  const readings = [
    sampleReading({}),
    sampleReading({ element: 'prohibited_acts', value: { t: 'acts', prohibited: ['attack'], permitted: [] } }),
    sampleReading({ element: 'geographic_scope', value: { t: 'place', include: ['RU', 'UA'], exclude: [], domains: [] } }),
    sampleReading({ element: 'entry_into_force', value: { t: 'start', mode: 'on_date_at_time', at: '2025-03-18' } }),
  ];

  test('never becomes covered: without time, class or state, and for an attempt, the verdict stays open', () => {
    const blanks = fc.constantFrom(
      { from: null },
      { objects: [] },
      { place: { territory: null } },
      { outcome: 'intercepted_no_effect' as const },
    );
    fc.assert(
      fc.property(blanks, fc.constantFrom(...OBJECT_CODES), fc.constantFrom(...ACT_CODES), (blank, code, act) => {
        const known = { id: 'r', from: '2025-03-20', place: { territory: 'UA' }, objects: [code], act };
        const [incident] = bookOf([sampleReport({ ...known, ...blank })]).incidents;
        if (!incident) return;
        expect(judge(factsOf(incident), halt, readings, 'RU', '2025-04-01').verdict).not.toBe('covered');
      }),
    );
  });

  test('occurrence and grade change no verdict', () => {
    fc.assert(
      fc.property(reports, (given) => {
        for (const incident of bookOf(given).incidents) {
          const graded = { ...incident, occurrence: { ...incident.occurrence, level: 'verified' as const, independentGroups: 9 } };
          expect(factsOf(graded)).toEqual(factsOf(incident));
        }
      }),
    );
  });
});
