import { type AccountAccess, makeAccess } from '../../src/api/access/make-access.ts';
import { type Accounts, makeAccounts } from '../../src/app/accounts/accounts.ts';
import type { BookStore } from '../../src/store/index.ts';
import { countingRandom, plainHasher } from './plain-hasher.ts';

/** Accounts of a book and the access to it, with quick hashes and no limit of requests. */
export function accessOfTest(
  store: BookStore,
  { now, isLocal = true, isEmpty }: { readonly now: () => string; readonly isLocal?: boolean; readonly isEmpty?: () => boolean },
): { readonly accounts: Accounts; readonly access: AccountAccess; readonly lines: readonly string[] } {
  const random = countingRandom();
  const kept = makeAccounts({ store, now, random, hasher: plainHasher() });
  const list: Accounts['users']['list'] = async () => (isEmpty?.() ? [] : kept.users.list());
  const accounts = { ...kept, users: { ...kept.users, list } };
  const lines: string[] = [];
  const access = makeAccess({
    accounts,
    sessionSecret: 'a secret of this test that is long enough',
    now,
    random,
    isLocal,
    isSecure: !isLocal,
    addressOf: () => '203.0.113.1',
    limits: { requests: null },
    log: (line) => lines.push(line),
  });
  return { accounts, access, lines };
}
