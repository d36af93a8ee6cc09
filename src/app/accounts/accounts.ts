import type { BookStore } from '../../store/index.ts';
import { accountCache } from './account-cache.ts';
import { argon2Hasher, type PasswordHasher } from './passwords.ts';
import { makeTokens, type Tokens } from './tokens.ts';
import { makeUsers, type Users } from './users.ts';

/** Who may use a book over the network: users, and the tokens by which programs act for them. */
export interface Accounts {
  readonly users: Users;
  readonly tokens: Tokens;
}

export interface AccountsOptions {
  readonly store: BookStore;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Bytes that nobody can guess. */
  readonly random: (bytes: number) => Uint8Array;
  readonly hasher?: PasswordHasher;
}

/** Makes the accounts of a book. Writings of this process wait for each other; a failure is a `BookFailure` with a code. */
export function makeAccounts({ store, now, random, hasher = argon2Hasher }: AccountsOptions): Accounts {
  const cache = accountCache(store, () => Date.parse(now()));
  let last: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const users = makeUsers({ store, cache, hasher, random, alone });
  return { users, tokens: makeTokens({ store, cache, users, now, random, alone }) };
}
