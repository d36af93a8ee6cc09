import type { Hono } from 'hono';
import { makeDesk } from '../../src/app/desk.ts';
import type { IncidentMaterial } from '../../src/app/incident-desk.ts';
import { type Material, readMaterial } from '../../src/app/read-book.ts';
import { nodeFiles } from '../../src/feeds/index.ts';
import type { Audience, Report } from '../../src/model/index.ts';
import { annotate } from '../../src/text/pipeline.ts';
import { makeApp } from '../../src/web/app.tsx';
import { readAssets } from '../../src/web/assets.ts';

const example = new URL('../../examples/energy-halt-2025/', import.meta.url).pathname;

/** Material of a folder, read once by each test file. */
export const exampleMaterial = (path: string = example): Promise<Material> => readMaterial([path], nodeFiles);

/** Material of reports made in a test. */
export const materialOf = (reports: readonly Report[]): Material => ({
  reports,
  annotations: reports.map((report) => annotate(report)),
  curated: [],
  corrections: [],
  problems: [],
});

/** The day the pages are opened on. */
export const NOW = '2025-04-20T10:00:00.000Z';

/** The pages over some material; a fault while a page is made fails the test. */
export function appOf(
  material: Material,
  { profile = 'internal', incidents = { reports: [] } }: { readonly profile?: Audience; readonly incidents?: IncidentMaterial } = {},
): Hono {
  return makeApp({
    desk: makeDesk(material, incidents, profile, NOW),
    profile,
    language: 'de',
    now: () => NOW,
    assets: readAssets(),
    failed: (fault) => {
      throw fault;
    },
  });
}

/** The language and two more. */
const FEW_KEYS = 3;

/**
 * What links lead to from some pages on, in one language; of pages of one kind and with the same parameters so many. Answers that
 * are no pages have their text as well and no `html`.
 */
export async function crawl(
  app: Hono,
  start: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, { readonly status: number; readonly text: string; readonly html: string }>> {
  const found = new Map<string, { readonly status: number; readonly text: string; readonly html: string }>();
  const perKind = new Map<string, number>();
  const queue = [...start];
  const queued = new Set(queue);
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    const keys = [...searchParams.keys()];
    // Filters can be put together in very many ways; pages with several of them are of one kind.
    const kind = `${pathname.replace(/\/(a|s|i|sources|report)\/[^/.]+/, '/$1/*')} ${keys.length > FEW_KEYS ? 'several' : keys.join()}`;
    const seen = perKind.get(kind) ?? 0;
    if (found.has(path) || seen >= most) continue;
    perKind.set(kind, seen + 1);
    const response = await app.request(path);
    const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
    const text = await response.text();
    found.set(path, { status: response.status, text, html: isPage ? text : '' });
    if (!isPage) continue;
    for (const [, href = ''] of text.matchAll(/ href="(\/[^"#]*)(?:#[^"]*)?"/g)) {
      const target = href.replaceAll('&amp;', '&');
      const isOwn = new URL(target, 'http://localhost').searchParams.get('lang') === searchParams.get('lang');
      if (!isOwn || target.startsWith('/assets/') || queued.has(target)) continue;
      queued.add(target);
      queue.push(target);
    }
  }
  return found;
}
