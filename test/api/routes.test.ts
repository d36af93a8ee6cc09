import { afterAll, describe, expect, test } from 'vitest';
import type { AccessRole } from '../../src/model/index.ts';
import { makeReport } from '../../src/model/index.ts';
import { STORES } from '../store/stores.ts';
import { readDescription } from './described.ts';
import { by, CANARIES, FORMULA, HOSTILE, servedBook } from './served-book.ts';

const V1 = '/api/v1';

describe.each(STORES)('the interface for programs over a book ($name)', async (kind) => {
  const served = await servedBook(kind);
  const { get, json, book, desks, faults } = served;
  const described = readDescription((await json(`${V1}/openapi.json`)) as object);
  const agreement = (await json(`${V1}/agreements`)).items[0] as unknown as { agreement: { id: string } };
  const idOf: Readonly<Record<string, (role: AccessRole) => Promise<string>>> = {
    reports: async () => 'canary',
    statements: async (role) => (await json(`${V1}/statements?limit=1`, role)).items[0]?.id ?? '',
    agreements: async () => agreement.agreement.id,
    incidents: async (role) => (await json(`${V1}/incidents?limit=1`, role)).items[0]?.id ?? '',
    releases: async () => 'rel-public',
    history: async () => 'canary',
  };
  const addressOf = async (path: string, role: AccessRole): Promise<string> => {
    const resource = path.slice(V1.length + 1).split('/')[0] ?? '';
    const id =
      resource === 'history' ? ((await json(`${V1}/reports/canary`, 'reader')) as unknown as { report: { id: string } }).report.id : null;
    const filled = path.replace('{id}', id ?? (await (idOf[resource]?.(role) ?? Promise.resolve(''))));
    return path.endsWith('/search') ? `${filled}?q=Pause` : filled;
  };

  afterAll(async () => {
    await book.close();
    await kind.stop();
  });

  describe.each(described.operations)('$method $path', (operation) => {
    test.each(['public', 'reader', 'admin'] as const)('answers %s as it is described', async (role) => {
      const address = await addressOf(operation.path, role);
      const answer = await get(address, role);
      const text = await answer.text();
      const isOpen = operation.right === 'releases';
      expect(answer.status, `${address} ${text.slice(0, 200)}`).toBe(isOpen || role !== 'public' ? 200 : 401);
      expect(described.faultsOf(operation, answer, text)).toEqual([]);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(answer.headers.get('cache-control')).toBe(
        answer.status === 401 ? 'no-store' : role === 'public' ? 'no-cache' : 'private, no-store',
      );
    });

    test('has a tag by which it is not sent twice, another for each audience and form', async () => {
      const address = await addressOf(operation.path, 'reader');
      const first = await get(address, 'reader');
      const tag = first.headers.get('etag') ?? '';
      expect(tag).toMatch(/^"[\w-]{27}"$/);
      expect(first.headers.get('vary')).toMatch(/^Accept, Authorization, Cookie(?:, Accept-Language)?$/);
      const again = await get(address, 'reader', { 'if-none-match': `"x", W/${tag}` });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
      expect((await get(address, 'reader', { 'if-none-match': '"x"' })).status).toBe(200);
      if (operation.right === 'releases') {
        const other = await get(await addressOf(operation.path, 'public'));
        expect(other.headers.get('etag')).not.toBe(tag);
      }
    });

    test('is asked for its head and its methods, and for nothing else', async () => {
      const address = await addressOf(operation.path, 'reader');
      const head = await served.api.request(address, { method: 'HEAD', headers: { 'x-role': 'reader' } });
      expect([head.status, await head.text()]).toEqual([200, '']);
      const options = await served.api.request(address, { method: 'OPTIONS' });
      expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
      const other = await served.api.request(address, { method: 'DELETE', headers: { 'x-role': 'admin' } });
      expect([other.status, other.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
      expect(await other.json()).toMatchObject({ code: 'TB_API_METHOD', status: 405 });
    });
  });

  test('the public sees quotations and coarse incidents, a reader texts and all', async () => {
    const [ours, theirs] = [await (await get(`${V1}/reports/canary`, 'reader')).text(), await (await get(`${V1}/reports/canary`)).text()];
    expect(ours).toContain(CANARIES.text);
    expect(ours).toContain(CANARIES.name);
    expect(theirs).not.toContain(CANARIES.text);
    expect(theirs).toContain('gelte 30 Tage');
    const all = async (role: AccessRole): Promise<string> => (await get(`${V1}/incidents?limit=200`, role)).text();
    expect(await all('reader')).toContain(CANARIES.embargoed);
    expect(await all('public')).not.toContain(CANARIES.embargoed);
    expect((await json(`${V1}/releases`)).items.map(({ id }) => id)).toEqual(['rel-public']);
    expect((await json(`${V1}/releases`, 'reader')).items.map(({ id }) => id)).toEqual(['rel-public', 'rel-partners']);
    expect((await get(`${V1}/releases/rel-partners/content`)).status).toBe(404);
  });

  test('a verdict comes with its steps, each with the readings it rests on', async () => {
    const { items } = await json(`${V1}/incidents?limit=5`);
    for (const { id } of items) {
      const one = (await json(`${V1}/incidents/${id}`)) as unknown as {
        verdicts: { arrangements: { trace: { step: string; because: { de: string } }[] }[] }[];
      };
      expect(one.verdicts.length).toBeGreaterThan(0);
      const steps = one.verdicts.flatMap(({ arrangements }) => arrangements.flatMap(({ trace }) => trace));
      expect(steps.length).toBeGreaterThan(0);
      expect(steps.every(({ because }) => because.de.length > 3)).toBe(true);
    }
  });

  test('an earlier date shows what was known then', async () => {
    const early = (await json(`${V1}/agreements?as_of=2025-03-18T22:00`)) as { items: readonly unknown[] };
    const late = (await json(`${V1}/agreements?as_of=2025-04-30`)) as { items: readonly unknown[] };
    expect(early.items.length).toBeLessThan(late.items.length);
    expect((await json(`${V1}/incidents?as_of=2025-03-21`)).items.length).toBeLessThan((await json(`${V1}/incidents`)).items.length);
  });

  test('a search finds statements for everybody, and texts for readers', async () => {
    expect((await json(`${V1}/search?q=Pause`)).items.length).toBeGreaterThan(2);
    expect((await json(`${V1}/search?q=holder:UA%20Pause`)).items.length).toBeGreaterThan(0);
    expect((await json(`${V1}/search?q=${CANARIES.name}`)).items).toEqual([]);
    expect((await json(`${V1}/search?q=${CANARIES.name}`, 'reader')).items).toHaveLength(1);
    expect((await get(`${V1}/search?q=Pause&in=text`)).status).toBe(401);
    const { items } = await json(`${V1}/search?q=Pause&in=text`, 'reader');
    for (const { exact, marks } of items as unknown as { exact: string; marks: { start: number; end: number }[] }[])
      expect(marks.every(({ start, end }) => /pause/i.test(exact.slice(start, end)))).toBe(true);
  });

  test.each([
    ['/reports', 'reader'],
    ['/statements', 'reader'],
    ['/statements', 'public'],
    ['/incidents', 'reader'],
    ['/incidents', 'public'],
    ['/search?q=Pause', 'reader'],
    ['/search?q=Pause', 'public'],
    ['/journal', 'reader'],
  ] as const)('%s page by page gives %s each item once, while others are added', async (path, role) => {
    const key = (item: Readonly<Record<string, unknown>>): unknown => item['id'] ?? item['seq'];
    const before = (await json(`${V1}${path}${path.includes('?') ? '&' : '?'}limit=200`, role)).items.map(key);
    const seen: unknown[] = [];
    let next: string | null = `${V1}${path}${path.includes('?') ? '&' : '?'}limit=3`;
    for (let page = 0; next !== null && page < 200; page++) {
      const answer: Response = await get(next, role);
      const body = (await answer.json()) as { items: Readonly<Record<string, unknown>>[]; next: string | null };
      expect(answer.headers.get('link')).toBe(body.next === null ? null : `<${body.next}>; rel="next"`);
      seen.push(...body.items.map(path.startsWith('/journal') ? (item) => item['seq'] : key));
      next = body.next;
      if (page === 1) {
        const report = makeReport(`added-${role}-${path.slice(1, 5)}`, '„Die Pause gilt“, sagte Selenskyj.', {
          date: '2025-03-20',
          outlet: path,
        });
        await book.addReports(
          [{ report, bytes: Buffer.from(report.text), mediaType: 'text/plain', retrievedAt: '2025-06-01T00:00:00Z' }],
          by,
        );
        await desks.refresh();
      }
    }
    expect(new Set(seen).size).toBe(seen.length);
    if (path !== '/journal') expect(before.filter((one) => !seen.includes(one))).toEqual([]);
    else expect(seen).toEqual(seen.map((_, at) => at + 1));
  });

  test('a cursor of another list, of another question, or none at all is refused', async () => {
    const { next } = await json(`${V1}/reports?limit=1`);
    const cursor = new URL(next ?? '', 'http://localhost').searchParams.get('cursor') ?? '';
    for (const path of [
      `/statements?cursor=${cursor}`,
      `/agreements?as_of=2025-03-20&cursor=${cursor}`,
      '/reports?cursor=nonsense',
      '/reports?cursor=W10',
    ]) {
      const answer = await get(V1 + path);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: 'TB_API_CURSOR', type: 'urn:trucebook:error:TB_API_CURSOR' });
    }
  });

  test('a parameter that cannot be used is named', async () => {
    for (const [path, name] of [
      ['/reports?limit=0', 'limit'],
      ['/reports?limit=201', 'limit'],
      ['/reports?limit=1&limit=2', 'limit'],
      ['/agreements?as_of=gestern', 'as_of'],
      ['/agreements?asof=2025-03-20', 'asof'],
      ['/search', 'q'],
    ] as const) {
      const answer = await get(V1 + path);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 400, 'application/problem+json']);
      const { errors, code } = (await answer.json()) as { errors: { name: string }[]; code: string };
      expect([code, errors.map((error) => error.name)]).toEqual(['TB_API_INVALID', [name]]);
    }
  });

  test('what may not be had is told from what is not there only to whoever may know', async () => {
    expect(await (await get(`${V1}/reports/none`)).json()).toMatchObject({ status: 404, code: 'TB_API_ID_UNKNOWN' });
    expect(await (await get(`${V1}/nothing`)).json()).toMatchObject({ status: 404, code: 'TB_API_PATH_UNKNOWN' });
    const locked = await get(`${V1}/history/none`);
    expect([locked.status, locked.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="trucebook"']);
  });

  test('a coder does not find in the history what another coder has answered', async () => {
    const body = {
      target: { kind: 'statement', id: 'stmt-1' },
      variable: 'act',
      value: 'propose',
      coder: 'Eva',
      at: '2025-06-01T00:00:00Z',
      note: null,
    } as const;
    await book.store.append([{ kind: 'coding', id: 'cod-1', home: 'coded-here', body }], { author: { kind: 'person', name: 'Eva' } });
    expect((await json(`${V1}/history/coded-here`, 'coder')).items).toMatchObject([{ kind: 'coding', body: null }]);
    expect((await json(`${V1}/history/coded-here`, 'editor')).items).toMatchObject([{ kind: 'coding', body }]);
  });

  test('forms are negotiated', async () => {
    const csv = await get(`${V1}/reports`, 'reader', { accept: 'text/csv' });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await csv.text()).toMatch(/^id,key,date,outlet/);
    const geo = await get(`${V1}/incidents`, 'public', { accept: 'application/geo+json' });
    const { features } = (await geo.json()) as { features: { geometry: unknown }[] };
    expect(features.length).toBeGreaterThan(10);
    expect(features.every(({ geometry }) => geometry === null)).toBe(true);
    const claims = await get(`${V1}/agreements/${agreement.agreement.id}/readings`, 'public', {
      accept: 'application/ld+json;q=0.9, text/html',
    });
    expect(claims.headers.get('content-type')).toBe('application/ld+json');
    const none = await get(`${V1}/reports`, 'public', { accept: 'text/html' });
    expect(none.status).toBe(406);
    expect(await none.json()).toMatchObject({
      code: 'TB_API_NOT_ACCEPTABLE',
      remedy: 'Ask for one of application/json, text/csv, or leave the header out.',
    });
    expect((await get(`${V1}/reports`, 'public', { accept: 'text/html, */*;q=0.1' })).status).toBe(200);
    expect((await get(`${V1}/reports`, 'public', { accept: 'application/json;q=0, text/csv;q=0.1' })).headers.get('content-type')).toMatch(
      /csv/,
    );
  });

  test('foreign text is handed on as data that nothing runs', async () => {
    for (const path of [
      '/reports',
      '/reports/hostile',
      '/statements?limit=200',
      '/incidents?limit=200',
      '/search?q=Waffenruhe',
      '/openapi.json',
    ]) {
      for (const accept of ['application/json', 'text/csv'] as const) {
        const answer = await get(V1 + path, 'reader', { accept });
        if (answer.status === 406) continue;
        expect(answer.headers.get('content-type')).toMatch(accept);
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        const text = await answer.text();
        if (accept === 'text/csv') expect(text).not.toMatch(/(?:^|[,"\n])=HYPERLINK/);
      }
    }
    const { items } = await json(`${V1}/reports?limit=200`, 'reader');
    expect(items.find(({ key }) => key === 'hostile')).toMatchObject({ title: HOSTILE, outlet: FORMULA });
    const bytes = await get(`${V1}/releases/rel-public/content`);
    expect(bytes.headers.get('content-type')).toBe('application/octet-stream');
    expect(bytes.headers.get('content-disposition')).toBe('attachment; filename="rel-public"');
    expect(await bytes.text()).toBe('<p>Bericht</p>');
  });

  test('a body that is too large is refused, another name of this machine is not answered', async () => {
    const large = await served.api.request(`${V1}/reports`, {
      method: 'POST',
      body: 'x'.repeat(1_100_000),
      headers: { 'content-length': '1100000' },
    });
    expect([large.status, ((await large.json()) as { code: string }).code]).toEqual([413, 'TB_API_TOO_LARGE']);
    expect((await get(`${V1}/reports`, 'admin', { host: 'evil.example' })).status).toBe(421);
  });

  test('no fault was hidden', () => expect(faults).toEqual([]));
});
