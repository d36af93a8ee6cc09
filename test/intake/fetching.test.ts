import type { ServerResponse } from 'node:http';
import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { checkAddress, isPublicAddress } from '../../src/feeds/index.ts';
import { PUBLIC, startWeb, type TestWeb } from './test-network.ts';

const open: TestWeb[] = [];
const web = async (...given: Parameters<typeof startWeb>): Promise<TestWeb> => {
  const started = await startWeb(...given);
  open.push(started);
  return started;
};
afterAll(async () => {
  for (const one of open) await one.stop();
});

/** The code that asking an address ends with, or what it answered. */
async function outcome({ network }: TestWeb, address: string): Promise<string> {
  const answer = await network.ask(address);
  if (answer.kind !== 'failed') return answer.kind;
  expect(answer.problem.message).not.toMatch(/\{\w+\}/);
  expect(answer.problem.remedy).not.toBe('');
  return answer.problem.code;
}

const redirect = (to: string) => (_: unknown, response: ServerResponse) => response.writeHead(302, { location: to }).end();

describe('which machines are public', () => {
  test.for([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '168.63.129.16',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:93.184.215.14',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2001:10::1',
    '2002:7f00:1::',
    '3fff::1',
    '4000::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '',
    'localhost',
    '127.1',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
  test.for([PUBLIC, '1.1.1.1', '172.32.0.1', '192.167.0.1', '2606:4700::1111', '2a00:1450::1'])('%s is', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  test('any number is public or refused, and the private ones never are', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a = 0, b = 0] = address.split('.').map(Number);
        const isPrivate =
          a === 10 ||
          a === 127 ||
          a === 0 ||
          a >= 224 ||
          (a === 172 && b >= 16 && b < 32) ||
          (a === 192 && b === 168) ||
          (a === 169 && b === 254);
        if (isPrivate) expect(isPublicAddress(address)).toBe(false);
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
      }),
    );
  });
});

describe('addresses that are never asked', () => {
  test.for([
    ['ftp://kurier.example/', 'TB_FETCH_ADDRESS'],
    ['file:///etc/passwd', 'TB_FETCH_ADDRESS'],
    ['http://ada:geheim@kurier.example/', 'TB_FETCH_ADDRESS'],
    ['http://kurier.example:8080/', 'TB_FETCH_ADDRESS'],
    ['http://kurier.example:22/', 'TB_FETCH_ADDRESS'],
    [`http://kurier.example/${'a'.repeat(1000)}`, 'TB_FETCH_ADDRESS'],
    ['http://', 'TB_FETCH_ADDRESS'],
    ['http://127.0.0.1/', 'TB_FETCH_PRIVATE'],
    ['http://2130706433/', 'TB_FETCH_PRIVATE'],
    ['http://0177.0.0.1/', 'TB_FETCH_PRIVATE'],
    ['http://0x7f.1/', 'TB_FETCH_PRIVATE'],
    ['http://0x7f000001/', 'TB_FETCH_PRIVATE'],
    ['http://127.1/', 'TB_FETCH_PRIVATE'],
    ['http://１２７.0.0.1/', 'TB_FETCH_PRIVATE'],
    ['http://[::1]/', 'TB_FETCH_PRIVATE'],
    ['http://[::ffff:7f00:1]/', 'TB_FETCH_PRIVATE'],
    ['http://[::ffff:127.0.0.1]/', 'TB_FETCH_PRIVATE'],
    ['http://[64:ff9b::7f00:1]/', 'TB_FETCH_PRIVATE'],
    ['http://169.254.169.254/latest/meta-data/', 'TB_FETCH_PRIVATE'],
  ])('%s', async ([address = '', code]) => {
    const nobody = await web({});
    expect(await outcome(nobody, address)).toBe(code);
    expect(nobody.dialled).toEqual([]);
  });

  test('a name that leads to a private machine, to both kinds, to none', async () => {
    const names: Record<string, readonly string[]> = {
      'in.example': ['10.0.0.7'],
      'both.example': [PUBLIC, '127.0.0.1'],
      'none.example': [],
    };
    const started = await web({}, { resolve: async (host) => names[host] ?? Promise.reject(new Error('ENOTFOUND')) });
    expect(await outcome(started, 'http://in.example/')).toBe('TB_FETCH_PRIVATE');
    expect(await outcome(started, 'http://both.example/')).toBe('TB_FETCH_PRIVATE');
    expect(await outcome(started, 'http://none.example/')).toBe('TB_FETCH_UNRESOLVED');
    expect(await outcome(started, 'http://weg.example/')).toBe('TB_FETCH_UNRESOLVED');
    expect(started.dialled).toEqual([]);
  });

  test('a redirect to a private machine, to a file, in a circle', async () => {
    const started = await web({
      'a.example/metadata': redirect('http://169.254.169.254/latest/'),
      'a.example/decimal': redirect('http://2130706433/'),
      'a.example/file': redirect('file:///etc/passwd'),
      'a.example/port': redirect('http://a.example:6379/'),
      'a.example/round': redirect('/round'),
      'a.example/once': redirect('/page'),
      'a.example/page': '<p>x</p>',
    });
    expect(await outcome(started, 'http://a.example/metadata')).toBe('TB_FETCH_PRIVATE');
    expect(await outcome(started, 'http://a.example/decimal')).toBe('TB_FETCH_PRIVATE');
    expect(await outcome(started, 'http://a.example/file')).toBe('TB_FETCH_ADDRESS');
    expect(await outcome(started, 'http://a.example/port')).toBe('TB_FETCH_ADDRESS');
    expect(await outcome(started, 'http://a.example/round')).toBe('TB_FETCH_REDIRECT');
    expect(started.asked.filter((path) => path === 'a.example/round')).toHaveLength(6);
    expect(await started.network.ask('http://a.example/once')).toMatchObject({ kind: 'answered', address: 'http://a.example/page' });
    expect(new Set(started.dialled)).toEqual(new Set([PUBLIC]));
  });

  test('a name that leads elsewhere at the second look: the connection goes where the first look led, or nowhere', async () => {
    let looks = 0;
    const started = await web(
      { 'r.example/a': '<p>x</p>', 'r.example/robots.txt': 'User-agent: *\nDisallow:' },
      { resolve: async () => [++looks < 3 ? PUBLIC : '127.0.0.1'] },
    );
    // One look for robots.txt and one for the page: each connection was opened to the number that was checked.
    expect(await outcome(started, 'http://r.example/a')).toBe('answered');
    expect(started.dialled).toEqual([PUBLIC, PUBLIC]);
    expect(await outcome(started, 'http://r.example/a')).toBe('TB_FETCH_PRIVATE');
    expect(started.dialled).toEqual([PUBLIC, PUBLIC]);
  });
});

