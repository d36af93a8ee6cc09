import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { type AccessRole, ROLES } from '../../src/model/index.ts';
import { openStore, sha256 } from '../../src/store/index.ts';
import { STORES } from '../store/stores.ts';
import { readDescription } from './described.ts';
import { CANARIES, HOSTILE, servedBook, withAccounts } from './served-book.ts';

const V1 = '/api/v1';
const root = new URL('../../', import.meta.url).pathname;
type Body = Readonly<Record<string, unknown>> & { readonly code?: string };

describe.each(STORES)('writing over the interface ($name)', async (kind) => {
  const place = await kind.place();
  const served = await servedBook({ ...kind, place: async () => place });
  const { book, desks, faults } = served;
  const { store } = book;
  const api = withAccounts(served);
  const { operations, faultsOf } = readDescription((await (await api.request(`${V1}/openapi.json`)).json()) as object);
  afterAll(async () => {
    expect(faults).toEqual([]);
    await book.close();
    const again = await openStore(place, { now: served.now });
    expect((await again.verify()).faults).toEqual([]);
    await again.close();
    await kind.stop();
  });

  const send = async (
    path: string,
    role: AccessRole,
    body: object | FormData,
    name = 'Eda',
  ): Promise<{ readonly status: number; readonly body: Body }> => {
    const isForm = body instanceof FormData;
    const headers = { 'x-role': role, 'x-name': name, ...(isForm ? {} : { 'content-type': 'application/json' }) };
    const answer = await api.request(V1 + path, { method: 'POST', headers, body: isForm ? body : JSON.stringify(body) });
    const text = await answer.text();
    const operation = operations.find((one) => one.method === 'post' && one.path === V1 + path);
    if (operation) expect(faultsOf(operation, answer, text), text).toEqual([]);
    return { status: answer.status, body: JSON.parse(text) as Body };
  };
  const form = (name: string, content: string | Uint8Array<ArrayBuffer>, fields: Readonly<Record<string, string>> = {}): FormData => {
    const made = new FormData();
    made.set('file', new File([content], name));
    for (const [field, value] of Object.entries(fields)) made.set(field, value);
    return made;
  };
  const lastEntry = async () => (await store.entries({ after: (await store.head()).seq - 1 })).at(-1);

  const TEXT = {
    content: 'Der Kreml teilte mit, die Pause bei Angriffen auf Energieanlagen gelte 77 Tage.',
    address: 'https://kurier.example/77',
    date: '2025-04-04',
    outlet: 'Musterkurier',
  };
  const attempts: readonly (readonly [path: string, body: object, AccessRole])[] = [
    ['/reports', TEXT, 'editor'],
    ['/reports/files', form('a.txt', TEXT.content), 'editor'],
    ['/incidents/import', form('a.csv', 'x'), 'editor'],
    ['/releases', { profile: 'public', why: 'weekly' }, 'publisher'],
    ['/embargoes', { incident: 'irep-embargoed', hours: 100, why: 'danger' }, 'publisher'],
  ];
  test.each(attempts)('%s needs its right', async (path, body, lowest) => {
    const before = (await store.head()).seq;
    expect((await send(path, 'public', body)).status).toBe(401);
    const roles: readonly AccessRole[] = ROLES;
    for (const role of roles.slice(0, roles.indexOf(lowest))) expect([role, (await send(path, role, body)).status]).toEqual([role, 403]);
    expect((await store.head()).seq).toBe(before);
  });

  test('a report comes in with its address, its sender in the journal, once', async () => {
    const first = await send('/reports', 'editor', { ...TEXT, rights: 'quotations only' });
    expect(first.status).toBe(201);
    const [report] = first.body['reports'] as { id: string; key: string; isNew: boolean }[];
    expect(report).toMatchObject({ isNew: true });
    const kept = await store.fact('report', report?.id ?? '');
    expect(kept?.body).toMatchObject({ text: TEXT.content, url: TEXT.address, outlet: 'Musterkurier', date: '2025-04-04' });
    const source = await store.fact('source', sha256(Buffer.from(TEXT.content)));
    expect(source?.body).toMatchObject({ address: TEXT.address, rights: 'quotations only', mediaType: 'text/plain' });
    expect((await lastEntry())?.author).toEqual({ kind: 'person', name: 'Eda' });
    const head = (await store.head()).seq;
    expect(await send('/reports', 'editor', TEXT)).toMatchObject({ status: 200, body: { reports: [{ id: report?.id, isNew: false }] } });
    expect((await store.head()).seq).toBe(head);
    await desks.refresh();
    const { items } = await served.json(`${V1}/search?q=%2277%20Tage%22`, 'reader');
    expect(items.length).toBeGreaterThan(0);
  });

  test('a page states what its sender does not, and nothing in it runs', async () => {
    const body = ['Der Kreml teilte mit, die Pause bei Angriffen auf Energieanlagen gelte 78 Tage.', 'Mehr wurde am Abend nicht bekannt.'];
    const content = `<html><head><title>Titel</title><meta property="article:published_time" content="2025-04-05T10:00:00Z"></head><body><article>${body.map((text) => `<p>${text}</p>`).join('')}<script>alert(1)</script></article></body></html>`;
    const sent = await send('/reports', 'editor', { content, mediaType: 'text/html', address: 'https://kurier.example/78' });
    expect(sent.status).toBe(201);
    const [{ id } = { id: '' }] = sent.body['reports'] as { id: string }[];
    const kept = (await store.fact('report', id))?.body;
    expect(kept).toMatchObject({ title: 'Titel', url: 'https://kurier.example/78' });
    expect(kept?.date?.slice(0, 10)).toBe('2025-04-05');
    expect(kept?.text).not.toContain('alert');
  });

  test('two that send the same at once make one report', async () => {
    const body = { ...TEXT, content: `${TEXT.content} Noch einmal.`, address: 'https://kurier.example/twice' };
    const both = await Promise.all([send('/reports', 'editor', body), send('/reports', 'editor', body)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
  });

  test('files of every form come in, and what is none is told with its code', async () => {
    expect(
      await send('/reports/files', 'editor', form('meldung.txt', TEXT.content.replace('77', '79'), { rights: 'CC0-1.0' })),
    ).toMatchObject({
      status: 201,
    });
    const json = JSON.stringify([
      { id: 'a', text: TEXT.content.replace('77', '80'), date: '2025-04-06' },
      { id: 'b', text: 5 },
    ]);
    const mixed = await send('/reports/files', 'editor', form('two.json', json));
    expect(mixed.status).toBe(201);
    expect((mixed.body['faults'] as { code: string }[]).length).toBe(1);
    for (const [name, content] of [
      ['empty.txt', ''],
      ['broken.json', '{'],
      ['broken.pdf', '%PDF-1.4 nothing'],
      ['../../etc/passwd', ''],
      ['', ''],
    ] as const) {
      const refused = await send('/reports/files', 'editor', form(name, content));
      expect([name, refused.status]).toEqual([name, name === '' ? refused.status : 422]);
      expect(refused.body.code).toMatch(/^TB_/);
      expect(JSON.stringify(refused.body)).not.toContain('/etc/');
    }
    expect((await send('/reports/files', 'editor', new FormData())).status).toBe(400);
    const wrong = new FormData();
    wrong.set('file', 'no file');
    expect((await send('/reports/files', 'editor', wrong)).status).toBe(400);
  });

  test.each([
    [{ ...TEXT, address: 'javascript:alert(1)' }, 422],
    [{ ...TEXT, address: 'http://10.0.0.1/' }, 422],
    [{ ...TEXT, date: 'gestern' }, 400],
    [{ ...TEXT, content: '' }, 400],
    [{ ...TEXT, content: '   ' }, 422],
    [{ ...TEXT, mediaType: 'application/pdf' }, 400],
    [{ ...TEXT, more: 1 }, 400],
    [{ address: TEXT.address }, 400],
  ] as const)('%j is refused', async (body, status) => {
    expect((await send('/reports', 'editor', body)).status).toBe(status);
  });

  test('what was deleted on legal demand does not come back', async () => {
    const content = `${TEXT.content} Zu löschen.`;
    const body = { ...TEXT, content, address: 'https://kurier.example/gone' };
    expect((await send('/reports', 'editor', body)).status).toBe(201);
    await store.erase({ kind: 'source', id: sha256(Buffer.from(content)) }, { author: { kind: 'person', name: 'Ada' }, why: 'judgment' });
    expect(await send('/reports', 'editor', body)).toMatchObject({ status: 409, body: { code: 'TB_DELETED_BEFORE' } });
  });

  test('a body or file that is too large is refused before it is read', async () => {
    const large = await api.request(`${V1}/reports`, {
      method: 'POST',
      body: 'x',
      headers: { 'x-role': 'editor', 'content-length': '1100000', 'content-type': 'application/json' },
    });
    expect(large.status).toBe(413);
    expect((await send('/reports/files', 'editor', form('a.txt', new Uint8Array(17_000_000)))).status).toBe(413);
  });

  test('a table comes in row by row', async () => {
    const table = readFileSync(`${root}examples/energy-halt-2025-incidents.csv`, 'utf8');
    const [head = '', ...rows] = table.split('\n');
    const changed = [head, ...rows.slice(0, 2), rows[2]?.replace(/2025-\d\d-\d\d/, 'gestern') ?? ''].join('\n');
    const first = await send('/incidents/import', 'editor', form('mehr.csv', changed));
    expect(first).toMatchObject({ status: 200, body: { rejected: 1 } });
    const [fault] = first.body['faults'] as { code: string; line: number }[];
    expect(fault?.code).toMatch(/^TB_/);
    expect(fault?.line).toBe(4);
    const again = await send('/incidents/import', 'editor', form('mehr.csv', changed));
    expect(again.body).toMatchObject({ added: 0, changed: 0 });
    expect((await send('/incidents/import', 'editor', form('no.csv', HOSTILE))).status).toBeLessThan(500);
  });

  test('a release is what the gate lets through, kept with its bytes', async () => {
    const first = await send('/releases', 'publisher', { profile: 'public', format: 'json', why: 'weekly' });
    expect(first.status).toBe(201);
    const { id, content } = first.body as unknown as { id: string; content: string };
    expect(await lastEntry()).toMatchObject({ kind: 'release', id, author: { name: 'Eda' }, why: 'weekly' });
    const bytes = await (await api.request(content)).text();
    expect(bytes.length).toBeGreaterThan(1_000);
    for (const canary of Object.values(CANARIES)) expect(bytes, canary).not.toContain(canary);
    expect((await served.json(`${V1}/releases`)).items.map((item) => item.id)).toContain(id);
    expect(await send('/releases', 'publisher', { profile: 'public', format: 'json', why: 'weekly' })).toMatchObject({
      status: 200,
      body: { id },
    });
    const geo = await send('/releases', 'publisher', { profile: 'public', format: 'geojson', why: 'for maps' });
    expect(geo).toMatchObject({ status: 201, body: { mediaType: 'application/geo+json' } });
    const inner = await send('/releases', 'publisher', { profile: 'internal', format: 'csv', why: 'for us' });
    expect((await served.json(`${V1}/releases`)).items.map((item) => item.id)).not.toContain(inner.body['id']);
    const corrects = { id: 'none', note: 'a row' };
    expect((await send('/releases', 'publisher', { profile: 'public', corrects, why: 'x' })).status).toBe(404);
    const corrected = await send('/releases', 'publisher', { profile: 'public', corrects: { ...corrects, id }, why: 'x' });
    expect(corrected).toMatchObject({ status: 201, body: { card: { corrects: id, correctionNote: 'a row' } } });
  });

  test('one editor lengthens an embargo, two shorten it, nobody goes below the floor', async () => {
    const incident = 'irep-embargoed';
    const decide = (hours: number, name: string, why = 'reason') => send('/embargoes', 'publisher', { incident, hours, why }, name);
    expect(await decide(200, 'Eda')).toMatchObject({ status: 201, body: { state: 'in_force', by: ['Eda'] } });
    expect((await decide(200, 'Eda')).status).toBe(200);
    expect(await decide(24, 'Eda')).toMatchObject({ status: 201, body: { state: 'waits_for_another' } });
    expect(await decide(24, 'Eda', 'once more')).toMatchObject({ body: { state: 'waits_for_another', by: ['Eda'] } });
    expect(await decide(24, 'Ben')).toMatchObject({ status: 201, body: { state: 'in_force', by: ['Eda', 'Ben'] } });
    const before = (await store.head()).seq;
    expect(await decide(1, 'Eda')).toMatchObject({ status: 422, body: { code: 'TB_OVERRIDE_REFUSED' } });
    expect(await decide(20, 'Mallory')).toMatchObject({ status: 422, body: { code: 'TB_OVERRIDE_REFUSED' } });
    expect(await send('/embargoes', 'publisher', { incident: 'none', hours: 900, why: 'x' })).toMatchObject({ status: 404 });
    expect((await send('/embargoes', 'publisher', { incident, hours: -1, why: 'x' })).status).toBe(400);
    expect((await store.head()).seq).toBe(before);
  });
});
