import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeDesk } from '../../src/app/desk.ts';
import { readIncidents } from '../../src/app/read-incidents.ts';
import { nodeFiles } from '../../src/feeds/index.ts';
import type { Audience } from '../../src/model/index.ts';
import { makeApp } from '../../src/web/app.tsx';
import { readAssets } from '../../src/web/assets.ts';
import { exampleMaterial } from './example-site.ts';

const table = new URL('../../examples/energy-halt-2025-incidents.csv', import.meta.url).pathname;
const now = '2026-01-05T10:20:30.000Z';
const pages: Partial<Record<Audience, ReturnType<typeof makeApp>>> = {};

beforeAll(async () => {
  const [material, tables] = await Promise.all([exampleMaterial(), readIncidents([table], nodeFiles, now)]);
  const fail = (fault: unknown): never => {
    throw fault;
  };
  for (const profile of ['internal', 'public'] as const)
    pages[profile] = makeApp({
      desk: makeDesk(material, { reports: tables.reports }, profile, now),
      profile,
      language: 'de',
      now: () => now,
      assets: readAssets(),
      failed: fail,
    });
});

async function get(path: string, profile: Audience = 'internal'): Promise<{ status: number; text: string }> {
  const response = await pages[profile]?.request(path);
  return { status: response?.status ?? 0, text: (await response?.text()) ?? '' };
}

const idsIn = (html: string): string[] => [...html.matchAll(/href="\/i\/([^"?]+)/g)].map((found) => found[1] ?? '');

