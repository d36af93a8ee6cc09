import { timingSafeEqual } from 'node:crypto';
import { type AccessToken, ROLES, type UserRole } from '../../model/index.ts';
import { type BookStore, type By, sha256 } from '../../store/index.ts';
import type { AccountCache } from './account-cache.ts';
import { AccountFailure } from './account-failure.ts';
import { plainLabel } from './plain-label.ts';
import type { Users } from './users.ts';
import { type TokenView, type UserView, viewOfToken } from './views.ts';

/** What every token begins with, so that scanners of code and logs know one when they see it. */
export const TOKEN_PREFIX = 'tb_';
const BYTES = 32;
const SHAPE = /^tb_[A-Za-z0-9_-]{43}$/;

export interface NewToken {
  /** Id or name of the user. */
  readonly user: string;
  readonly label: string;
  readonly role: UserRole;
  /** Instant, ISO 8601; null: until it is revoked. */
  readonly expiresAt: string | null;
}

/** Keys for programs; each acts for a user, and never with more than that user may at the time. */
export interface Tokens {
  /** Of one user, or of all. */
  readonly list: (user?: string) => Promise<readonly TokenView[]>;
  readonly find: (id: string) => Promise<TokenView | null>;
  /** The secret is given this once; only its SHA-256 is kept. */
  readonly create: (token: NewToken, by: By) => Promise<{ readonly token: TokenView; readonly secret: string }>;
  readonly revoke: (id: string, by: By) => Promise<TokenView>;
  /** Whom a secret lets act, and as what; null for one that is unknown, revoked, expired, or of a disabled user. */
  readonly acting: (secret: string) => Promise<{ readonly user: UserView; readonly role: UserRole; readonly id: string } | null>;
}

interface Parts {
  readonly store: BookStore;
  readonly cache: AccountCache;
  readonly users: Users;
  readonly now: () => string;
  readonly random: (bytes: number) => Uint8Array;
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

const lower = (a: UserRole, b: UserRole): UserRole => (ROLES.indexOf(a) <= ROLES.indexOf(b) ? a : b);
const hashOf = (secret: string): string => sha256(Buffer.from(secret, 'utf8'));
/** The id is made from the hash, so that a token is found by its id without looking at all of them. */
const idOf = (hash: string): string => `tok-${sha256(Buffer.from(hash, 'utf8')).slice(0, 12)}`;

/** What ids look like: nothing else is asked of the store. */
const ID_SHAPE = /^tok-[0-9a-f]{12}$/;

/** Makes the tokens over a store. */
export function makeTokens({ store, cache, users, now, random, alone }: Parts): Tokens {
  const bodyOf = async (id: string): Promise<AccessToken | null> =>
    ID_SHAPE.test(id) ? ((await store.accounts('token', { ids: [id] }))[0]?.body ?? null) : null;
  return {
    list: async (user) => {
      const found = await store.accounts('token', user === undefined ? {} : { home: user });
      return found.map(({ id, body }) => viewOfToken(id, body));
    },
    find: async (id) => {
      const body = await bodyOf(id);
      return body ? viewOfToken(id, body) : null;
    },
    create: async ({ user: idOrName, label, role, expiresAt }, by) => {
      const plain = plainLabel(label);
      if ('reason' in plain) throw new AccountFailure('TB_TOKEN_LABEL', { label: label.slice(0, 60), reason: plain.reason });
      const createdAt = now();
      const expiry = expiresAt === null ? null : new Date(expiresAt);
      if (expiry !== null && !(expiry.getTime() > Date.parse(createdAt)))
        throw new AccountFailure('TB_TOKEN_EXPIRY', { at: String(expiresAt).slice(0, 40) });
      const user = await users.find(idOrName);
      if (!user) throw new AccountFailure('TB_USER_UNKNOWN', { name: idOrName.slice(0, 60) });
      if (user.disabled) throw new AccountFailure('TB_USER_DISABLED', { name: user.name });
      if (lower(role, user.role) !== role) throw new AccountFailure('TB_TOKEN_ROLE', { name: user.name, highest: user.role, role });
      const secret = `${TOKEN_PREFIX}${Buffer.from(random(BYTES)).toString('base64url')}`;
      const hash = hashOf(secret);
      const body: AccessToken = {
        user: user.id,
        label: plain.text,
        sha256: hash,
        role,
        createdAt,
        expiresAt: expiry?.toISOString() ?? null,
        revokedAt: null,
      };
      const id = idOf(hash);
      await store.append([{ kind: 'token', id, body, home: user.id }], by);
      cache.forget();
      return { token: viewOfToken(id, body), secret };
    },
    revoke: (id, by) =>
      alone(async () => {
        const former = await bodyOf(id);
        if (!former) throw new AccountFailure('TB_TOKEN_UNKNOWN', { id: id.slice(0, 60) });
        if (former.revokedAt !== null) return viewOfToken(id, former);
        const body = { ...former, revokedAt: now() };
        await store.append([{ kind: 'token', id, body, home: body.user }], { ...by, why: by.why ?? 'revoked' });
        cache.forget();
        return viewOfToken(id, body);
      }),
    acting: async (secret) => {
      if (!SHAPE.test(secret)) return null;
      const hash = hashOf(secret);
      const id = idOf(hash);
      const token = await cache.token(id);
      if (!token || !timingSafeEqual(Buffer.from(token.sha256), Buffer.from(hash))) return null;
      if (token.revokedAt !== null || (token.expiresAt !== null && Date.parse(token.expiresAt) <= Date.parse(now()))) return null;
      const acting = await users.acting(token.user);
      return acting ? { user: acting.user, role: lower(token.role, acting.user.role), id } : null;
    },
  };
}
