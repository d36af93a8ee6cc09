import { Hono } from 'hono';
import { sealData } from 'iron-session';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type AccessOptions, type AccountAccess, makeAccess } from '../../src/api/access/make-access.ts';
import { type Accounts, makeAccounts } from '../../src/app/accounts/accounts.ts';
import type { UserRole } from '../../src/model/index.ts';
import type { BookStore } from '../../src/store/index.ts';
import { newBook, STORES } from '../store/stores.ts';
import { countingRandom, plainHasher } from './plain-hasher.ts';

const by = { author: { kind: 'person', name: 'Ada' } } as const;
const PASSWORD = 'a sentence to remember';
const SECRET = 'a secret of this test that is long enough';
const OWN = { 'sec-fetch-site': 'same-origin' };
const HOUR = 3600;

const kind = STORES[0] as (typeof STORES)[number];
let store: BookStore;
let accounts: Accounts;
let hasher: ReturnType<typeof plainHasher>;
let lines: string[];
let address: string;

beforeEach(async () => {
  // The library that counts attempts goes by the clock of the machine.
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.parse('2025-04-01T08:00:00Z') });
  const now = (): string => new Date().toISOString();
  hasher = plainHasher();
  ({ store } = await newBook(kind, { now }));
  accounts = makeAccounts({ store, now, random: countingRandom(), hasher });
  lines = [];
  address = '203.0.113.1';
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
  await kind.stop();
});

const forward = (seconds: number): void => {
  vi.advanceTimersByTime(seconds * 1000);
};

function appOf(options: Partial<AccessOptions> = {}): { readonly app: Hono; readonly access: AccountAccess } {
  const access = makeAccess({
    accounts,
    sessionSecret: SECRET,
    now: () => new Date().toISOString(),
    random: countingRandom(),
    isLocal: false,
    isSecure: true,
    addressOf: () => address,
    log: (line) => lines.push(line),
    ...options,
  });
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    const renewal = await access.renewalOf(c);
    if (renewal !== null && !c.res.headers.has('set-cookie')) c.res.headers.append('Set-Cookie', renewal);
  });
  app.get('/who', async (c) => c.json({ ...(await access.principalOf(c)), csrf: await access.csrfOf(c) }));
  app.post('/login', async (c) => {
    const { name = '', password = '' } = (await c.req.json()) as Readonly<Record<string, string>>;
    return c.json(await access.logIn(c, name, password));
  });
  app.post('/logout', async (c) => {
    await access.logOut(c);
    return c.body(null, 204);
  });
  app.post('/change', async (c) => c.json({ refusal: await access.refusalOf(c, c.req.header('x-csrf-token') ?? '') }));
  app.get('/count', async (c) => c.json({ wait: await access.countRequest(c) }));
  return { app, access };
}

const add = (name: string, role: UserRole = 'editor') => accounts.users.add({ name, role, password: PASSWORD }, by);
const cookieOf = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const logIn = (app: Hono, name = 'Ben', password = PASSWORD): Promise<Response> =>
  Promise.resolve(app.request('/login', { method: 'POST', body: JSON.stringify({ name, password }) }));
const who = async (app: Hono, headers: Readonly<Record<string, string>> = {}): Promise<Record<string, unknown>> =>
  (await (await app.request('/who', { headers })).json()) as Record<string, unknown>;
const change = async (app: Hono, headers: Readonly<Record<string, string>>): Promise<string | null> =>
  ((await (await app.request('/change', { method: 'POST', headers })).json()) as { refusal: string | null }).refusal;

