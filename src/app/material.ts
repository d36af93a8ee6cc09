import type { Problem } from '../errors.ts';
import { actors } from '../lang/actors/index.ts';
import { buildDossier } from '../ledger/index.ts';
import type {
  Annotation,
  ClusterDecision,
  Correction,
  CoverageGap,
  CuratedAgreement,
  Dossier,
  EmbargoOverride,
  IncidentReport,
  Report,
} from '../model/index.ts';

/** Which part of time a book shows, and what people have entered beside its reports. */
export interface BookOptions {
  readonly asOf?: string;
  readonly heldAt?: string;
  readonly curated?: readonly string[];
  readonly corrections?: readonly string[];
}

/** What dossiers are made from: reports, what was found in them, and what was entered by hand. */
export interface Material {
  readonly reports: readonly Report[];
  readonly annotations: readonly Annotation[];
  readonly curated: readonly CuratedAgreement[];
  readonly corrections: readonly Correction[];
  readonly problems: readonly Problem[];
  /** What the books among the paths hold beside reports; left out where there is none. */
  readonly kept?: KeptMaterial;
}

/** What a book that keeps holds beside its reports. */
export interface KeptMaterial {
  readonly incidentReports: readonly IncidentReport[];
  readonly decisions: readonly ClusterDecision[];
  readonly gaps: readonly CoverageGap[];
  readonly overrides: readonly EmbargoOverride[];
}

/** What a book holds beside its reports, together with incident reports of tables and decisions of files. */
export function joinKept(
  kept: KeptMaterial | undefined,
  tables: { readonly reports: readonly IncidentReport[] },
  gate: { readonly overrides: readonly EmbargoOverride[] } = { overrides: [] },
): KeptMaterial {
  return {
    incidentReports: [...(kept?.incidentReports ?? []), ...tables.reports],
    decisions: kept?.decisions ?? [],
    gaps: kept?.gaps ?? [],
    // Decisions in a book and in files hold together: losing one that lengthens would let out what it was to hold back.
    overrides: [...(kept?.overrides ?? []), ...gate.overrides],
  };
}

/** Material and the dossier over all of it. */
export interface Book extends Material {
  readonly dossier: Dossier;
}

const ofAll = new WeakMap<Material, Dossier>();

/** Computes the dossier of some material as known and held on a date; that over all of it is computed once. */
export function dossierOf(material: Material, options: Pick<BookOptions, 'asOf' | 'heldAt'> = {}): Dossier {
  if (options.asOf !== undefined || options.heldAt !== undefined) return computed(material, options);
  const known = ofAll.get(material) ?? computed(material, options);
  ofAll.set(material, known);
  return known;
}

function computed({ reports, annotations, curated, corrections }: Material, options: Pick<BookOptions, 'asOf' | 'heldAt'>): Dossier {
  return buildDossier({ reports, annotations, actors, curated, corrections, asOf: options.asOf ?? null, heldAt: options.heldAt ?? null });
}
