import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../src/app/find-chromium.ts';
import { nodeMachine } from '../../src/app/node-machine.ts';

/** Neither the sandbox, which root may not use, nor anything that calls home. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser of this machine; null and a loud line where there is none. Where `CI` is set its absence is a failure. */
export async function startBrowser(): Promise<Browser | null> {
  const found = await findChromium(nodeMachine);
  if (found === null) {
    if (process.env['CI']) throw new Error('No Chromium was found, and the pages must be looked at in one.');
    process.stderr.write('SKIPPED: the pages in a real browser, no Chromium was found (set TRUCEBOOK_CHROMIUM)\n');
    return null;
  }
  const env = Object.fromEntries(Object.entries({ ...process.env, ...found.env }).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  return chromium.launch({ executablePath: found.path, args: ARGS, env });
}

/** Pages under an address of this machine, until they are closed. */
export async function startServer(app: Hono): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
