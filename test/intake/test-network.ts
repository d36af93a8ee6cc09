import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FetchLimits } from '../../src/app/fetching/limits.ts';
import { type NetworkOptions, openNetwork } from '../../src/app/fetching/open-network.ts';
import type { NetworkAccess } from '../../src/feeds/index.ts';

/** A public address that the server of a test plays. */
export const PUBLIC = '93.184.215.14';

/** What a test server answers at a path; a function for what needs a hand of its own. */
export type Answer = string | Buffer | ((request: IncomingMessage, response: ServerResponse) => void);

/** A server on the machine itself that plays hosts of the public network. */
export interface TestWeb {
  readonly network: NetworkAccess;
  /** Paths in the order in which they were asked, with their host. */
  readonly asked: readonly string[];
  /** Addresses that were connected to. */
  readonly dialled: readonly string[];
  /** Milliseconds that were waited for the sake of a host. */
  readonly waited: readonly number[];
  readonly answers: Record<string, Answer>;
  readonly stop: () => Promise<void>;
}

/** Starts a server that answers by host and path (`kurier.example/a`); robots.txt is missing unless it is among the answers. */
export async function startWeb(
  answers: Record<string, Answer>,
  {
    limits = {},
    resolve,
    unreachable = [],
  }: {
    readonly limits?: Partial<FetchLimits>;
    readonly resolve?: NetworkOptions['resolve'];
    readonly unreachable?: readonly string[];
  } = {},
): Promise<TestWeb> {
  const asked: string[] = [];
  const dialled: string[] = [];
  const waited: number[] = [];
  const server: Server = createServer((request, response) => {
    const path = `${request.headers.host}${request.url}`;
    asked.push(path);
    const answer = answers[path];
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === 'function') answer(request, response);
    else response.writeHead(200, { 'content-type': contentTypeOf(path) }).end(answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const network = openNetwork({
    resolve: resolve ?? (async () => [PUBLIC]),
    dial: (address) => {
      dialled.push(address);
      // Nobody listens on port 1.
      return { host: '127.0.0.1', port: unreachable.includes(address) ? 1 : port };
    },
    wait: async (milliseconds) => {
      waited.push(milliseconds);
    },
    elapsed: () => 0,
    limits,
  });
  return {
    network,
    asked,
    dialled,
    waited,
    answers,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const contentTypeOf = (path: string): string =>
  path.endsWith('.xml')
    ? 'application/rss+xml'
    : path.endsWith('.txt')
      ? 'text/plain'
      : path.endsWith('.pdf')
        ? 'application/pdf'
        : 'text/html; charset=utf-8';