test('where one address of a name cannot be reached the next is tried', async () => {
  const started = await web(
    { 'v.example/a': '<p>x</p>' },
    { resolve: async () => ['2a00:1450::1', PUBLIC], unreachable: ['2a00:1450::1'] },
  );
  expect(await outcome(started, 'http://v.example/a')).toBe('answered');
  expect(started.dialled).toEqual(['2a00:1450::1', PUBLIC, '2a00:1450::1', PUBLIC]);
});

describe('answers that are cut off', () => {
  const limits = { bytes: 100_000, headers: 4096, total: 1500, idle: 300 };
  const head = { 'content-type': 'text/html' };
  const gzip = { ...head, 'content-encoding': 'gzip' };

  test('bodies without end, bombs, headers without end', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000));
    const started = await web(
      {
        'b.example/endless': (_, response) => {
          response.writeHead(200, head);
          const more = (): void => {
            while (!response.destroyed && response.write('x'.repeat(8192)));
            if (!response.destroyed) response.once('drain', more);
          };
          more();
        },
        'b.example/stated': (_, response) => response.writeHead(200, { ...head, 'content-length': '999999999' }).end('x'),
        'b.example/bomb': (_, response) => response.writeHead(200, gzip).end(bomb),
        'b.example/deflate': (_, response) =>
          response.writeHead(200, { ...head, 'content-encoding': 'deflate' }).end(deflateSync(Buffer.alloc(1_000_000))),
        'b.example/damaged': (_, response) => response.writeHead(200, gzip).end('no gzip at all'),
        'b.example/twice': (_, response) =>
          response.writeHead(200, { ...head, 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('x'))),
        'b.example/headers': (_, response) => response.writeHead(200, { ...head, 'x-long': 'y'.repeat(9000) }).end('x'),
        'b.example/good': (_, response) => response.writeHead(200, gzip).end(gzipSync('<p>gut</p>')),
      },
      { limits },
    );
    expect(await outcome(started, 'http://b.example/endless')).toBe('TB_FETCH_TOO_LARGE');
    expect(await outcome(started, 'http://b.example/stated')).toBe('TB_FETCH_TOO_LARGE');
    expect(await outcome(started, 'http://b.example/bomb')).toBe('TB_FETCH_TOO_LARGE');
    expect(await outcome(started, 'http://b.example/deflate')).toBe('TB_FETCH_TOO_LARGE');
    expect(await outcome(started, 'http://b.example/damaged')).toBe('TB_FETCH_ENCODING');
    expect(await outcome(started, 'http://b.example/twice')).toBe('TB_FETCH_ENCODING');
    expect(await outcome(started, 'http://b.example/headers')).toBe('TB_FETCH_TOO_LARGE');
    const good = await started.network.ask('http://b.example/good');
    expect(good.kind === 'answered' && Buffer.from(good.bytes).toString()).toBe('<p>gut</p>');
  });

  test('silence, and a body that comes a byte at a time', async () => {
    const timers: NodeJS.Timeout[] = [];
    const started = await web(
      {
        's.example/silent': () => undefined,
        's.example/drip': (_, response) => {
          response.writeHead(200, head);
          timers.push(setInterval(() => response.write('x'), 50));
        },
      },
      { limits: { ...limits, total: 700 } },
    );
    expect(await outcome(started, 'http://s.example/silent')).toBe('TB_FETCH_SLOW');
    expect(await outcome(started, 'http://s.example/drip')).toBe('TB_FETCH_SLOW');
    for (const timer of timers) clearInterval(timer);
  });

  test('kinds of content, status, a connection that breaks', async () => {
    const started = await web({
      't.example/film': (_, response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end('x'),
      't.example/gone': (_, response) => response.writeHead(410).end(),
      't.example/304': (_, response) => response.writeHead(304).end(),
      't.example/broken': (request) => request.socket.destroy(),
    });
    expect(await outcome(started, 'http://t.example/film')).toBe('TB_FETCH_TYPE');
    expect(await outcome(started, 'http://t.example/gone')).toBe('TB_FETCH_STATUS');
    expect(await outcome(started, 'http://t.example/304')).toBe('TB_FETCH_STATUS');
    expect(await outcome(started, 'http://t.example/broken')).toBe('TB_FETCH_UNREACHABLE');
  });
});

