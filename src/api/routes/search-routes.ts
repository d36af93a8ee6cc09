import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { csvOf } from '../../report/index.ts';
import type { ApiEnv } from '../frame/asked.ts';
import { cursorOf, readCursor } from '../frame/cursor.ts';
import { addOpen } from '../frame/resource.ts';
import { SPEAKER } from '../schemas/dossier-parts.ts';
import { NEXT, NO_PARAMS, PAGING } from '../schemas/parameters.ts';
import type { ApiSite } from '../site.ts';
import type { FoundWords } from '../view.ts';

const COLUMNS = ['id', 'kind', 'report', 'outlet', 'at', 'speakers', 'words'] as const;

const HIT: z.ZodType<FoundWords> = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['statement', 'text']),
    report: z.string().describe('key of the report'),
    outlet: z.string().nullable(),
    at: z.string().nullable(),
    exact: z.string(),
    marks: z.array(z.strictObject({ start: z.int(), end: z.int() })).describe('stretches that were looked for, in positions of "exact"'),
    speakers: z.array(SPEAKER),
  })
  .openapi('Hit');

const hitsCsv = (hits: readonly FoundWords[]): string =>
  csvOf(
    COLUMNS,
    hits.map(({ exact, speakers, marks: _, ...hit }) => ({
      ...hit,
      speakers: speakers.map(({ name }) => name).join('; '),
      words: exact,
    })),
  );

/** Adds the search: among statements and texts for readers, among the quotations that were released for the public. */
export function addSearchRoutes(api: OpenAPIHono<ApiEnv>, site: ApiSite): void {
  addOpen(api, site, {
    path: '/search',
    tag: 'search',
    summary: 'Statements or texts that hold some words, newest first',
    description:
      'Words in any form, "phrases", -without, and speaker:, holder:, element:, outlet:, language:, from:, to: as `trucebook search` has them.',
    params: NO_PARAMS,
    query: z.strictObject({
      q: z.string().min(1).max(400).openapi({ description: 'what to look for', example: 'Infrastruktur holder:UA' }),
      in: z
        .enum(['statement', 'text'])
        .default('statement')
        .openapi({ description: 'statements, or the texts of the reports; the latter for readers alone' }),
      ...PAGING,
    }),
    answer: z
      .strictObject({
        total: z.int(),
        atLeast: z.boolean().describe('counting was ended; there are more'),
        items: z.array(HIT),
        next: NEXT,
      })
      .openapi('Hits'),
    forms: ['csv'],
    problems: [401],
    find: async ({ view, list, query: { q, in: kind, limit, cursor } }) => {
      if (kind === 'text' && view.audience === 'public') return { status: 401, code: 'TB_API_LOGIN' };
      const after = cursor === undefined ? null : readCursor(cursor, list, view.searchKey);
      if (cursor !== undefined && after === null) return { status: 400, code: 'TB_API_CURSOR' };
      const { hits, total, atLeast, next } = await view.search({ typed: q, kind, limit, after });
      return { body: { total, atLeast, items: hits }, next: next === null ? null : cursorOf(list, next), csv: () => hitsCsv(hits) };
    },
  });
}
