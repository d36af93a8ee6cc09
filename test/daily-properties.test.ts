import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeDailyReport } from '../src/app/daily.ts';
import type { Material } from '../src/app/read-book.ts';
import type { Audience, IncidentReport, ReportStance } from '../src/model/index.ts';
import { sampleReport } from '../src/monitor/sample-report.ts';
import {
  type DailyReport,
  dailyView,
  renderDailyHtml,
  renderDailyJson,
  renderDailyMarkdown,
  renderDailyText,
  reportPeriod,
} from '../src/report/daily/index.ts';

// Incidents of two invented sides and no reports of an agreement: everything here holds whoever they are.
const NOTHING: Material = { reports: [], annotations: [], curated: [], corrections: [], problems: [] };

const made = (reports: readonly IncidentReport[], profile: Audience = 'internal', date = '2031-05-03', more = {}): DailyReport => {
  const period = reportPeriod(date, '18:00', 'UTC');
  if (period === null) throw new Error('no period');
  return makeDailyReport(NOTHING, reports, { period, number: '1', profile, ...more }).report;
};

const charge = (fields: Parameters<typeof sampleReport>[0]): IncidentReport =>
  sampleReport({
    stance: 'alleges',
    speaker: 'AA',
    accused: 'BB',
    from: '2031-05-02',
    knownFrom: '2031-05-02',
    objects: ['substation'],
    place: { admin1: 'AA-01' },
    ...fields,
  });

const anyReport: fc.Arbitrary<IncidentReport> = fc
  .record({
    id: fc.integer({ min: 1, max: 40 }).map((n) => `irep-${n}`),
    stance: fc.constantFrom<ReportStance>('reports', 'alleges', 'denies', 'counter_alleges', 'confirms', 'no_comment'),
    speaker: fc.constantFrom('AA', 'BB', null),
    accused: fc.constantFrom('AA', 'BB', null),
    day: fc.integer({ min: 27, max: 33 }),
    late: fc.integer({ min: 0, max: 2 }),
    region: fc.constantFrom('AA-01', 'AA-02', 'BB-01', null),
    objects: fc.constantFrom(['substation'], ['rail'], ['energy_infrastructure'], []),
  })
  .map(({ id, stance, speaker, accused, day, late, region, objects }) => {
    const date = (n: number): string => new Date(Date.UTC(2031, 3, n)).toISOString().slice(0, 10);
    return sampleReport({
      id,
      stance,
      speaker,
      accused,
      from: date(day),
      knownFrom: date(day + late),
      objects,
      source: `Wire ${id}`,
      place: region === null ? {} : { admin1: region },
    });
  });

/** Swaps the two sides in everything that is said. */
function mirrored(report: IncidentReport): IncidentReport {
  const other = (code: string | null): string | null => (code === 'AA' ? 'BB' : code === 'BB' ? 'AA' : code);
  return { ...report, speaker: other(report.speaker), accused: other(report.accused) };
}

