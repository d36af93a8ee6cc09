import type { Context } from 'hono';
import type { Accounts } from '../../app/accounts/accounts.ts';
import type { Login, LoginOutcome } from '../../app/accounts/login.ts';
import { foldedName } from '../../app/accounts/plain-label.ts';
import { sentBy } from '../../app/accounts/same-origin.ts';
import { csrfTokenOf, isOver, isSameToken, SESSION_LIFE, SESSION_RENEW, type Session } from '../../app/accounts/session.ts';
import { type Principal, PUBLIC } from '../../model/index.ts';
import type { Access } from './access.ts';
import { type Counter, counterOf, DEFAULT_LIMITS, type Limits, loginLimit } from './limits.ts';
import { AT_THE_MACHINE } from './local-access.ts';
import { sessionCookie } from './session-cookie.ts';

/** Who asks a book with accounts, and how one logs in and out. */
export interface AccountAccess extends Access, Login<Context> {
  /** The header Set-Cookie that keeps a session from ending for want of requests; null where it need not be written anew yet. */
  readonly renewalOf: (c: Context) => Promise<string | null>;
  /** Counts a look at an exact place. */
  readonly countPlace: Counter;
}

export interface AccessOptions {
  readonly accounts: Accounts;
  /** At least 32 characters that nobody can guess; who has them can make sessions. */
  readonly sessionSecret: string;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
  readonly random: (bytes: number) => Uint8Array;
  /** Served to this machine alone, and answered under its names alone: without accounts, whoever asks sits at it. */
  readonly isLocal: boolean;
  /** Cookies are sent over TLS alone. */
  readonly isSecure: boolean;
  /** Address a request came from. */
  readonly addressOf: (c: Context) => string;
  readonly limits?: Partial<Limits>;
  /** Told of every failed login, without the password. */
  readonly log: (line: string) => void;
}

/** Headers that only a proxy sets: what it passes on comes from elsewhere, even if the proxy is on this machine. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;
/** Logins whose passwords are being checked at once, at most: each takes memory. */
const MOST_AT_ONCE = 8;
/** Sessions that were logged out and have not run out, at most. */
const MOST_ENDED = 10_000;

interface Asker {
  readonly principal: Principal;
  readonly session: Session | null;
}

