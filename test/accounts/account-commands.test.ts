import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeNamed } from '../../src/app/book-place.ts';
import { openStore } from '../../src/store/index.ts';
import { type CommandResult, runCommand } from '../run-command.ts';
import { STORES, temporaryFolder } from '../store/stores.ts';

describe.for(STORES)('user and token on the command line, $name', (kind) => {
  let book = '';
  beforeAll(async () => {
    const place = await kind.place();
    book = 'folder' in place ? place.folder : place.databaseUrl;
    expect((await trucebook(['init'])).code).toBe(0);
  });
  afterAll(() => kind.stop());

  async function trucebook(
    args: readonly string[],
    { stdin = [], typed }: { readonly stdin?: readonly string[]; readonly typed?: readonly (string | null)[] } = {},
  ): Promise<CommandResult> {
    const answers = [...(typed ?? [])];
    return runCommand(args, {
      lines: async function* () {
        yield* stdin;
      },
      env: { TRUCEBOOK_BOOK: book },
      ...(typed === undefined ? {} : { askSecret: async () => answers.shift() ?? null }),
    });
  }

  test('from the first admin to a revoked token', async () => {
    const words = 'a sentence to remember';
    expect((await trucebook(['user', 'list'])).out).toContain('Es gibt kein Konto');
    expect(await trucebook(['user', 'add', 'Ada', '--role', 'admin', '--by', 'Ada'], { typed: [words, words] })).toMatchObject({ code: 0 });
    const ben = ['user', 'add', 'Ben Beispiel', '--role', 'editor', '--by', 'Ada', '--password-stdin'];
    expect((await trucebook(ben, { stdin: [words] })).code).toBe(0);
    expect((await trucebook(['user', 'add', 'robot', '--role', 'reader', '--no-password', '--by', 'Ada'])).code).toBe(0);
    const list = await trucebook(['user', 'list', '--lang', 'en']);
    expect(list.out).toMatch(
      /^usr-[0-9a-f]{12} {2}Ada, admin\nusr-[0-9a-f]{12} {2}Ben Beispiel, editor\nusr-[0-9a-f]{12} {2}robot, reader, no password\n$/,
    );
    expect((await trucebook(['user', 'role', 'ben beispiel', 'publisher', '--by', 'Ada'])).code).toBe(0);
    expect(
      (await trucebook(['user', 'password', 'Ben Beispiel', '--by', 'Ada', '--password-stdin'], { stdin: ['other words to keep'] })).code,
    ).toBe(0);

    const made = await trucebook([
      'token',
      'create',
      'Ben Beispiel',
      '--label',
      'daily report',
      '--role',
      'reader',
      '--days',
      '90',
      '--by',
      'Ada',
    ]);
    expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^tb_[A-Za-z0-9_-]{43}\n$/)]);
    const tokens = JSON.parse((await trucebook(['token', 'list', '--format', 'json'])).out);
    expect(tokens).toMatchObject([{ label: 'daily report', role: 'reader', expiresAt: '2025-06-30T08:00:00.000Z', revokedAt: null }]);
    expect((await trucebook(['token', 'revoke', tokens[0].id, '--by', 'Ada'])).code).toBe(0);
    expect((await trucebook(['token', 'list', 'Ben Beispiel'])).out).toContain('widerrufen 2025-04-01 08:00 UTC');

    expect((await trucebook(['user', 'disable', 'Ben Beispiel', '--by', 'Ada'])).code).toBe(0);
    expect((await trucebook(['user', 'list'])).out).toContain('Ben Beispiel, Veröffentlichung, gesperrt');
    const history = await trucebook(['history', tokens[0].user]);
    expect(history.out).toContain('role publisher');
    for (const word of ['argon2', 'Ben Beispiel', made.out.trim(), words]) {
      expect(history.out).not.toContain(word);
      expect((await trucebook(['history', tokens[0].user, '--format', 'json'])).out).not.toContain(word);
    }
    for (const args of [
      ['user', 'list'],
      ['user', 'list', '--format', 'json'],
      ['token', 'list'],
      ['token', 'list', '--format', 'json'],
    ])
      expect((await trucebook(args)).out).not.toMatch(/argon2|sha256|passwordHash/);
  });

  test('a look at an exact place stands in its history, with name and reason and without the place', async () => {
    const store = await openStore(placeNamed(book), { now: () => '2025-04-01T08:00:00.000Z' });
    const by = { author: { kind: 'person', name: 'Ada' } } as const;
    const body = { reportId: 'irep-1', lat: 50.123457, lon: 30.2, precision: 'exact_10m', placeName: 'Musterdorf' } as const;
    await store.append([{ kind: 'position', id: 'irep-1', body }], by);
    await store.readRestricted('position', { ...by, why: 'matching it to the register' }, { ids: ['irep-1'] });
    await store.close();
    for (const lang of ['de', 'en']) {
      const { code, out } = await trucebook(['history', 'irep-1', '--lang', lang]);
      expect([lang, code]).toEqual([lang, 0]);
      expect(out).toContain(lang === 'de' ? 'eingesehen: genaue Orte' : 'read: exact places');
      expect(out).toContain('matching it to the register');
      expect(out).toContain('Ada');
      expect(out).not.toMatch(/50\.123457|Musterdorf/);
    }
  });

  test('what cannot be done ends with a code, and a password is never taken from an argument', async () => {
    const add = ['user', 'add', 'Cem', '--role', 'reader', '--by', 'Ada'];
    for (const [given, code] of [
      [{}, 'TB_PASSWORD_MISSING'],
      [{ typed: [null] }, 'TB_PASSWORD_MISSING'],
      [{ typed: ['one long sentence', 'another sentence'] }, 'TB_PASSWORD_DIFFERS'],
      [{ typed: ['short', 'short'] }, 'TB_PASSWORD_LENGTH'],
    ] as const)
      expect([code, await trucebook(add, given)]).toMatchObject([code, { code: 1, err: expect.stringContaining(code) }]);
    expect(await trucebook([...add, '--password-stdin'])).toMatchObject({ code: 1, err: expect.stringContaining('TB_PASSWORD_MISSING') });
    expect((await trucebook([...add, '--password', 'a sentence to remember'])).code).toBe(2);
    expect((await trucebook(['user', 'add', 'Cem', '--role', 'king', '--by', 'Ada'])).code).toBe(2);
    expect(await trucebook(['user', 'disable', 'Ada', '--by', 'Ada'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('TB_USER_LAST_ADMIN'),
    });
    expect(await trucebook(['token', 'create', 'nobody', '--label', 'x', '--by', 'Ada'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('TB_USER_UNKNOWN'),
    });
    expect((await trucebook(['user', 'list', '--book', join(temporaryFolder(), 'none')])).code).toBe(3);
    expect((await trucebook(['user'])).code).toBe(2);
  });
});
