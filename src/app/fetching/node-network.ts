import { lookup } from 'node:dns/promises';
import type { NetworkAccess } from '../../feeds/index.ts';
import { openNetwork } from './open-network.ts';

/** The network of the machine, asked by the one safe way. */
export function nodeNetwork(contact?: string): NetworkAccess {
  return openNetwork({
    resolve: async (host) => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    elapsed: () => performance.now(),
    contact,
  });
}