describe('a session', () => {
  test('is a sealed cookie that scripts and other sites do not get', async () => {
    await add('Ben');
    const { app } = appOf();
    const response = await logIn(app, 'ben');
    expect(await response.json()).toMatchObject({ kind: 'in', principal: { name: 'Ben', role: 'editor', via: 'session' } });
    const header = response.headers.get('set-cookie') ?? '';
    expect(header).toMatch(/^__Host-trucebook=Fe26\.2\*[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(header.length).toBeLessThan(1000);
    expect(await who(app, { cookie: cookieOf(response) })).toMatchObject({ name: 'Ben', role: 'editor', via: 'session' });
    expect(await who(app)).toMatchObject({ user: null, role: 'public', via: 'nothing', csrf: null });
    const plain = appOf({ isSecure: false });
    const open = (await logIn(plain.app)).headers.get('set-cookie') ?? '';
    expect(open).toMatch(/^trucebook=/);
    expect(open).not.toContain('Secure');
  });

  test('that was changed, made up, or sealed with another secret is nobody’s', async () => {
    await add('Ben');
    const { app } = appOf();
    const cookie = cookieOf(await logIn(app));
    expect((await who(app, { cookie }))['name']).toBe('Ben');
    const [name = '', sealed = ''] = cookie.split(/=(.*)/);
    const tampered = [
      '',
      'x',
      'x'.repeat(5000),
      sealed.slice(0, -3),
      `${sealed}x`,
      sealed.replace(/~2$/, '~1'),
      sealed.replace(/~2$/, '~99'),
      sealed.replace('Fe26', 'Fe27'),
      ...[60, 120, 200, 260, 320].map((at) => `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`),
      await sealData({ id: 'x', user: 'usr-1', stamp: 'y', begunAt: Date.now(), seenAt: Date.now() }, { password: `${SECRET}!`, ttl: 0 }),
      await sealData({ user: 'usr-1' }, { password: SECRET, ttl: 0 }),
      await sealData('text', { password: SECRET, ttl: 0 }),
      await sealData(null, { password: SECRET, ttl: 0 }),
    ];
    for (const one of tampered)
      expect([one.slice(0, 40), await who(app, { cookie: `${name}=${one}` })]).toMatchObject([one.slice(0, 40), { via: 'nothing' }]);
  });

  test('ends after an hour without a request, and after twelve in any case', async () => {
    await add('Ben');
    const { app } = appOf();
    const first = cookieOf(await logIn(app));
    forward(HOUR - 1);
    const response = await app.request('/who', { headers: { cookie: first } });
    expect(await response.json()).toMatchObject({ via: 'session' });
    let cookie = cookieOf(response);
    expect(cookie).not.toBe('');
    forward(2);
    expect(await who(app, { cookie: first })).toMatchObject({ via: 'nothing' });
    for (let hours = 1; hours < 13; hours++) {
      forward(HOUR - 600);
      const next = await app.request('/who', { headers: { cookie } });
      const isIn = ((await next.json()) as { via: string }).via === 'session';
      expect([hours, isIn]).toEqual([hours, hours * (HOUR - 600) + HOUR + 1 < 12 * HOUR]);
      if (isIn) cookie = cookieOf(next);
    }
    // Soon after a request nothing is written anew.
    const again = cookieOf(await logIn(app));
    forward(60);
    expect((await app.request('/who', { headers: { cookie: again } })).headers.get('set-cookie')).toBe(null);
  });

  test('ends with a new password, another role, a disabled account, and with logging out', async () => {
    await add('Ada', 'admin');
    await add('Ben');
    const { app } = appOf();
    let password = PASSWORD;
    const ends: Readonly<Record<string, () => Promise<unknown>>> = {
      role: () => accounts.users.changeRole('Ben', 'reader', by),
      password: () => accounts.users.setPassword('Ben', 'some other sentence', by),
      disabled: () => accounts.users.setDisabled('Ben', true, by),
    };
    for (const [name, end] of Object.entries(ends)) {
      const cookie = cookieOf(await logIn(app, 'Ben', password));
      expect([name, await who(app, { cookie })]).toMatchObject([name, { name: 'Ben' }]);
      await end();
      expect([name, await who(app, { cookie })]).toMatchObject([name, { via: 'nothing' }]);
      if (name === 'password') password = 'some other sentence';
    }
    await accounts.users.setDisabled('Ben', false, by);
    const cookie = cookieOf(await logIn(app, 'Ben', password));
    const out = await app.request('/logout', { method: 'POST', headers: { cookie } });
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-trucebook=; Max-Age=0; Path=\/; .*Secure/);
    // Whoever kept a copy of the cookie is out as well.
    expect(await who(app, { cookie })).toMatchObject({ via: 'nothing' });
  });
});

describe('a token', () => {
  test('counts before a cookie; one that does not hold is nobody’s', async () => {
    await add('Ada', 'admin');
    const ben = await add('Ben', 'publisher');
    const { token, secret } = await accounts.tokens.create({ user: ben.id, label: 'x', role: 'coder', expiresAt: null }, by);
    const { app } = appOf();
    const cookie = cookieOf(await logIn(app, 'Ada'));
    expect(await who(app, { cookie, authorization: `Bearer ${secret}` })).toMatchObject({
      name: 'Ben',
      role: 'coder',
      via: 'token',
      csrf: null,
    });
    expect(await who(app, { cookie, authorization: `Bearer ${secret}x` })).toMatchObject({ via: 'nothing' });
    expect(await who(app, { cookie, authorization: 'Basic QWRhOng=' })).toMatchObject({ name: 'Ada' });
    await accounts.users.changeRole('Ben', 'reader', by);
    expect(await who(app, { authorization: `bearer ${secret}` })).toMatchObject({ role: 'reader' });
    await accounts.tokens.revoke(token.id, by);
    expect(await who(app, { authorization: `Bearer ${secret}` })).toMatchObject({ via: 'nothing' });
    for (const odd of ['Bearer', 'Bearer ', `Bearer ${'x'.repeat(9000)}`, 'Bearer tb_\u00e9', `Bearer ${secret} ${secret}x`])
      expect((await app.request('/who', { headers: { authorization: odd } })).status).toBe(200);
  });
});

describe('the person at the machine', () => {
  test('is admin of a book without accounts, unless a proxy passed the request on', async () => {
    const { app } = appOf({ isLocal: true });
    expect(await who(app)).toMatchObject({ user: 'local', role: 'admin', via: 'local' });
    for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'x-forwarded-host'])
      expect(await who(app, { [header]: '1.2.3.4' })).toMatchObject({ via: 'nothing' });
    expect(await who(appOf({ isLocal: false }).app)).toMatchObject({ via: 'nothing' });
    await add('Ada', 'admin');
    expect(await who(app)).toMatchObject({ via: 'nothing' });
  });

  test('cannot be made to change something by a page elsewhere', async () => {
    const { app } = appOf({ isLocal: true });
    expect(await change(app, {})).toBe(null);
    expect(await change(app, OWN)).toBe(null);
    expect(await change(app, { origin: 'http://localhost' })).toBe(null);
    for (const headers of [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ])
      expect([headers, await change(app, headers)]).toEqual([headers, 'origin']);
  });
});

