import { expect, test } from 'vitest';
import type { Accounts } from '../../src/app/accounts/accounts.ts';
import { accessOf, isForThisMachine } from '../../src/cli/keep/access-options.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { plain } from '../../src/report/index.ts';

const files: Readonly<Record<string, string>> = { good: `${'s'.repeat(32)}\n`, short: 's'.repeat(31), empty: '' };
const terminal: Terminal = {
  out: async () => true,
  err: () => undefined,
  files: {
    stat: () => Promise.reject(new Error('not asked')),
    readDir: () => Promise.reject(new Error('not asked')),
    readFile: async (path) => {
      const text = files[path];
      if (text === undefined) throw new Error('ENOENT');
      return Buffer.from(text);
    },
  },
  lines: async function* () {},
  append: async () => undefined,
  now: () => '2025-04-01T08:00:00.000Z',
  columns: 100,
  paint: plain,
};
const nobody = {} as Accounts;

test('a secret is read from its file, or made; one too short to be any ends the start', async () => {
  for (const sessionSecret of ['short', 'empty', 'missing'])
    await expect(accessOf(terminal, nobody, { host: '127.0.0.1', sessionSecret })).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('TB_SESSION_SECRET'),
    });
  await accessOf(terminal, nobody, { host: '127.0.0.1', sessionSecret: 'good' });
  await accessOf(terminal, nobody, { host: '127.0.0.1' });
});

test('a proxy that is no address ends the start', async () => {
  await expect(accessOf(terminal, nobody, { host: '127.0.0.1', proxy: ['10.0.0.0/8', 'proxy.example'] })).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining('proxy.example'),
  });
});

test('behind a proxy nobody sits at the machine', () => {
  expect(isForThisMachine({ host: '127.0.0.1' })).toBe(true);
  expect(isForThisMachine({ host: 'localhost', proxy: ['127.0.0.1'] })).toBe(false);
  expect(isForThisMachine({ host: '0.0.0.0' })).toBe(false);
});
