import type { Hono } from 'hono';
import { complianceCsv } from '../../report/exports/compliance-csv.ts';
import { incidentsCsv, incidentsJson, placesGeoJson } from '../../report/exports/incidents.ts';
import { filterIncidents } from '../../report/incidents/index.ts';
import { baseMap } from '../map-pictures.ts';
import type { Page } from '../page.ts';
import type { Site } from '../site.ts';
import { compliancePage, countedFor } from '../views/incidents/compliance-view.tsx';
import { bookOf, readIncidentState, sidesOf } from '../views/incidents/incident-state.ts';
import { incidentPage } from '../views/incidents/incident-view.tsx';
import { incidentsPage, narrowed } from '../views/incidents/incidents-view.tsx';
import { addFile } from './file-route.ts';
import { addPage } from './page-route.tsx';

/** The part of the book that a page's address asks for; null where a value in it cannot be used. */
function chosenOf(page: Page) {
  const { filter, wrong } = readIncidentState(page);
  if (wrong !== null) return null;
  const book = bookOf(page);
  return { book, incidents: filterIncidents(book, filter, sidesOf(page, book)) };
}

/** Adds the pages on incidents and their data; whatever they show has passed the gate. */
export function addIncidentRoutes(app: Hono, site: Site): void {
  addPage(app, site, '/i', (page) => incidentsPage(page));
  addPage(app, site, '/i/:id', (page, part) => incidentPage(page, part('id')));
  addPage(app, site, '/compliance', (page) => compliancePage(page));
  addFile(app, site, '/incidents.csv', 'text/csv; charset=utf-8', (page) => {
    const chosen = chosenOf(page);
    return chosen && incidentsCsv(chosen.book, chosen.incidents);
  });
  addFile(app, site, '/incidents.json', 'application/json; charset=utf-8', (page) => {
    const chosen = chosenOf(page);
    return chosen && incidentsJson(chosen.book, chosen.incidents);
  });
  addFile(app, site, '/incidents.geojson', 'application/geo+json', (page) => {
    const chosen = chosenOf(page);
    return chosen && placesGeoJson(narrowed(chosen.book, chosen.incidents), sidesOf(page, chosen.book), baseMap());
  });
  addFile(app, site, '/compliance.csv', 'text/csv; charset=utf-8', (page) => {
    const counted = countedFor(page);
    return counted && complianceCsv(counted.counted.map(({ holder, now }) => ({ agreement: counted.agreement, holder, counts: now })));
  });
}
