import type { Hono } from 'hono';
import type { Page } from '../page.ts';
import type { Site } from '../site.ts';
import { missingPage, wrongPage } from '../views/fault-views.tsx';
import { answer, pageOf } from './page-route.tsx';

/** Adds a file for programs under a path; what it holds is that of the page in the same state. */
export function addFile(
  app: Hono,
  site: Site,
  path: string,
  type: string,
  make: (page: Page, part: (name: string) => string) => string | null,
): void {
  app.get(path, (c) => {
    const { page, wrong } = pageOf(c, site);
    if (wrong !== null) return answer(c, page, wrongPage(page, wrong));
    const body = make(page, (name) => c.req.param(name) ?? '');
    if (body === null) return answer(c, page, missingPage(page));
    c.header('Content-Type', type);
    c.header('Cache-Control', 'no-cache');
    return c.body(body);
  });
}
