import { isIP } from 'node:net';
import { type Problem, problem } from '../../errors.ts';
import {
  checkAddress,
  hostOf,
  isPublicAddress,
  type NetworkAccess,
  type NetworkAnswer,
  type NetworkAsk,
  REPORT_TYPES,
} from '../../feeds/index.ts';
import { FETCH_LIMITS, type FetchLimits } from './limits.ts';
import { type Dial, oneRequest } from './one-request.ts';
import { ROBOT_NAME, type RobotRules, robotRules } from './robots.ts';

/** What fetching asks of the machine. */
export interface NetworkOptions {
  /** The IP addresses of a name; rejects if there are none. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly dial?: Dial;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  readonly limits?: Partial<FetchLimits>;
  /** How whoever runs a server can reach the desk; goes with every request. */
  readonly contact?: string | undefined;
}

const TOO_LONG = 'everything together took too long';

/** Resolves a name and refuses it if any of its addresses is not public: who answers with both wants the other one to be taken. */
export async function publicAddressesOf(
  url: URL,
  resolve: NetworkOptions['resolve'],
  signal: AbortSignal,
): Promise<readonly string[] | Problem> {
  const host = hostOf(url);
  const at = { file: url.href };
  // A number was checked with the address itself; it is checked again, since nothing else stands between it and the connection.
  if (isIP(host)) return isPublicAddress(host) ? [host] : problem('TB_FETCH_PRIVATE', { address: host }, at);
  try {
    const found = await new Promise<readonly string[]>((done, fail) => {
      signal.addEventListener('abort', () => fail(new Error(String(signal.reason))), { once: true });
      resolve(host).then(done, fail);
    });
    if (found.length === 0) return problem('TB_FETCH_UNRESOLVED', { host, reason: 'it has no address' }, at);
    const hidden = found.find((address) => !isPublicAddress(address));
    return hidden === undefined ? found : problem('TB_FETCH_PRIVATE', { address: hidden }, at);
  } catch {
    if (signal.aborted) return problem('TB_FETCH_SLOW', { reason: String(signal.reason) }, at);
    return problem('TB_FETCH_UNRESOLVED', { host, reason: 'nobody knows it' }, at);
  }
}

/**
 * The way to the network, the only one of the program. Every address, also after a redirect, is checked, resolved here and connected to as
 * it was resolved; sizes and times are limited; hosts are asked one request after another, not where their robots.txt forbids it.
 */
export function openNetwork({
  resolve,
  dial = (host, port) => ({ host, port }),
  wait,
  elapsed,
  limits: given = {},
  contact,
}: NetworkOptions): NetworkAccess {
  const limits = { ...FETCH_LIMITS, ...given };
  const reachable = contact?.replace(/[^\x20-\x7e]/g, '').slice(0, 100);
  const userAgent = `${ROBOT_NAME}/1 (reads single reports and feeds${reachable ? `; ${reachable}` : ''})`;
  const rules = new Map<string, Promise<RobotRules>>();
  const lastAsked = new Map<string, number>();

  /** Rules of a host; asked once, by the same safe way. */
  const rulesOf = (url: URL): Promise<RobotRules> => {
    const known = rules.get(url.origin);
    if (known) return known;
    const address = new URL('/robots.txt', url).href;
    const asked = follow(address, { types: ['text/plain', 'text/html', 'application/octet-stream'] }, false).then((answer) =>
      robotRules(address, answer),
    );
    rules.set(url.origin, asked);
    return asked;
  };

  const beforeAsking = async (url: URL): Promise<Problem | null> => {
    const { against, delay } = await rulesOf(url);
    const found = against(url.href);
    if (found !== null) return found;
    const since = elapsed() - (lastAsked.get(url.host) ?? Number.NEGATIVE_INFINITY);
    const pause = Math.max(limits.politeness, delay) - since;
    if (pause > 0) await wait(pause);
    return null;
  };

  async function follow(given: string, ask: NetworkAsk, polite: boolean): Promise<NetworkAnswer> {
    const fail = (found: Problem): NetworkAnswer => ({ kind: 'failed', problem: found });
    let checked = checkAddress(given);
    // Waiting for the sake of the host is not its time.
    let left = limits.total;
    for (let redirects = 0; ; redirects++) {
      if ('problem' in checked) return fail(checked.problem);
      const { url } = checked;
      if (polite) {
        const against = await beforeAsking(url);
        if (against) return fail(against);
      }
      const controller = new AbortController();
      const total = setTimeout(() => controller.abort(TOO_LONG), left);
      const began = elapsed();
      let idle = setTimeout(() => controller.abort('nothing came for too long'), limits.idle);
      const alive = (): void => {
        clearTimeout(idle);
        idle = setTimeout(() => controller.abort('nothing came for too long'), limits.idle);
      };
      try {
        const addresses = await publicAddressesOf(url, resolve, controller.signal);
        if ('code' in addresses) return fail(addresses);
        const outcome = await oneRequest({ url, addresses, ask, userAgent, signal: controller.signal, alive, limits, dial });
        if (outcome.kind === 'unchanged' && ask.etag === undefined && ask.lastModified === undefined)
          return fail(problem('TB_FETCH_STATUS', { status: '304' }, { file: url.href }));
        if (outcome.kind !== 'redirect') return outcome;
        if (redirects >= limits.redirects)
          return fail(problem('TB_FETCH_REDIRECT', { reason: `there are more than ${limits.redirects} in a row` }, { file: given }));
        if (ask.body !== undefined)
          return fail(problem('TB_FETCH_REDIRECT', { reason: 'what was sent is for this address alone' }, { file: given }));
        checked = checkAddress(outcome.to, url.href);
        if ('url' in checked && url.protocol === 'https:' && checked.url.protocol === 'http:')
          return fail(problem('TB_FETCH_REDIRECT', { reason: 'it leads from an encrypted address to an open one' }, { file: given }));
      } finally {
        clearTimeout(total);
        clearTimeout(idle);
        left = Math.max(left - (elapsed() - began), 1);
        if (polite) lastAsked.set(url.host, elapsed());
      }
    }
  }

  return { ask: (address, ask = {}) => follow(address, { types: REPORT_TYPES, ...ask }, ask.body === undefined) };
}