/** Makes the access to a book with accounts. */
export function makeAccess(options: AccessOptions): AccountAccess {
  const { accounts, sessionSecret, now, random, isLocal, isSecure, addressOf, log } = options;
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const cookie = sessionCookie(sessionSecret, isSecure);
  const logins = loginLimit(limits);
  const requests = counterOf(limits.requests);
  const places = counterOf(limits.places);
  const millis = (): number => Date.parse(now());
  const ended = new Map<string, number>();
  let checking = 0;
  const askers = new WeakMap<Request, Promise<Asker>>();

  const nobody = async (c: Context): Promise<Asker> => {
    const isHere = isLocal && !FORWARDED.some((name) => c.req.header(name) !== undefined);
    const principal = isHere && (await accounts.users.list()).length === 0 ? AT_THE_MACHINE : PUBLIC;
    return { principal, session: null };
  };

  const askerByToken = async (secret: string): Promise<Asker> => {
    const acting = await accounts.tokens.acting(secret);
    if (!acting) return { principal: PUBLIC, session: null };
    const { user, role } = acting;
    return { principal: { user: user.id, name: user.name, role, via: 'token' }, session: null };
  };

  const askerBySession = async (c: Context): Promise<Asker | null> => {
    const session = await cookie.read(c);
    if (!session || isOver(session, millis()) || ended.has(session.id)) return null;
    const acting = await accounts.users.acting(session.user);
    if (!acting || !isSameToken(acting.stamp, session.stamp)) return null;
    const { id, name, role } = acting.user;
    return { principal: { user: id, name, role, via: 'session' }, session };
  };

  const find = async (c: Context): Promise<Asker> => {
    const bearer = /^Bearer\s+(\S*)/i.exec(c.req.header('authorization')?.slice(0, 200) ?? '');
    // Who sends a token means it: a session beside it does not count, and a token that does not hold is nobody's.
    if (bearer) return askerByToken(bearer[1] ?? '');
    return (await askerBySession(c)) ?? (await nobody(c));
  };
  const askerOf = (c: Context): Promise<Asker> => {
    const known = askers.get(c.req.raw);
    if (known) return known;
    const found = find(c);
    askers.set(c.req.raw, found);
    return found;
  };

  const originOf = (c: Context): 'own' | 'other' | 'none' =>
    sentBy({
      site: c.req.header('sec-fetch-site'),
      origin: c.req.header('origin'),
      host: c.req.header('host') ?? new URL(c.req.url).host,
    });

  const begin = async (c: Context, userId: string): Promise<LoginOutcome> => {
    const acting = await accounts.users.acting(userId);
    if (!acting) return { kind: 'refused' };
    const at = millis();
    const session: Session = {
      id: Buffer.from(random(16)).toString('base64url'),
      user: userId,
      stamp: acting.stamp,
      begunAt: at,
      seenAt: at,
    };
    c.header('Set-Cookie', await cookie.headerOf(session), { append: true });
    const { name, role } = acting.user;
    const principal: Principal = { user: userId, name, role, via: 'session' };
    askers.set(c.req.raw, Promise.resolve({ principal, session }));
    return { kind: 'in', principal, csrf: csrfTokenOf(sessionSecret, session) };
  };

  /** Checks name and password within the limits; `then` is done for whom they are. */
  const attempt = async (
    c: Context,
    name: string,
    password: string,
    then: (user: string) => Promise<LoginOutcome>,
  ): Promise<LoginOutcome> => {
    if (checking >= MOST_AT_ONCE) return { kind: 'wait', seconds: 2 };
    const address = addressOf(c);
    const folded = foldedName(name).slice(0, 80);
    const seconds = await logins.begin(folded, address);
    if (seconds > 0) return { kind: 'wait', seconds };
    checking++;
    try {
      const user = await accounts.users.authenticate(name, password);
      if (user) {
        await logins.succeeded(folded, address);
        return await then(user.id);
      }
      // A name that does not exist may be a password in the wrong field.
      const known = await accounts.users.find(name);
      log(`login failed: ${known ? `account ${JSON.stringify(known.name)}` : 'no such account'}, from ${address}`);
      return { kind: 'refused' };
    } finally {
      checking--;
    }
  };

  return {
    principalOf: async (c) => (await askerOf(c)).principal,
    csrfOf: async (c) => {
      const { session } = await askerOf(c);
      return session ? csrfTokenOf(sessionSecret, session) : null;
    },
    logIn: (c, name, password) => attempt(c, name, password, (user) => begin(c, user)),
    changePassword: async (c, current, next) => {
      const { session, principal } = await askerOf(c);
      if (!session) return { kind: 'refused' };
      return attempt(c, principal.name, current, async (user) => {
        await accounts.users.setPassword(user, next, { author: { kind: 'person', name: principal.name } });
        return begin(c, user);
      });
    },
    isElsewhere: (c) => originOf(c) === 'other',
    renewalOf: async (c) => {
      const { session } = await askerOf(c);
      const isDue = session !== null && !ended.has(session.id) && millis() - session.seenAt >= SESSION_RENEW;
      return isDue ? cookie.headerOf({ ...session, seenAt: millis() }) : null;
    },
    logOut: async (c) => {
      const { session } = await askerOf(c);
      if (session) {
        for (const [id, until] of ended) if (until <= millis() || ended.size >= MOST_ENDED) ended.delete(id);
        ended.set(session.id, session.begunAt + SESSION_LIFE);
      }
      c.header('Set-Cookie', cookie.removal, { append: true });
      askers.delete(c.req.raw);
    },
    refusalOf: async (c, given) => {
      const { principal, session } = await askerOf(c);
      // No browser adds a token by itself, so nobody can send one in another's name.
      if (principal.via === 'token') return null;
      const origin = originOf(c);
      if (origin === 'other') return 'origin';
      if (!session) return null;
      if (origin !== 'own') return 'origin';
      return isSameToken(csrfTokenOf(sessionSecret, session), given) ? null : 'token';
    },
    countRequest: async (c) => {
      const { principal } = await askerOf(c);
      if (principal.via === 'local') return 0;
      return requests(principal.user ?? addressOf(c));
    },
    countPlace: places,
  };
}
