import type { Context } from 'hono';
import { generateCookie, getCookie } from 'hono/cookie';
import { sealData, unsealData } from 'iron-session';
import { SESSION_LIFE, type Session, sessionOf } from '../../app/accounts/session.ts';

/** Reads and writes the cookie of a session. */
export interface SessionCookie {
  readonly read: (c: Context) => Promise<Session | null>;
  /** The header Set-Cookie of a session. */
  readonly headerOf: (session: Session) => Promise<string>;
  /** The header Set-Cookie that takes it away. */
  readonly removal: string;
}

/** Longest cookie that is looked at: ours have some 500 characters. */
const LONGEST = 2000;
/** How the seals of this version look; what stands behind one is not signed. */
const SEAL = /^Fe26\.2\*[\w*-]+~2$/;

/**
 * The cookie in which a session is sealed: encrypted and signed with the secret, kept from scripts, not sent along by forms of other
 * sites. `isSecure`: sent over TLS alone, and bound to this host by its name.
 */
export function sessionCookie(secret: string, isSecure: boolean): SessionCookie {
  const name = isSecure ? '__Host-trucebook' : 'trucebook';
  const attributes = { httpOnly: true, secure: isSecure, sameSite: 'Lax', path: '/' } as const;
  return {
    read: async (c) => {
      const sealed = getCookie(c, name);
      if (sealed === undefined || sealed.length > LONGEST || !SEAL.test(sealed)) return null;
      try {
        // How old it may be is in the session itself, by the clock that the server was given.
        return sessionOf(await unsealData(sealed, { password: secret, ttl: 0 }));
      } catch {
        // Not sealed by us: somebody made or changed it.
        return null;
      }
    },
    headerOf: async (session) =>
      generateCookie(name, await sealData(session, { password: secret, ttl: 0 }), { ...attributes, maxAge: SESSION_LIFE / 1000 }),
    removal: generateCookie(name, '', { ...attributes, maxAge: 0 }),
  };
}
