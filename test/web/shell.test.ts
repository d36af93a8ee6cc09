import { describe, expect, test } from 'vitest';
import { appOf, exampleMaterial } from './example-site.ts';

const app = appOf(await exampleMaterial());
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => Promise.resolve(app.request(path, { headers }));

describe('every answer', () => {
  test.for(['/', '/?asof=2025-03-19', '/nowhere', '/?asof=yesterday', '/dossier.json'])('%s is secured', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  test('another name for this machine is not answered, so that no page elsewhere can read these', async () => {
    const response = await get('http://evil.example/', { host: 'evil.example' });
    expect(response.status).toBe(421);
    expect((await get('/', { host: '127.0.0.1:4160' })).status).toBe(200);
  });

  test('what does not exist is 404, what cannot be used is 400 and named', async () => {
    expect((await get('/a/agr-none')).status).toBe(404);
    const wrong = await get('/?asof=%3Cscript%3Ealert(1)%3C/script%3E&lang=en');
    expect(wrong.status).toBe(400);
    const html = await wrong.text();
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('<script>alert');
  });
});

describe('the state', () => {
  test('the language is that of the address, then of the browser, then German', async () => {
    expect(await (await get('/?lang=en', { 'accept-language': 'de' })).text()).toContain('<html lang="en"');
    expect(await (await get('/', { 'accept-language': 'fr, en;q=0.8, de;q=0.5' })).text()).toContain('<html lang="en"');
    expect(await (await get('/')).text()).toContain('<html lang="de"');
  });

  test('links carry the state along', async () => {
    const html = await (await get('/?asof=2025-03-19&lang=en&theme=dark')).text();
    expect(html).toContain('data-theme="dark"');
    expect(html).toMatch(/href="\/a\/agr-[0-9a-f]+\?asof=2025-03-19&amp;theme=dark&amp;lang=en"/);
  });

  test('nothing inline: no script, no style, no handler', async () => {
    const html = await (await get('/?lang=de')).text();
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/i);
  });
});

test('style and scripts are served under the hash of their content, for good', async () => {
  const html = await (await get('/')).text();
  const href = /href="(\/assets\/[0-9a-f]+\/style\.css)"/.exec(html)?.[1] ?? '';
  const response = await get(href);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect((await get('/assets/0000000000/style.css')).status).toBe(404);
});
