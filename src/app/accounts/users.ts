import type { User, UserRole } from '../../model/index.ts';
import { type BookStore, type By, sha256 } from '../../store/index.ts';
import type { AccountCache } from './account-cache.ts';
import { AccountFailure } from './account-failure.ts';
import { PASSWORD_LENGTH, type PasswordHasher, preparedPassword } from './passwords.ts';
import { foldedName, plainLabel } from './plain-label.ts';
import { type UserView, viewOfUser } from './views.ts';

export interface NewUser {
  readonly name: string;
  readonly role: UserRole;
  /** Null: the account has tokens only. */
  readonly password: string | null;
}

/** The users of a book; every change is an entry of the journal, which has the id and a hash alone. */
export interface Users {
  /** All, in the order in which they were added. */
  readonly list: () => Promise<readonly UserView[]>;
  /** By id, or by name in any capitals; null if there is none. */
  readonly find: (idOrName: string) => Promise<UserView | null>;
  readonly add: (user: NewUser, by: By) => Promise<UserView>;
  readonly changeRole: (idOrName: string, role: UserRole, by: By) => Promise<UserView>;
  /** Ends every session of the user; tokens stay. */
  readonly setPassword: (idOrName: string, password: string, by: By) => Promise<UserView>;
  /** A disabled user can do nothing, neither by session nor by token. */
  readonly setDisabled: (idOrName: string, disabled: boolean, by: By) => Promise<UserView>;
  /** The user whose name and password these are, else null; takes as long for a name that does not exist. */
  readonly authenticate: (name: string, password: string) => Promise<UserView | null>;
  /** A user who may act now, with a text that changes with password and role; null if disabled or gone. */
  readonly acting: (id: string) => Promise<{ readonly user: UserView; readonly stamp: string } | null>;
}

interface Parts {
  readonly store: BookStore;
  readonly cache: AccountCache;
  readonly hasher: PasswordHasher;
  readonly random: (bytes: number) => Uint8Array;
  /** Runs writings one after the other. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Names that the journal has for the person at the machine, for everybody, and for the program itself. */
const RESERVED: readonly string[] = ['local', 'public', 'accounts'];

const isActingAdmin = ({ role, disabled }: User): boolean => role === 'admin' && !disabled;

function findIn(users: Iterable<User>, idOrName: string): User | null {
  const folded = foldedName(idOrName);
  let byName: User | null = null;
  for (const user of users) {
    if (user.id === idOrName) return user;
    if (byName === null && foldedName(user.name) === folded) byName = user;
  }
  return byName;
}

/** Makes the users over a store. */
export function makeUsers({ store, cache, hasher, random, alone }: Parts): Users {
  /** As the store has them now, whatever was looked at before: changes go by this. */
  const current = async (): Promise<readonly User[]> => (await store.accounts('user')).map(({ body }) => body);

  const write = async (user: User, by: By, why: string): Promise<UserView> => {
    await store.append([{ kind: 'user', id: user.id, body: user }], { ...by, why: by.why ?? why });
    cache.forget();
    return viewOfUser(user);
  };

  const hashed = async (password: string): Promise<string> => {
    const prepared = preparedPassword(password);
    if ('password' in prepared) return hasher.hash(prepared.password);
    const { min, max } = PASSWORD_LENGTH;
    throw new AccountFailure('TB_PASSWORD_LENGTH', { min: String(min), max: String(max), count: String(prepared.count) });
  };

  const change = (idOrName: string, by: By, why: string, changed: (user: User) => User): Promise<UserView> =>
    alone(async () => {
      const users = await current();
      const user = findIn(users, idOrName);
      if (!user) throw new AccountFailure('TB_USER_UNKNOWN', { name: idOrName.slice(0, 60) });
      const next = changed(user);
      const others = (all: readonly User[]): boolean => all.some((one) => one.id !== user.id && isActingAdmin(one));
      const leaves = isActingAdmin(user) && !isActingAdmin(next);
      if (leaves && !others(users)) throw new AccountFailure('TB_USER_LAST_ADMIN', { name: user.name });
      const view = await write(next, by, why);
      // Another process may have taken the other admin away at the same moment: then both are put back.
      if (leaves && !others(await current())) {
        await write(user, by, 'the last admin stays');
        throw new AccountFailure('TB_USER_LAST_ADMIN', { name: user.name });
      }
      return view;
    });

  // Checked in place of a hash that there is not, so that an unknown name takes as long as a known one.
  let dummy: Promise<string> | null = null;
  const dummyHash = (): Promise<string> => (dummy ??= hasher.hash(Buffer.from(random(24)).toString('base64url')));

  return {
    list: async () => [...(await cache.users()).values()].map(viewOfUser),
    find: async (idOrName) => {
      const found = findIn((await cache.users()).values(), idOrName);
      return found ? viewOfUser(found) : null;
    },
    add: async ({ name, role, password }, by) => {
      const plain = plainLabel(name);
      if ('reason' in plain) throw new AccountFailure('TB_USER_NAME', { name: name.slice(0, 60), reason: plain.reason });
      if (RESERVED.includes(foldedName(plain.text)))
        throw new AccountFailure('TB_USER_NAME', { name: plain.text, reason: 'in the journal it stands for somebody without an account' });
      const passwordHash = password === null ? null : await hashed(password);
      return alone(async () => {
        if (findIn(await current(), plain.text)) throw new AccountFailure('TB_USER_EXISTS', { name: plain.text });
        const id = `usr-${Buffer.from(random(6)).toString('hex')}`;
        return write({ id, name: plain.text, role, passwordHash, disabled: false }, by, `added as ${role}`);
      });
    },
    changeRole: (idOrName, role, by) => change(idOrName, by, `role ${role}`, (user) => ({ ...user, role })),
    setPassword: async (idOrName, password, by) => {
      const passwordHash = await hashed(password);
      return change(idOrName, by, 'new password', (user) => ({ ...user, passwordHash }));
    },
    setDisabled: (idOrName, disabled, by) => change(idOrName, by, disabled ? 'disabled' : 'enabled', (user) => ({ ...user, disabled })),
    authenticate: async (name, password) => {
      const folded = foldedName(name);
      const user = [...(await cache.users()).values()].find((one) => foldedName(one.name) === folded) ?? null;
      const instead = await dummyHash();
      const prepared = preparedPassword(password);
      const isRight = await hasher.verify(user?.passwordHash ?? instead, 'password' in prepared ? prepared.password : '');
      if (!user || user.passwordHash === null || user.disabled || !isRight || !('password' in prepared)) return null;
      if (!hasher.isWeak(user.passwordHash)) return viewOfUser(user);
      const passwordHash = await hasher.hash(prepared.password);
      return change(user.id, { author: { kind: 'program', name: 'accounts' } }, 'same password, hashed with more effort', (now) =>
        // Changed by somebody else since it was checked: theirs stays.
        now.passwordHash === user.passwordHash ? { ...now, passwordHash } : now,
      );
    },
    acting: async (id) => {
      const user = (await cache.users()).get(id);
      if (!user || user.disabled) return null;
      const stamp = sha256(Buffer.from([user.id, user.passwordHash ?? '', user.role].join('\u001f'), 'utf8'));
      return { user: viewOfUser(user), stamp };
    },
  };
}
