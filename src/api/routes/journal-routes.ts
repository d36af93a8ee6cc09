import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { ENTRY_ACTIONS, type Entry, KEPT_APART, may, type Principal } from '../../model/index.ts';
import { csvOf } from '../../report/index.ts';
import type { BookStore } from '../../store/index.ts';
import type { ApiEnv } from '../frame/asked.ts';
import { type CursorKey, cursorOf, readCursor } from '../frame/cursor.ts';
import type { ApiProblem } from '../frame/problem.ts';
import { addInside, unknownId } from '../frame/resource.ts';
import { ENTRY, ENTRY_WITH_BODY, FACT_KIND, HEAD } from '../schemas/journal.ts';
import { ID, NEXT, NO_PARAMS, PAGING } from '../schemas/parameters.ts';
import type { ApiSite } from '../site.ts';

const TAG = 'journal';
const COLUMNS = ['seq', 'at', 'author', 'action', 'kind', 'id', 'home', 'before', 'after', 'attached', 'why', 'notice', 'hash'] as const;
/** Bodies of one page of a history: an annotation has some 20 kB. */
const BODIES = 50;
const APART: readonly string[] = KEPT_APART;

const entriesCsv = (entries: readonly Entry[]): string =>
  csvOf(
    COLUMNS,
    entries.map(({ author, ...entry }) => ({ ...entry, author: author.name })),
  );

/** Number of the entry after which a page begins. */
function startOf(cursor: string | undefined, list: string): number | ApiProblem {
  if (cursor === undefined) return 0;
  const key: CursorKey | null = readCursor(cursor, list, ['number']);
  const [after] = key ?? [];
  return typeof after === 'number' && after >= 0 ? after : { status: 400, code: 'TB_API_CURSOR' };
}

async function bodyOf(store: BookStore, { kind, after }: Entry, { role }: Principal): Promise<Readonly<Record<string, unknown>> | null> {
  if (after === null || APART.includes(kind)) return null;
  // Whoever codes must not find here what another coder has answered.
  if (kind === 'coding' && !may(role, 'review')) return null;
  const bytes = await store.content(after);
  return bytes === null ? null : (JSON.parse(Buffer.from(bytes).toString('utf8')) as Readonly<Record<string, unknown>>);
}

/** Adds the journal, for whoever may read the book: who did what, when and why. */
export function addJournalRoutes(api: OpenAPIHono<ApiEnv>, site: ApiSite): void {
  addInside(api, site, 'read', {
    path: '/journal',
    tag: TAG,
    summary: 'Entries of the journal in their order',
    params: NO_PARAMS,
    query: z.strictObject({
      kind: FACT_KIND.optional().openapi({ description: 'only entries about facts of this kind' }),
      action: z.enum(ENTRY_ACTIONS).optional().openapi({ description: 'only entries that do this' }),
      ...PAGING,
    }),
    answer: z.strictObject({ items: z.array(ENTRY), next: NEXT }).openapi('Entries'),
    forms: ['csv'],
    find: async ({ store, list, query: { kind, action, limit, cursor } }) => {
      const after = startOf(cursor, list);
      if (typeof after !== 'number') return after;
      const wanted = { ...(kind === undefined ? {} : { kind }), ...(action === undefined ? {} : { action }) };
      const found = await store.entries({ ...wanted, after, limit: limit + 1 });
      const items = found.slice(0, limit);
      const next = found.length > limit ? cursorOf(list, [items.at(-1)?.seq ?? after]) : null;
      return { body: { items }, next, csv: () => entriesCsv(items) };
    },
  });
  addInside(api, site, 'read', {
    path: '/journal/head',
    tag: TAG,
    summary: 'The newest entry; its hash stands for the whole journal',
    params: NO_PARAMS,
    query: z.strictObject({}),
    answer: HEAD,
    find: async ({ store }) => ({ body: await store.head() }),
  });
  addInside(api, site, 'read', {
    path: '/history/{id}',
    tag: TAG,
    summary: 'Every entry about one thing and what belongs to it, with the bodies it had',
    params: ID,
    query: z.strictObject({
      ...PAGING,
      limit: z.coerce.number().int().min(1).max(BODIES).default(20).openapi({ description: 'how many items at most' }),
    }),
    answer: z.strictObject({ items: z.array(ENTRY_WITH_BODY), next: NEXT }).openapi('History'),
    find: async ({ store, principal, list, params: { id }, query: { limit, cursor } }) => {
      const after = startOf(cursor, list);
      if (typeof after !== 'number') return after;
      const found = await store.entries({ about: id, after, limit: limit + 1 });
      if (found.length === 0 && after === 0) return unknownId('entry of the journal about', id);
      const items = [];
      for (const entry of found.slice(0, limit)) items.push({ ...entry, body: await bodyOf(store, entry, principal) });
      const next = found.length > limit ? cursorOf(list, [items.at(-1)?.seq ?? after]) : null;
      return { body: { items }, next };
    },
  });
}
