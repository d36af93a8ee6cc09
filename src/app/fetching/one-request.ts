import { isIP } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { problem } from '../../errors.ts';
import { contentType, hostOf, type NetworkAnswer, type NetworkAsk } from '../../feeds/index.ts';
import type { FetchLimits } from './limits.ts';

/** Where a connection is opened to; only tests change it, so that a machine of their own can play a public one. */
export type Dial = (address: string, port: number) => { readonly host: string; readonly port: number };

/** One request as it was prepared: the address was checked, and it is the one that is connected to. */
export interface PreparedRequest {
  readonly url: URL;
  /** The IP addresses that the name was resolved to; the next is tried where one cannot be reached. */
  readonly addresses: readonly string[];
  readonly ask: NetworkAsk;
  readonly userAgent: string;
  readonly signal: AbortSignal;
  /** Called whenever something comes. */
  readonly alive: () => void;
  readonly limits: FetchLimits;
  readonly dial: Dial;
}

/** An answer, or where the server sends on to. */
export type RequestOutcome = NetworkAnswer | { readonly kind: 'redirect'; readonly to: string };

/** Addresses of one name that are tried, and for how long each. */
const MOST_ATTEMPTS = 3;
const CONNECT_MS = 6000;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const failed = (code: Parameters<typeof problem>[0], values: Readonly<Record<string, string>>, url: URL): RequestOutcome => ({
  kind: 'failed',
  problem: problem(code, values, { file: url.href }),
});

const one = (header: string | string[] | undefined): string | null => (Array.isArray(header) ? (header[0] ?? null) : (header ?? null));

/** Thrown within this file alone. */
class TooLarge extends Error {}

/** Unpacks and counts; stops at the limit, however small the packed bytes are. */
async function bodyOf(body: AsyncIterable<Uint8Array>, encoding: string, limit: number, alive: () => void): Promise<Uint8Array> {
  const unpack =
    encoding === 'identity'
      ? null
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : createGunzip();
  const pieces: Uint8Array[] = [];
  let size = 0;
  const take = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > limit) throw new TooLarge();
    pieces.push(piece);
  };
  if (unpack === null) {
    for await (const piece of body) {
      alive();
      take(piece);
    }
  } else {
    // What is packed counts too: empty blocks unpack to nothing and could go on for ever.
    let packed = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of body) {
        alive();
        packed += piece.length;
        if (packed > limit) throw new TooLarge();
        yield piece;
      }
    };
    const { pipeline } = await import('node:stream/promises');
    await pipeline(counted, unpack, async (unpacked: AsyncIterable<Uint8Array>) => {
      for await (const piece of unpacked) take(piece);
    });
  }
  return Buffer.concat(pieces);
}

/** Why a request failed, in words; messages of the system hold addresses and differ from machine to machine. */
function reasonOf(failure: unknown): string {
  const code = failure instanceof Error && 'code' in failure && typeof failure.code === 'string' ? failure.code : '';
  if (/CERT|SELF_SIGNED|TLS|SSL|ALTNAME/.test(code)) return 'its certificate or its encryption is not in order';
  if (code === 'ECONNREFUSED') return 'it refuses the connection';
  if (code === 'ECONNRESET' || code === 'UND_ERR_SOCKET' || code === 'EPIPE') return 'it broke the connection off';
  if (/UNREACH|ENETDOWN/.test(code)) return 'there is no way to it';
  if (/HPE_|UND_ERR_/.test(code)) return 'its answer is no HTTP';
  return code || 'of an unknown reason';
}

