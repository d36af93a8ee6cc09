import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../frame/asked.ts';
import { addOpen } from '../frame/resource.ts';
import { addDossierParts } from '../schemas/dossier-parts.ts';
import { NO_PARAMS } from '../schemas/parameters.ts';
import type { ApiSite } from '../site.ts';

/** The description of the interface, OpenAPI 3.1, from the schemas that its requests are checked by. */
export function documentOf(api: OpenAPIHono<ApiEnv>): object {
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Trucebook',
      version: '1',
      description:
        'The book of record for a truce. Whoever is not logged in is answered from what has been released; the rest needs a right, which each operation names.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/' }],
  });
  const { components = {}, ...rest } = document;
  return {
    ...rest,
    components: {
      ...components,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'access token of a user' },
        session: { type: 'apiKey', in: 'cookie', name: 'trucebook', description: 'session of somebody who has logged in' },
      },
    },
  };
}

/** Adds the description of the interface. */
export function addDocumentRoute(api: OpenAPIHono<ApiEnv>, site: ApiSite): void {
  addDossierParts(api);
  let made: object | null = null;
  addOpen(api, site, {
    path: '/openapi.json',
    tag: 'about',
    summary: 'This description',
    params: NO_PARAMS,
    query: z.strictObject({}),
    answer: z.looseObject({ openapi: z.string() }).openapi('OpenApi'),
    find: () => {
      // All routes have been added by the time somebody asks.
      made ??= documentOf(api);
      return { body: made };
    },
  });
}
