import type { AccessToken, User } from '../../model/index.ts';
import type { BookStore } from '../../store/index.ts';

/** How long a look at the accounts counts, in milliseconds: so long a change made by another process may go unseen. */
const FRESH = 1000;
/** Tokens kept in memory at most. */
const MOST_TOKENS = 1000;

/** Accounts as requests see them: read anew only where something was written, asked at most once a second. */
export interface AccountCache {
  readonly users: () => Promise<ReadonlyMap<string, User>>;
  readonly token: (id: string) => Promise<AccessToken | null>;
  /** After a writing of our own: the next look is a new one. */
  readonly forget: () => void;
}

interface Kept<T> {
  readonly newest: number;
  readonly value: T;
}

/** Keeps a value until an entry about its kind has been written; asks once a second, and once for all who wait. */
function keptBy<T>(store: BookStore, kind: 'user' | 'token', now: () => number, load: () => Promise<T>) {
  let kept: Kept<T> | null = null;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let running: Promise<T> | null = null;
  let turn = 0;
  const look = async (): Promise<T> => {
    const begun = turn;
    // Asked before reading: what is written in between is seen the next time.
    const newest = await store.newest([kind]);
    const value = kept?.newest === newest ? kept.value : await load();
    if (begun === turn) {
      kept = { newest, value };
      checkedAt = now();
    }
    return value;
  };
  return {
    get: async (): Promise<T> => {
      const age = now() - checkedAt;
      // A clock that went backwards proves nothing about age.
      if (kept && age >= 0 && age < FRESH) return kept.value;
      running ??= look();
      const mine = running;
      try {
        return await mine;
      } finally {
        if (running === mine) running = null;
      }
    },
    forget: (): void => {
      turn++;
      kept = null;
      running = null;
      checkedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

/** Makes the cache over a store; `now` gives milliseconds. */
export function accountCache(store: BookStore, now: () => number): AccountCache {
  const users = keptBy(
    store,
    'user',
    now,
    async (): Promise<ReadonlyMap<string, User>> => new Map((await store.accounts('user')).map(({ id, body }) => [id, body])),
  );
  const tokens = keptBy(store, 'token', now, async () => new Map<string, AccessToken>());
  return {
    users: users.get,
    token: async (id) => {
      const known = await tokens.get();
      const before = known.get(id);
      if (before) return before;
      const [found] = await store.accounts('token', { ids: [id] });
      if (!found) return null;
      if (known.size >= MOST_TOKENS) known.clear();
      known.set(id, found.body);
      return found.body;
    },
    forget: () => {
      users.forget();
      tokens.forget();
    },
  };
}
