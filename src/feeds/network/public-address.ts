import ipaddr from 'ipaddr.js';

/** Addresses that lie in no special range and yet are no part of the public network: services of a cloud for its own machines. */
const SERVICES: ReadonlySet<string> = new Set(['168.63.129.16']);

/**
 * Whether an IP address is one of the public network. Everything that is not plainly so is refused: loopback, private, link-local (with the
 * metadata services of clouds), shared, multicast, reserved and documentation ranges, and IPv6 that carries an IPv4 address inside.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast' || SERVICES.has(parsed.toString())) return false;
  // Of IPv6 only this part has been given out; what may be elsewhere is nobody's or somebody's own.
  return parsed.kind() === 'ipv4' || parsed.match(ipaddr.parse('2000::'), 3);
}
