import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { MadeDailyReport } from '../../app/daily.ts';
import { dailyMap, dailyStyle, dailyView, renderDailyHtml, renderDailyJson, renderDailyMarkdown } from '../../report/daily/index.ts';
import { baseMap } from '../map-pictures.ts';
import type { Page } from '../page.ts';
import type { Site } from '../site.ts';
import type { View } from '../view.ts';
import { failedPage, missingPage, wrongPage } from '../views/fault-views.tsx';
import { reportBar, reportBarStyle } from '../views/report-bar.tsx';
import { addFile } from './file-route.ts';
import { answer, pageOf } from './page-route.tsx';

/** The report is one file that takes its rules along; these and no others may apply. */
const STYLE_HASH = `sha256-${createHash('sha256')
  .update(dailyStyle + reportBarStyle)
  .digest('base64')}`;

function madeFor({ site }: Page, date: string): MadeDailyReport | null {
  return site.desk.daily.report(date, site.profile, site.now());
}

function noReportPage(page: Page): View {
  const { none } = page.words.frontDesk.report;
  return {
    title: none.title,
    timeless: true,
    status: 404,
    body: (
      <>
        <h1>{none.title}</h1>
        <p>{none.text}</p>
      </>
    ),
  };
}

function answerReport(c: Context, page: Page, date: string): Response | Promise<Response> {
  const { site, lang } = page;
  const made = madeFor(page, date);
  if (made === null) return answer(c, page, noReportPage(page));
  const map = dailyMap(made.report, made.released, baseMap(), lang);
  const bar = { html: reportBar(page, date, site.desk.daily.days(site.now())), style: reportBarStyle };
  c.set('stylesAllowed', STYLE_HASH);
  c.header('Content-Language', lang);
  c.header('Vary', 'Accept-Language');
  c.header('Cache-Control', 'no-cache');
  return c.html(renderDailyHtml(dailyView(made.report, lang), { map, bar }));
}

/** Adds the daily reports: of the last day that is over, of any day, and their files. Whatever they show has passed the gate. */
export function addReportRoutes(app: Hono, site: Site): void {
  app.get('/report', (c) => {
    const { page, wrong } = pageOf(c, site);
    if (wrong !== null) return answer(c, page, wrongPage(page, wrong));
    const date = page.query['day'] ?? site.desk.daily.days(site.now()).at(-1);
    return date === undefined ? answer(c, page, noReportPage(page)) : answerReport(c, page, date);
  });
  const dateOf = (file: string): string => file.slice(0, file.lastIndexOf('.'));
  addFile(app, site, '/report/:file{[^/]+\\.md}', 'text/markdown; charset=utf-8', (page, part) => {
    const made = madeFor(page, dateOf(part('file')));
    return made && renderDailyMarkdown(dailyView(made.report, page.lang));
  });
  addFile(app, site, '/report/:file{[^/]+\\.json}', 'application/json; charset=utf-8', (page, part) => {
    const made = madeFor(page, dateOf(part('file')));
    return made && renderDailyJson(made.report);
  });
  app.get('/report/:file{[^/]+\\.pdf}', async (c) => {
    const { page } = pageOf(c, site);
    const made = site.print === undefined ? null : madeFor(page, dateOf(c.req.param('file')));
    if (site.print === undefined || made === null) return answer(c, page, missingPage(page));
    const view = dailyView(made.report, page.lang);
    const pdf = await site.print(renderDailyHtml(view, { map: dailyMap(made.report, made.released, baseMap(), page.lang) }), view);
    if (pdf === null) return answer(c, page, failedPage(page));
    c.header('Content-Type', 'application/pdf');
    return c.body(new Uint8Array(pdf));
  });
  app.get('/report/:date', (c) => {
    const { page, wrong } = pageOf(c, site);
    return wrong === null ? answerReport(c, page, c.req.param('date')) : answer(c, page, wrongPage(page, wrong));
  });
}
