import { actors } from '../lang/actors/index.ts';
import { makeHolderLookup } from '../ledger/index.ts';
import type { IncidentReport } from '../model/index.ts';
import { incidentReportsOf } from '../monitor/index.ts';
import type { Material } from './read-book.ts';

/** What the news reports and readouts of some material say of attacks, as incident reports. */
export function textIncidents({ reports, annotations }: Material): readonly IncidentReport[] {
  const lookup = makeHolderLookup(actors);
  const byKey = new Map(annotations.map((annotation) => [annotation.report, annotation]));
  return reports.flatMap((report) => {
    const annotation = byKey.get(report.key);
    return annotation ? incidentReportsOf(report, annotation, lookup) : [];
  });
}
