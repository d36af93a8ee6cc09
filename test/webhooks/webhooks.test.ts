import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ChangeItem } from '../../src/app/changes/change.ts';
import { makeChangeFeed } from '../../src/app/changes/change-feed.ts';
import { openPosting } from '../../src/app/fetching/open-posting.ts';
import { deliver, MOST_FAILURES } from '../../src/app/webhooks/deliver.ts';
import { keepDelivering } from '../../src/app/webhooks/keep-delivering.ts';
import type { PostAccess } from '../../src/app/webhooks/post-access.ts';
import { signatureOf } from '../../src/app/webhooks/sign-delivery.ts';
import { makeWebhooks, type NewWebhook } from '../../src/app/webhooks/webhooks.ts';
import { makeReport } from '../../src/model/index.ts';
import { exportBook } from '../../src/store/index.ts';
import { by, CANARIES, type ServedBook, servedBook } from '../api/served-book.ts';
import { STORES, temporaryFolder } from '../store/stores.ts';

/** A public address that the server of the test plays. */
const PUBLIC = '93.184.215.14';

interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let server: Server;
let port = 0;
let status = 204;
const received: Received[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces).toString('utf8') });
      if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1/inside' }).end();
      else response.writeHead(status).end(request.url === '/large' ? 'x'.repeat(1_000_000) : '');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});
beforeEach(() => {
  received.length = 0;
  status = 204;
});

const network = openPosting({ resolve: async () => [PUBLIC], dial: () => ({ host: '127.0.0.1', port }) });
/** The server of the test has no certificate. */
const overTls: PostAccess = { post: (url, body, headers) => network.post(url.replace(/^https:/, 'http:'), body, headers) };
const ALL = { kinds: [], agreements: [], holders: [] } as const;
const random = (bytes: number): Uint8Array => new Uint8Array(bytes).map(() => Math.floor(Math.random() * 256));

describe('sending to an address', () => {
  test('goes to public machines alone, follows nothing, and takes the status alone', async () => {
    expect(await network.post('http://desk.example/a', '{}', { 'content-type': 'application/json' })).toEqual({ status: 204 });
    expect(received[0]).toMatchObject({ path: '/a', body: '{}' });
    expect(received[0]?.headers['host']).toBe('desk.example');
    expect(await network.post('http://desk.example/away', '{}', {})).toEqual({ status: 302 });
    expect(await network.post('http://desk.example/large', '{}', {})).toEqual({ status: 204 });
    expect(received.map(({ path }) => path)).toEqual(['/a', '/away', '/large']);
  });

  test.each([
    ['http://127.0.0.1/', ['127.0.0.1'], 'TB_FETCH_PRIVATE'],
    ['http://[::1]/', ['::1'], 'TB_FETCH_PRIVATE'],
    ['http://desk.example/', ['10.0.0.7'], 'TB_FETCH_PRIVATE'],
    ['http://desk.example/', [PUBLIC, '169.254.169.254'], 'TB_FETCH_PRIVATE'],
    ['http://desk.example:8080/', [PUBLIC], 'TB_FETCH_ADDRESS'],
    ['http://user:word@desk.example/', [PUBLIC], 'TB_FETCH_ADDRESS'],
    ['file:///etc/passwd', [PUBLIC], 'TB_FETCH_ADDRESS'],
    ['http://nowhere.example/', [], 'TB_FETCH_UNRESOLVED'],
  ] as const)('refuses %s at %j', async (url, addresses, code) => {
    const guarded = openPosting({
      resolve: async () => addresses,
      dial: () => {
        throw new Error('nothing may be dialled');
      },
    });
    expect(await guarded.post(url, '{}', {})).toMatchObject({ problem: { code } });
  });

  test('gives up on who does not answer', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const { port: there } = silent.address() as AddressInfo;
    const short = openPosting({ resolve: async () => [PUBLIC], dial: () => ({ host: '127.0.0.1', port: there }), total: 60 });
    expect(await short.post('http://desk.example/', '{}', {})).toMatchObject({ problem: { code: 'TB_FETCH_SLOW' } });
    silent.closeAllConnections();
    await new Promise((done) => silent.close(done));
    expect(await short.post('http://desk.example/', '{}', {})).toMatchObject({ problem: { code: 'TB_FETCH_UNREACHABLE' } });
  });
});

