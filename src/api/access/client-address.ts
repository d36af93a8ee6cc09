import ipaddr from 'ipaddr.js';

/** Tells the address a request came from, of its direct sender and the header X-Forwarded-For. */
export type ClientAddress = (sender: string | undefined, forwardedFor: string | undefined) => string;

type Address = ReturnType<typeof ipaddr.process>;
/** Longest header that is read. */
const LONGEST = 1000;

function parsed(text: string): Address | null {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return ipaddr.isValid(bare) ? ipaddr.process(bare) : null;
}

/** Whether something is an address or a range of them (`10.0.0.0/8`). */
export function isAddressRange(text: string): boolean {
  try {
    if (text.includes('/')) ipaddr.parseCIDR(text);
    else ipaddr.process(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes the rule: what a header says of the sender counts only where a proxy that is known sent it, and of several entries the last
 * that is no such proxy. Of an IPv6 address the network counts, since a single machine has all the others of it as well.
 */
export function clientAddress(proxies: readonly string[]): ClientAddress {
  const known = proxies.map((text): readonly [Address, number] => {
    if (text.includes('/')) return ipaddr.parseCIDR(text);
    const one = ipaddr.process(text);
    return [one, one.kind() === 'ipv4' ? 32 : 128];
  });
  const isProxy = (one: Address): boolean =>
    known.some(
      ([network, bits]) => network.kind() === one.kind() && (one as { match(other: Address, bits: number): boolean }).match(network, bits),
    );
  const named = (one: Address): string =>
    one.kind() === 'ipv4' ? one.toString() : `${one.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`;
  return (sender, forwardedFor) => {
    const direct = parsed(sender ?? '');
    if (!direct) return 'unknown';
    if (forwardedFor === undefined || !isProxy(direct)) return named(direct);
    let last = direct;
    for (const entry of forwardedFor.slice(-LONGEST).split(',').reverse()) {
      const one = parsed(entry);
      // Before an entry that is no address anything could have been written.
      if (!one) break;
      last = one;
      if (!isProxy(one)) break;
    }
    return named(last);
  };
}