describe('the daily report, whatever is reported', () => {
  test('comes back swapped when the sides are swapped', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyReport, { selector: ({ id }) => id, maxLength: 12 }), (reports) => {
        const [plain, swapped] = [made(reports), made(reports.map(mirrored))];
        const other = (code: string): string => (code === 'AA' ? 'BB' : code === 'BB' ? 'AA' : code);
        const facts = ({ incidents }: DailyReport, name: (code: string) => string): readonly string[] =>
          incidents
            .map(({ from, place, grade, occurrence, attribution, status }) =>
              JSON.stringify([
                from,
                place.admin1,
                `${grade.source}${grade.information}`,
                occurrence.level,
                attribution.level,
                attribution.to.map(name).sort(),
                attribution.deniedBy.map(name).sort(),
                status,
              ]),
            )
            .sort();
        expect(facts(swapped, other)).toEqual(facts(plain, (code) => code));
        const counts = ({ charges }: DailyReport, name: (code: string) => string): readonly string[] =>
          charges
            .map(({ kind, accused, now, before }) => JSON.stringify([kind, accused === null ? null : name(accused), now, before]))
            .sort();
        expect(counts(swapped, other)).toEqual(counts(plain, (code) => code));
        const kinds = ({ findings }: DailyReport): readonly string[] => findings.map(({ kind }) => kind);
        expect(kinds(swapped)).toEqual(kinds(plain));
      }),
      { numRuns: 25 },
    );
  });

  test('does not depend on the order of what is reported, and never throws', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyReport, { selector: ({ id }) => id, maxLength: 10 }),
        fc.constantFrom<Audience>('internal', 'partners', 'parties', 'public'),
        (reports, profile) => {
          const report = made(reports, profile, '2031-05-06');
          const again = made([...reports].reverse(), profile, '2031-05-06');
          for (const language of ['de', 'en'] as const) {
            expect(renderDailyMarkdown(dailyView(again, language)).replace(/rel-\w+|[0-9a-f]{64}/g, '')).toBe(
              renderDailyMarkdown(dailyView(report, language)).replace(/rel-\w+|[0-9a-f]{64}/g, ''),
            );
          }
          expect(report.findings.length).toBeGreaterThanOrEqual(3);
          expect(report.findings.length).toBeLessThanOrEqual(6);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('gives every party the same columns, filled or empty', () => {
    const { exchanges } = made([
      charge({ id: 'irep-1' }),
      charge({ id: 'irep-2', speaker: 'BB', accused: 'AA', place: { admin1: 'BB-01' } }),
    ]);
    expect(exchanges).toHaveLength(2);
    for (const { bySide } of exchanges) expect(bySide.map(({ holder }) => holder)).toEqual(['AA', 'BB']);
    expect(exchanges.map(({ bySide }) => bySide.map(({ words }) => words.length))).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test('an incident of which more becomes known is there again, as updated and not as new', () => {
    const reports = [
      charge({ id: 'irep-1', independenceGroup: 'aa' }),
      charge({ id: 'irep-2', stance: 'denies', speaker: 'BB', independenceGroup: 'bb', knownFrom: '2031-05-03' }),
    ];
    const [first, second] = [made(reports), made(reports, 'internal', '2031-05-04')];
    expect(first.incidents.map(({ status }) => status)).toEqual(['new']);
    expect(second.incidents.map(({ status, attribution }) => [status, attribution.deniedBy])).toEqual([['updated', ['BB']]]);
    expect(second.findings.find(({ kind }) => kind === 'charges')).toMatchObject({ all: { now: { max: 0 }, before: { max: 1 } } });
    expect(made(reports, 'internal', '2031-05-05').incidents).toEqual([]);
  });

  test('counts are a range where two reports may mean one event', () => {
    const unclear = { objects: ['energy_infrastructure'] };
    const { charges, incidents, limits } = made([
      charge({ id: 'irep-1', ...unclear }),
      charge({ id: 'irep-2', ...unclear, source: 'Other Wire', speaker: null }),
    ]);
    expect(incidents.map(({ maybeSame }) => maybeSame)).toEqual([[2], [1]]);
    expect(charges.find(({ accused }) => accused === 'BB')?.now).toEqual({ min: 1, max: 2 });
    expect(limits).toContainEqual({ kind: 'maybe_same', rows: [1, 2] });
  });

  test('a reply stands in its words beside the allegation', () => {
    const reply = {
      id: 'reply-1',
      incident: 'irep-1',
      by: 'BB',
      speaker: 'Ministry of BB',
      at: '2031-05-02',
      words: 'We did not.',
      language: 'en',
      url: 'https://example.org/reply',
    };
    const report = made([charge({ id: 'irep-1' })], 'internal', '2031-05-03', { gate: { replies: [reply] } });
    const html = renderDailyHtml(dailyView(report, 'de'));
    expect(html).toContain('Erwiderung von Ministry of BB: „We did not.“');
    expect(html).toContain('<span class="line" lang="en">');
    expect(html).toContain('https://example.org/reply');
  });

  test('foreign words can neither run, nor break out of a table, nor reorder a line', () => {
    const source = '<script>alert(1)</script> | [x](javascript:1) `\n# no\u202e';
    const report = made([
      charge({ id: 'irep-1', source, url: 'javascript:alert(1)' }),
      charge({ id: 'irep-2', source: 'b', speaker: null, url: 'https://a.example/"><script>', place: { admin1: 'AA-02' } }),
    ]);
    const view = dailyView(report, 'en');
    const html = renderDailyHtml(view);
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/href="javascript/i);
    expect(html).not.toContain('\u202e');
    const markdown = renderDailyMarkdown(view);
    expect(markdown).not.toMatch(/<script|(?<!\\)\]\(javascript/);
    expect(markdown).not.toContain('\u202e');
    for (const line of markdown.split('\n').filter((text) => text.startsWith('| 1')))
      expect(line.match(/(?<!\\)\|/g)?.length).toBeGreaterThan(3);
    expect(renderDailyText(view)).not.toContain('\u202e');
    expect(() => JSON.parse(renderDailyJson(report))).not.toThrow();
  });

  test('a day on which nothing is known says so, and is no empty page', () => {
    const report = made([], 'public');
    const text = renderDailyText(dailyView(report, 'de'));
    expect(text).toContain('Seit dem vorigen Bericht kam kein Vorfall hinzu');
    expect(report.findings.length).toBe(3);
  });

  test('the text keeps to its columns', () => {
    const report = made([charge({ id: 'irep-1', source: 'A Source With A Rather Long Name Of Its Own' })]);
    for (const width of [40, 80]) {
      for (const line of renderDailyText(dailyView(report, 'en'), { width }).split('\n')) expect(line.length).toBeLessThanOrEqual(width);
    }
  });

  test('a thousand incidents make a page of a hundred rows that says of how many', () => {
    const many = Array.from({ length: 1000 }, (_, i) =>
      charge({
        id: `irep-${i}`,
        source: `Wire ${i}`,
        place: { admin1: `AA-${i % 120}` },
        objects: i % 2 ? ['rail'] : ['port'],
        speaker: null,
      }),
    );
    const report = made(many);
    expect(report.incidents.length).toBeGreaterThan(100);
    const html = renderDailyHtml(dailyView(report, 'en'));
    expect(html.match(/<tr id="i\d+"/g)).toHaveLength(100);
    expect(html).toContain(`100 of ${report.incidents.length} incidents`);
  });
});