describe.each(STORES)('webhooks of a book ($name)', (kind) => {
  let served: ServedBook;
  beforeAll(async () => {
    served = await servedBook(kind);
  });
  afterAll(async () => {
    expect((await served.book.store.verify()).faults).toEqual([]);
    await served.book.close();
    await kind.stop();
  });

  const hooks = () => makeWebhooks({ store: served.book.store, now: served.now, random });
  const round = (by: PostAccess = overTls, atOnce = 100) =>
    deliver({
      store: served.book.store,
      // A feed of its own, as after a start: nothing is kept but what the book keeps.
      feed: makeChangeFeed({ store: served.book.store, desks: served.desks.desk, now: served.now }),
      network: by,
      atOnce,
      now: served.now,
    });
  const add = (hook: Partial<NewWebhook> = {}) => hooks().add({ url: 'https://desk.example/a', audience: 'internal', ...ALL, ...hook }, by);
  const clear = async (): Promise<void> => {
    for (const { id } of await hooks().list()) await hooks().remove(id, by);
  };
  beforeEach(clear);

  const listAll = async (): Promise<readonly ChangeItem[]> => {
    const listed: ChangeItem[] = [];
    for (let page: string | null = '/api/v1/changes?limit=200'; page !== null; ) {
      const answer: Awaited<ReturnType<ServedBook['json']>> = await served.json(page, 'reader');
      listed.push(...(answer.items as unknown as ChangeItem[]));
      page = answer.next;
    }
    return listed;
  };
  let days = 9;
  const change = async (): Promise<void> => {
    const text = `Der Kreml teilte mit, die Pause bei Angriffen auf Energieanlagen gelte ${++days} Tage.`;
    const report = makeReport(`added-${days}`, text, { date: '2025-04-02', outlet: 'Musterkurier' });
    await served.book.addReports([{ report, bytes: Buffer.from(text), mediaType: 'text/plain', retrievedAt: '2025-06-01T00:00:00Z' }], by);
    await served.desks.refresh();
  };
  const itemsIn = ({ body }: Received): readonly ChangeItem[] => (JSON.parse(body) as { items: ChangeItem[] }).items;
  const later = async (milliseconds: number): Promise<void> =>
    served.moveTo(new Date(Date.parse(served.now()) + milliseconds).toISOString());

  test('what is told after it was added is sent once, signed, with the items of the list', async () => {
    const { webhook, secret } = await add();
    expect(webhook).not.toHaveProperty('secret');
    expect((await round()).deliveries).toBe(0);
    await change();
    expect(await round()).toMatchObject({ deliveries: 1, problems: [] });
    expect((await round()).deliveries).toBe(0);
    expect(received).toHaveLength(1);
    const [one] = received;
    if (!one) throw new Error('nothing came');
    const { headers, body } = one;
    const [, seconds = ''] = /^t=(\d+),v1=[0-9a-f]{64}$/.exec(String(headers['trucebook-signature'])) ?? [];
    expect(headers['trucebook-signature']).toBe(signatureOf(secret, new Date(Number(seconds) * 1000).toISOString(), body));
    expect(Math.abs(Number(seconds) * 1000 - Date.parse(served.now()))).toBeLessThan(60_000);
    expect(headers['trucebook-signature']).not.toBe(signatureOf(`${secret}x`, new Date(Number(seconds) * 1000).toISOString(), body));
    expect(headers['content-type']).toBe('application/json');
    const sent = JSON.parse(body) as { id: string; webhook: string; audience: string; items: ChangeItem[] };
    expect([sent.id, sent.webhook, sent.audience]).toEqual([headers['idempotency-key'], webhook.id, 'internal']);
    const listed = await listAll();
    expect(sent.items.length).toBeGreaterThan(0);
    for (const item of sent.items) expect(listed).toContainEqual(item);
    expect(JSON.stringify(sent.items)).toContain(`${days} days`);
    expect(await hooks().find(webhook.id)).toMatchObject({ failures: 0, lastAnswer: '204', deliveredUpTo: sent.items.at(-1)?.recorded });
  });

  test('what fails is sent again with the same id, later and later, and nothing is lost by a start', async () => {
    const { webhook } = await add();
    await change();
    status = 500;
    const { problems } = await round();
    expect(problems).toMatchObject([{ code: 'TB_WEBHOOK_LATER', severity: 'warning' }]);
    await round();
    expect(received).toHaveLength(1);
    await later(61_000);
    await round();
    expect(received).toHaveLength(2);
    await later(61_000);
    await round();
    expect(received).toHaveLength(2);
    await later(61_000);
    await change();
    status = 200;
    await round();
    expect(received).toHaveLength(3);
    expect(received[1]?.body).toBe(received[0]?.body);
    expect(received[1]?.headers['idempotency-key']).toBe(received[0]?.headers['idempotency-key']);
    const known = received.slice(0, 1).flatMap(itemsIn);
    const [, , last] = received;
    if (!last) throw new Error('nothing came');
    expect(itemsIn(last).length).toBeGreaterThan(known.length);
    expect(await hooks().find(webhook.id)).toMatchObject({ failures: 0, retryAt: null, lastAnswer: '200' });
  });

  test('after too many failures it is disabled, an admin sees why, and enabled it goes on where it was', async () => {
    const { webhook } = await add();
    await change();
    status = 503;
    for (let times = 0; times < MOST_FAILURES + 2; times++) {
      await round();
      await later(7 * 3_600_000);
    }
    expect(received).toHaveLength(MOST_FAILURES);
    const found = await hooks().find(webhook.id);
    expect(found).toMatchObject({ failures: MOST_FAILURES, lastAnswer: '503', retryAt: null });
    expect(found?.disabledAt).not.toBeNull();
    status = 204;
    await hooks().setDisabled(webhook.id, false, by);
    await round();
    expect(received).toHaveLength(MOST_FAILURES + 1);
    expect(received.at(-1)?.body).toContain(`${days} days`);
  });

  test('who says that it is gone gets nothing more', async () => {
    const { webhook } = await add();
    await change();
    status = 410;
    expect((await round()).problems).toMatchObject([{ code: 'TB_WEBHOOK_GONE' }]);
    expect((await hooks().find(webhook.id))?.disabledAt).not.toBeNull();
  });

  test('a private address is refused when it is added, and when its name comes to lead there', async () => {
    for (const url of ['http://127.0.0.1/', 'https://10.1.2.3/', 'https://desk.example:444/', 'ftp://desk.example/', 'nothing', ''])
      await expect(add({ url })).rejects.toThrow('TB_WEBHOOK_ADDRESS');
    await expect(add({ url: 'http://desk.example/' })).rejects.toThrow('https');
    const { webhook } = await add();
    await change();
    await round(openPosting({ resolve: async () => ['192.168.1.1'] }));
    expect(await hooks().find(webhook.id)).toMatchObject({ failures: 1, lastAnswer: 'TB_FETCH_PRIVATE' });
    expect(received).toEqual([]);
  });

  test('one that is removed while it is sent to does not come back', async () => {
    const { webhook } = await add();
    await change();
    await round({
      post: async () => {
        await hooks().remove(webhook.id, by);
        return { status: 200 };
      },
    });
    expect(await hooks().list()).toEqual([]);
  });

  test('filters hold, and what is far behind comes in parts', async () => {
    await add({ kinds: ['divergence'] });
    await add({ url: 'https://desk.example/b', holders: ['UA'] });
    await add({ url: 'https://desk.example/c', agreements: ['none'] });
    await change();
    await round();
    expect(received.map(({ path }) => path)).toEqual(['/a']);
    expect(received.flatMap(itemsIn).every((item) => item.kind === 'divergence')).toBe(true);
    await clear();
    const { webhook } = await add();
    const [fact] = await served.book.store.accounts('webhook', { ids: [webhook.id] });
    if (!fact) throw new Error('it is not there');
    await served.book.store.append(
      [{ kind: 'webhook', id: webhook.id, body: { ...fact.body, createdAt: '2025-01-01T00:00:00.000Z' } }],
      by,
    );
    received.length = 0;
    for (let rounds = 0; rounds < 4; rounds++) await round(overTls, 2);
    expect(received.length).toBeGreaterThan(2);
    expect(received.every((one) => itemsIn(one).length <= 2)).toBe(true);
    const ids = received.flatMap(itemsIn).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const listed = await listAll();
    // What stood when following began is in the list and is never sent.
    expect(ids).toEqual(listed.filter(({ recorded }) => recorded !== listed[0]?.recorded).map(({ id }) => id));
  });

  test('to the public goes what has been released, with the batch', async () => {
    await add({ url: 'http://desk.example/public', audience: 'public' });
    await add({ url: 'https://desk.example/internal' });
    await round();
    received.length = 0;
    await change();
    await round();
    expect(received.map(({ path }) => path)).toEqual(['/internal']);
    await later(24 * 3_600_000);
    await round();
    const sent = received.filter(({ path }) => path === '/public');
    expect(sent).toHaveLength(1);
    const items = sent.flatMap(itemsIn);
    expect(items.every(({ recorded, at }) => recorded.endsWith('T00:00:00.000Z') && (at === null || at.length <= 10))).toBe(true);
    expect(JSON.stringify(items)).toContain(`${days} days`);
    for (const { body } of sent) for (const canary of Object.values(CANARIES)) expect(body, canary).not.toContain(canary);
  });

  test('neither address nor secret stands in the open book, its export, or the journal', async () => {
    const { webhook, secret } = await add({ url: 'https://desk.example/very-secret-path' });
    const folder = `${temporaryFolder()}/export`;
    await exportBook(served.book.store, folder, { restricted: false });
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(`${folder}/${file}`).isFile());
    for (const file of files) {
      const text = readFileSync(`${folder}/${file}`, 'latin1');
      expect(text).not.toContain('very-secret-path');
      expect(text).not.toContain(secret);
    }
    const history = await (await served.get(`/api/v1/history/${webhook.id}`, 'admin')).text();
    expect(history).toContain('"webhook"');
    expect(history).not.toContain('very-secret-path');
    await served.book.store.erase({ kind: 'webhook', id: webhook.id }, { ...by, why: 'judgment' });
    expect(await hooks().list()).toEqual([]);
  });
});

