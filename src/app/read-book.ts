import { type Problem, problem } from '../errors.ts';
import { type FileAccess, readCorrections, readCurated, readReports } from '../feeds/index.ts';
import { actors } from '../lang/actors/index.ts';
import { buildDossier, pendingCorrections } from '../ledger/index.ts';
import type { Annotation, Correction, CuratedAgreement, Dossier, Report } from '../model/index.ts';
import { annotate } from '../text/pipeline.ts';

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
}

/** Material and the dossier over all of it. */
export interface Book extends Material {
  readonly dossier: Dossier;
}

/** Reads reports, curated files and corrections, and annotates the reports; whatever is wrong with them is among the problems. */
export async function readMaterial(
  paths: readonly string[],
  files: FileAccess,
  { curated: curatedPaths = [], corrections: correctionPaths = [] }: Pick<BookOptions, 'curated' | 'corrections'> = {},
): Promise<Material> {
  // A book of curated readings alone has no reports to read.
  const { reports, problems: found } =
    paths.length === 0 && curatedPaths.length > 0 ? { reports: [], problems: [] } : await readReports(paths, files);
  const problems = [...found];
  const curated: CuratedAgreement[] = [];
  for (const path of curatedPaths) {
    const entered = await readCurated(path, files);
    problems.push(...entered.problems);
    if (entered.curated) curated.push(entered.curated);
  }
  const corrections: Correction[] = [];
  for (const path of correctionPaths) {
    const entered = await readCorrections(path, files);
    problems.push(...entered.problems);
    corrections.push(...entered.corrections);
  }
  return { reports, annotations: reports.map((report) => annotate(report)), curated, corrections, problems };
}

/** Computes the dossier of some material as known and held on a date. */
export function dossierOf(
  { reports, annotations, curated, corrections }: Material,
  options: Pick<BookOptions, 'asOf' | 'heldAt'> = {},
): Dossier {
  return buildDossier({ reports, annotations, actors, curated, corrections, asOf: options.asOf ?? null, heldAt: options.heldAt ?? null });
}

/** A warning for every entry that changes nothing, since what it is about is not in the dossier. */
function withoutEffect(dossier: Dossier, { corrections, reports }: Material): readonly Problem[] {
  // A dossier of an earlier day lacks readings for a reason that the user has given.
  if (corrections.length === 0 || dossier.asOf !== null) return [];
  const agreements = dossier.agreements.map(({ agreement }) => agreement);
  const readings = [...dossier.readings, ...(dossier.setAside ?? [])];
  // An agreement may have become a curated one since: what was entered there is in the dossier all the same.
  const effective = new Set(readings.map(({ review }) => review?.entry));
  const pending = pendingCorrections(readings, corrections, { agreements, reports }).filter(({ id }) => !effective.has(id));
  return pending.map(({ at, by, reading, agreement }) =>
    problem(
      'TB_CORRECTION_WITHOUT_READING',
      { at, by, what: reading ?? `words or an agreement (${agreement ?? 'none named'})` },
      { severity: 'warning' },
    ),
  );
}

/** Reads everything and computes the dossier. */
export async function readBook(paths: readonly string[], files: FileAccess, options: BookOptions = {}): Promise<Book> {
  const material = await readMaterial(paths, files, options);
  const dossier = dossierOf(material, options);
  return { ...material, dossier, problems: [...material.problems, ...withoutEffect(dossier, material)] };
}