describe('the page of incidents', () => {
  test('shows map, timeline and list, with counts in the headings', async () => {
    const { status, text } = await get('/i?lang=en');
    expect(status).toBe(200);
    expect(text).toMatch(/<h1>Incidents <span class="count">\d+ to \d+ incidents/);
    expect(text).toContain('<svg class="map"');
    expect(text).toContain('<svg class="timeline"');
    expect(text).toContain('Boundaries as recognised by the UN General Assembly (A/RES/68/262). Lines of control are not shown.');
    expect(new Set(idsIn(text)).size).toBeGreaterThan(20);
  });

  test('every state is an address: a selection narrows map, timeline, list and downloads alike', async () => {
    const { text } = await get('/i?lang=en&accused=RU&from=2025-03-24&to=2025-03-31');
    const ids = new Set(idsIn(text));
    expect(ids.size).toBeGreaterThan(1);
    const csv = await get('/incidents.csv?accused=RU&from=2025-03-24&to=2025-03-31');
    expect(csv.text.trim().split('\r\n').length - 1).toBe(ids.size);
    expect(text).toContain('href="/incidents.csv?accused=RU&amp;from=2025-03-24&amp;to=2025-03-31&amp;lang=en"');
    expect(text).toMatch(/<a href="\/i\?accused=RU&amp;to=2025-03-31&amp;lang=en" title="without/);
  });

  test('what cannot be used is named, and nothing is guessed in its place', async () => {
    for (const query of ['grade=9', 'from=2025-13-01', 'verdict=guilty', 'view=moon', 'accused=%3Cscript%3E', 'skip=x'])
      expect((await get(`/i?${query}`)).status).toBe(400);
  });

  test('a selection that nothing fits says so', async () => {
    const { status, text } = await get('/i?lang=en&from=2024-01-01&to=2024-01-02');
    expect(status).toBe(200);
    expect(text).toContain('No incident fits this selection.');
  });

  test('the public page carries ranges, its lag, and nothing finer than a region', async () => {
    const { text } = await get('/i?lang=en', 'public');
    expect(text).toContain('Complete before');
    expect(text).not.toContain('class="known"');
    expect(text).not.toMatch(/G25-/);
    const geo = JSON.parse((await get('/incidents.geojson', 'public')).text);
    expect(geo.features.every(({ properties }: { properties: { place: string } }) => properties.place !== 'cell')).toBe(true);
  });

  test('there is no list of what happened at one cell', async () => {
    expect((await get('/i?lang=en')).text).not.toMatch(/[?&;](cell|site)=/);
  });
});

describe('the page of one incident', () => {
  test('keeps occurrence, attribution, grade and coverage apart, and judges under each reading with the way there', async () => {
    const list = await get('/i?lang=en&accused=RU');
    const { status, text } = await get(`/i/${idsIn(list.text)[0]}?lang=en`);
    expect(status).toBe(200);
    for (const word of [
      'Occurrence',
      'Attribution',
      'Grade',
      'Coverage',
      'What each side says of it',
      'By each reading',
      'How the verdict came about',
    ])
      expect(text.toLowerCase()).toContain(word.toLowerCase());
    expect(text).toContain('not that anybody broke anything');
  });

  test('an unknown id is missing', async () => expect((await get('/i/inc-none')).status).toBe(404));

  test('never says that anybody violated anything', async () => {
    for (const path of ['/i', `/i/${idsIn((await get('/i')).text)[0]}`, '/compliance'])
      for (const lang of ['de', 'en']) {
        const { text } = await get(`${path}?lang=${lang}`);
        // Quotations are somebody else's words.
        const ours = (/<main.*<\/main>/s.exec(text)?.[0] ?? '').replace(/<(p|mark)[^>]*class="(?:words|source)[^"]*"[^>]*>.*?<\/\1>/gs, '');
        expect(ours.match(/.{40}(?:violat|verletzt|verstößt|Verstoß|breach).{20}/gis) ?? []).toEqual([]);
      }
  });
});

describe('the page of compliance', () => {
  test('counts by reading, day and side, names the gaps and the period before, and has no score', async () => {
    const { status, text } = await get('/compliance?lang=en');
    expect(status).toBe(200);
    expect(text).toContain('There is no score and no ranking.');
    expect(text).toMatch(/: no sources/);
    expect(text).toMatch(/before \(/);
  });

  test('the period can be moved and is bounded', async () => {
    const { text } = await get('/compliance?lang=en&from=2025-03-20&to=2025-03-26');
    expect(text).toContain('20 March 2025 to 26 March 2025');
    expect(text).toContain('from=2025-03-13&amp;to=2025-03-19');
    expect((await get('/compliance?lang=en&from=1900-01-01&to=2025-03-26')).text.length).toBeLessThan(200_000);
  });

  test('as rows for a program', async () => {
    const { text } = await get('/compliance.csv');
    expect(text.split('\r\n')[0]).toBe('agreement,reading,day,accused,verdict,grade,min,max,gaps');
  });
});

test.for(['/i', '/i?view=near', '/compliance'])('%s is at most 15 KB', async (path) => {
  for (const profile of ['internal', 'public'] as const)
    expect(gzipSync((await get(`${path}${path.includes('?') ? '&' : '?'}lang=de`, profile)).text).length).toBeLessThanOrEqual(15 * 1024);
});

test('the base map is served for good under the hash of its content, at most 45 KB', async () => {
  const { text } = await get('/i');
  const href = /<image href="([^"]+)"/.exec(text)?.[1] ?? '';
  expect(href).toMatch(/^\/assets\/[0-9a-f]+\/map-\w+\.svg$/);
  const response = await pages.internal?.request(href);
  expect(response?.headers.get('content-type')).toBe('image/svg+xml');
  expect(response?.headers.get('cache-control')).toContain('immutable');
  expect(gzipSync((await response?.text()) ?? '').length).toBeLessThanOrEqual(45 * 1024);
});

describe('charges by side on the first page', () => {
  test('stand in the same columns for both sides, and lead to the incidents they count', async () => {
    const { text } = await get('/?lang=en');
    const rows = [
      ...text.matchAll(/<a href="(\/i\?accused=(\w\w)[^"]*)">(\d+)(?:–(\d+))?<\/a><\/td><td>([\d–]+)<\/td><td>([\d–]+)<\/td>/g),
    ];
    expect(rows.map(([, , side]) => side)).toEqual(['RU', 'UA']);
    for (const [, href = '', , least = '', most = least] of rows) {
      const list = await get(href.replaceAll('&amp;', '&'));
      expect(list.text).toContain(`<h1>Incidents <span class="count">${least === most ? least : `${least} to ${most}`} incidents`);
    }
    expect(text).toContain('A charge does not say who did it.');
  });

  test('are ranges where the gate tells no small counts', async () => {
    const { text } = await get('/?lang=en', 'public');
    const counts = [...text.matchAll(/<a href="\/i\?accused=\w\w[^"]*">([\d–]+)<\/a><\/td><td>([\d–]+)<\/td><td>([\d–]+)<\/td>/g)];
    expect(counts.length).toBe(2);
    expect(counts.flatMap(([, ...cells]) => cells).filter((cell) => /^[1-4]$/.test(cell))).toEqual([]);
  });
});
