/** What every answer of the server says about itself, pages and programs alike. */
export const SHARED_HEADERS: readonly (readonly [string, string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  // The address holds what somebody looks at; it is nobody else's business.
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), browsing-topics=()'],
  ['X-Robots-Tag', 'noindex'],
];

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i;

/**
 * Whether a request was addressed to this machine. A page elsewhere can point its own name at this machine and then read what the
 * server says; a server that is meant for this machine alone answers to its names alone.
 */
export function isLocalName(host: string | undefined): boolean {
  return host === undefined || LOOPBACK.test(host);
}
