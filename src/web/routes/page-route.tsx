import type { Context, Hono } from 'hono';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../i18n/index.ts';
import { makePage, type Page } from '../page.ts';
import type { Site } from '../site.ts';
import { readUrlState } from '../url-state.ts';
import type { View } from '../view.ts';
import { missingPage, wrongPage } from '../views/fault-views.tsx';
import { Layout } from '../views/layout.tsx';

/** Makes the view of a request from its page and the parts of its path; null where there is no such thing. */
export type MakeView = (page: Page, part: (name: string) => string) => View | null;

/** The language a reader's browser asks for first, of those there are. */
function preferredLanguage(header: string | undefined, fallback: InterfaceLanguage): InterfaceLanguage {
  const wanted = (header ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', quality] = entry.trim().split(/\s*;\s*q=/);
      return { code: tag.slice(0, 2).toLowerCase(), weight: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .sort((a, b) => b.weight - a.weight);
  for (const { code } of wanted) {
    const found = INTERFACE_LANGUAGES.find((language) => language === code);
    if (found) return found;
  }
  return fallback;
}

/** The page of a request, and the parameter of its address that cannot be used. */
export function pageOf(c: Context, site: Site): { readonly page: Page; readonly wrong: ReturnType<typeof readUrlState>['wrong'] } {
  const url = new URL(c.req.url);
  const { state, query, wrong } = readUrlState(url.searchParams, preferredLanguage(c.req.header('accept-language'), site.language));
  return { page: makePage(site, { path: url.pathname, origin: url.origin, state, query, asker: c.get('asker') ?? null }), wrong };
}

/** Answers with a view in the frame of all pages. */
export function answer(c: Context, page: Page, view: View): Response | Promise<Response> {
  c.header('Content-Language', page.lang);
  c.header('Vary', 'Accept-Language');
  c.header('Cache-Control', 'no-cache');
  const document = `<!doctype html>${(<Layout page={page} view={view} />).toString()}`;
  return c.html(document, view.status ?? 200);
}

/** Adds a page under a path. */
export function addPage(app: Hono, site: Site, path: string, make: MakeView): void {
  app.get(path, (c) => {
    const { page, wrong } = pageOf(c, site);
    if (wrong !== null) return answer(c, page, wrongPage(page, wrong));
    return answer(c, page, make(page, (name) => c.req.param(name) ?? '') ?? missingPage(page));
  });
}
