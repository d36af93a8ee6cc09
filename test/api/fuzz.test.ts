import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { may } from '../../src/model/index.ts';
import { STORES } from '../store/stores.ts';
import { type Described, type JsonSchema, type Operation, readDescription } from './described.ts';
import { CANARIES, servedBook, withAccounts } from './served-book.ts';

/** Largest answer, in characters: a page of the largest items. */
const LARGEST = 3_000_000;

const HOSTILE = [
  '',
  ' ',
  '.',
  '..',
  '../../etc/passwd',
  '%00',
  "' OR 1=1 --",
  '"; DROP TABLE journal; --',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '#{7*7}',
  '__proto__',
  'constructor',
  'null',
  '-1',
  '1e309',
  'NaN',
  '9007199254740993',
  '\u0000',
  '\ud800',
  '\u202e',
  '🕊'.repeat(40),
  'a'.repeat(3_000),
  '('.repeat(200),
  '"'.repeat(199),
  'holder:'.repeat(30),
  '-'.repeat(300),
  '*',
  '?limit=1',
  '#',
  'W10',
  'WzFd',
] as const;

const ACCEPTS = [
  undefined,
  '',
  '*/*',
  'application/json',
  'text/csv',
  'application/geo+json',
  'application/ld+json',
  'text/html',
  'text/html, */*;q=0.1',
  'application/json;q=0',
  'application/json;q=NaN',
  ';;;,,,q=1',
  'a/b,'.repeat(2_000),
] as const;

const OTHER_METHODS = ['HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH'] as const;
const WORDS = [
  'Pause',
  'Angriff',
  '"30 Tage"',
  'Pause -Kreml',
  'holder:UA',
  'from:2025-03-18 Pause',
  CANARIES.name,
  CANARIES.embargoed,
] as const;
const DATES = ['2025-03-18', '2025-03-21T10:00', '2025-03-27', '2025-04-30', '2026-01-01', '1999-12-31'] as const;

/** A half of a pair of surrogates has no place in an address. */
const encoded = (text: string): string => encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));

const ANYTHING = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 30 }));

/** Values that a parameter may have. */
function goodValues(name: string, schema: Readonly<Record<string, unknown>>, cursors: readonly string[]): fc.Arbitrary<string> {
  if (name === 'cursor') return fc.constantFrom(...cursors);
  if (name === 'as_of' || name === 'held_at') return fc.constantFrom(...DATES);
  if (name === 'q') return fc.oneof(fc.constantFrom(...WORDS), fc.string({ minLength: 1, maxLength: 30 }));
  const { type, minimum, maximum, enum: allowed } = schema as { type?: string; minimum?: number; maximum?: number; enum?: string[] };
  if (type === 'integer') return fc.integer({ min: minimum ?? 0, max: maximum ?? 1000 }).map(String);
  return allowed ? fc.constantFrom(...allowed) : ANYTHING;
}

type Pair = readonly [name: string, value: string];

/** A query: mostly one that can be answered, each parameter there or not; else whatever comes. */
function queryOf({ parameters }: Operation, cursors: readonly string[]): fc.Arbitrary<readonly Pair[]> {
  const own = parameters.filter((parameter) => parameter.in === 'query');
  const good = fc
    .tuple(
      ...own.map(({ name, schema, required = false }) => {
        const value = goodValues(name, schema, cursors);
        // A cursor fits one list: too many of them, and no list would be given.
        return required ? value : fc.option(value, { freq: name === 'cursor' ? 2 : 3 });
      }),
    )
    .map((values) => own.flatMap(({ name }, at): readonly Pair[] => (typeof values[at] === 'string' ? [[name, values[at]]] : [])));
  const names = [...own.map(({ name }) => name), 'unknown', '__proto__', 'limit[]', 'toString', ''];
  const bad = fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof(ANYTHING, fc.constantFrom('0', '201', '1000000', '1.5', '0x10'))), {
    minLength: 1,
    maxLength: 4,
  });
  return fc.oneof({ arbitrary: good, weight: 3 }, { arbitrary: bad, weight: 1 });
}

