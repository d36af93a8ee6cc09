import { isIP } from 'node:net';
import { problem } from '../../errors.ts';
import { checkAddress, hostOf } from '../../feeds/index.ts';
import type { PostAccess, PostAnswer } from '../webhooks/post-access.ts';
import type { Dial } from './one-request.ts';
import { type NetworkOptions, publicAddressesOf } from './open-network.ts';
import { ROBOT_NAME } from './robots.ts';

/** What sending asks of the machine. */
export interface PostingOptions extends Pick<NetworkOptions, 'resolve' | 'dial'> {
  /** Milliseconds for everything. */
  readonly total?: number;
}

const TOTAL = 15_000;
/** Bytes of an answer that are looked at: there is nothing to read in it. */
const ANSWER = 65_536;
const HEADERS = 16_384;

const plain: Dial = (host, port) => ({ host, port });

/**
 * The way to the network for what is sent: to the address that was checked and no other, never to a machine that is not public, without
 * following redirects, within a time. Nothing is thrown.
 */
export function openPosting({ resolve, dial = plain, total = TOTAL }: PostingOptions): PostAccess {
  const post = async (given: string, body: string, headers: Readonly<Record<string, string>>): Promise<PostAnswer> => {
    const checked = checkAddress(given);
    if ('problem' in checked) return checked;
    const { url } = checked;
    const at = { file: url.href };
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort('everything together took too long'), total);
    try {
      const found = await publicAddressesOf(url, resolve, controller.signal);
      if ('code' in found) return { problem: found };
      const { Client, buildConnector } = await import('undici');
      const connect = buildConnector({ timeout: total });
      const target = dial(found[0] ?? '', Number(url.port) || (url.protocol === 'https:' ? 443 : 80));
      const client = new Client(url.origin, {
        // The connection goes to the number that was checked: no second look-up of the name can lead it elsewhere.
        connect: (options, callback) =>
          connect(
            { ...options, hostname: target.host, port: String(target.port), servername: isIP(hostOf(url)) === 0 ? url.hostname : '' },
            callback,
          ),
        maxHeaderSize: HEADERS,
        headersTimeout: total,
        bodyTimeout: total,
        pipelining: 0,
      });
      try {
        const { statusCode, body: answer } = await client.request({
          path: `${url.pathname}${url.search}`,
          method: 'POST',
          body,
          signal: controller.signal,
          headers: { 'user-agent': `${ROBOT_NAME}/1`, ...headers },
        });
        // Taken so that the receiver has sent it all; what goes on is cut off.
        await answer.dump({ limit: ANSWER, signal: controller.signal }).catch(() => undefined);
        return { status: statusCode };
      } finally {
        await client.destroy().catch(() => undefined);
      }
    } catch (failure) {
      if (controller.signal.aborted) return { problem: problem('TB_FETCH_SLOW', { reason: String(controller.signal.reason) }, at) };
      const code = failure instanceof Error && 'code' in failure ? String(failure.code) : 'no answer';
      return { problem: problem('TB_FETCH_UNREACHABLE', { host: url.host, reason: code }, at) };
    } finally {
      clearTimeout(timer);
    }
  };
  return { post };
}
