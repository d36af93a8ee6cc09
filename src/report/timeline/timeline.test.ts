import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DossierAgreement, Incident, Reading } from '../../model/index.ts';
import { BLANK_READING } from '../../model/index.ts';
import { sampleIncident, sampleProfile, sampleReleased } from '../sample-released.ts';
import type { Side } from '../sides.ts';
import { clockBarsOf } from './clock-bars.ts';
import { columnStart, daysBetween, daysPerColumn, dayText, ticksIn } from './day-window.ts';
import { groupByTime } from './time-groups.ts';
import { type TimelineInput, timelineSvg } from './timeline-svg.ts';

const sides: readonly Side[] = [
  { code: 'AA', name: 'Aland', slot: 0 },
  { code: 'BB', name: 'Beland', slot: 1 },
];
const by = (...codes: string[]): { by: string[] } => ({ by: codes });
const incidents: readonly Incident[] = [
  sampleIncident({ id: 'a', from: '2025-03-18', attribution: by('AA') }),
  sampleIncident({ id: 'b', from: '2025-03-18T22:10Z', attribution: by('AA'), maybe: ['a-r'] }),
  sampleIncident({ id: 'c', from: '2025-03-19', attribution: by('BB') }),
  sampleIncident({ id: 'd', from: '2025-03-20', to: '2025-03-23', attribution: by('BB') }),
  sampleIncident({ id: 'e', from: '2025-03', attribution: by('Sample Wire') }),
  sampleIncident({ id: 'f', attribution: by('AA') }),
];
const gaps = [{ from: '2025-03-20', to: '2025-03-22', side: 'AA', source: null, why: 'source_silent' }];
const clocks = [
  { holder: 'AA', from: '2025-03-18', to: '2025-04-17' },
  { holder: 'BB', from: '2025-03-25', to: null },
  { holder: 'CC', from: null, to: null },
];

const draw = (fields: Partial<TimelineInput> = {}): ReturnType<typeof timelineSvg> =>
  timelineSvg({
    book: sampleReleased(incidents, { gaps }),
    sides,
    holders: [...sides, { code: 'CC', name: 'Celand', slot: 2 }],
    clocks,
    language: 'en',
    window: null,
    linkTo: ({ from, to }, side) => `?from=${dayText(from)}&to=${dayText(to - 1)}&by=${side}`,
    id: 't',
    ...fields,
  });

describe('the timeline of incidents', () => {
  test('groups by the days that are known, and leaves aside what has none', () => {
    const groups = groupByTime(sampleReleased(incidents), sides);
    expect(groups.columns.map(({ from, bySide }) => [dayText(from), bySide])).toEqual([
      ['2025-03-18', [{ side: 'AA', count: { min: 1, max: 2 } }]],
      ['2025-03-19', [{ side: 'BB', count: { min: 1, max: 1 } }]],
    ]);
    expect(groups.spans.map(({ from, to }) => [dayText(from), dayText(to - 1)])).toEqual([
      ['2025-03-01', '2025-03-31'],
      ['2025-03-20', '2025-03-23'],
    ]);
    expect(groups.undated.map(({ id }) => id)).toEqual(['f']);
  });

  test('each mark is a link that says when, who and how much; an uncertain day says between which days', () => {
    const labels = [...draw().svg.matchAll(/<a href="[^"]+" aria-label="([^"]+)"/g)].map((found) => found[1]);
    expect(labels).toEqual([
      '18 March 2025: Aland: 1 to 2 incidents',
      'between 20 March 2025 and 23 March 2025: Beland: 1 incident',
      '19 March 2025: Beland: 1 incident',
      'between 1 March 2025 and 31 March 2025: Others: 1 incident',
    ]);
  });

  test('clocks without an end or a beginning say so and are dashed', () => {
    const rows = [...draw().svg.matchAll(/<g class="clock"[^>]*aria-label="([^"]+)">(.*?)<\/g>/g)].map((found) => [
      found[1],
      found[2]?.includes('dasharray'),
    ]);
    expect(rows).toEqual([
      ['Aland: 18 March 2025 – 17 April 2025', false],
      ['Beland: 25 March 2025 – end not stated', true],
      ['Celand: start not stated – end not stated', true],
    ]);
  });

  test('a gap of a side is drawn in its band alone', () => {
    expect([...draw().svg.matchAll(/class="gap"[^>]*aria-label="([^"]+)"/g)].map((found) => found[1])).toEqual([
      'between 20 March 2025 and 21 March 2025: Aland: no sources',
    ]);
  });

  test('the sides swapped give the same picture with the shapes swapped', () => {
    const other = (code: string): string => ({ AA: 'BB', BB: 'AA' })[code] ?? code;
    const swapped = incidents.map((incident) => ({
      ...incident,
      attribution: { ...incident.attribution, by: incident.attribution.by.map(other) },
    }));
    const turned = sides.map((side) => ({ ...side, code: other(side.code) }));
    const { svg } = draw({
      book: sampleReleased(swapped, { gaps: gaps.map((gap) => ({ ...gap, side: 'BB' })) }),
      sides: turned,
      holders: [...turned, { code: 'CC', name: 'Celand', slot: 2 }],
      clocks: clocks.map((clock) => ({ ...clock, holder: other(clock.holder) })),
      linkTo: ({ from, to }, side) => `?from=${dayText(from)}&to=${dayText(to - 1)}&by=${other(side)}`,
    });
    expect(svg).toBe(draw().svg);
  });

  test('small numbers are ranges where the profile wants it', () => {
    const { svg } = draw({ book: sampleReleased(incidents, { profile: sampleProfile({ minimumCount: 5 }) }) });
    expect(svg).toContain('Aland: 1 to 4 incidents');
    expect(svg).not.toMatch(/: 1 incident"/);
  });

  test('nothing dated draws nothing', () => {
    expect(draw({ book: sampleReleased([sampleIncident({})]) }).svg).toBe('');
  });

  test('any dates are drawn within the picture', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((n) => dayText(n));
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.option(day)), { minLength: 1, maxLength: 30 }), (dates) => {
        const some = dates.map(([from, to], at) => sampleIncident({ id: `i${at}`, from, to, attribution: by(at % 2 ? 'AA' : 'BB') }));
        const { svg, groups } = draw({ book: sampleReleased(some), clocks: [] });
        expect(groups.dated).toHaveLength(some.length);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 40 },
    );
  });
});