describe('a change', () => {
  test('in a session needs its token and one of our pages; by a token neither', async () => {
    const ben = await add('Ben');
    await add('Cem');
    const { app } = appOf();
    const cookie = cookieOf(await logIn(app));
    const token = String((await who(app, { cookie }))['csrf']);
    const other = String((await who(app, { cookie: cookieOf(await logIn(app, 'Cem')) }))['csrf']);
    const cases: readonly (readonly [Readonly<Record<string, string>>, string | null])[] = [
      [{ ...OWN, 'x-csrf-token': token }, null],
      [{ origin: 'http://localhost', 'x-csrf-token': token }, null],
      [{ 'x-csrf-token': token }, 'origin'],
      [{ 'sec-fetch-site': 'cross-site', 'x-csrf-token': token }, 'origin'],
      [{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost', 'x-csrf-token': token }, 'origin'],
      [{ origin: 'http://localhost:81', 'x-csrf-token': token }, 'origin'],
      [{ origin: 'https://localhost.evil.example', 'x-csrf-token': token }, 'origin'],
      [OWN, 'token'],
      [{ ...OWN, 'x-csrf-token': other }, 'token'],
      [{ ...OWN, 'x-csrf-token': `${token}x` }, 'token'],
    ];
    for (const [headers, refusal] of cases) expect([headers, await change(app, { cookie, ...headers })]).toEqual([headers, refusal]);
    const { secret } = await accounts.tokens.create({ user: ben.id, label: 'x', role: 'reader', expiresAt: null }, by);
    expect(await change(app, { authorization: `Bearer ${secret}`, 'sec-fetch-site': 'cross-site' })).toBe(null);
  });
});

describe('logging in', () => {
  const outcome = async (app: Hono, name: string, password: string): Promise<{ kind: string; seconds?: number }> =>
    (await (await logIn(app, name, password)).json()) as { kind: string; seconds?: number };

  test('is refused alike for a wrong password, an unknown name and a disabled account, and costs a hash each', async () => {
    await add('Ada', 'admin');
    await add('Ben');
    await accounts.users.setDisabled('Ben', true, by);
    const { app } = appOf();
    hasher.verified.length = 0;
    const answers = [];
    for (const [name, password] of [
      ['Ada', 'a wrong sentence'],
      ['nobody', PASSWORD],
      ['Ben', PASSWORD],
      ['Ada', ''],
    ] as const) {
      const response = await logIn(app, name, password);
      answers.push([response.headers.get('set-cookie'), await response.text()]);
    }
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toEqual([null, '{"kind":"refused"}']);
    expect(hasher.verified).toHaveLength(4);
    expect(lines).toEqual([
      'login failed: account "Ada", from 203.0.113.1',
      'login failed: no such account, from 203.0.113.1',
      'login failed: account "Ben", from 203.0.113.1',
      'login failed: account "Ada", from 203.0.113.1',
    ]);
    expect(lines.join()).not.toContain('sentence');
  });

  test('after five wrong passwords waits, each time for twice as long; from elsewhere the owner gets in', async () => {
    await add('Ben');
    const { app } = appOf();
    for (const wait of [60, 120, 240]) {
      for (let i = 0; i < 5; i++) expect(await outcome(app, i % 2 ? 'Ben' : ' BEN ', 'a wrong sentence')).toEqual({ kind: 'refused' });
      expect(await outcome(app, 'Ben', PASSWORD)).toEqual({ kind: 'wait', seconds: wait });
      forward(wait - 1);
      expect(await outcome(app, 'Ben', PASSWORD)).toEqual({ kind: 'wait', seconds: 1 });
      // The time of the address goes by as well.
      forward(900);
    }
    const before = hasher.verified.length;
    for (let i = 0; i < 6; i++) await outcome(app, 'Ben', 'a wrong sentence');
    expect(hasher.verified.length).toBe(before + 5);
    address = '203.0.113.2';
    expect(await outcome(app, 'Ben', PASSWORD)).toMatchObject({ kind: 'in' });
    address = '203.0.113.1';
    forward(1000);
    expect(await outcome(app, 'Ben', PASSWORD)).toMatchObject({ kind: 'in' });
    // Let in, the waits begin anew.
    for (let i = 0; i < 5; i++) await outcome(app, 'Ben', 'a wrong sentence');
    expect(await outcome(app, 'Ben', PASSWORD)).toEqual({ kind: 'wait', seconds: 60 });
  });

  test('one address that tries many names waits, and so does one name tried from many addresses', async () => {
    await add('Ben');
    const { app } = appOf();
    for (let i = 0; i < 30; i++) expect((await outcome(app, `name ${i}`, 'a wrong sentence')).kind).toBe('refused');
    expect(await outcome(app, 'Ben', PASSWORD)).toEqual({ kind: 'wait', seconds: 900 });
    for (let i = 0; i < 30; i++) {
      address = `198.51.100.${i}`;
      expect((await outcome(app, 'Ben', 'a wrong sentence')).kind).toBe('refused');
    }
    address = '192.0.2.1';
    expect(await outcome(app, 'Ben', PASSWORD)).toEqual({ kind: 'wait', seconds: 900 });
  });

  test('many attempts at once are counted before any password is looked at', async () => {
    await add('Ben');
    const { app } = appOf();
    hasher.verified.length = 0;
    const kinds = await Promise.all(Array.from({ length: 40 }, async () => (await outcome(app, 'Ben', 'a wrong sentence')).kind));
    expect(kinds.filter((one) => one === 'refused')).toHaveLength(5);
    expect(hasher.verified).toHaveLength(5);
  });
});

test('requests are counted by user, else by address, and not at all at the machine', async () => {
  const limits = { requests: { count: 3, seconds: 60 } };
  const local = appOf({ isLocal: true, limits }).app;
  const waits = async (app: Hono, headers: Readonly<Record<string, string>> = {}): Promise<readonly number[]> => {
    const found = [];
    for (let i = 0; i < 4; i++) found.push(((await (await app.request('/count', { headers })).json()) as { wait: number }).wait);
    return found;
  };
  expect(await waits(local)).toEqual([0, 0, 0, 0]);
  const ben = await add('Ben');
  const { app } = appOf({ limits });
  const cookie = cookieOf(await logIn(app));
  const { secret } = await accounts.tokens.create({ user: ben.id, label: 'x', role: 'reader', expiresAt: null }, by);
  expect(await waits(app)).toEqual([0, 0, 0, 60]);
  address = '203.0.113.9';
  expect(await waits(app)).toEqual([0, 0, 0, 60]);
  expect(await waits(app, { cookie })).toEqual([0, 0, 0, 60]);
  expect(await waits(app, { authorization: `Bearer ${secret}` })).toEqual([60, 60, 60, 60]);
  forward(60);
  expect(await waits(app)).toEqual([0, 0, 0, 60]);
});
