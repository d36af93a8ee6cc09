import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Accounts, makeAccounts } from '../../src/app/accounts/accounts.ts';
import { argon2Hasher, PASSWORD_EFFORT, preparedPassword } from '../../src/app/accounts/passwords.ts';
import { foldedName, plainLabel } from '../../src/app/accounts/plain-label.ts';
import type { UserRole } from '../../src/model/index.ts';
import { type BookStore, exportBook } from '../../src/store/index.ts';
import { newBook, STORES, temporaryFolder } from '../store/stores.ts';
import { countingRandom, plainHasher, settableClock } from './plain-hasher.ts';

const by = { author: { kind: 'person', name: 'Ada' } } as const;
const PASSWORD = 'a sentence to remember';

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (failure) => (failure as { readonly problem?: { readonly code: string } }).problem?.code ?? String(failure),
  );

describe.for(STORES)('accounts in a book, $name', (kind) => {
  let store: BookStore;
  let accounts: Accounts;
  let hasher: ReturnType<typeof plainHasher>;
  let clock: ReturnType<typeof settableClock>;

  beforeEach(async () => {
    clock = settableClock();
    hasher = plainHasher();
    ({ store } = await newBook(kind, { now: clock.now }));
    accounts = makeAccounts({ store, now: clock.now, random: countingRandom(), hasher });
  });
  afterEach(() => store.close());
  afterAll(() => kind.stop());

  const add = (name: string, role: UserRole = 'editor') => accounts.users.add({ name, role, password: PASSWORD }, by);

  test('a user is added, found in any capitals, and shown without a hash', async () => {
    const ada = await add('  Ada   Ärger ', 'admin');
    expect(ada).toEqual({ id: ada.id, name: 'Ada Ärger', role: 'admin', disabled: false, hasPassword: true });
    expect(await accounts.users.find('ADA ärger')).toEqual(ada);
    expect(await accounts.users.find(ada.id)).toEqual(ada);
    expect(await accounts.users.find('Ada')).toBe(null);
    expect(await codeOf(add('ada ÄRGER'))).toBe('TB_USER_EXISTS');
    const [entry] = await store.entries({ kind: 'user' });
    expect(entry).toMatchObject({ id: ada.id, action: 'add', author: by.author, why: 'added as admin' });
    expect(JSON.stringify(await store.entries())).not.toContain('Ärger');
  });

  test('names and passwords that cannot be used are refused, and nothing is written', async () => {
    for (const name of ['', ' ', 'a\nSet-Cookie: x', 'Ada\u202eadA', 'x'.repeat(61), 'a\u0000b', 'Local', 'PUBLIC'])
      expect(await codeOf(accounts.users.add({ name, role: 'reader', password: PASSWORD }, by)), JSON.stringify(name)).toBe('TB_USER_NAME');
    for (const password of ['', 'eleven char', 'x'.repeat(257), 'x'.repeat(100_000)])
      expect(await codeOf(accounts.users.add({ name: 'Ada', role: 'reader', password }, by))).toBe('TB_PASSWORD_LENGTH');
    expect(await store.entries({ kind: 'user' })).toEqual([]);
  });

  test('two of one name at once: one is added', async () => {
    const codes = await Promise.all([codeOf(add('Ada')), codeOf(add('ada')), codeOf(add('ADA'))]);
    expect(codes.sort()).toEqual(['TB_USER_EXISTS', 'TB_USER_EXISTS', 'done']);
  });

  test('a password is checked in the form it is hashed in, and unknown names cost the same', async () => {
    const ada = await accounts.users.add({ name: 'Ada', role: 'admin', password: 'ｆｕｌｌ width Ⅷ é' }, by);
    expect(await accounts.users.authenticate('ada', 'full width VIII e\u0301')).toEqual(ada);
    expect(await accounts.users.authenticate('Ada', 'something else')).toBe(null);
    hasher.verified.length = 0;
    expect(await accounts.users.authenticate('nobody', PASSWORD)).toBe(null);
    expect(await accounts.users.authenticate('Ada', 'short')).toBe(null);
    expect(await accounts.users.authenticate('x'.repeat(100_000), 'y'.repeat(100_000))).toBe(null);
    // Once each, against a hash of the same effort as a real one.
    expect(hasher.verified.map((hash) => hash.split('$')[1])).toEqual(['2', '2', '2']);
  });

  test('whoever has no password or is disabled does not get in, and costs the same', async () => {
    await accounts.users.add({ name: 'robot', role: 'reader', password: null }, by);
    await add('Ben');
    await accounts.users.setDisabled('Ben', true, by);
    hasher.verified.length = 0;
    expect(await accounts.users.authenticate('robot', '')).toBe(null);
    expect(await accounts.users.authenticate('Ben', PASSWORD)).toBe(null);
    expect(hasher.verified).toHaveLength(2);
    await accounts.users.setDisabled('Ben', false, by);
    expect(await accounts.users.authenticate('Ben', PASSWORD)).toMatchObject({ name: 'Ben' });
  });

  test('a hash of less effort is made anew at the next login', async () => {
    const ada = await add('Ada');
    const later = makeAccounts({ store, now: clock.now, random: countingRandom(), hasher: plainHasher(5) });
    expect(await later.users.authenticate('Ada', 'a wrong sentence')).toBe(null);
    expect((await store.entries({ about: ada.id })).length).toBe(1);
    expect(await later.users.authenticate('Ada', PASSWORD)).toEqual(ada);
    const [fact] = await store.accounts('user');
    expect(fact?.body.passwordHash).toMatch(/^plain\$5\$/);
    expect((await store.entries({ about: ada.id })).at(-1)).toMatchObject({
      author: { kind: 'program', name: 'accounts' },
      action: 'change',
    });
    await later.users.authenticate('Ada', PASSWORD);
    expect((await store.entries({ about: ada.id })).length).toBe(2);
  });

  test('the last admin can be neither disabled nor made less', async () => {
    await add('Ada', 'admin');
    await add('Ben', 'editor');
    expect(await codeOf(accounts.users.setDisabled('Ada', true, by))).toBe('TB_USER_LAST_ADMIN');
    expect(await codeOf(accounts.users.changeRole('Ada', 'publisher', by))).toBe('TB_USER_LAST_ADMIN');
    await accounts.users.changeRole('Ben', 'admin', by);
    const codes = await Promise.all([
      codeOf(accounts.users.setDisabled('Ada', true, by)),
      codeOf(accounts.users.setDisabled('Ben', true, by)),
    ]);
    expect(codes.sort()).toEqual(['TB_USER_LAST_ADMIN', 'done']);
    expect((await accounts.users.list()).filter(({ role, disabled }) => role === 'admin' && !disabled)).toHaveLength(1);
    expect(await codeOf(accounts.users.changeRole('nobody', 'reader', by))).toBe('TB_USER_UNKNOWN');
  });

  test('two processes that each take the other admin away leave one', async () => {
    const other = makeAccounts({ store, now: clock.now, random: countingRandom(), hasher });
    await add('Ada', 'admin');
    await add('Ben', 'admin');
    await Promise.all([codeOf(accounts.users.setDisabled('Ada', true, by)), codeOf(other.users.setDisabled('Ben', true, by))]);
    clock.forward(2);
    expect((await accounts.users.list()).filter(({ role, disabled }) => role === 'admin' && !disabled).length).toBeGreaterThan(0);
  });

  test('what a session rests on changes with password, role and being disabled', async () => {
    await add('Ada', 'admin');
    const { id } = await add('Ben');
    const stamps = [(await accounts.users.acting(id))?.stamp];
    await accounts.users.setPassword('Ben', 'another sentence', by);
    stamps.push((await accounts.users.acting(id))?.stamp);
    await accounts.users.changeRole('Ben', 'reader', by);
    stamps.push((await accounts.users.acting(id))?.stamp);
    expect(new Set(stamps).size).toBe(3);
    await accounts.users.setDisabled('Ben', true, by);
    expect(await accounts.users.acting(id)).toBe(null);
    expect(await accounts.users.acting('usr-none')).toBe(null);
  });

  test('a token is shown once, acts for its user, and never with more than the user may', async () => {
    await add('Ada', 'admin');
    const ben = await add('Ben', 'publisher');
    const { token, secret } = await accounts.tokens.create({ user: 'ben', label: ' daily  report ', role: 'editor', expiresAt: null }, by);
    expect(secret).toMatch(/^tb_[A-Za-z0-9_-]{43}$/);
    expect(token).toMatchObject({ user: ben.id, label: 'daily report', role: 'editor', revokedAt: null });
    expect(await accounts.tokens.acting(secret)).toMatchObject({ user: { id: ben.id }, role: 'editor', id: token.id });
    await accounts.users.changeRole('Ben', 'reader', by);
    expect((await accounts.tokens.acting(secret))?.role).toBe('reader');
    await accounts.users.changeRole('Ben', 'admin', by);
    expect((await accounts.tokens.acting(secret))?.role).toBe('editor');
    await accounts.users.setDisabled('Ben', true, by);
    expect(await accounts.tokens.acting(secret)).toBe(null);
    await accounts.users.setDisabled('Ben', false, by);
    await accounts.tokens.revoke(token.id, by);
    expect(await accounts.tokens.acting(secret)).toBe(null);
    expect((await accounts.tokens.list(ben.id)).map(({ id, revokedAt }) => [id, revokedAt])).toEqual([[token.id, clock.now()]]);
    expect((await store.entries({ about: ben.id })).filter((entry) => entry.kind === 'token')).toHaveLength(2);
  });

  test('a token ends when it expires; one that would be wrong from the start is not made', async () => {
    const ben = await add('Ben', 'reader');
    const make = (more: object) =>
      accounts.tokens.create({ user: ben.id, label: 'x', role: 'reader', expiresAt: '2025-04-01T09:00:00Z', ...more }, by);
    const { secret } = await make({});
    expect(await accounts.tokens.acting(secret)).not.toBe(null);
    clock.forward(3600);
    expect(await accounts.tokens.acting(secret)).toBe(null);
    expect(await codeOf(make({}))).toBe('TB_TOKEN_EXPIRY');
    expect(await codeOf(make({ expiresAt: 'soon' }))).toBe('TB_TOKEN_EXPIRY');
    expect(await codeOf(make({ expiresAt: null, role: 'coder' }))).toBe('TB_TOKEN_ROLE');
    expect(await codeOf(make({ expiresAt: null, label: 'a\r\nb' }))).toBe('TB_TOKEN_LABEL');
    expect(await codeOf(make({ expiresAt: null, user: 'nobody' }))).toBe('TB_USER_UNKNOWN');
    expect(await codeOf(accounts.tokens.revoke('tok-none', by))).toBe('TB_TOKEN_UNKNOWN');
    for (const wrong of ['', 'tb_', `${secret.slice(0, -1)}!`, secret.slice(3), `${secret} `, secret.toUpperCase()])
      expect(await accounts.tokens.acting(wrong)).toBe(null);
  });

  test('what another process changed is seen within a second; requests between do not ask for it', async () => {
    const ada = await add('Ada', 'admin');
    const ben = await add('Ben', 'editor');
    const { token, secret } = await accounts.tokens.create({ user: ben.id, label: 'x', role: 'editor', expiresAt: null }, by);
    const asked: string[] = [];
    const watched: BookStore = {
      ...store,
      newest: (kinds) => {
        asked.push('newest');
        return store.newest(kinds);
      },
      accounts: (what, query) => {
        asked.push(what);
        return store.accounts(what, query);
      },
    };
    const other = makeAccounts({ store: watched, now: clock.now, random: countingRandom(), hasher });
    for (let i = 0; i < 50; i++) expect((await other.tokens.acting(secret))?.user.id).toBe(ben.id);
    expect(asked.sort()).toEqual(['newest', 'newest', 'token', 'user']);
    clock.forward(1.5);
    asked.length = 0;
    await other.tokens.acting(secret);
    expect(asked).toEqual(['newest', 'newest']);
    await accounts.users.setPassword(ada.id, 'another sentence', by);
    await accounts.tokens.revoke(token.id, by);
    clock.forward(1.5);
    expect(await other.tokens.acting(secret)).toBe(null);
    expect(await other.users.authenticate('Ada', 'another sentence')).toMatchObject({ id: ada.id });
  });

  test('an export has nothing of accounts but with what is restricted', async () => {
    await add('Eda Beispiel');
    const { secret } = await accounts.tokens.create({ user: 'Eda Beispiel', label: 'secret label', role: 'reader', expiresAt: null }, by);
    const textOf = (folder: string): string =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile())
        .map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'))
        .join('\n');
    const open = join(temporaryFolder(), 'open');
    await exportBook(store, open, { restricted: false });
    const whole = join(temporaryFolder(), 'whole');
    await exportBook(store, whole, { restricted: true });
    for (const word of ['Eda Beispiel', 'plain$', 'secret label', secret]) expect(textOf(open), word).not.toContain(word);
    expect(textOf(whole)).toContain('Eda Beispiel');
    expect(textOf(whole)).not.toContain(secret);
  });
});

