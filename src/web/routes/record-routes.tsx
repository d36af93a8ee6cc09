import type { Hono } from 'hono';
import { csvOf } from '../../report/index.ts';
import { hasSearch } from '../navigation.ts';
import type { Page } from '../page.ts';
import type { Site } from '../site.ts';
import { methodPage } from '../views/method-view.tsx';
import { replayPage } from '../views/replay-view.tsx';
import { findReport, reportPage } from '../views/report-view.tsx';
import { searchPage } from '../views/search-view.tsx';
import { shownSources, sourcesPage } from '../views/sources-view.tsx';
import { findStatement, statementJson, statementPage } from '../views/statement-view.tsx';
import { tracksPage } from '../views/tracks-view.tsx';
import { addFile } from './file-route.ts';
import { addPage } from './page-route.tsx';

const JSON_TYPE = 'application/json; charset=utf-8';

const withoutEnding = (file: string): string => file.slice(0, file.lastIndexOf('.'));

function sourcesJson(page: Page): string {
  const rows = shownSources(page).map(({ key, date, outlet, title, url, language, shared }) => ({
    key,
    date,
    outlet,
    title,
    url,
    language,
    origin: shared,
  }));
  return `${JSON.stringify({ schema: 'trucebook/sources@1', asOf: page.state.asOf, sources: rows, problems: page.site.desk.material.problems.map(({ code, message, line }) => ({ code, message, line })) }, null, 2)}\n`;
}

function sourcesCsv(page: Page): string {
  const { annotations } = page.site.desk;
  const rows = shownSources(page).map(({ key, date, outlet, title, url, language }) => {
    const found = annotations.get(key);
    const statements = page.site.desk.statementsIn(key).length;
    const [rejected, notices] = [found?.rejected.length ?? null, found?.notices.length ?? null];
    return { key, date, outlet, language, title, url, statements, rejected, notices };
  });
  return csvOf(['key', 'date', 'outlet', 'language', 'title', 'url', 'statements', 'rejected', 'notices'], rows);
}

/** The text of a report leaves only for the desk itself; everybody else gets what was found in it. */
function reportJson(page: Page, key: string): string | null {
  const report = findReport(page, key);
  if (!report) return null;
  const { text, source: _, ...known } = report;
  const annotation = page.site.desk.hasTexts ? (page.site.desk.annotations.get(key) ?? null) : null;
  const statements = page.site.desk.statementsIn(key).map(({ statement }) => statement.id);
  return `${JSON.stringify({ schema: 'trucebook/report@1', report: annotation === null ? known : { ...known, text }, statements, annotation }, null, 2)}\n`;
}

/** Adds the pages of statements, reports and sources, and their data. */
export function addRecordRoutes(app: Hono, site: Site): void {
  addFile(app, site, '/s/:file{[^/]+\\.json}', JSON_TYPE, (page, part) => {
    const placed = findStatement(page, withoutEnding(part('file')));
    return placed === null ? null : statementJson(page, placed);
  });
  addPage(app, site, '/s/:id', (page, part) => {
    const placed = findStatement(page, part('id'));
    return placed === null ? null : statementPage(page, placed);
  });
  addFile(app, site, '/sources.json', JSON_TYPE, sourcesJson);
  addFile(app, site, '/sources.csv', 'text/csv; charset=utf-8', sourcesCsv);
  addPage(app, site, '/sources', sourcesPage);
  addFile(app, site, '/sources/:file{[^/]+\\.json}', JSON_TYPE, (page, part) => reportJson(page, withoutEnding(part('file'))));
  addPage(app, site, '/sources/:key', (page, part) => {
    const report = findReport(page, part('key'));
    return report === null ? null : reportPage(page, report);
  });
  if (hasSearch(site)) addPage(app, site, '/search', searchPage);
  addPage(app, site, '/replay', replayPage);
  addPage(app, site, '/tracks', tracksPage);
  addPage(app, site, '/method', methodPage);
}
