import type { Context, MiddlewareHandler } from 'hono';
import type { Login } from '../app/accounts/login.ts';
import type { Asker } from './page.ts';

/** Finds out who asks, for the pages that are made for them. */
export function askedBy(login: Login<Context>): MiddlewareHandler<{ Variables: { asker: Asker } }> {
  return async (c, next) => {
    c.set('asker', { principal: await login.principalOf(c), csrf: await login.csrfOf(c) });
    await next();
  };
}