/** Sends one request to the address that was checked, and takes what comes within the limits. Nothing is thrown. */
export async function oneRequest({
  url,
  addresses,
  ask,
  userAgent,
  signal,
  alive,
  limits,
  dial,
}: PreparedRequest): Promise<RequestOutcome> {
  const { Client, buildConnector } = await import('undici');
  const connector = buildConnector({ timeout: Math.min(limits.idle, CONNECT_MS) });
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const servername = isIP(hostOf(url)) === 0 ? url.hostname : '';
  // The connection goes to a number that was checked: no second look-up of the name can lead it elsewhere.
  const connect: typeof connector = (options, callback) => {
    const attempt = (at: number): void => {
      const target = dial(addresses[at] ?? '', port);
      connector({ ...options, hostname: target.host, port: String(target.port), servername }, (...outcome) => {
        if (outcome[0] !== null && at + 1 < Math.min(addresses.length, MOST_ATTEMPTS)) attempt(at + 1);
        else callback(...outcome);
      });
    };
    attempt(0);
  };
  const client = new Client(url.origin, {
    connect,
    maxHeaderSize: limits.headers,
    headersTimeout: limits.total,
    bodyTimeout: limits.total,
    pipelining: 0,
  });
  const types = ask.types ?? null;
  try {
    const response = await client.request({
      path: `${url.pathname}${url.search}`,
      method: ask.body === undefined ? 'GET' : 'POST',
      body: ask.body?.bytes ?? null,
      signal,
      headers: {
        'user-agent': userAgent,
        accept: types === null ? '*/*' : `${types.join(', ')}, */*;q=0.1`,
        'accept-encoding': 'gzip, deflate, br',
        ...(ask.body === undefined ? {} : { 'content-type': ask.body.mediaType }),
        ...(ask.etag === undefined ? {} : { 'if-none-match': ask.etag }),
        ...(ask.lastModified === undefined ? {} : { 'if-modified-since': ask.lastModified }),
      },
    });
    alive();
    const { statusCode, headers, body } = response;
    if (statusCode === 304) return { kind: 'unchanged' };
    const location = one(headers['location']);
    if (REDIRECTS.has(statusCode) && location !== null) return { kind: 'redirect', to: location };
    if (statusCode !== 200) return failed('TB_FETCH_STATUS', { status: String(statusCode) }, url);
    const { mediaType, charset } = contentType(one(headers['content-type']));
    if (types !== null && mediaType !== null && !types.includes(mediaType)) return failed('TB_FETCH_TYPE', { type: mediaType }, url);
    const stated = Number(one(headers['content-length']) ?? 0);
    if (stated > limits.bytes) return failed('TB_FETCH_TOO_LARGE', { reason: `it would be ${stated} bytes` }, url);
    const encoding = (one(headers['content-encoding']) ?? 'identity').trim().toLowerCase().replace(/^x-/, '');
    if (!/^(?:identity|gzip|deflate|br)$/.test(encoding))
      return failed('TB_FETCH_ENCODING', { reason: `"${encoding.slice(0, 40)}" is not known` }, url);
    const bytes = await bodyOf(body, encoding, limits.bytes, alive);
    return {
      kind: 'answered',
      address: url.href,
      bytes,
      mediaType,
      charset,
      etag: one(headers['etag']),
      lastModified: one(headers['last-modified']),
    };
  } catch (failure) {
    if (failure instanceof TooLarge) return failed('TB_FETCH_TOO_LARGE', { reason: `it goes on after ${limits.bytes} bytes` }, url);
    if (signal.aborted) return failed('TB_FETCH_SLOW', { reason: String(signal.reason) }, url);
    const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
    if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW')
      return failed('TB_FETCH_TOO_LARGE', { reason: `its headers exceed ${limits.headers} bytes` }, url);
    if (/TIMEOUT|ETIMEDOUT/.test(code)) return failed('TB_FETCH_SLOW', { reason: 'nothing came' }, url);
    if (/^(?:Z_|ERR_(?:_)?BROTLI|ERR_BROTLI)/.test(code))
      return failed('TB_FETCH_ENCODING', { reason: 'its packed bytes are damaged' }, url);
    return failed('TB_FETCH_UNREACHABLE', { host: url.host, reason: reasonOf(failure) }, url);
  } finally {
    // Also ends a body that was not read.
    await client.destroy().catch(() => undefined);
  }
}
