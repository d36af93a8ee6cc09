import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { makeDesk } from '../../src/app/desk.ts';
import { makeApp } from '../../src/web/app.tsx';
import { readAssets } from '../../src/web/assets.ts';
import { appOf, exampleMaterial } from './example-site.ts';

const material = await exampleMaterial();
const app = appOf(material);
const get = (path: string): Promise<Response> => Promise.resolve(app.request(path));
const NOW = '2025-04-20T10:00:00.000Z';
const { daily } = makeDesk(material);

describe('the daily report', () => {
  test('stands under its day and, for the last day that is over, under its own name; both lead on and back', async () => {
    const days = daily.days(NOW);
    const last = days.at(-1) ?? '';
    expect(days.length).toBeGreaterThan(2);
    const [latest, dated] = await Promise.all(['/report?lang=de', `/report/${last}?lang=de`].map(async (path) => (await get(path)).text()));
    expect(latest).toBe(dated);
    expect(latest).toContain(`href="/report/${days.at(-2)}?lang=de"`);
    expect(latest).toContain('href="/?lang=de"');
    expect(latest).not.toContain('rel="next"');
    expect(await (await get(`/report?day=${days[0]}&lang=de`)).text()).toContain('rel="next"');
  });

  test('its rules apply although nothing else written into a page does', async () => {
    const response = await get('/report?lang=en');
    const style = /<style>([\s\S]*?)<\/style>/.exec(await response.text())?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' 'sha256-${hash}'`);
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    expect((await get('/')).headers.get('content-security-policy')).not.toContain('sha256');
  });

  test('is taken along as Markdown and as data', async () => {
    const date = daily.days(NOW)[0];
    expect(await (await get(`/report/${date}.md?lang=en`)).text()).toMatch(/^# /);
    expect(JSON.parse(await (await get(`/report/${date}.json`)).text())).toMatchObject({ period: { date } });
    // Nothing to print with was given.
    expect((await get(`/report/${date}.pdf`)).status).toBe(404);
  });

  test('there is none of a day that is not over, that is none, or before anything is known', async () => {
    for (const path of ['/report/2025-04-20', '/report/2025-02-30', '/report/nonsense.json', '/report?day=x']) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
    expect(daily.report('2025-04-20', 'public', '2025-04-20T14:59:00Z')).toBeNull();
    expect(daily.report('2025-04-20', 'public', '2025-04-20T15:00:00Z')).not.toBeNull();
  });

  test('a report printed as PDF comes as one', async () => {
    const printing = makeApp({
      desk: makeDesk(material),
      profile: 'internal',
      language: 'en',
      now: () => NOW,
      assets: readAssets(),
      failed: () => undefined,
      print: (html) => Promise.resolve(new TextEncoder().encode(html.includes('class="bar"') ? 'with the bar' : '%PDF')),
    });
    const response = await printing.request(`/report/${daily.days(NOW)[0]}.pdf`);
    expect([response.headers.get('content-type'), await response.text()]).toEqual(['application/pdf', '%PDF']);
  });
});
