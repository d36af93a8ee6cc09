import { randomBytes } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { clientAddress, isAddressRange } from '../../api/access/client-address.ts';
import { DEFAULT_LIMITS } from '../../api/access/limits.ts';
import { type AccountAccess, makeAccess } from '../../api/access/make-access.ts';
import type { Accounts } from '../../app/accounts/accounts.ts';
import { secretIn } from '../../app/accounts/session-secret.ts';
import { problem } from '../../errors.ts';
import { isLoopback } from '../listen.ts';
import { CommandFailure, type Terminal } from '../terminal.ts';

/** How a book with accounts is served. */
export interface AccessOptions {
  readonly host: string;
  /** File with the text that seals sessions; left out, one is made at the start. */
  readonly sessionSecret?: string;
  /** Addresses or ranges of reverse proxies whose X-Forwarded-For counts. */
  readonly proxy?: readonly string[];
  /** Requests a minute of one user or address; 0: as many as come. */
  readonly limit?: number;
}

/** Whether a server answers to this machine alone: what a proxy passes on comes from elsewhere. */
export function isForThisMachine({ host, proxy = [] }: AccessOptions): boolean {
  return isLoopback(host) && proxy.length === 0;
}

async function readSecret(terminal: Terminal, path: string | undefined): Promise<string> {
  if (path === undefined) return randomBytes(48).toString('base64url');
  let secret: string | null = null;
  try {
    secret = secretIn(Buffer.from(await terminal.files.readFile(path)).toString('utf8'));
  } catch {
    // Said below, as if it were too short: there is none.
  }
  if (secret !== null) return secret;
  const { code, message, remedy } = problem('TB_SESSION_SECRET', { path });
  throw new CommandFailure(`${code}: ${message}\n  ${remedy}`, 3);
}

/** Makes the access to a served book. */
export async function accessOf(terminal: Terminal, accounts: Accounts, options: AccessOptions): Promise<AccountAccess> {
  const { sessionSecret, proxy = [], limit } = options;
  const wrong = proxy.find((one) => !isAddressRange(one));
  if (wrong !== undefined) throw new CommandFailure(`error: --proxy: "${wrong}" is no address such as 127.0.0.1 or 10.0.0.0/8`, 2);
  const addressOf = clientAddress(proxy);
  const requests = limit === undefined ? DEFAULT_LIMITS.requests : limit === 0 ? null : { count: limit, seconds: 60 };
  const senderOf = (c: Context): string | undefined => {
    // Only a real server knows who sent a request.
    return c.env && 'incoming' in c.env ? getConnInfo(c).remote.address : undefined;
  };
  return makeAccess({
    accounts,
    sessionSecret: await readSecret(terminal, sessionSecret),
    now: terminal.now,
    random: randomBytes,
    isLocal: isForThisMachine(options),
    isSecure: !isForThisMachine(options),
    addressOf: (c) => addressOf(senderOf(c), c.req.header('x-forwarded-for')),
    limits: { requests },
    log: (line) => terminal.err(`trucebook: ${terminal.now()} ${line}\n`),
  });
}
