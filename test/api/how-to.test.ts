import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openBook } from '../../src/app/book.ts';
import { keepDesks } from '../../src/app/book-desk.ts';
import { bookServer } from '../../src/cli/keep/book-server.ts';
import { run } from '../../src/cli/program.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { nodeFiles } from '../../src/feeds/index.ts';
import { plain } from '../../src/report/index.ts';
import { accessOfTest } from '../accounts/access-of-test.ts';

const root = new URL('../../', import.meta.url).pathname;
const page = readFileSync(join(root, 'docs/how-to/use-the-api.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'trucebook-how-to-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = (): string => '2025-06-02T10:20:30.000Z';
const terminal: Terminal = {
  out: async () => true,
  err: () => undefined,
  files: nodeFiles,
  lines: async function* () {},
  append: async () => undefined,
  now,
  columns: 100,
  paint: plain,
};

/** Blocks of commands with the block of output that follows, if one does. */
const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```(?:\n\n```(?:json|text)\n([\s\S]*?)```)?/g)].map(
  ([, commands = '', output = null]) => ({
    commands: commands.split('\n').filter(Boolean),
    output,
  }),
);

test('every example of the page gives what the page says', async () => {
  const place = { folder: join(folder, 'book') };
  const commands = blocks.flatMap((block) => block.commands);
  for (const command of commands.filter((line) => /^trucebook (?!serve)/.test(line))) {
    const args = command
      .split(' ')
      .slice(1)
      .map((arg) => (arg === 'desk-2025' ? place.folder : /^(?:examples|data)\//.test(arg) ? join(root, arg) : arg));
    expect(await run(args, terminal, '0.0.0'), command).toBe(0);
  }
  const book = await openBook(place, { now });
  const failed = (fault: unknown): never => {
    throw fault;
  };
  const { accounts, access } = accessOfTest(book.store, { now });
  const server = bookServer({
    book,
    desks: keepDesks(book, { now, failed }),
    accounts,
    access,
    language: 'en',
    now,
    failed,
    isLocal: true,
  });
  const itemsOf = async <T>(path: string): Promise<readonly T[]> => ((await (await server.request(path)).json()) as { items: T[] }).items;
  const agreements = await itemsOf<{ agreement: { id: string; kind: string } }>('/api/v1/agreements');
  const halt = agreements.find(({ agreement }) => agreement.kind === 'limited_halt_of_attacks')?.agreement.id ?? '';
  const incident = (await itemsOf<{ id: string }>('/api/v1/incidents?limit=1'))[0]?.id ?? '';
  let asked = 0;
  for (const { commands: lines, output } of blocks) {
    let text = '';
    for (const line of lines) {
      const [, address] = /^curl '([^']+)'/.exec(line) ?? [];
      if (address === undefined) continue;
      const headers = Object.fromEntries([...line.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, name = '', value = '']) => [name, value]));
      const answer = await server.request(address.replace('AGREEMENT', halt).replace('INCIDENT', incident), { headers });
      text = await answer.text();
      if ((answer.headers.get('content-type') ?? '').includes('json')) text = JSON.stringify(JSON.parse(text), null, 2);
      asked++;
    }
    let at = 0;
    for (const line of output?.split('\n') ?? []) {
      if (line === '' || line === '…') continue;
      const found = text.indexOf(line, at);
      expect(found, `${lines.join(' ')} gives the line ${line}\n${text.slice(at, at + 600)}`).toBeGreaterThanOrEqual(0);
      at = found + line.length;
    }
  }
  expect(asked).toBeGreaterThanOrEqual(6);
  await book.close();
});
