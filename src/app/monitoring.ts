import { actors } from '../lang/actors/index.ts';
import { makeHolderLookup } from '../ledger/index.ts';
import type { IncidentReport } from '../model/index.ts';
import { incidentReportsOf } from '../monitor/index.ts';
import type { Material } from './material.ts';

type Texts = Pick<Material, 'reports' | 'annotations'>;

/** What the news reports and readouts of some material say of attacks, as incident reports. */
export function textIncidents({ reports, annotations }: Texts): readonly IncidentReport[] {
  const lookup = makeHolderLookup(actors);
  const byKey = new Map(annotations.map((annotation) => [annotation.report, annotation]));
  return reports.flatMap((report) => {
    const annotation = byKey.get(report.key);
    return annotation ? incidentReportsOf(report, annotation, lookup) : [];
  });
}

/** Incident reports of tables and books together with those that the texts tell; once is enough, twice changes nothing. */
export function withTextIncidents(given: readonly IncidentReport[], texts: Texts): readonly IncidentReport[] {
  const there = new Set(given.map(({ id }) => id));
  return [...given, ...textIncidents(texts).filter(({ id }) => !there.has(id))];
}