test('the page shows how a receiver checks a delivery, and that does it', async () => {
  const page = readFileSync(new URL('../../docs/how-to/follow-changes.md', import.meta.url), 'utf8');
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(page) ?? [];
  const folder = temporaryFolder();
  writeFileSync(`${folder}/receiver.mjs`, code);
  const { isOurs } = (await import(/* @vite-ignore */ `${folder}/receiver.mjs`)) as {
    readonly isOurs: (header: string, body: string, secret: string, now: number) => boolean;
  };
  const at = '2025-06-02T10:20:30.000Z';
  const signature = signatureOf('tbwh_x', at, '{"items":[]}');
  const now = Date.parse(at) / 1000 + 60;
  expect(isOurs(signature, '{"items":[]}', 'tbwh_x', now)).toBe(true);
  expect(isOurs(signature, '{"items":[1]}', 'tbwh_x', now)).toBe(false);
  expect(isOurs(signature, '{"items":[]}', 'tbwh_y', now)).toBe(false);
  expect(isOurs(signature, '{"items":[]}', 'tbwh_x', now + 3600)).toBe(false);
  for (const header of ['', 't=,v1=', `t=${now}`, 'v1=00', `t=${now},v1=zz`]) expect(isOurs(header, '', 'tbwh_x', now)).toBe(false);
});

test('rounds follow one another until they are stopped, and a fault ends its round alone', async () => {
  let rounds = 0;
  const faults: unknown[] = [];
  let enough: () => void = () => undefined;
  const third = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const running = keepDelivering(
    async () => {
      rounds++;
      if (rounds === 1) throw new Error('once');
      if (rounds === 3) enough();
    },
    { failed: (fault) => faults.push(fault), every: 1 },
  );
  await third;
  await running.stop();
  const then = rounds;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([faults.length, rounds]).toEqual([1, then]);
});
