import { lookup } from 'node:dns/promises';
import type { NetworkAccess } from '../../feeds/index.ts';
import type { PostAccess } from '../webhooks/post-access.ts';
import { openNetwork } from './open-network.ts';
import { openPosting } from './open-posting.ts';

const addressesOf = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/** The network of the machine, asked by the one safe way. */
export function nodeNetwork(contact?: string): NetworkAccess {
  return openNetwork({
    resolve: addressesOf,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    elapsed: () => performance.now(),
    contact,
  });
}

/** The way out of the machine for what is sent. */
export function nodePosting(): PostAccess {
  return openPosting({ resolve: addressesOf });
}
