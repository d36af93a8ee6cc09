import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { PLACE_PRECISIONS, type RestrictedPlace } from '../../model/index.ts';
import { addAction, byPrincipal } from '../frame/action.ts';
import type { ApiEnv } from '../frame/asked.ts';
import { unknownId } from '../frame/resource.ts';
import { ID } from '../schemas/parameters.ts';
import type { ApiSite } from '../site.ts';
import { viewOf } from '../view.ts';

/** Fewest and most characters of a reason. */
const WHY = { min: 10, max: 500 } as const;

const PLACE: z.ZodType<RestrictedPlace> = z
  .strictObject({
    reportId: z.string(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    precision: z.enum(PLACE_PRECISIONS),
    placeName: z.string().nullable(),
    regionName: z.string().nullable().optional(),
  })
  .openapi('ExactPlace') as z.ZodType<RestrictedPlace>;

/**
 * Adds the one way over the network to exact places: of one incident at a time, with a reason that is written into the journal
 * before anything is given, and no more than so many an hour. There is no list and no search of them.
 */
export function addPositionRoute(api: OpenAPIHono<ApiEnv>, site: ApiSite, { access }: NonNullable<ApiSite['accounts']>): void {
  addAction(api, {
    method: 'get',
    path: '/incidents/{id}/position',
    tag: 'incidents',
    summary: 'Exact places of the reports of one incident; each look is an entry of the journal',
    right: 'restricted',
    params: ID,
    query: z.strictObject({
      why: z
        .string()
        .trim()
        .min(WHY.min)
        .max(WHY.max)
        .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, 'has a line break or an invisible character')
        .openapi({ description: 'reason; stands in the journal with your name' }),
    }),
    body: null,
    status: 200,
    answer: z.strictObject({ incident: z.string(), items: z.array(PLACE) }).openapi('ExactPlaces'),
    refusals: [404],
    act: async ({ c, principal, params: { id }, query: { why } }) => {
      // A link on a page elsewhere would write an entry in the name of whoever follows it.
      if (principal.via !== 'token' && access.isElsewhere(c)) return { status: 403, code: 'TB_API_ORIGIN' };
      const desk = await site.desks('internal');
      const incident = viewOf(desk, site)
        .incidents(null)
        .incidents.find((one) => one.id === id);
      if (!incident) return unknownId('incident', id);
      const seconds = await access.countPlace(principal.user ?? principal.name);
      if (seconds > 0) {
        c.header('Retry-After', String(seconds));
        return { status: 429, code: 'TB_PLACE_WAIT' };
      }
      const items: RestrictedPlace[] = [];
      // One by one, so that the history of each report tells who looked.
      for (const report of incident.reports) {
        const found = await site.store.readRestricted('position', { ...byPrincipal(principal), why }, { ids: [report] });
        items.push(...found.map(({ body }) => body));
      }
      return { incident: id, items };
    },
  });
}
