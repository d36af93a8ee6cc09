import type { MiddlewareHandler } from 'hono';

/**
 * Nothing from elsewhere, nothing inline, no frame round us: foreign text that slipped through the escaping could still not run,
 * load or send anything. No evaluation, no base address, forms lead back to us alone.
 */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', POLICY],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  // The address holds what somebody looks at; it is nobody else's business.
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), browsing-topics=()'],
  ['X-Robots-Tag', 'noindex'],
];

/** Sets the security headers on every answer. */
export const secured: MiddlewareHandler = async (c, next) => {
  await next();
  const own = c.get('stylesAllowed');
  for (const [name, value] of HEADERS) c.res.headers.set(name, value);
  if (typeof own === 'string')
    c.res.headers.set('Content-Security-Policy', POLICY.replace("style-src 'self'", `style-src 'self' '${own}'`));
};

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i;

/**
 * A page elsewhere can point its own name at this machine and then read what the server says; a server that is meant for this
 * machine alone answers to its names alone.
 */
export function onlyLocalNames(isLocal: boolean): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host');
    if (isLocal && host !== undefined && !LOOPBACK.test(host)) return c.text('Misdirected request', 421);
    await next();
    return undefined;
  };
}
