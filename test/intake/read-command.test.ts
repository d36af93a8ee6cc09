import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandResult, runCommand } from '../run-command.ts';
import { startWeb, type TestWeb } from './test-network.ts';

const folder = mkdtempSync(join(tmpdir(), 'trucebook-fetch-'));
const book = join(folder, 'book');
let web: TestWeb;

const trucebook = (...args: readonly string[]): Promise<CommandResult> =>
  runCommand(args, { network: web.network, env: { TRUCEBOOK_BOOK: book } });

const page = (words: string): string =>
  `<html lang="de"><head><title>Hafen</title><meta name="date" content="2025-03-18"></head><body><article><p>Der Hafenmeister sagte am Dienstag, die Pause gelte seit dem Morgen und alle hielten sich daran. ${words}</p></article></body></html>`;

beforeAll(async () => {
  web = await startWeb({
    'kurier.example/hafen': page('Niemand widersprach.'),
    'kurier.example/feed.xml':
      '<rss version="2.0"><channel><title>Kurier</title><language>de</language><item><title>Eins</title><link>http://kurier.example/eins</link><pubDate>Tue, 18 Mar 2025 19:30:00 GMT</pubDate><description>Die Pause gilt.</description></item></channel></rss>',
  });
  await trucebook('init');
});
afterAll(async () => {
  await web.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('files and addresses in one call, with a line for each address', async () => {
  const file = join(folder, 'eins.txt');
  writeFileSync(file, '---\ndate: 2025-03-18\n---\nDer Rat sagte, die Frist gelte weiter.');
  const { code, out, err } = await trucebook(
    'read',
    '--by',
    'Ada',
    '--rights',
    'quotations only',
    file,
    'http://kurier.example/hafen',
    'http://kurier.example/feed.xml',
  );
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(
    'http://kurier.example/hafen: 1 neu, 0 schon da\nhttp://kurier.example/feed.xml: 1 neu, 0 schon da\n2 Adressen abgerufen.\n3 Berichte neu im Buch, 0 waren schon da.\n',
  );
});

test('a changed page is said to be one, and history leads from either to the other', async () => {
  web.answers['kurier.example/hafen'] = page('Die Reederin widersprach.');
  const { code, out, err } = await trucebook('read', '--by', 'Ada', 'http://kurier.example/hafen', '--lang', 'en');
  expect(code).toBe(0);
  expect(out).toContain('1 new, 0 already there, 1 changed at their address');
  const [, earlier = '', later = ''] = /TB_REPORT_CHANGED: The report (rep-\w+) .* now is (rep-\w+)\./.exec(err) ?? [];
  expect((await trucebook('history', earlier)).out).toContain(later);
  expect((await trucebook('history', later)).out).toContain(`takes the place of ${earlier}`);
  expect((await trucebook('history', 'HTTP://kurier.example/hafen')).out).toContain('outcome: ');
});

test('a list of feeds; what fails is said and ends with 1', async () => {
  const list = join(folder, 'feeds.yaml');
  writeFileSync(
    list,
    '- address: http://kurier.example/feed.xml\n  rights: CC-BY-4.0\n- http://weg.example/feed.xml\n- http://127.0.0.1/feed.xml\n',
  );
  const { code, out, err } = await trucebook('read', '--by', 'Ada', '--feeds', list, '--lang', 'en');
  expect(code).toBe(1);
  expect(out).toContain('http://kurier.example/feed.xml: unchanged since the last retrieval');
  expect(out).toContain('http://weg.example/feed.xml: nothing read, see above');
  expect(err).toMatch(/feeds\.yaml:4: TB_FETCH_PRIVATE/);
  expect(err).toContain('TB_FETCH_STATUS');
  expect((await trucebook('read', '--by', 'Ada')).code).toBe(2);
});

test('status names the rights', async () => {
  expect((await trucebook('status', '--lang', 'en')).out).toMatch(/Rights in the sources:\n {2}quotations only: 3\n {2}not stated: 1\n/);
  expect(JSON.parse((await trucebook('status', '--format', 'json')).out)).toMatchObject({ rights: { 'quotations only': 3, '': 1 } });
});
