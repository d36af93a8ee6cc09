import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { atomFeed } from '../../app/changes/atom-feed.ts';
import type { ChangeItem, PlacedChange } from '../../app/changes/change.ts';
import { isAskedFor } from '../../app/changes/change-feed.ts';
import { indexOf } from '../../app/dossier-index.ts';
import { INTERFACE_LANGUAGES } from '../../i18n/index.ts';
import { rangeOf } from '../../ledger/index.ts';
import { conceptWord } from '../../model/index.ts';
import { csvOf } from '../../report/index.ts';
import type { ApiEnv } from '../frame/asked.ts';
import { cursorOf, type Ordered } from '../frame/cursor.ts';
import { addOpen, pageOf } from '../frame/resource.ts';
import { CHANGE, CHANGE_FILTER } from '../schemas/change.ts';
import { NEXT, NO_PARAMS, PAGING, SINCE } from '../schemas/parameters.ts';
import type { ApiSite } from '../site.ts';

const TAG = 'changes';
const QUERY = z.strictObject({ ...SINCE, ...CHANGE_FILTER, ...PAGING });
const COLUMNS = ['id', 'kind', 'at', 'recorded', 'agreement', 'element', 'holder', 'text_de', 'text_en', 'about', 'resource'] as const;

type Asked = z.output<typeof QUERY>;

function narrowed(items: readonly PlacedChange[], { since, kind, agreement, holder }: Asked): readonly PlacedChange[] {
  const from = since === undefined ? null : (rangeOf(since)?.from ?? 0) * 60_000;
  const filter = { kinds: [kind ?? []].flat(), agreements: [agreement ?? []].flat(), holders: [holder ?? []].flat() };
  return items.filter(({ item }) => (from === null || Date.parse(item.recorded) >= from) && isAskedFor(item, filter));
}

/** In the order in which they were told, which they have already. */
const told = (items: readonly PlacedChange[], isDescending: boolean): Ordered<PlacedChange> => ({
  items: isDescending ? [...items].reverse() : items,
  keyOf: ({ key }) => key,
  types: ['string', 'number'],
  isDescending,
});

const changesCsv = (items: readonly ChangeItem[]): string =>
  csvOf(
    COLUMNS,
    items.map(({ text, about, title: _, page: __, ...item }) => ({ ...item, text_de: text.de, text_en: text.en, about: about.id })),
  );

/** Adds what followers are told of: as a list that a program goes on with, and as a feed. */
export function addChangeRoutes(api: OpenAPIHono<ApiEnv>, site: ApiSite): void {
  addOpen(api, site, {
    path: '/changes',
    tag: TAG,
    summary: 'What is new or otherwise than before, in the order in which it was told',
    description: 'The public is told once a day, of what has been released. Ask again with `cursor` for what is told later.',
    params: NO_PARAMS,
    query: QUERY,
    answer: z
      .strictObject({
        items: z.array(CHANGE),
        cursor: z.string().nullable().describe('place behind the last item; what is told later comes after it'),
        next: NEXT,
      })
      .openapi('Changes'),
    forms: ['csv'],
    find: async (asked) => {
      const page = pageOf(told(narrowed(await asked.view.changes(), asked.query), false), asked);
      if ('code' in page) return page;
      const last = page.items.at(-1);
      const cursor = last === undefined ? (asked.query.cursor ?? null) : cursorOf(asked.list, last.key);
      const items = page.items.map(({ item }) => item);
      return { body: { items, cursor }, next: page.next, csv: () => changesCsv(items) };
    },
  });
  addOpen(api, site, {
    path: '/changes.atom',
    tag: TAG,
    summary: 'The same as a feed, newest first',
    params: NO_PARAMS,
    query: QUERY.extend({
      lang: z.enum(INTERFACE_LANGUAGES).optional().openapi({ description: 'language; left out, as Accept-Language says' }),
    }),
    answer: null,
    media: 'application/atom+xml',
    find: async (asked) => {
      const { view, query, language, url } = asked;
      const page = pageOf(told(narrowed(await view.changes(), query), true), asked);
      if ('code' in page) return page;
      const dossier = view.dossier();
      const { agreements } = indexOf(dossier);
      const holders = new Map(dossier.holders.map(({ code, name }) => [code, name[language]]));
      const first = new URL(url);
      first.searchParams.delete('cursor');
      const [book] = await site.store.facts('book');
      const text = atomFeed({
        items: page.items.map(({ item }) => item),
        audience: view.audience,
        language,
        book: book?.id ?? '',
        url,
        next: page.next === null ? null : asked.addressAfter(page.next),
        first: `${first.pathname}${first.search}`,
        nameOf: (code) => agreements.get(code)?.agreement.title[language] ?? holders.get(code) ?? conceptWord(code, language) ?? code,
      });
      return { text, next: page.next };
    },
  });
}
