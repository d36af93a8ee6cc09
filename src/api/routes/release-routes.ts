import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { KeptRelease } from '../../app/released-from-book.ts';
import { csvOf } from '../../report/index.ts';
import type { ApiEnv } from '../frame/asked.ts';
import { ordered } from '../frame/cursor.ts';
import { addOpen, BASE, pageOf, unknownId } from '../frame/resource.ts';
import { ID, NEXT, NO_PARAMS, PAGING } from '../schemas/parameters.ts';
import { RELEASE_ITEM } from '../schemas/release.ts';
import type { ApiSite } from '../site.ts';

const TAG = 'releases';
const COLUMNS = ['id', 'profile', 'kind', 'as_of', 'created_at', 'media_type', 'sha256', 'corrects'] as const;

/** A release as it is listed. */
export const releaseItemOf = ({ id, card, mediaType, contentSha256 }: KeptRelease): z.output<typeof RELEASE_ITEM> => ({
  id,
  mediaType,
  card,
  content: contentSha256 === null ? null : `${BASE}/releases/${encodeURIComponent(id)}/content`,
  contentSha256,
});

const releasesCsv = (releases: readonly KeptRelease[]): string =>
  csvOf(
    COLUMNS,
    releases.map(({ id, card, mediaType }) => ({
      id,
      profile: card.profile,
      kind: card.kind,
      as_of: card.asOf,
      created_at: card.createdAt,
      media_type: mediaType,
      sha256: card.sha256,
      corrects: card.corrects,
    })),
  );

/** Adds what was published: for the public the releases for everybody. */
export function addReleaseRoutes(api: OpenAPIHono<ApiEnv>, site: ApiSite): void {
  addOpen(api, site, {
    path: '/releases',
    tag: TAG,
    summary: 'Releases, newest first',
    params: NO_PARAMS,
    query: z.strictObject({ ...PAGING }),
    answer: z.strictObject({ items: z.array(RELEASE_ITEM), next: NEXT }).openapi('Releases'),
    forms: ['csv'],
    find: async (asked) => {
      const all = await asked.view.releases();
      const page = pageOf(
        ordered(all, { keyOf: ({ id, card }) => [card.createdAt, id], types: ['string', 'string'], isDescending: true }),
        asked,
      );
      if ('code' in page) return page;
      return { body: { items: page.items.map(releaseItemOf) }, next: page.next, csv: () => releasesCsv(page.items) };
    },
  });
  addOpen(api, site, {
    path: '/releases/{id}',
    tag: TAG,
    summary: 'The card of one release',
    params: ID,
    query: z.strictObject({}),
    answer: RELEASE_ITEM,
    find: async ({ view, params: { id } }) => {
      const found = (await view.releases()).find((release) => release.id === id);
      return found === undefined ? unknownId('release', id) : { body: releaseItemOf(found) };
    },
  });
  addOpen(api, site, {
    path: '/releases/{id}/content',
    tag: TAG,
    summary: 'The published bytes of one release; their type is on its card',
    params: ID,
    query: z.strictObject({}),
    answer: null,
    find: async ({ view, params: { id } }) => {
      const found = (await view.releases()).find((release) => release.id === id);
      const bytes = found === undefined ? null : await view.content(found);
      return bytes === null ? unknownId('release with kept bytes', id) : { bytes, name: id };
    },
  });
}
