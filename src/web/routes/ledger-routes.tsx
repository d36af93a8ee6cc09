import type { Hono } from 'hono';
import { commonTextJson, readingsCsv, renderCommonMarkdown, renderJson, renderMarkdown, restrictTo, viewOf } from '../../report/index.ts';
import type { Page } from '../page.ts';
import type { Site } from '../site.ts';
import { agreementPage, findAgreementView } from '../views/agreement-view.tsx';
import { commonPage } from '../views/common-view.tsx';
import { historyPage } from '../views/history-view.tsx';
import { todayPage } from '../views/today-view.tsx';
import { addFile } from './file-route.ts';
import { addPage } from './page-route.tsx';

/** Forms in which a dossier, or the part of one agreement, is taken along. */
const FORMS = {
  json: { type: 'application/json; charset=utf-8', make: (page: Page, id: string | null) => renderJson(partOf(page, id)) },
  csv: { type: 'text/csv; charset=utf-8', make: (page: Page, id: string | null) => readingsCsv(partOf(page, id)) },
  md: {
    type: 'text/markdown; charset=utf-8',
    make: (page: Page, id: string | null) =>
      renderMarkdown(viewOf(partOf(page, id), { messages: page.messages, contextOf: page.site.desk.contextOf, single: id !== null })),
  },
} as const;

function partOf(page: Page, id: string | null) {
  const dossier = page.site.desk.dossier(page.moment);
  return id === null ? dossier : restrictTo(dossier, id);
}

/** Adds the pages of the ledger and their data. */
export function addLedgerRoutes(app: Hono, site: Site): void {
  addPage(app, site, '/', (page) => todayPage(page));
  for (const [ending, { type, make }] of Object.entries(FORMS)) {
    addFile(app, site, `/${ending === 'csv' ? 'readings' : 'dossier'}.${ending}`, type, (page) => make(page, null));
    addFile(app, site, `/a/:file{[^/]+\\.${ending}}`, type, (page, part) => {
      const id = part('file').slice(0, -ending.length - 1);
      return findAgreementView(page, id) === null ? null : make(page, id);
    });
  }
  addPage(app, site, '/a/:id', (page, part) => {
    const view = findAgreementView(page, part('id'));
    return view === null ? null : agreementPage(page, view);
  });
  addPage(app, site, '/a/:id/history', (page, part) => {
    const view = findAgreementView(page, part('id'));
    return view === null ? null : historyPage(page, view);
  });
  addPage(app, site, '/a/:id/common', (page, part) => {
    const view = findAgreementView(page, part('id'));
    return view === null ? null : commonPage(page, view);
  });
  addFile(app, site, '/a/:id/common.json', FORMS.json.type, (page, part) =>
    findAgreementView(page, part('id')) === null ? null : commonTextJson(partOf(page, part('id'))),
  );
  addFile(app, site, '/a/:id/common.md', FORMS.md.type, (page, part) =>
    findAgreementView(page, part('id')) === null
      ? null
      : renderCommonMarkdown(partOf(page, part('id')), { messages: page.messages, contextOf: page.site.desk.contextOf }),
  );
}
