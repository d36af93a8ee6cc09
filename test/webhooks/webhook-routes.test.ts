import { afterAll, describe, expect, test } from 'vitest';
import { makeApi } from '../../src/api/api.ts';
import { makeWebhooks } from '../../src/app/webhooks/webhooks.ts';
import { type AccessRole, ROLES } from '../../src/model/index.ts';
import { readDescription } from '../api/described.ts';
import { accessByHeader, servedBook } from '../api/served-book.ts';
import { STORES } from '../store/stores.ts';

const AT = '/api/v1/webhooks';

describe.each(STORES)('webhooks over the interface ($name)', async (kind) => {
  const { book, desks, now } = await servedBook(kind);
  const faults: unknown[] = [];
  const failed = (fault: unknown): void => {
    faults.push(fault);
  };
  let count = 0;
  const random = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(++count);
  const webhooks = makeWebhooks({ store: book.store, now, random });
  const api = makeApi({ store: book.store, desks: desks.desk, access: accessByHeader, webhooks, now, failed });
  const { operations, faultsOf } = readDescription((await (await api.request('/api/v1/openapi.json')).json()) as object);
  afterAll(async () => {
    await book.close();
    await kind.stop();
    expect(faults).toEqual([]);
  });

  const ask = async (method: string, path: string, role: AccessRole, body?: unknown) => {
    const headers = { 'x-role': role, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const answer = await api.request(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await answer.text();
    const operation = operations.find((one) => one.method === method.toLowerCase() && one.path === (path === AT ? AT : `${AT}/{id}`));
    if (operation) expect(faultsOf(operation, answer, text), `${method} ${path} ${text}`).toEqual([]);
    return {
      status: answer.status,
      body: JSON.parse(text) as { code?: string; secret?: string; webhook: { id: string }; items: object[] },
    };
  };

  test.each(['public', ...ROLES.filter((role) => role !== 'admin')] as const)('%s may neither see nor change them', async (role) => {
    const refused = role === 'public' ? 401 : 403;
    expect((await ask('GET', AT, role)).status).toBe(refused);
    expect((await ask('POST', AT, role, { url: 'https://desk.example/', audience: 'public' })).status).toBe(refused);
    expect((await ask('PATCH', `${AT}/whk-1`, role, { disabled: true })).status).toBe(refused);
    expect((await ask('DELETE', `${AT}/whk-1`, role)).status).toBe(refused);
  });

  test('an admin adds, disables, enables and removes one', async () => {
    const made = await ask('POST', AT, 'admin', { url: 'https://desk.example/', audience: 'internal', kinds: ['verdict'] });
    expect([made.status, made.body.secret?.slice(0, 5)]).toEqual([201, 'tbwh_']);
    const { id } = made.body.webhook;
    const { items } = (await ask('GET', AT, 'admin')).body;
    expect(items).toMatchObject([{ id, url: 'https://desk.example/', kinds: ['verdict'], disabledAt: null }]);
    expect(JSON.stringify(items)).not.toContain('tbwh_');
    expect((await ask('PATCH', `${AT}/${id}`, 'admin', { disabled: true })).body).toMatchObject({
      disabledAt: expect.any(String) as string,
    });
    expect((await ask('PATCH', `${AT}/${id}`, 'admin', { disabled: false })).body).toMatchObject({ disabledAt: null });
    const entries = await book.store.entries({ about: id });
    expect(entries.map(({ author, action }) => `${author.name} ${action}`)).toEqual(['Eda add', 'Eda change', 'Eda change']);
    expect((await ask('DELETE', `${AT}/${id}`, 'admin')).status).toBe(200);
    expect(await ask('DELETE', `${AT}/${id}`, 'admin')).toMatchObject({ status: 404, body: { code: 'TB_WEBHOOK_UNKNOWN' } });
  });

  test.each([
    [{ url: 'http://10.0.0.1/', audience: 'public' }, 422],
    [{ url: 'http://desk.example/', audience: 'internal' }, 422],
    [{ url: 'https://desk.example/', audience: 'partners' }, 400],
    [{ url: 'https://desk.example/', audience: 'public', secret: 'mine' }, 400],
    [{ url: 'https://desk.example/', audience: 'public', kinds: ['everything'] }, 400],
    [{ audience: 'public' }, 400],
    [[], 400],
    [null, 400],
  ] as const)('%j is refused', async (body, status) => {
    expect((await ask('POST', AT, 'admin', body)).status).toBe(status);
  });
});
