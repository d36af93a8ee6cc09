import { describe, expect, test } from 'vitest';
import { makeDesk } from '../../src/app/desk.ts';
import { holdsWords, parseQuery } from '../../src/text/search/index.ts';
import { makeApp } from '../../src/web/app.tsx';
import { readAssets } from '../../src/web/assets.ts';
import type { Site } from '../../src/web/site.ts';
import { exampleMaterial } from './example-site.ts';

const material = await exampleMaterial();
const site: Site = {
  desk: makeDesk(material),
  profile: 'internal',
  language: 'de',
  now: () => '2025-04-20T10:00:00.000Z',
  assets: readAssets(),
  isServed: true,
  failed: (fault) => {
    throw fault;
  },
};
const app = makeApp(site);
const text = async (path: string): Promise<string> => (await app.request(path)).text();
const hitsIn = (html: string): readonly string[] => html.match(/<li class="entry">[\s\S]*?<\/li>/g) ?? [];

describe('the search', () => {
  test('finds statements by other forms of a word and marks them, newest first, each with its page', async () => {
    const html = await text('/search?q=angriff&lang=de');
    const hits = hitsIn(html);
    expect(hits.length).toBeGreaterThan(3);
    for (const hit of hits) {
      expect(hit).toMatch(/<mark>[^<]*an(?:ge)?gr(?:iff|eif)[^<]*<\/mark>/i);
      const path = /href="(\/s\/[^"]+)"/.exec(hit)?.[1]?.replaceAll('&amp;', '&') ?? '';
      expect((await app.request(path)).status).toBe(200);
    }
    const found = site.desk.search.find({ typed: 'angriff', kind: 'statement', fields: {}, isKnown: () => true });
    const dates = found.map(({ report }) => report.date?.slice(0, 10) ?? '');
    expect(dates).toEqual(dates.toSorted().reverse());
  });

  test('finds the same with the index as by reading everything', () => {
    for (const typed of ['angriff', 'waffenruhe energie', '"30 Tage"', 'waffenruhe -russland', '30']) {
      for (const kind of ['statement', 'text'] as const) {
        const { find } = site.desk.search;
        const found = find({ typed, kind, fields: {}, isKnown: () => true }).map(({ passage }) => passage.id);
        const held = find({ typed: '', kind, fields: {}, isKnown: () => true }).filter(({ exact, report }) =>
          holdsWords(exact, report.language, parseQuery(typed)),
        );
        expect(found).toEqual(held.map(({ passage }) => passage.id));
      }
    }
  });

  test('is narrowed by holder and day, and by what was known', async () => {
    const holder = site.desk.holders[0]?.code ?? '';
    const all = { typed: '', kind: 'statement', fields: {}, isKnown: () => true } as const;
    const own = site.desk.search.find({ ...all, fields: { holder } });
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ passage }) => passage.holders.includes(holder))).toBe(true);
    expect(hitsIn(await text('/search?q=waffenruhe&to=2024-01-01'))).toEqual([]);
    expect(hitsIn(await text('/search?q=waffenruhe&asof=2024-01-01'))).toEqual([]);
    expect((await app.request('/search?from=gestern')).status).toBe(400);
  });

  test('what is typed is shown and never run', async () => {
    const html = await text(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(html).not.toContain('<script>alert');
  });

  test('is there only where pages are served to the desk itself', async () => {
    const { isServed: _, ...published } = site;
    for (const other of [
      makeApp(published),
      makeApp({ ...site, desk: makeDesk(site.desk.material, undefined, 'public', '2026-01-05T10:00:00.000Z'), profile: 'public' }),
    ]) {
      expect((await other.request('/search?q=a')).status).toBe(404);
      expect(await (await other.request('/')).text()).not.toContain('/search');
    }
    expect(await text('/')).toContain('/search');
  });
});
