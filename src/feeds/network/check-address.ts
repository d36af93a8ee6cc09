import { type Problem, problem } from '../../errors.ts';
import { isPublicAddress } from './public-address.ts';

/** Longest address; it stands in keys of the book. */
const LONGEST = 1000;

/** Whether an argument is an address and not a path; what looks like one is never taken for a file. */
export function isAddress(given: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(given);
}

/** Host of an address as it is resolved: without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

const isLiteral = (host: string): boolean => host.includes(':') || /^[\d.]+$/.test(host);

/**
 * Checks an address before anything is sent: http or https, no name or password in it, the usual port, and no number of a machine that
 * is not public. Other ways to write such a number (decimal, octal, hexadecimal) have become the plain one by then.
 */
export function checkAddress(given: string, base?: string): { readonly url: URL } | { readonly problem: Problem } {
  const refused = (reason: string): { problem: Problem } => ({
    problem: problem('TB_FETCH_ADDRESS', { reason }, { file: given.slice(0, LONGEST) }),
  });
  let url: URL;
  try {
    url = new URL(given, base);
  } catch {
    return refused('it is none');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refused(`"${url.protocol}" is neither http nor https`);
  if (url.username || url.password) return refused('it holds a user name or a password');
  if (url.port !== '') return refused(`the port ${url.port} is not that of the web`);
  url.hash = '';
  if (url.href.length > LONGEST) return refused(`it is longer than ${LONGEST} characters`);
  const host = hostOf(url);
  if (isLiteral(host) && !isPublicAddress(host)) return { problem: problem('TB_FETCH_PRIVATE', { address: host }, { file: url.href }) };
  return { url };
}
