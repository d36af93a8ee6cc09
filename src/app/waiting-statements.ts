import { actors } from '../lang/actors/index.ts';
import { makeHolderLookup } from '../ledger/index.ts';
import type { IncidentReport, PublicationProfile } from '../model/index.ts';
import { incidentReportsOf, monitorOf } from '../monitor/index.ts';
import { embargoedStatements, type ReleaseContext } from '../release/index.ts';
import { dossierOf, type Material } from './material.ts';

/** What decides which incidents may be told of, and the reports of incidents beside the texts. */
export interface WaitingGate extends Pick<ReleaseContext, 'now' | 'overrides' | 'editors'> {
  readonly reports: readonly IncidentReport[];
}

/** The material without the statements that tell, allege or deny something whose embargo is not over: nothing is computed from them. */
export function withoutWaiting(material: Material, profile: PublicationProfile, gate: WaitingGate): Material {
  const annotations = new Map(material.annotations.map((annotation) => [annotation.report, annotation]));
  const lookup = makeHolderLookup(actors);
  const fromTexts = material.reports.flatMap((report) => {
    const annotation = annotations.get(report.key);
    return annotation ? incidentReportsOf(report, annotation, lookup) : [];
  });
  const book = monitorOf({ dossier: dossierOf(material), reports: [...gate.reports, ...fromTexts], asOf: null });
  const waiting = embargoedStatements(book, profile, gate);
  if (waiting.size === 0) return material;
  return {
    ...material,
    annotations: material.annotations.map((annotation) =>
      annotation.statements.some(({ id }) => waiting.has(id))
        ? { ...annotation, statements: annotation.statements.filter(({ id }) => !waiting.has(id)) }
        : annotation,
    ),
  };
}
