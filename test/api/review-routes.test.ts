import { afterAll, describe, expect, test } from 'vitest';
import type { AccessRole } from '../../src/model/index.ts';
import { STORES } from '../store/stores.ts';
import { readDescription } from './described.ts';
import { servedBook, withAccounts } from './served-book.ts';

const V1 = '/api/v1';
interface Item {
  readonly target: { readonly kind: string; readonly id: string };
  readonly seq: number;
  readonly own: readonly { readonly value: string }[];
}
interface Body {
  readonly items: readonly Item[];
  readonly total: number;
  readonly id: string;
  readonly code?: string;
}

describe.each(STORES)('review over the interface ($name)', async (kind) => {
  const served = await servedBook(kind);
  const api = withAccounts(served);
  const { operations, faultsOf } = readDescription((await (await api.request(`${V1}/openapi.json`)).json()) as object);
  afterAll(async () => {
    expect(served.faults).toEqual([]);
    await served.book.close();
    await kind.stop();
  });

  const ask = async (path: string, role: AccessRole, name: string, body?: object) => {
    const method = body === undefined ? 'GET' : 'POST';
    const headers = { 'x-role': role, 'x-name': name, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const answer = await api.request(V1 + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await answer.text();
    const operation = operations.find((one) => one.method === method.toLowerCase() && one.path === V1 + (path.split('?')[0] ?? ''));
    if (operation) expect(faultsOf(operation, answer, text), `${path} ${text.slice(0, 300)}`).toEqual([]);
    return { status: answer.status, text, body: JSON.parse(text) as Body };
  };
  const NOTE = 'nur-fuer-mich-notiert';

  test('who may not is turned away', async () => {
    for (const path of ['/review/queue', '/review/agreement', '/review/adjudications']) {
      expect((await ask(path, 'public', 'x')).status).toBe(401);
      expect((await ask(path, 'coder', 'Cem')).status).toBe(403);
    }
    expect((await ask('/review/tasks', 'reader', 'Rea')).status).toBe(403);
    const target = { kind: 'statement', id: 'stmt-1' };
    expect((await ask('/review/decisions', 'coder', 'Cem', { target, action: 'accept', why: 'x' })).status).toBe(403);
    expect((await ask('/review/codings', 'reader', 'Rea', { target, variable: 'act', value: 'assert' })).status).toBe(403);
    expect((await ask('/statements', 'coder', 'Cem', { report: 'x', statement: {}, why: 'x' })).status).toBe(403);
  });

  test('a decision from the queue takes effect once, in the name of who sent it', async () => {
    const { items, total } = (await ask('/review/queue?kind=reading&limit=5', 'editor', 'Eda')).body;
    expect(items.length).toBe(5);
    expect(total).toBeGreaterThan(5);
    const [{ target, seq } = items[0] as Item] = items;
    const body = { target, seen: seq, action: 'accept', why: 'the words are clear' };
    const first = await ask('/review/decisions', 'editor', 'Eda', body);
    expect(first.status).toBe(201);
    expect(await ask('/review/decisions', 'editor', 'Eda', { ...body, seen: undefined })).toMatchObject({
      status: 200,
      body: { id: first.body.id },
    });
    expect(await ask('/review/decisions', 'editor', 'Ben', { ...body, action: 'reject' })).toMatchObject({
      status: 409,
      body: { code: 'TB_REVIEW_OVERTAKEN' },
    });
    const entry = (await served.book.store.entries({ kind: 'review' })).at(-1);
    expect(entry?.author).toEqual({ kind: 'person', name: 'Eda' });
    const back = { decision: first.body.id, why: 'looked again' };
    expect((await ask('/review/withdrawals', 'editor', 'Eda', back)).status).toBe(201);
    const unknown = { target: { kind: 'reading', id: 'rd-none' }, action: 'accept', why: 'x' };
    expect((await ask('/review/decisions', 'editor', 'Eda', unknown)).status).toBe(404);
    expect((await ask('/review/decisions', 'editor', 'Eda', { ...body, action: 'merge' })).status).toBe(422);
    expect((await ask('/review/decisions', 'editor', 'Eda', { ...body, by: 'Ada' })).status).toBe(400);
  });

  test('a coder never gets what another has answered, whatever they ask', async () => {
    const { items } = (await ask('/review/tasks?kind=statement&limit=3', 'coder', 'Cem')).body;
    const target = items[0]?.target ?? { kind: '', id: '' };
    const code = (name: string, value: string) =>
      ask('/review/codings', 'coder', name, { target, variable: 'polarity', value, note: `${NOTE} ${name}` });
    const first = await code('Cem', 'neg');
    expect(first.status).toBe(201);
    expect((await code('Cem', 'neg')).status).toBe(200);
    const own = (await ask('/review/tasks?kind=statement&limit=3', 'coder', 'Cem')).body.items[0]?.own;
    expect(own).toMatchObject([{ value: 'neg' }]);
    expect((await ask('/review/tasks?kind=statement&limit=3', 'coder', 'Dana')).body.items[0]?.own).toEqual([]);
    for (const { path, method, right } of operations)
      if (method === 'get' && !['restricted', 'review', 'administer'].includes(right)) {
        for (const id of [target.id, first.body.id, 'canary']) {
          const answer = await api.request(path.replace('{id}', encodeURIComponent(id)), {
            headers: { 'x-role': 'coder', 'x-name': 'Dana' },
          });
          expect(await answer.text(), path).not.toContain(NOTE);
        }
      }
    expect((await code('Dana', 'pos')).status).toBe(201);
    for (const name of ['Cem', 'Dana']) expect((await ask('/review/adjudications', 'editor', name)).body.items).toEqual([]);
    const settle = (name: string) =>
      ask('/review/adjudications', 'editor', name, { target, variable: 'polarity', value: 'pos', why: 'read' });
    expect(await settle('Cem')).toMatchObject({ status: 409, body: { code: 'TB_CODING_OWN' } });
    expect((await ask('/review/adjudications', 'editor', 'Eda')).body.items).toMatchObject([{ target, variable: 'polarity' }]);
    expect((await settle('Eda')).status).toBe(201);
    expect((await settle('Eda')).status).toBe(200);
    expect((await code('Dana', 'neg')).status).toBe(409);
    const { items: measured } = (await ask('/review/agreement', 'editor', 'Eda')).body;
    expect(measured).toMatchObject([{ units: 1, isTooFew: true }]);
    expect((await ask('/review/codings', 'coder', 'Cem', { target, variable: 'polarity', value: 'maybe' })).status).toBe(422);
  });

  test('a statement is anchored by hand where its words stand, and nowhere else', async () => {
    const report = (await served.book.store.facts('report')).find(({ body }) => body.key === 'canary');
    const anchor = (words: string) =>
      ask('/statements', 'editor', 'Eda', {
        report: report?.id,
        statement: { words, speakers: ['Kreml'], act: 'assert' },
        why: 'the rules miss it',
      });
    expect((await anchor('Wort, das nicht da steht')).status).toBe(422);
    const made = await anchor('gelte 30 Tage');
    expect([made.status, made.body.code]).toEqual([201, undefined]);
    expect((await ask('/statements', 'editor', 'Eda', { report: 'none', statement: {}, why: 'x' })).status).toBe(404);
  });
});
