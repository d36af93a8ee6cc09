import type { MiddlewareHandler } from 'hono';
import { isLocalName, SHARED_HEADERS } from '../app/security-headers.ts';

/**
 * Nothing from elsewhere, nothing inline, no frame round us: foreign text that slipped through the escaping could still not run,
 * load or send anything. No evaluation, no base address, forms lead back to us alone.
 */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Sets the security headers on every answer. */
export const secured: MiddlewareHandler = async (c, next) => {
  await next();
  const own = c.get('stylesAllowed');
  for (const [name, value] of SHARED_HEADERS) c.res.headers.set(name, value);
  const policy = typeof own === 'string' ? POLICY.replace("style-src 'self'", `style-src 'self' '${own}'`) : POLICY;
  c.res.headers.set('Content-Security-Policy', policy);
};

/** A server that is meant for this machine alone answers to its names alone. */
export function onlyLocalNames(isLocal: boolean): MiddlewareHandler {
  return async (c, next) => {
    if (isLocal && !isLocalName(c.req.header('host'))) return c.text('Misdirected request', 421);
    await next();
    return undefined;
  };
}
