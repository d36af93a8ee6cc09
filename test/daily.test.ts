import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeDailyReport } from '../src/app/daily.ts';
import { type Material, readMaterial } from '../src/app/read-book.ts';
import { type ReadIncidents, readIncidents } from '../src/app/read-incidents.ts';
import { readBaseMap } from '../src/feeds/base-map.ts';
import { nodeFiles } from '../src/feeds/index.ts';
import type { Audience } from '../src/model/index.ts';
import {
  type DailyReport,
  dailyMap,
  dailyView,
  renderDailyHtml,
  renderDailyJson,
  renderDailyMarkdown,
  reportNumber,
  reportPeriod,
} from '../src/report/daily/index.ts';

// As in golden.test.ts: `UPDATE=1 npx vitest run test/daily` writes the files, which are then read in the diff.
const update = process.env['UPDATE'] === '1' && !process.env['CI'];
const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

function expectGolden(name: string, given: string): void {
  // A checksum changes with every field of a release, also with those that no reader of a report sees.
  const actual = given
    .replace(/\brel-[0-9a-f]{12}\b/g, 'rel-000000000000')
    .replace(/\b[0-9a-f]{64}\b/g, '0'.repeat(64))
    .replace(/"id": "inc-\w+"/g, '"id": "inc-0"');
  const path = at(`test/golden/${name}`);
  if (update) writeFileSync(path, actual);
  expect(existsSync(path), `${name} does not exist; run with UPDATE=1 and read it`).toBe(true);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}

