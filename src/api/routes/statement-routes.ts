import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Dossier } from '../../model/index.ts';
import { csvOf } from '../../report/index.ts';
import type { ApiEnv } from '../frame/asked.ts';
import { addOpen, pageOf, unknownId } from '../frame/resource.ts';
import { STATEMENT } from '../schemas/dossier-parts.ts';
import { ID, NEXT, NO_PARAMS, PAGING } from '../schemas/parameters.ts';
import type { ApiSite } from '../site.ts';

const COLUMNS = ['id', 'report', 'speakers', 'via', 'act', 'form', 'layer', 'polarity', 'modality', 'when', 'words', 'confidence'] as const;
const TAG = 'statements';

/** Statements as rows. */
export function statementsCsv(statements: Dossier['statements']): string {
  const rows = statements.map(({ speakers, via, modality, exact, ...stmt }) => ({
    id: stmt.id,
    report: stmt.report,
    speakers: speakers.map(({ name }) => name).join('; '),
    via: via.map(({ name }) => name).join('; '),
    act: stmt.act,
    form: stmt.form,
    layer: stmt.layer,
    polarity: stmt.polarity,
    modality: modality.join('; '),
    when: stmt.when,
    words: exact.join(' … '),
    confidence: stmt.confidence,
  }));
  return csvOf(COLUMNS, rows);
}

/** Adds statements. */
export function addStatementRoutes(api: OpenAPIHono<ApiEnv>, site: ApiSite): void {
  addOpen(api, site, {
    path: '/statements',
    tag: TAG,
    summary: 'Statements by id: for readers all, for the public those that readings and positions rest on',
    params: NO_PARAMS,
    query: z.strictObject({ ...PAGING }),
    answer: z.strictObject({ items: z.array(STATEMENT), next: NEXT }).openapi('Statements'),
    forms: ['csv'],
    find: (asked) => {
      const page = pageOf(asked.view.statementIds(), asked);
      if ('code' in page) return page;
      const items = page.items.flatMap((id) => asked.view.statement(id) ?? []);
      return { body: { items }, next: page.next, csv: () => statementsCsv(items) };
    },
  });
  addOpen(api, site, {
    path: '/statements/{id}',
    tag: TAG,
    summary: 'One statement with its words',
    params: ID,
    query: z.strictObject({}),
    answer: STATEMENT,
    find: ({ view, params: { id } }) => {
      const body = view.statement(id);
      return body === null ? unknownId('statement', id) : { body };
    },
  });
}
