import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { BookWork } from '../../app/book-work.ts';
import { withTextIncidents } from '../../app/monitoring.ts';
import { decideEmbargo } from '../../app/publishing/decide-embargo.ts';
import { keepRelease, makeRelease, RELEASE_FORMATS } from '../../app/publishing/make-release.ts';
import { releasesFor } from '../../app/released-from-book.ts';
import { reportDate } from '../../feeds/report-date.ts';
import { AUDIENCES } from '../../model/index.ts';
import { addAction, byPrincipal, NO_QUERY } from '../frame/action.ts';
import type { ApiEnv } from '../frame/asked.ts';
import { unknownId } from '../frame/resource.ts';
import { NO_PARAMS } from '../schemas/parameters.ts';
import { RELEASE_ITEM } from '../schemas/release.ts';
import type { ApiSite } from '../site.ts';
import { releaseItemOf } from './release-routes.ts';

const TAG = 'releases';

/** Adds what publishes: releases of the book as it is, and decisions about embargoes. */
export function addPublishingRoutes(
  api: OpenAPIHono<ApiEnv>,
  { desks }: Pick<ApiSite, 'desks'>,
  { book, gate, now, alone }: BookWork,
): void {
  addAction(api, {
    method: 'post',
    path: '/releases',
    tag: TAG,
    summary: 'Lets the incidents of the book through the gate for one audience, and keeps card and bytes as what was published',
    description: 'As `trucebook release`. What has been published already, of the same batch with the same content, is answered with 200.',
    right: 'publish',
    params: NO_PARAMS,
    query: NO_QUERY,
    body: z
      .strictObject({
        profile: z.enum(AUDIENCES).describe('for whom'),
        format: z.enum(RELEASE_FORMATS).default('json'),
        asOf: z
          .string()
          .max(40)
          .refine((value) => reportDate(value) !== null, 'is no date such as 2025-03-18')
          .nullable()
          .default(null)
          .describe('only what could be known by then'),
        corrects: z
          .strictObject({ id: z.string().min(1).max(200), note: z.string().min(1).max(500) })
          .nullable()
          .default(null)
          .describe('id of the release that this one corrects, and what is corrected'),
        why: z.string().min(1).max(500).describe('why it is published; stands in the journal'),
      })
      .openapi('NewRelease'),
    status: 201,
    answer: RELEASE_ITEM,
    canRepeat: true,
    refusals: [404, 409],
    act: ({ body: { profile, format, asOf, corrects, why }, principal }) =>
      alone(async () => {
        const { store } = book;
        if (corrects !== null && (await store.fact('release', corrects.id)) === null) return unknownId('release', corrects.id);
        const material = await book.material();
        const { incidentReports, decisions, gaps, overrides } = material;
        const reports = withTextIncidents(incidentReports, material);
        // Decisions in a book and in files hold together: losing one that lengthens would let out what it was to hold back.
        const incidents = { ...gate, reports, decisions, gaps, overrides: [...overrides, ...gate.overrides] };
        const made = makeRelease({ material, incidents }, { profile, format, asOf, corrects }, now());
        const { id, isRepeated } = await keepRelease(store, made, { ...byPrincipal(principal), why });
        const kept = (await releasesFor(store, 'internal')).find((release) => release.id === id);
        if (kept === undefined) throw new Error(`The release ${id} was kept and is not there.`);
        return isRepeated ? { wasThere: releaseItemOf(kept) } : releaseItemOf(kept);
      }),
  });
  addAction(api, {
    method: 'post',
    path: '/embargoes',
    tag: TAG,
    summary: 'Decides how long an incident waits before it may leave',
    description:
      'One editor lengthens. To shorten, two editors of a book that has more than one decide the same, each in their own name, and never go below the floor; until then the first decision has no effect.',
    right: 'publish',
    params: NO_PARAMS,
    query: NO_QUERY,
    body: z
      .strictObject({
        incident: z.string().min(1).max(200).describe('id of an incident, or better of one of its reports'),
        hours: z.int().min(0).max(87_600).describe('hours from the event'),
        why: z.string().min(1).max(500),
      })
      .openapi('NewEmbargo'),
    status: 201,
    answer: z
      .strictObject({
        id: z.string(),
        incident: z.string(),
        hours: z.int(),
        by: z.array(z.string()),
        at: z.string(),
        why: z.string(),
        state: z
          .enum(['in_force', 'waits_for_another'])
          .describe('waits_for_another: it has no effect until another editor decides the same'),
      })
      .openapi('Embargo'),
    canRepeat: true,
    refusals: [404, 422],
    act: ({ body, principal }) =>
      alone(async () => {
        const incidents = (await desks('internal')).incidents.monitor(null);
        const decision = { ...body, by: principal.name };
        const { override, state, isRepeated } = await decideEmbargo(decision, {
          store: book.store,
          incidents,
          editors: gate.editors,
          now: now(),
        });
        const answer = { ...override, state };
        return isRepeated ? { wasThere: answer } : answer;
      }),
  });
}