/** A body of a request: such as its schema asks for, or anything at all. */
function bodyOf(schema: JsonSchema, schemaOf: Described['schemaOf'], depth = 0): fc.Arbitrary<unknown> {
  const { type, enum: allowed, properties, items } = schemaOf(schema);
  const wanted = Array.isArray(type) ? type[0] : type;
  if (allowed) return fc.constantFrom(...allowed);
  if (properties && depth < 4) {
    const fields = Object.entries(properties).map(([name, one]) => [name, bodyOf(one, schemaOf, depth + 1)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
  }
  if (wanted === 'array') return fc.array(items && depth < 4 ? bodyOf(items, schemaOf, depth + 1) : fc.jsonValue(), { maxLength: 4 });
  if (wanted === 'boolean') return fc.boolean();
  if (wanted === 'integer' || wanted === 'number') return fc.oneof(fc.integer(), fc.double());
  return fc.oneof(ANYTHING, fc.constantFrom('editor', 'a sentence to remember', '2026-01-01T00:00:00Z', 'usr-1'));
}

describe.each(STORES)('whatever is asked of the interface ($name)', async (kind) => {
  const served = await servedBook(kind);
  const { json, get, faults, book } = served;
  const api = withAccounts(served);
  const { operations, schemaOf, faultsOf } = readDescription((await (await api.request('/api/v1/openapi.json')).json()) as object);
  const asked = operations.filter(({ method }) => method === 'get');
  afterAll(async () => {
    await book.close();
    await kind.stop();
  });

  /** Ids of everything, from what the public and what a reader can see: each may try those of the other. */
  const byList = new Map<string, string[]>();
  const ids = new Set<string>(['canary', 'hostile', 'irep-embargoed', 'irep-hostile', 'usr-1', 'rel-public', 'rel-partners']);
  const cursors = new Set<string>(['x']);
  for (const role of ['public', 'reader'] as const)
    for (const list of ['reports', 'statements', 'agreements', 'incidents', 'releases']) {
      const { items } = await json(`/api/v1/${list}?limit=200`, role);
      const found = items.slice(0, 12).map((item) => item.id ?? (item['agreement'] as { id: string }).id);
      byList.set(list, [...(byList.get(list) ?? []), ...found]);
      for (const id of found) ids.add(id);
      const { next } = await json(`/api/v1/${list}?limit=1`, role);
      if (next !== null) cursors.add(new URL(next, 'http://localhost').searchParams.get('cursor') ?? '');
    }
  byList.set('history', byList.get('reports') ?? []);
  const { next } = await json('/api/v1/journal?limit=1', 'reader');
  cursors.add(new URL(next ?? '', 'http://localhost').searchParams.get('cursor') ?? '');

  const sentWith = ({ requestBody }: Operation): fc.Arbitrary<string | undefined> => {
    const schema = requestBody?.content['application/json']?.schema;
    if (schema === undefined) return fc.constant(undefined);
    const text = bodyOf(schema, schemaOf).map((value) => JSON.stringify(value) ?? 'null');
    return fc.oneof({ arbitrary: text, weight: 5 }, { arbitrary: fc.oneof(fc.json(), fc.constantFrom(...HOSTILE)), weight: 1 });
  };

  const requestOf = (operation: Operation) =>
    fc.record({
      operation: fc.constant(operation),
      role: fc.constantFrom('public', 'nobody', 'reader', 'coder', 'editor', 'publisher', 'admin'),
      id: fc.oneof(
        { arbitrary: fc.constantFrom(...(byList.get(operation.path.split('/')[3] ?? '') ?? ids)), weight: 6 },
        { arbitrary: fc.constantFrom(...ids), weight: 1 },
        { arbitrary: fc.constantFrom(...HOSTILE), weight: 1 },
      ),
      query: queryOf(operation, [...cursors]),
      accept: fc.oneof({ arbitrary: fc.constant(undefined), weight: 2 }, { arbitrary: fc.constantFrom(...ACCEPTS), weight: 1 }),
      method: fc.oneof(
        { arbitrary: fc.constant(operation.method.toUpperCase()), weight: 8 },
        { arbitrary: fc.constantFrom(...OTHER_METHODS), weight: 1 },
      ),
      body: sentWith(operation),
      tag: fc.constantFrom(undefined, '*', '"x"', ',,,', '"'.repeat(100)),
    });

  test('it answers as described, never with a fault, and tells nobody what is not for them', { timeout: 60_000 }, async () => {
    const request = fc.oneof(...operations.map(requestOf));
    const given = new Map<string, Set<number>>();
    await fc.assert(
      fc.asyncProperty(request, async ({ operation, role, id, query, accept, method, tag, body }) => {
        const path = operation.path.replace('{id}', encoded(id));
        const search = query.map(([name, value]) => `${encodeURIComponent(name)}=${encoded(value)}`).join('&');
        const headers: Record<string, string> = { 'x-role': role };
        if (accept !== undefined) headers['accept'] = accept;
        if (tag !== undefined) headers['if-none-match'] = tag;
        const hasBody = body !== undefined && !['GET', 'HEAD'].includes(method);
        if (hasBody) headers['content-type'] = 'application/json';
        const answer = await api.request(`${path}?${search}`, { method, headers, ...(hasBody ? { body } : {}) });
        const text = await answer.text();
        if (method === 'GET') given.set(operation.path, (given.get(operation.path) ?? new Set()).add(answer.status));
        expect(answer.status).toBeLessThan(500);
        expect(text.length).toBeLessThan(LARGEST);
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        if (method === operation.method.toUpperCase() && new URL(path, 'http://localhost').pathname === path && id !== '')
          expect(faultsOf(operation, answer, text)).toEqual([]);
        const told = `${text}\n${[...answer.headers].join('\n')}`;
        const { latitude, place, hash, ...others } = CANARIES;
        expect(told).not.toContain(hash);
        // Exact places are told by one address alone, to whoever has the right, and each look is written down.
        const isPlace = operation.right === 'restricted' && may(role === 'nobody' ? 'public' : role, 'restricted');
        if (!isPlace) for (const secret of [latitude, place]) expect(told).not.toContain(secret);
        if (role !== 'public' && role !== 'nobody') return;
        // What was asked for is repeated where it cannot be used; that tells nothing.
        const sent = `${id} ${query.flat().join(' ')} ${body}`;
        for (const secret of Object.values(others)) if (!sent.includes(secret)) expect(told).not.toContain(secret);
        // One address may be open to be read and closed to be written to.
        const own = operation.method.toUpperCase();
        const isOwn = method === own || (own === 'GET' && method === 'HEAD');
        if (operation.right !== 'releases' && isOwn) expect(answer.status).not.toBe(200);
      }),
      { numRuns: kind.name === 'embedded' ? 2_400 : 150 },
    );
    expect(faults).toEqual([]);
    // A fuzz that is always turned away at the door has tried nothing.
    if (kind.name === 'embedded')
      for (const operation of asked.filter(({ right }) => right === 'releases' || right === 'read'))
        expect([...(given.get(operation.path) ?? [])], operation.path).toContain(200);
  });

  test('every list and every item of it keeps the secrets, page by page, in every form', async () => {
    const secrets = Object.values(CANARIES);
    let seen = 0;
    const ask = async (path: string, accept: string): Promise<Response> => {
      const answer = await get(path, 'public', { accept });
      const text = await answer.clone().text();
      for (const secret of secrets) expect(text.includes(secret) ? `${path} tells ${secret}` : '').toBe('');
      seen++;
      return answer;
    };
    for (const { path, right } of asked.filter((operation) => operation.right === 'releases')) {
      const paths = path.includes('{id}') ? [...ids].map((id) => path.replace('{id}', encodeURIComponent(id))) : [path];
      for (const one of paths)
        for (const accept of ['application/json', 'text/csv', 'application/geo+json', 'application/ld+json']) {
          const answer = await ask(one.endsWith('/search') ? `${one}?q=-xyz&limit=200` : one, accept);
          if (answer.status === 406) continue;
          expect(answer.status, right).toBeLessThan(500);
        }
    }
    expect(seen).toBeGreaterThan(200);
    expect(faults).toEqual([]);
  });

  test('the secrets are there to be told', async () => {
    const reviewed = (await book.dossier()).readings.find(({ review }) => review)?.agreement ?? '';
    const all = await Promise.all(
      [
        '/reports?limit=200',
        '/reports/canary',
        '/incidents?limit=200',
        '/journal?limit=200',
        `/agreements/${reviewed}/readings?limit=200`,
      ].map(async (path) => (await get(`/api/v1${path}`, 'admin')).text()),
    );
    const { latitude: _, place: __, hash: ___, source: ____, ...told } = CANARIES;
    for (const secret of Object.values(told)) expect(all.join(), secret).toContain(secret);
  });
});