describe('the daily report of the bundled example', () => {
  let material: Material;
  let incidents: ReadIncidents;
  beforeAll(async () => {
    material = await readMaterial([], nodeFiles, { curated: [at('data/agreements/energy-halt-2025-03.yaml')] });
    incidents = await readIncidents([at('examples/energy-halt-2025-incidents.csv')], nodeFiles, '2026-01-01T00:00Z');
  });

  const made = (date: string, profile: Audience, cutOff = '18:00', reports = incidents.reports): ReturnType<typeof makeDailyReport> => {
    const period = reportPeriod(date, cutOff, 'Europe/Kyiv');
    if (period === null) throw new Error('no period');
    return makeDailyReport(material, reports, { period, number: reportNumber(date), profile });
  };
  const kept = new Map<string, ReturnType<typeof makeDailyReport>['report']>();
  const reportOf = (date: string, profile: Audience): DailyReport => {
    const key = `${date} ${profile}`;
    const report = kept.get(key) ?? made(date, profile).report;
    kept.set(key, report);
    return report;
  };
  /** The agreement is known from the 19th on. */
  const days = (step = 1): readonly string[] =>
    Array.from({ length: Math.ceil(36 / step) }, (_, i) => new Date(Date.UTC(2025, 2, 19 + i * step)).toISOString().slice(0, 10));

  test('every line of the table is taken', () => {
    expect(incidents.problems).toEqual([]);
    expect(incidents.rejectedRows).toEqual([]);
    expect(incidents.reports.length).toBeGreaterThanOrEqual(60);
    expect(incidents.reports.every(({ url }) => url !== null)).toBe(true);
  });

  test('every incident of March is new in exactly one report; they are more than twelve, and both sides are charged and answer', () => {
    const march = days().slice(0, 13);
    // What became known before the first of these reports is in none of them.
    const before = made('2025-03-18', 'internal').released.incidents.length;
    const rows = march.flatMap((date) => reportOf(date, 'internal').incidents.filter(({ status }) => status === 'new'));
    const claimed = made('2025-03-31', 'internal').released.incidents.filter(({ occurrence }) => occurrence.why.code !== 'only_denials');
    expect(rows.length).toBe(claimed.length - before);
    expect(rows.length).toBeGreaterThanOrEqual(12);
    for (const code of ['RU', 'UA']) {
      expect(rows.some(({ attribution }) => attribution.to.includes(code))).toBe(true);
      const words = march.flatMap((date) =>
        reportOf(date, 'internal').exchanges.flatMap(({ bySide }) => bySide.find(({ holder }) => holder === code)?.words ?? []),
      );
      expect(words.some(({ stance }) => stance === 'denies')).toBe(true);
    }
  });

  test('as Markdown, for the desk, in German', () => {
    expectGolden('daily.internal.de.md', renderDailyMarkdown(dailyView(made('2025-03-27', 'internal', '24:00').report, 'de')));
  });

  test('as Markdown, for the public, in English', () => {
    expectGolden('daily.public.en.md', renderDailyMarkdown(dailyView(made('2025-04-09', 'public').report, 'en')));
  });

  test('as a page', () => {
    expectGolden('daily.public.de.html', renderDailyHtml(dailyView(made('2025-03-29', 'public').report, 'de')));
  });

  test('as data', () => {
    expectGolden('daily.public.json', renderDailyJson(made('2025-03-29', 'public').report));
  });

  test('does not depend on the order of the lines', () => {
    const turned = made('2025-03-27', 'internal', '24:00', [...incidents.reports].reverse()).report;
    const plain = made('2025-03-27', 'internal', '24:00').report;
    expect(renderDailyMarkdown(dailyView(turned, 'de'))).toBe(renderDailyMarkdown(dailyView(plain, 'de')));
  });

  test('a page with its map holds nothing from elsewhere and runs nothing', async () => {
    const { report, released } = made('2025-04-06', 'internal', '24:00');
    const map = dailyMap(report, released, await readBaseMap(nodeFiles), 'en');
    const html = renderDailyHtml(dailyView(report, 'en'), { map });
    expect(html).toContain('<svg class="map"');
    expect(html).not.toMatch(/<(?:script|link|iframe|img|object)\b|url\((?!#)|@import|\son\w+=/i);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html.match(/<table\b/g)?.length).toBe(html.match(/<caption>/g)?.length);
  });

  test('never says that anybody violated anything, and ranks nobody', () => {
    for (const date of days(4)) {
      for (const profile of ['internal', 'public'] as const) {
        const report = reportOf(date, profile);
        for (const language of ['de', 'en'] as const) {
          // Addresses are those of others.
          const text = renderDailyMarkdown(dailyView(report, language)).replace(/<https?:[^>]*>/g, '');
          expect(text).not.toMatch(/violat|verletz|verstoß|verstieß|breached the|more often than|öfter als|am meisten/i);
        }
      }
    }
  });

  test('says three to six things at the top, of every party alike', () => {
    for (const date of days(4)) {
      const { findings, charges } = reportOf(date, 'public');
      expect(findings.length).toBeGreaterThanOrEqual(3);
      expect(findings.length).toBeLessThanOrEqual(6);
      expect(charges.filter(({ kind }) => kind === 'side').map(({ accused }) => accused)).toEqual(['RU', 'UA']);
    }
  });

  test('gives the public nothing younger than its lag, and no count of what waits', () => {
    for (const date of days(4)) {
      const report = reportOf(date, 'public');
      const last = new Date(Date.parse(report.period.until) - 72 * 3_600_000).toISOString().slice(0, 10);
      for (const { from, to, objects } of report.incidents) {
        const isEnergy = objects.some((code) => code.includes('energy') || code.includes('power') || code.includes('oil'));
        if (isEnergy) expect((to ?? from ?? '') < last, `${date}: ${from}`).toBe(true);
      }
      expect(report.limits.some(({ kind }) => kind === 'dated_to_the_day')).toBe(false);
    }
  });

  test('a report is the same whenever it is made', () => {
    const one: DailyReport = made('2025-03-29', 'public').report;
    expect(renderDailyJson(made('2025-03-29', 'public').report)).toBe(renderDailyJson(one));
    expect(one.card.createdAt).toBe('2025-03-29T16:00Z');
  });
});
