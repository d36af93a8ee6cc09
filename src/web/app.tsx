import { Hono } from 'hono';
import { askedBy } from './asked-by.ts';
import { onlyLocalNames, secured } from './headers.ts';
import { addBookReviewRoutes } from './routes/book-review-routes.tsx';
import { addDifferenceRoutes } from './routes/difference-routes.tsx';
import { addIncidentRoutes } from './routes/incident-routes.tsx';
import { addLedgerRoutes } from './routes/ledger-routes.tsx';
import { answer, pageOf } from './routes/page-route.tsx';
import { addRecordRoutes } from './routes/record-routes.tsx';
import { addReportRoutes } from './routes/report-routes.tsx';
import { addReviewRoutes } from './routes/review-routes.tsx';
import { addSessionRoutes } from './routes/session-routes.tsx';
import type { Site } from './site.ts';
import { failedPage, missingPage } from './views/fault-views.tsx';

/** Makes the pages over a site; `local` answers only to the names of this machine. */
export function makeApp(site: Site, { local = true }: { readonly local?: boolean } = {}): Hono {
  // A page for one audience over a desk for another would tell the one what the other may know.
  if (site.profile !== site.desk.audience) throw new Error(`The desk is for ${site.desk.audience}, the pages for ${site.profile}.`);
  const app = new Hono();
  app.use(secured);
  app.use(onlyLocalNames(local));
  app.get('/assets/:hash/:name', (c) => {
    const asset = site.assets.byHref.get(new URL(c.req.url).pathname);
    if (!asset) return c.text('Not found', 404);
    c.header('Content-Type', asset.type);
    // The address holds the hash of the content: it never changes.
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    return c.body(asset.body);
  });
  const { login } = site;
  if (login) {
    app.use(askedBy(login));
    addSessionRoutes(app, site, login);
  }
  addLedgerRoutes(app, site);
  addRecordRoutes(app, site);
  addIncidentRoutes(app, site);
  addReportRoutes(app, site);
  addReviewRoutes(app, site);
  addBookReviewRoutes(app, site);
  addDifferenceRoutes(app, site);
  app.notFound((c) => {
    const { page } = pageOf(c, site);
    return answer(c, page, missingPage(page));
  });
  app.onError((fault, c) => {
    site.failed(fault);
    const { page } = pageOf(c, site);
    return answer(c, page, failedPage(page));
  });
  return app;
}