test('argon2id with at least the effort that OWASP names, each time with another salt', async () => {
  const [one, two] = [await argon2Hasher.hash(PASSWORD), await argon2Hasher.hash(PASSWORD)];
  expect(one).toMatch(new RegExp(`^\\$argon2id\\$v=19\\$m=${PASSWORD_EFFORT.memoryCost},t=${PASSWORD_EFFORT.timeCost},p=1\\$`));
  expect(PASSWORD_EFFORT.memoryCost).toBeGreaterThanOrEqual(19_456);
  expect(PASSWORD_EFFORT.timeCost).toBeGreaterThanOrEqual(2);
  expect(one).not.toBe(two);
  expect(await argon2Hasher.verify(one, PASSWORD)).toBe(true);
  expect(await argon2Hasher.verify(one, `${PASSWORD} `)).toBe(false);
  expect(await argon2Hasher.verify('no hash', PASSWORD)).toBe(false);
  expect(argon2Hasher.isWeak(one)).toBe(false);
  expect(argon2Hasher.isWeak(one.replace(/m=\d+/, 'm=4096'))).toBe(true);
  expect(argon2Hasher.isWeak(one.replace('argon2id', 'argon2i'))).toBe(true);
  expect(argon2Hasher.isWeak('no hash')).toBe(true);
});

test('a name in its plain form stays so, and what is the same when folded is the same name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (given) => {
      const plain = plainLabel(given);
      if ('reason' in plain) return;
      expect(plainLabel(plain.text)).toEqual(plain);
      expect(plain.text).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      expect(foldedName(plain.text)).toBe(foldedName(given));
    }),
  );
});

test('a prepared password is the same when prepared again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const once = preparedPassword(given);
      if ('password' in once) expect(preparedPassword(once.password)).toEqual(once);
    }),
  );
});
