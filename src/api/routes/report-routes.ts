import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { csvOf } from '../../report/index.ts';
import type { ApiEnv } from '../frame/asked.ts';
import { addInside, addOpen, pageOf, unknownId } from '../frame/resource.ts';
import { DOSSIER_REPORT, STATEMENT } from '../schemas/dossier-parts.ts';
import { ID, NEXT, NO_PARAMS, PAGING } from '../schemas/parameters.ts';
import type { ApiSite } from '../site.ts';
import { statementsCsv } from './statement-routes.ts';

const COLUMNS = ['id', 'key', 'date', 'outlet', 'language', 'url', 'title', 'origin'] as const;
const TAG = 'reports';
const REPORTS = z.strictObject({ items: z.array(DOSSIER_REPORT), next: NEXT }).openapi('Reports');
const REPORT = z
  .strictObject({
    report: DOSSIER_REPORT,
    text: z.string().nullable().describe('the stored text; null for whoever sees quotations alone'),
    quotations: z.array(z.strictObject({ statement: z.string(), exact: z.array(z.string()) })),
  })
  .openapi('ReportAnswer');

/** Adds reports, their statements, and for readers their texts and the bytes they were read from. */
export function addReportRoutes(api: OpenAPIHono<ApiEnv>, site: ApiSite): void {
  addOpen(api, site, {
    path: '/reports',
    tag: TAG,
    summary: 'Reports, newest first',
    params: NO_PARAMS,
    query: z.strictObject({ ...PAGING }),
    answer: REPORTS,
    forms: ['csv'],
    find: (asked) => {
      const page = pageOf(asked.view.reports, asked);
      if ('code' in page) return page;
      const { items, next } = page;
      return { body: { items }, next, csv: () => csvOf(COLUMNS, items) };
    },
  });
  addOpen(api, site, {
    path: '/reports/{id}',
    tag: TAG,
    summary: 'One report by its id or key, with what is quoted of it',
    params: ID,
    query: z.strictObject({}),
    answer: REPORT,
    find: ({ view, params: { id } }) => {
      const report = view.report(id);
      if (report === null) return unknownId('report', id);
      const quotations = view.statementsIn(report.key).map(({ id: statement, exact }) => ({ statement, exact }));
      return { body: { report, text: view.text(report.key), quotations } };
    },
  });
  addOpen(api, site, {
    path: '/reports/{id}/statements',
    tag: TAG,
    summary: 'Statements of one report in the order in which they stand in it',
    params: ID,
    query: z.strictObject({}),
    answer: z.strictObject({ items: z.array(STATEMENT) }).openapi('StatementsOfReport'),
    forms: ['csv'],
    find: ({ view, params: { id } }) => {
      const report = view.report(id);
      if (report === null) return unknownId('report', id);
      const items = view.statementsIn(report.key);
      return { body: { items }, csv: () => statementsCsv(items) };
    },
  });
  addInside(api, site, 'read', {
    path: '/reports/{id}/source',
    tag: TAG,
    summary: 'The bytes a report was read from, as they came',
    params: ID,
    query: z.strictObject({}),
    answer: null,
    find: async ({ view, store, params: { id } }) => {
      const report = view.report(id);
      const origin = report === null ? null : ((await store.fact('report', report.id))?.origin ?? null);
      const source = origin === null ? null : await store.fact('source', origin);
      const bytes = source?.attached ? await store.content(source.attached) : null;
      return report === null || bytes === null ? unknownId('source of a report', id) : { bytes, name: report.key };
    },
  });
}
