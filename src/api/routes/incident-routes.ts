import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { messagesFor } from '../../i18n/index.ts';
import type { Incident, ReleasedBook } from '../../model/index.ts';
import { traceOf } from '../../monitor/index.ts';
import { incidentsCsv } from '../../report/exports/incidents.ts';
import { releasedGeoJson } from '../../report/index.ts';
import type { ApiEnv } from '../frame/asked.ts';
import { orderedOnce } from '../frame/cursor.ts';
import { addOpen, pageOf, unknownId } from '../frame/resource.ts';
import { INCIDENT_ANSWER, INCIDENT_ITEM, type StepItem, type TracedVerdict, type VerdictItem } from '../schemas/incident.ts';
import { AS_OF, ID, NEXT, NO_PARAMS, PAGING } from '../schemas/parameters.ts';
import { RELEASE_CARD } from '../schemas/release.ts';
import type { ApiSite } from '../site.ts';

const TAG = 'incidents';
const [DE, EN] = [messagesFor('de').judge, messagesFor('en').judge];

interface Told {
  readonly reports: ReleasedBook['reports'];
  readonly assessments: ReleasedBook['assessments'];
  readonly replies: ReleasedBook['replies'];
}

interface ByIncident {
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly toldOf: (incident: Incident) => Told;
}

const made = new WeakMap<ReleasedBook, ByIncident>();

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Look-ups of a released book; they live as long as it does. */
function byIncident(book: ReleasedBook): ByIncident {
  const known = made.get(book);
  if (known) return known;
  const reports = new Map(book.reports.map((report) => [report.id, report]));
  const assessments = grouped(book.assessments, ({ incident }) => incident);
  const replies = grouped(book.replies, ({ incident }) => incident);
  const index: ByIncident = {
    incidents: new Map(book.incidents.map((incident) => [incident.id, incident])),
    toldOf: ({ id, reports: own }) => ({
      reports: own.flatMap((report) => reports.get(report) ?? []),
      assessments: assessments.get(id) ?? [],
      replies: replies.get(id) ?? [],
    }),
  };
  made.set(book, index);
  return index;
}

/** The part of a released book that some of its incidents need. */
function partOf(book: ReleasedBook, incidents: readonly Incident[]): ReleasedBook {
  const told = incidents.map(byIncident(book).toldOf);
  return {
    ...book,
    incidents,
    reports: told.flatMap(({ reports }) => reports),
    assessments: told.flatMap(({ assessments }) => assessments),
    replies: told.flatMap(({ replies }) => replies),
  };
}

const verdictsOf = ({ assessments }: Told): readonly VerdictItem[] =>
  assessments.map(({ agreement, holder, verdict }) => ({ agreement, holder, verdict }));

/** Adds incidents with the verdict of each reading; whatever they show has passed the gate. */
export function addIncidentRoutes(api: OpenAPIHono<ApiEnv>, site: ApiSite): void {
  addOpen(api, site, {
    path: '/incidents',
    tag: TAG,
    summary: 'Incidents with the verdict of each holder’s reading, as of a date',
    description: 'A verdict says whether a reading covers an incident, never who did it. Places are as coarse as the asker may know them.',
    params: NO_PARAMS,
    query: z.strictObject({ ...AS_OF, ...PAGING }),
    answer: z
      .strictObject({
        asOf: z.string().nullable(),
        card: RELEASE_CARD.describe('what the gate did to them'),
        items: z.array(INCIDENT_ITEM),
        next: NEXT,
      })
      .openapi('Incidents'),
    forms: ['csv', 'geojson'],
    find: (asked) => {
      const book = asked.view.incidents(asked.query.as_of ?? null);
      const page = pageOf(orderedOnce(book.incidents, { keyOf: ({ id }) => [id], types: ['string'] }), asked);
      if ('code' in page) return page;
      const { toldOf } = byIncident(book);
      return {
        body: {
          asOf: book.asOf,
          card: book.card,
          items: page.items.map((incident) => ({ ...incident, verdicts: verdictsOf(toldOf(incident)) })),
        },
        next: page.next,
        csv: () => incidentsCsv(partOf(book, page.items), page.items),
        geojson: () => releasedGeoJson(partOf(book, page.items)),
      };
    },
  });
  addOpen(api, site, {
    path: '/incidents/{id}',
    tag: TAG,
    summary: 'One incident with its reports and each verdict step by step',
    params: ID,
    query: z.strictObject({ ...AS_OF }),
    answer: INCIDENT_ANSWER,
    forms: ['geojson'],
    find: ({ view, params: { id }, query }) => {
      const book = view.incidents(query.as_of ?? null);
      const index = byIncident(book);
      const incident = index.incidents.get(id);
      if (!incident) return unknownId('incident', id);
      const told = index.toldOf(incident);
      const part = partOf(book, [incident]);
      const dossier = view.dossier({ asOf: query.as_of ?? null, heldAt: null });
      const verdicts = verdictsOf(told).map((item): TracedVerdict => {
        const { arrangements = [] } = traceOf(part, dossier, id, item.agreement, item.holder) ?? {};
        return {
          ...item,
          arrangements: arrangements.map(({ arrangement, verdict, trace }) => ({
            arrangement,
            verdict,
            trace: trace.map(
              ({ step, answer, readings }): StepItem => ({
                step,
                answer,
                because: { de: DE.found[step][answer], en: EN.found[step][answer] },
                readings,
              }),
            ),
          })),
        };
      });
      return {
        body: { ...incident, asOf: book.asOf, told: told.reports, replies: told.replies, verdicts },
        geojson: () => releasedGeoJson(part),
      };
    },
  });
}
