import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
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

/** Serves until the program is told to stop; `listening` is told the address once there is one. */
export async function listen(fetch: Fetch, { port: wanted, host }: ListenOptions, listening: (url: string) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = serve({ fetch, port: wanted, hostname: host }, ({ port }: AddressInfo) => {
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
