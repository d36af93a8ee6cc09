import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeAccess } from '../../src/api/access/make-access.ts';
import { makeApi } from '../../src/api/api.ts';
import { type Accounts, makeAccounts } from '../../src/app/accounts/accounts.ts';
import type { UserRole } from '../../src/model/index.ts';
import { countingRandom, plainHasher } from '../accounts/plain-hasher.ts';
import { STORES } from '../store/stores.ts';
import { readDescription } from './described.ts';
import { by, CANARIES, HOSTILE, servedBook } from './served-book.ts';

const V1 = '/api/v1';
const PASSWORD = 'a sentence to remember';
const OWN = { 'sec-fetch-site': 'same-origin' };
const WHY = 'matching it to the register';

describe.each(STORES)('accounts by the interface for programs ($name)', async (kind) => {
  const { book, desks, faults } = await servedBook(kind);
  const { store } = book;
  const now = (): string => new Date().toISOString();
  let accounts: Accounts;
  let api: ReturnType<typeof makeApi>;
  const lines: string[] = [];
  const secrets: Partial<Record<UserRole, string>> = {};
  const random = countingRandom();

  const made = (isLocal = false): ReturnType<typeof makeApi> => {
    const access = makeAccess({
      accounts,
      sessionSecret: 'a secret of this test that is long enough',
      now,
      random,
      isLocal,
      isSecure: false,
      addressOf: () => '203.0.113.1',
      log: (line) => lines.push(line),
    });
    return makeApi({ store, desks: desks.desk, access, accounts: { accounts, access }, now, failed: (fault) => faults.push(fault) });
  };

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2025-06-02T12:00:00Z') });
    accounts = makeAccounts({ store, now, random, hasher: plainHasher() });
    api = made();
    if (secrets.admin) return;
    for (const role of ['admin', 'publisher', 'editor', 'coder', 'reader'] as const) {
      const { id } = await accounts.users.add({ name: `the ${role}`, role, password: PASSWORD }, by);
      secrets[role] = (await accounts.tokens.create({ user: id, label: 'x', role, expiresAt: null }, by)).secret;
    }
  });
  afterEach(() => vi.useRealTimers());
  afterAll(async () => {
    await book.close();
    await kind.stop();
  });

  const send = async (
    method: string,
    path: string,
    {
      role,
      body,
      headers = {},
    }: { readonly role?: UserRole; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Response> =>
    api.request(`${V1}${path}`, {
      method,
      headers: {
        ...(role === undefined ? {} : { authorization: `Bearer ${secrets[role]}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const logIn = (name: string, password = PASSWORD): Promise<Response> => send('POST', '/session', { body: { name, password } });
  const cookieOf = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

  test('every answer is as it is described, for every role, and holds neither hash nor secret', async () => {
    const described = readDescription((await (await send('GET', '/openapi.json')).json()) as object);
    const incident = ((await (await send('GET', '/incidents?limit=1', { role: 'editor' })).json()) as { items: { id: string }[] }).items[0]
      ?.id;
    const [user] = await accounts.users.list();
    const bodies: Readonly<Record<string, readonly unknown[]>> = {
      'post /session': [
        { name: 'the coder', password: PASSWORD },
        { name: 'nobody', password: 'x' },
        {},
        'no json',
        [],
        { name: 1, password: null },
      ],
      'post /session/password': [{ current: PASSWORD, password: 'x' }],
      'post /users': [
        { name: 'the coder', role: 'reader' },
        { name: '', role: 'reader' },
        { name: 'x', role: 'king' },
        { name: 'x', role: 'reader', password: 'x' },
      ],
      'patch /users/{id}': [{ role: 'admin' }, {}, { role: 'reader', disabled: true }, { password: 'x' }],
      'post /tokens': [
        { label: 'x', role: 'reader' },
        { label: 'x', role: 'reader', user: 'nobody' },
        { label: '\n', role: 'reader' },
        { label: 'x', role: 'reader', expiresAt: 'soon' },
      ],
    };
    const own = described.operations.filter(({ path }) => /session|users|tokens|position/.test(path));
    expect(own).toHaveLength(11);
    for (const operation of own)
      for (const role of [undefined, 'reader', 'editor', 'admin'] as const)
        for (const id of [operation.path.includes('users') ? (user?.id ?? '') : (incident ?? ''), '%00', '..', 'x'.repeat(300)])
          for (const body of bodies[`${operation.method} ${operation.path.slice(V1.length)}`] ?? [undefined]) {
            const path = operation.path.slice(V1.length).replace('{id}', id) + (operation.path.endsWith('position') ? `?why=${WHY}` : '');
            const answer = await send(operation.method.toUpperCase(), path, {
              ...(role === undefined ? {} : { role }),
              ...(body === undefined ? {} : { body }),
            });
            const text = await answer.text();
            const about = `${operation.method} ${path} ${role} ${JSON.stringify(body)} ${answer.status} ${text.slice(0, 300)}`;
            expect(answer.status, about).toBeLessThan(500);
            if (answer.status !== 204 && id !== '..') expect(described.faultsOf(operation, answer, text), about).toEqual([]);
            expect(text, about).not.toMatch(/plain\$|passwordHash|sha256/);
            if (!about.startsWith('post /tokens')) expect(text, about).not.toContain('tb_');
            if (operation.right !== 'releases' && role === undefined && id !== '..')
              expect(answer.status, about).toBe(id.length > 200 || body !== undefined ? answer.status : 401);
            expect(answer.headers.get('cache-control'), about).toMatch(/no-store/);
          }
    expect(faults).toEqual([]);
  });

  test('one logs in, sees who one is, changes the password, and logs out', async () => {
    const response = await logIn('THE CODER');
    expect(response.status).toBe(200);
    const session = (await response.json()) as { csrf: string };
    expect(session).toMatchObject({ name: 'the coder', role: 'coder', via: 'session', rights: ['releases', 'read', 'code'] });
    const cookie = cookieOf(response);
    expect(await (await send('GET', '/session', { headers: { cookie } })).json()).toEqual(session);
    expect(await (await send('GET', '/session')).json()).toMatchObject({ user: null, role: 'public', rights: ['releases'], csrf: null });
    expect((await send('GET', '/journal', { headers: { cookie } })).status).toBe(200);

    const body = { current: PASSWORD, password: 'quite another sentence' };
    const csrf = { ...OWN, 'x-csrf-token': session.csrf };
    for (const headers of [{ cookie }, { cookie, ...OWN }, { cookie, ...csrf, 'sec-fetch-site': 'cross-site' }]) {
      const refused = await send('POST', '/session/password', { body, headers });
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
        403,
        expect.stringMatching(/^TB_API_(?:CSRF|ORIGIN)$/),
      ]);
    }
    expect(
      (await send('POST', '/session/password', { body: { ...body, current: 'wrong, wrong, wrong' }, headers: { cookie, ...csrf } })).status,
    ).toBe(401);
    expect((await send('POST', '/session/password', { body: { ...body, password: 'short' }, headers: { cookie, ...csrf } })).status).toBe(
      422,
    );
    const changed = await send('POST', '/session/password', { body, headers: { cookie, ...csrf } });
    expect(changed.status).toBe(200);
    const next = cookieOf(changed);
    expect(await (await send('GET', '/session', { headers: { cookie } })).json()).toMatchObject({ via: 'nothing' });
    const again = (await (await send('GET', '/session', { headers: { cookie: next } })).json()) as { via: string; csrf: string };
    expect(again.via).toBe('session');
    expect((await send('POST', '/session/password', { role: 'reader', body })).status).toBe(401);
    const out = await send('DELETE', '/session', { headers: { cookie: next, ...OWN, 'x-csrf-token': again.csrf } });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')]);
    expect(await (await send('GET', '/session', { headers: { cookie: next } })).json()).toMatchObject({ via: 'nothing' });
    expect((await logIn('the coder')).status).toBe(401);
    expect((await logIn('the coder', 'quite another sentence')).status).toBe(200);
    expect(lines.join('\n')).not.toMatch(/sentence|wrong,/);
  });

  test('a login by a form elsewhere is refused, and too many wait with Retry-After', async () => {
    const body = { name: 'the editor', password: PASSWORD };
    expect((await send('POST', '/session', { body, headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await send('POST', '/session', { body, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    const form = await api.request(`${V1}/session`, { method: 'POST', body: new URLSearchParams(body) });
    expect([form.status, form.headers.get('set-cookie')]).toEqual([415, null]);
    for (let i = 0; i < 5; i++) expect((await logIn('the editor', 'a wrong sentence')).status).toBe(401);
    const waiting = await logIn('the editor');
    expect([waiting.status, waiting.headers.get('retry-after'), waiting.headers.get('content-type')]).toEqual([
      429,
      '60',
      'application/problem+json',
    ]);
    expect(await waiting.json()).toMatchObject({ code: 'TB_LOGIN_WAIT', detail: expect.stringContaining('60 seconds') });
  });

  test('whoever administers adds, changes and disables accounts; each is an entry in their name', async () => {
    const response = await send('POST', '/users', { role: 'admin', body: { name: HOSTILE, role: 'reader', password: PASSWORD } });
    expect(response.status).toBe(201);
    const user = (await response.json()) as { id: string; name: string };
    expect(user.name).toBe(HOSTILE);
    expect(response.headers.get('content-type')).toBe('application/json');
    const cookie = cookieOf(await logIn(HOSTILE));
    expect((await send('PATCH', `/users/${user.id}`, { role: 'admin', body: { role: 'coder' } })).status).toBe(200);
    expect(await (await send('GET', '/session', { headers: { cookie } })).json()).toMatchObject({ via: 'nothing' });
    expect((await send('PATCH', `/users/${user.id}`, { role: 'admin', body: { disabled: true } })).status).toBe(200);
    expect((await logIn(HOSTILE)).status).toBe(401);
    const entries = (await store.entries({ about: user.id })).map(({ author, why }) => [author.name, why]);
    expect(entries).toEqual([
      ['the admin', 'added as reader'],
      ['the admin', 'role coder'],
      ['the admin', 'disabled'],
    ]);
    expect((await send('PATCH', '/users/the%20coder', { role: 'admin', body: { disabled: true } })).status).toBe(404);
    expect((await send('POST', '/users', { role: 'admin', body: { name: 'a\r\nSet-Cookie: x=y', role: 'reader' } })).status).toBe(422);
    for (const role of ['publisher', 'editor', 'coder', 'reader'] as const) {
      expect((await send('GET', '/users', { role })).status).toBe(403);
      expect((await send('POST', '/users', { role, body: { name: 'x', role: 'admin' } })).status).toBe(403);
      expect((await send('PATCH', `/users/${user.id}`, { role, body: { role: 'admin' } })).status).toBe(403);
    }
  });

  test('one has one’s own tokens, and no token makes another', async () => {
    const response = await logIn('the publisher');
    const { csrf } = (await response.json()) as { csrf: string };
    const headers = { cookie: cookieOf(response), ...OWN, 'x-csrf-token': csrf };
    const create = await send('POST', '/tokens', {
      headers,
      body: { label: 'nightly', role: 'reader', expiresAt: '2025-07-01T00:00:00Z' },
    });
    expect(create.status).toBe(201);
    const { token, secret } = (await create.json()) as { token: { id: string }; secret: string };
    const bearer = { authorization: `Bearer ${secret}` };
    expect(await (await send('GET', '/session', { headers: bearer })).json()).toMatchObject({
      name: 'the publisher',
      role: 'reader',
      via: 'token',
    });
    expect((await send('POST', '/tokens', { headers: bearer, body: { label: 'more', role: 'publisher' } })).status).toBe(403);
    expect((await send('POST', '/tokens', { headers, body: { label: 'more', role: 'admin' } })).status).toBe(422);
    expect((await send('POST', '/tokens', { headers, body: { label: 'more', role: 'reader', user: 'the admin' } })).status).toBe(403);
    const ownTokens = (await (await send('GET', '/tokens', { headers })).json()) as { items: { id: string }[] };
    expect(ownTokens.items).toHaveLength(2);
    expect(((await (await send('GET', '/tokens', { role: 'admin' })).json()) as { items: unknown[] }).items.length).toBeGreaterThan(4);
    expect((await send('DELETE', `/tokens/${token.id}`, { role: 'editor' })).status).toBe(404);
    expect((await send('DELETE', `/tokens/${token.id}`, { headers })).status).toBe(200);
    expect((await send('GET', '/journal', { headers: bearer })).status).toBe(401);
  });

  test('an exact place is given with a reason that is written down first, so many an hour, and to no other page', async () => {
    const list = (await (await send('GET', '/incidents?limit=200', { role: 'editor' })).json()) as {
      items: { id: string; reports: string[] }[];
    };
    const { id = '' } = list.items.find(({ reports }) => reports.includes('irep-embargoed')) ?? {};
    const at = (why: string): string => `/incidents/${id}/position?why=${encodeURIComponent(why)}`;
    for (const role of ['reader', 'coder'] as const) expect((await send('GET', at(WHY), { role })).status).toBe(403);
    expect((await send('GET', at(WHY))).status).toBe(401);
    for (const why of ['', 'too short', ' '.repeat(20), 'x'.repeat(501), 'a line break\nwith more'])
      expect([why, (await send('GET', at(why), { role: 'editor' })).status]).toEqual([why, 400]);
    expect((await send('GET', `/incidents/${id}/position`, { role: 'editor' })).status).toBe(400);
    expect((await send('GET', `/incidents/none/position?why=${WHY}`, { role: 'editor' })).status).toBe(404);
    const reads = () => store.entries({ kind: 'position', action: 'read' });
    const before = (await reads()).length;
    const found = await send('GET', at(`  ${WHY} `), { role: 'editor' });
    expect([found.status, found.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(await found.json()).toEqual({
      incident: id,
      items: [{ reportId: 'irep-embargoed', lat: Number(CANARIES.latitude), lon: 30.5, precision: 'exact_10m', placeName: CANARIES.place }],
    });
    expect((await reads()).slice(before)).toMatchObject([
      { id: 'irep-embargoed', author: { kind: 'person', name: 'the editor' }, why: WHY },
    ]);

    const response = await logIn('the publisher');
    const cookie = cookieOf(response);
    expect((await send('GET', at(WHY), { headers: { cookie, 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await send('GET', at(WHY), { headers: { cookie, 'sec-fetch-site': 'same-origin' } })).status).toBe(200);
    expect((await reads()).length).toBe(before + 2);

    const statuses = [];
    for (let i = 0; i < 31; i++) statuses.push((await send('GET', at(WHY), { role: 'admin' })).status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(20);
    expect(statuses.at(-1)).toBe(429);
    const waiting = await send('GET', at(WHY), { role: 'admin' });
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(3000);
    expect((await send('GET', at(WHY), { role: 'editor' })).status).toBe(200);
    // Nothing else over the network has the place.
    for (const path of ['/incidents?limit=200', `/incidents/${id}`, '/journal?kind=position', '/history/irep-embargoed'])
      expect(await (await send('GET', path, { role: 'admin' })).text()).not.toMatch(new RegExp(`${CANARIES.latitude}|${CANARIES.place}`));
    expect(await (await send('GET', '/history/irep-embargoed', { role: 'admin' })).text()).toContain(WHY);
  });

  test('whatever is sent, nothing fails, nothing is told of hashes, and nobody gets a right by it', { timeout: 120_000 }, async () => {
    const described = readDescription((await (await send('GET', '/openapi.json')).json()) as object);
    const own = described.operations.filter(({ path }) => /session|users|tokens|position/.test(path));
    const [first] = await accounts.users.list();
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('', HOSTILE, '\u0000', '\ud800', 'the admin', PASSWORD, '__proto__', 'x'.repeat(3000)),
    );
    const value = fc.oneof(text, fc.constantFrom('reader', 'admin', null, true, 1, [], {}), fc.integer());
    const body = fc.oneof(
      fc
        .dictionary(
          fc.constantFrom('name', 'password', 'current', 'role', 'disabled', 'label', 'expiresAt', 'user', '__proto__', 'id'),
          value,
          { maxKeys: 4 },
        )
        .map((object) => JSON.stringify(object)),
      fc.record({ name: text, role: fc.constantFrom('reader', 'coder'), password: text }).map((object) => JSON.stringify(object)),
      fc.record({ label: text, role: fc.constantFrom('reader', 'admin'), expiresAt: text }).map((object) => JSON.stringify(object)),
      text,
      fc.json(),
    );
    const admins = async (): Promise<readonly string[]> =>
      (await accounts.users.list()).filter(({ role, disabled }) => role === 'admin' && !disabled).map(({ id }) => id);
    const before = await admins();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...own),
        fc.constantFrom(undefined, 'reader', 'editor', 'publisher'),
        fc.oneof(text, fc.constant(first?.id ?? ''), fc.constantFrom('tok-0123456789ab', 'inc-0123456789ab')),
        body,
        text,
        async (operation, role, id, sent, why) => {
          const encoded = (part: string): string => encodeURIComponent(Buffer.from(part, 'utf8').toString('utf8'));
          const path = `${operation.path.slice(V1.length).replace('{id}', encoded(id) || 'x')}${operation.method === 'get' ? `?why=${encoded(why)}` : ''}`;
          const answer = await send(operation.method.toUpperCase(), path, {
            ...(role === undefined ? {} : { role }),
            ...(operation.method === 'get' ? {} : { body: sent }),
          });
          const told = await answer.text();
          const about = `${operation.method} ${path} ${role} ${sent.slice(0, 200)} ${answer.status} ${told.slice(0, 200)}`;
          expect(answer.status, about).toBeLessThan(500);
          expect(told, about).not.toMatch(/plain\$|passwordHash|sha256/);
          if (operation.right === 'administer' && answer.status < 300) throw new Error(about);
        },
      ),
      { numRuns: 400 },
    );
    expect(await admins()).toEqual(before);
    expect(faults).toEqual([]);
  });

  test('an address that is too long, and a body that is too large', async () => {
    expect((await send('GET', `/reports?cursor=${'x'.repeat(9000)}`)).status).toBe(414);
    expect((await send('POST', '/session', { body: { name: 'x', password: 'x'.repeat(2_000_000) } })).status).toBe(413);
  });
});
