import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { MOST_HEADERS, SERVER_LIMITS } from '../app/server-limits.ts';
import { problem } from '../errors.ts';
import { CommandFailure } from './terminal.ts';

/** Where a server listens. */
export interface ListenOptions {
  readonly port: number;
  readonly host: string;
}

type Fetch = Parameters<typeof serve>[0]['fetch'];

/** Whether nobody but this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** Opens a server that cuts off who is too slow or sends too much; `listening` is told the port. */
export function openServer(
  fetch: Fetch,
  { port, host }: ListenOptions,
  listening: (port: number) => void,
  limits: Readonly<Record<keyof typeof SERVER_LIMITS, number>> = SERVER_LIMITS,
): ServerType {
  const server = serve({ fetch, port, hostname: host, serverOptions: limits }, (address: AddressInfo) => listening(address.port));
  if ('maxHeadersCount' in server) server.maxHeadersCount = MOST_HEADERS;
  return server;
}

/** Serves until the program is told to stop; `listening` is told the address once there is one. */
export async function listen(fetch: Fetch, options: ListenOptions, listening: (url: string) => void): Promise<void> {
  const { port: wanted, host } = options;
  await new Promise<void>((resolve, reject) => {
    const server = openServer(fetch, options, (port) => {
      listening(`http://${isLoopback(host) ? 'localhost' : host}:${port}`);
    });
    server.on('error', (failure: NodeJS.ErrnoException) => {
      const values = { port: String(wanted), reason: failure.code ?? failure.message };
      const { message, remedy } = problem('TB_PORT_UNAVAILABLE', values);
      reject(new CommandFailure(`TB_PORT_UNAVAILABLE: ${message}\n  ${remedy}`, 3));
    });
    const stop = (): void => {
      server.close(() => resolve());
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