describe('manners', () => {
  test('robots.txt is asked once a host and kept to; a server in trouble is left alone', async () => {
    const started = await web({
      'm.example/robots.txt': 'User-agent: *\nDisallow: /geheim\nCrawl-delay: 7',
      'm.example/frei': '<p>x</p>',
      'm.example/geheim/a': '<p>x</p>',
      'm.example/umweg': redirect('/geheim/a'),
      'krank.example/robots.txt': (_, response) => response.writeHead(503).end(),
      'krank.example/a': '<p>x</p>',
      'allein.example/robots.txt': 'User-agent: Trucebook\nDisallow: /',
      'allein.example/a': '<p>x</p>',
    });
    expect(await outcome(started, 'http://m.example/frei')).toBe('answered');
    expect(await outcome(started, 'http://m.example/geheim/a')).toBe('TB_FETCH_ROBOTS');
    expect(await outcome(started, 'http://m.example/umweg')).toBe('TB_FETCH_ROBOTS');
    expect(await outcome(started, 'http://krank.example/a')).toBe('TB_FETCH_ROBOTS');
    expect(await outcome(started, 'http://allein.example/a')).toBe('TB_FETCH_ROBOTS');
    expect(started.asked.filter((path) => path === 'm.example/robots.txt')).toHaveLength(1);
    expect(started.asked).not.toContain('m.example/geheim/a');
    // The clock of the test stands still, so that every further request has its whole delay to wait.
    expect(started.waited.every((milliseconds) => milliseconds === 7000)).toBe(true);
    expect(started.waited.length).toBeGreaterThan(0);
  });

  test('who asks is said, and what was answered last time goes along', async () => {
    const seen: Record<string, unknown>[] = [];
    const started = await web({
      'e.example/a': (request, response) => {
        seen.push(request.headers);
        response.writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 200, { 'content-type': 'text/html', etag: '"v1"' }).end();
      },
    });
    expect(await started.network.ask('http://e.example/a')).toMatchObject({ kind: 'answered', etag: '"v1"' });
    expect(await started.network.ask('http://e.example/a', { etag: '"v1"' })).toEqual({ kind: 'unchanged' });
    expect(seen[0]?.['user-agent']).toMatch(/^Trucebook/);
    expect(seen[0]?.['cookie']).toBeUndefined();
  });

  test('addresses of any shape are asked or refused, and nothing is thrown', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map((rest) => `http://${rest}`),
        ),
        (given) => {
          const checked = checkAddress(given);
          if ('url' in checked) expect(checked.url.port + checked.url.username + checked.url.password + checked.url.hash).toBe('');
          else expect(checked.problem.code).toMatch(/^TB_FETCH_/);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
