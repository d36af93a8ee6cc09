import { afterAll, describe, expect, test } from 'vitest';
import { keepDesks } from '../../src/app/book-desk.ts';
import { bookServer } from '../../src/cli/keep/book-server.ts';
import { runServeBook } from '../../src/cli/keep/serve-book.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { nodeFiles } from '../../src/feeds/index.ts';
import { makeReport } from '../../src/model/index.ts';
import { plain } from '../../src/report/index.ts';
import { accessOfTest } from '../accounts/access-of-test.ts';
import { STORES } from '../store/stores.ts';
import { accessByHeader, by, CANARIES, servedBook } from './served-book.ts';

const [embedded] = STORES;
if (!embedded) throw new Error('there is always the embedded store');

describe('a book that is served', async () => {
  const { book, desks, now, faults } = await servedBook(embedded);
  const options = { book, desks, now, language: 'de', isLocal: true, failed: (fault: unknown) => faults.push(fault) } as const;
  const { accounts, access } = accessOfTest(book.store, { now });
  const server = bookServer({ ...options, accounts, access: { ...access, ...accessByHeader } });
  const get = async (path: string, role = 'public'): Promise<string> =>
    (await server.request(path, { headers: { 'x-role': role } })).text();

  afterAll(async () => {
    await book.close();
    await embedded.stop();
  });

  test('shows each audience the pages of its own desk', async () => {
    const path = '/sources?lang=de';
    expect(await get(path, 'reader')).toContain(CANARIES.name);
    expect(await get(path)).not.toContain(CANARIES.name);
    expect(await get(path)).toContain('Ausgabe für: die Öffentlichkeit');
    const answer = await server.request(path, { headers: { 'x-role': 'reader' } });
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect(answer.headers.get('vary')).toBe('Accept-Language, Authorization, Cookie');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await get('/api/v1/reports?limit=200', 'reader')).toContain('"canary"');
    expect((await server.request('/api/v2/reports')).status).toBe(404);
  });

  test('follows the book as it changes, pages and interface alike', async () => {
    const report = makeReport('later', '„Die Pause gilt“, sagte Selenskyj.', { date: '2025-03-29', outlet: 'Spätausgabe' });
    await book.addReports([{ report, bytes: Buffer.from(report.text), mediaType: 'text/plain', retrievedAt: '2025-06-01T00:00:00Z' }], by);
    expect(await get('/sources?lang=de', 'reader')).not.toContain('Spätausgabe');
    await desks.refresh();
    expect(await get('/sources?lang=de', 'reader')).toContain('Spätausgabe');
    expect(await get('/sources?lang=de')).toContain('Spätausgabe');
    expect(await get('/api/v1/reports?limit=200')).toContain('Spätausgabe');
    expect(await get('/api/v1/search?q=Pause&limit=200', 'reader')).toContain('Spätausgabe');
  });

  test('tells readers of feeds on its pages where the changes are', async () => {
    const [, address = ''] =
      /<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="([^"]+)"/.exec(await get('/?lang=en')) ?? [];
    expect(address).toMatch(/\?lang=en$/);
    expect(await get(address)).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
  });

  test('looks for changes by itself and gives the former desk meanwhile', async () => {
    let at = Date.parse(now());
    const clock = (): string => new Date(at).toISOString();
    const own = keepDesks(book, { now: clock, failed: (fault) => faults.push(fault) });
    const first = await own.desk('internal');
    const report = makeReport('soon', 'Moskau schwieg.', { date: '2025-03-30' });
    await book.addReports([{ report, bytes: Buffer.from(report.text), mediaType: 'text/plain', retrievedAt: '2025-06-01T00:00:00Z' }], by);
    at += 500;
    // The first look was at the book as it was made; it may be looked at again when a second has passed.
    await own.desk('internal');
    at += 5_000;
    expect(await own.desk('internal')).toBe(first);
    await own.refresh();
    const second = await own.desk('internal');
    expect(second).not.toBe(first);
    expect(second.reports.has('soon')).toBe(true);
    at += 5_000;
    await own.desk('internal');
    await own.refresh();
    expect(await own.desk('internal')).toBe(second);
  });

  test('makes whoever sits at the machine its administrator until there is an account', async () => {
    let isEmpty = true;
    const open = bookServer({ ...options, ...accessOfTest(book.store, { now, isEmpty: () => isEmpty }) });
    const journal = async (app: typeof open): Promise<number> => (await app.request('/api/v1/journal')).status;
    expect(await journal(open)).toBe(200);
    isEmpty = false;
    expect(await journal(open)).toBe(401);
    expect(
      await journal(bookServer({ ...options, isLocal: false, ...accessOfTest(book.store, { now, isLocal: false, isEmpty: () => true }) })),
    ).toBe(401);
    expect((await open.request('/', { headers: { host: 'evil.example' } })).status).toBe(421);
  });

  test('keeps a session going, for the one who asked alone, and lets nobody ask without end', async () => {
    let at = Date.parse(now());
    const clock = (): string => new Date(at).toISOString();
    const own = accessOfTest(book.store, { now: clock });
    await own.accounts.users.add({ name: 'Ida', role: 'reader', password: 'a sentence to remember' }, by);
    const open = bookServer({ ...options, now: clock, ...own });
    const body = new URLSearchParams({ name: 'Ida', password: 'a sentence to remember' });
    const login = await open.request('/login', { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } });
    expect([login.status, login.headers.get('cache-control')]).toEqual([303, 'private, no-store']);
    const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    for (const path of ['/sources?lang=de', '/api/v1/session']) {
      expect((await open.request(path, { headers: { cookie } })).headers.get('set-cookie')).toBeNull();
      at += 6 * 60_000;
      const renewed = await open.request(path, { headers: { cookie } });
      expect(renewed.headers.get('set-cookie')).toMatch(/^trucebook=Fe26/);
      expect(renewed.headers.get('cache-control')).toBe('private, no-store');
      at -= 6 * 60_000;
    }
    expect(await (await open.request('/sources?lang=de', { headers: { cookie } })).text()).toContain(CANARIES.name);
    expect(await (await open.request('/sources?lang=de')).text()).not.toContain(CANARIES.name);
    let left = 3;
    const busy = bookServer({ ...options, ...own, access: { ...own.access, countRequest: async () => (left-- > 0 ? 0 : 7) } });
    const statuses: (readonly [number, string | null])[] = [];
    for (const path of ['/', '/api/v1/reports', '/sources', '/', '/api/v1/reports']) {
      const answer = await busy.request(path);
      statuses.push([answer.status, answer.headers.get('retry-after')]);
    }
    expect(statuses).toEqual([
      [200, null],
      [200, null],
      [200, null],
      [429, '7'],
      [429, '7'],
    ]);
    expect((await open.request(`/${'x'.repeat(9000)}`)).status).toBe(414);
  });

  test('is not served while a name to withhold cannot be read', async () => {
    let err = '';
    const terminal: Terminal = {
      out: async () => true,
      err: (text) => {
        err += text;
      },
      files: { ...nodeFiles, readFile: async () => Buffer.from('names: 5') },
      lines: async function* () {},
      append: async () => undefined,
      now,
      columns: 100,
      paint: plain,
    };
    expect(await runServeBook(terminal, { lang: 'de', port: 0, host: '127.0.0.1', names: ['names.yaml'] })).toBe(1);
    expect(err).toContain('TB_NAMES_SHAPE');
  });

  test('no fault was hidden', () => expect(faults).toEqual([]));
});