describe('windows of days', () => {
  test.for<[string | null, string | null, string, string]>([
    ['2025-03-18', null, '2025-03-18', '2025-03-18'],
    ['2025-03-18T23:59Z', null, '2025-03-18', '2025-03-18'],
    ['2025-03-18', '2025-03-19', '2025-03-18', '2025-03-19'],
    ['2025-03', null, '2025-03-01', '2025-03-31'],
    ['2025-W12', null, '2025-03-17', '2025-03-23'],
    [null, '2025-03-19', '2025-03-19', '2025-03-19'],
    ['2025-03-19', '2025-03-18', '2025-03-19', '2025-03-19'],
  ])('%s to %s is from %s to %s', ([from, to, first, last]) => {
    const days = daysBetween(from, to);
    expect(days && [dayText(days.from), dayText(days.to - 1)]).toEqual([first, last]);
  });

  test('no date is no window', () => expect(daysBetween(null, 'soon')).toBeNull());

  test('a column holds its day, and weeks begin on Mondays', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom<1 | 7 | 28>(1, 7, 28), (day, width) => {
        const start = columnStart(day, width);
        expect(start <= day && day < start + width).toBe(true);
        if (width > 1) expect(new Date(start * 86_400_000).getUTCDay()).toBe(1);
      }),
    );
  });

  test('few labels stand in any window', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 20_000 }), fc.integer({ min: 1, max: 5_000 }), (from, length) => {
        expect(ticksIn({ from, to: from + length }).length).toBeLessThanOrEqual(14);
        expect(length / daysPerColumn({ from, to: from + length })).toBeLessThanOrEqual(180);
      }),
    );
  });
});

describe('clocks of the readings', () => {
  const start = (id: string, holder: string, at: string): Reading => ({
    ...BLANK_READING,
    id,
    agreement: 'x',
    element: 'entry_into_force',
    holder,
    value: { t: 'start', mode: 'on_date_at_time', at },
  });
  const found = (clocks: DossierAgreement['clocks'], readings: readonly string[]): DossierAgreement =>
    ({ clocks, cells: [{ element: 'entry_into_force', holder: 'AA', readings, mark: 'differ' }] }) as unknown as DossierAgreement;
  const note = { de: '', en: '' };

  test('a start without a duration runs without an end; one that is no longer held does not', () => {
    const bars = clockBarsOf(found([{ holder: 'AA', iso: 'P30D', from: '2025-03-18', to: '2025-04-17', note }], ['r1', 'r2']), [
      start('r1', 'AA', '2025-03-18'),
      start('r2', 'BB', '2025-03-25T00:00Z'),
      start('r3', 'CC', '2025-03-01'),
    ]);
    expect(bars).toEqual([
      { holder: 'AA', from: '2025-03-18', to: '2025-04-17' },
      { holder: 'BB', from: '2025-03-25', to: null },
    ]);
  });

  test('the same clock twice is one, and a duration from nowhere gives way to a start', () => {
    const clock = { holder: 'AA', iso: 'P30D', from: null, to: null, note };
    expect(clockBarsOf(found([clock, clock], ['r1']), [start('r1', 'AA', '2025-03-18')])).toEqual([
      { holder: 'AA', from: '2025-03-18', to: null },
    ]);
    expect(clockBarsOf(found([clock, clock], []), [])).toEqual([{ holder: 'AA', from: null, to: null }]);
  });
});
