import type { IncidentReport, PublicationProfile } from '../model/index.ts';
import { monitorOf } from '../monitor/index.ts';
import { embargoedStatements, type ReleaseContext } from '../release/index.ts';
import { dossierOf, type Material } from './material.ts';

/** What decides which incidents may be told of, and all the reports of incidents, those of the texts among them. */
export interface WaitingGate extends Pick<ReleaseContext, 'now' | 'overrides' | 'editors'> {
  readonly reports: readonly IncidentReport[];
}

/** The material without the statements that tell, allege or deny something whose embargo is not over: nothing is computed from them. */
export function withoutWaiting(material: Material, profile: PublicationProfile, gate: WaitingGate): Material {
  if (gate.reports.length === 0) return material;
  const book = monitorOf({ dossier: dossierOf(material), reports: gate.reports, asOf: null });
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
