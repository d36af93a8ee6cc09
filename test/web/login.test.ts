import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AccountAccess } from '../../src/api/access/make-access.ts';
import type { Accounts } from '../../src/app/accounts/accounts.ts';
import { makeDesk } from '../../src/app/desk.ts';
import type { BookStore } from '../../src/store/index.ts';
import { makeApp } from '../../src/web/app.tsx';
import { readAssets } from '../../src/web/assets.ts';
import { accessOfTest } from '../accounts/access-of-test.ts';
import { newBook, STORES } from '../store/stores.ts';
import { materialOf } from './example-site.ts';

const by = { author: { kind: 'person', name: 'Ada' } } as const;
const PASSWORD = 'a sentence to remember';
const OWN = { 'sec-fetch-site': 'same-origin' };
const NASTY = '<script>alert(1)</script>"\'><img src=x>';
const now = (): string => new Date().toISOString();
const assets = readAssets();
const kind = STORES[0] as (typeof STORES)[number];

let store: BookStore;
let accounts: Accounts;
let access: AccountAccess;
let app: ReturnType<typeof makeApp>;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2025-04-20T10:00:00Z') });
  ({ store } = await newBook(kind, { now }));
  ({ accounts, access } = accessOfTest(store, { now, isLocal: false }));
  await accounts.users.add({ name: 'Ada', role: 'admin', password: PASSWORD }, by);
  await accounts.users.add({ name: NASTY, role: 'editor', password: PASSWORD }, by);
  app = makeApp(
    {
      desk: makeDesk(materialOf([]), { reports: [] }, 'internal', now()),
      profile: 'internal',
      language: 'de',
      now,
      assets,
      isServed: true,
      login: access,
      failed: (fault) => {
        throw fault;
      },
    },
    { local: false },
  );
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
  await kind.stop();
});

const post = (path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = OWN): Promise<Response> =>
  Promise.resolve(app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers }));
const cookieOf = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const logIn = (name = 'Ada', more: Readonly<Record<string, string>> = {}): Promise<Response> =>
  post('/login?lang=en', { name, password: PASSWORD, ...more });
const html = async (path: string, cookie = ''): Promise<string> => (await app.request(path, { headers: { cookie } })).text();
const tokenIn = (page: string): string => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';

describe('the page to log in', () => {
  test('is a form that needs no scripts, in both languages, and every page leads to it', async () => {
    const de = await html('/login?lang=de');
    expect(de).toContain('<html lang="de"');
    expect(de).toContain('autocomplete="current-password"');
    expect(de).not.toContain('<script');
    expect(await html('/login?lang=en')).toContain('Whoever is logged in');
    expect(await html('/sources?lang=en')).toContain('href="/login?next=%2Fsources&amp;lang=en"');
  });

  test('leads back to where one was, with name and role in the head; and out again', async () => {
    const response = await logIn('ada', { next: '/sources' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/sources?lang=en']);
    const cookie = cookieOf(response);
    const page = await html('/sources?lang=en', cookie);
    expect(page).toContain('<bdi>Ada</bdi> <span class="role">(admin)</span>');
    expect(await html('/sources?lang=de', cookie)).toContain('(Verwaltung)');
    const token = tokenIn(page);
    for (const [fields, headers] of [
      [{ token }, {}],
      [{ token }, { 'sec-fetch-site': 'cross-site' }],
      [{ token: 'x' }, OWN],
      [{}, OWN],
    ] as const) {
      expect((await post('/logout?lang=en', fields, { cookie, ...headers })).status).toBe(403);
      expect(await html('/?lang=en', cookie)).toContain('<bdi>Ada</bdi>');
    }
    const out = await post('/logout?lang=en', { token }, { cookie, ...OWN });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/?lang=en']);
    expect(await html('/?lang=en', cookie)).not.toContain('<bdi>Ada</bdi>');
    expect((await app.request('/logout?lang=en')).headers.get('location')).toBe('/login?lang=en');
  });

  test('says alike what is wrong, keeps the name and never the password, and makes one wait', async () => {
    for (const fields of [{ name: 'Ada', password: 'a wrong sentence' }, { name: 'nobody' }, { password: '' }]) {
      const response = await logIn('x', fields);
      const page = await response.text();
      expect([fields, response.status, cookieOf(response)]).toEqual([fields, 401, '']);
      expect(page).toContain('Name or password is wrong, or the account is disabled.');
      expect(page).not.toContain('a wrong sentence');
      expect(page).not.toContain(PASSWORD);
    }
    for (let i = 0; i < 4; i++) await logIn('Ada', { password: 'a wrong sentence' });
    const waiting = await logIn('Ada');
    expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await waiting.text()).toContain('in a minute');
  });

  test('takes no form of another site, leads to no other site, and breaks no header', async () => {
    for (const headers of [{}, { 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, { origin: 'null' }])
      expect([headers, (await post('/login', { name: 'Ada', password: PASSWORD }, headers)).status]).toEqual([headers, 403]);
    expect((await post('/login', { name: 'Ada', password: PASSWORD }, { origin: 'http://localhost' })).status).toBe(303);
    for (const next of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/a\r\nSet-Cookie: x=y',
      'javascript:alert(1)',
      '/?x=//y',
      '/login',
    ])
      expect([next, (await logIn('Ada', { next })).headers.get('location')]).toEqual([next, '/?lang=en']);
    expect((await logIn('x'.repeat(20_000))).status).toBe(413);
  });

  test('shows a name with markup as it is written', async () => {
    const cookie = cookieOf(await logIn(NASTY));
    for (const path of ['/?lang=en', '/login?lang=en', '/sources?lang=de']) {
      const page = await html(path, cookie);
      expect(page).not.toMatch(/<script>alert|<img src=x/);
      expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    }
    expect(await (await logIn(`${NASTY}!`)).text()).not.toMatch(/<script>alert|<img src=x/);
  });

  test('is where one changes the own password', async () => {
    const cookie = cookieOf(await logIn());
    const token = tokenIn(await html('/login?lang=en', cookie));
    const change = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = OWN): Promise<Response> =>
      post(
        '/login/password?lang=en',
        { token, current: PASSWORD, password: 'quite another one', again: 'quite another one', ...fields },
        { cookie, ...headers },
      );
    expect((await change({}, {})).status).toBe(403);
    expect((await change({ token: '' })).status).toBe(403);
    expect(await (await change({ again: 'x' })).text()).toContain('The two new passwords differ.');
    expect((await change({ password: 'short', again: 'short' })).status).toBe(400);
    const wrong = await change({ current: 'a wrong sentence' });
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).toContain('href="/login?lang=de"');
    const done = await change({});
    expect([done.status, done.headers.get('location')]).toEqual([303, '/login?changed=yes&lang=en']);
    expect(await html('/login?changed=yes&lang=en', cookieOf(done))).toContain('The new password holds.');
    expect(await html('/login?lang=en', cookie)).toContain('Whoever is logged in');
    expect((await logIn('Ada', { password: 'quite another one' })).status).toBe(303);
  });

  test('is not there where nobody can log in', async () => {
    const files = makeApp({
      desk: makeDesk(materialOf([]), { reports: [] }),
      profile: 'internal',
      language: 'de',
      now,
      assets,
      failed: () => undefined,
    });
    expect((await files.request('/login')).status).toBe(404);
    expect(await (await files.request('/')).text()).not.toContain('/login');
  });
});
