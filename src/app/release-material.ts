import { actors } from '../lang/actors/index.ts';
import { makeHolderLookup } from '../ledger/index.ts';
import type { Annotation, IncidentReport, PublicationProfile } from '../model/index.ts';
import { incidentReportsOf, monitorOf } from '../monitor/index.ts';
import { embargoedStatements, type ReleaseContext, textGate } from '../release/index.ts';
import { annotate } from '../text/pipeline.ts';
import { dossierOf, type Material } from './material.ts';

/** What the gate of texts goes by, and the incidents beside them. */
export interface MaterialGate extends Pick<ReleaseContext, 'now' | 'names' | 'overrides' | 'editors'> {
  readonly reports: readonly IncidentReport[];
}

/**
 * The material as pages for others than the desk are made from it: names and positions are taken out of the texts before they are
 * read, so that whatever is found, quoted or marked in them cannot hold any; and what is said of incidents whose embargo is not over
 * is not there at all. Offsets then count in the texts as they leave.
 */
export function releaseMaterial(material: Material, profile: PublicationProfile, gate: MaterialGate): Material {
  if (!profile.withholdNames) return material;
  const { text, url } = textGate(profile, gate.names ?? []);
  const told = (given: string | null): string | null => (given === null ? null : text(given));
  const reports = material.reports.map((report) => ({
    ...report,
    text: text(report.text),
    title: told(report.title),
    outlet: told(report.outlet),
    url: url(report.url),
    source: profile.provenance === 'kept' ? report.source : '',
  }));
  const known = new Map(material.annotations.map((annotation) => [annotation.report, annotation]));
  // Read anew only where something was taken out: elsewhere every offset still holds.
  const annotations = reports.flatMap((report, at) =>
    report.text === material.reports[at]?.text ? (known.get(report.key) ?? []) : annotate(report),
  );
  const made = { ...material, reports, annotations, problems: [] };
  const waiting = waitingStatements(made, profile, gate);
  return waiting.size === 0 ? made : { ...made, annotations: annotations.map((annotation) => withoutStatements(annotation, waiting)) };
}

/** Ids of statements that tell, allege or deny something whose embargo is not over. */
function waitingStatements(material: Material, profile: PublicationProfile, gate: MaterialGate): ReadonlySet<string> {
  const annotations = new Map(material.annotations.map((annotation) => [annotation.report, annotation]));
  const lookup = makeHolderLookup(actors);
  const fromTexts = material.reports.flatMap((report) => {
    const annotation = annotations.get(report.key);
    return annotation ? incidentReportsOf(report, annotation, lookup) : [];
  });
  const book = monitorOf({ dossier: dossierOf(material), reports: [...gate.reports, ...fromTexts], asOf: null });
  return embargoedStatements(book, profile, gate);
}

function withoutStatements(annotation: Annotation, waiting: ReadonlySet<string>): Annotation {
  return annotation.statements.some(({ id }) => waiting.has(id))
    ? { ...annotation, statements: annotation.statements.filter(({ id }) => !waiting.has(id)) }
    : annotation;
}
