import type { OpenAPIHono } from '@hono/zod-openapi';
import { makeApi } from '../src/api/api.ts';
import type { ApiEnv } from '../src/api/frame/asked.ts';
import { documentOf } from '../src/api/routes/document-routes.ts';
import type { ApiSite } from '../src/api/site.ts';

const nobody = (): never => {
  throw new Error('Nobody asks here: the interface is only described.');
};

/** The interface without a book, to be described and never asked. */
export function unaskedApi(): OpenAPIHono<ApiEnv> {
  const store = new Proxy({}, { get: nobody }) as ApiSite['store'];
  const asked = new Proxy({}, { get: () => nobody });
  const accounts = { accounts: asked, access: asked } as NonNullable<ApiSite['accounts']>;
  return makeApi({
    store,
    desks: nobody,
    access: { principalOf: nobody },
    accounts,
    webhooks: asked as NonNullable<ApiSite['webhooks']>,
    work: asked as NonNullable<ApiSite['work']>,
    now: nobody,
    failed: nobody,
  });
}

/** The description of the interface as a file. */
export function openApiPage(): string {
  return `${JSON.stringify(documentOf(unaskedApi()), null, 1)}\n`;
}
