import type { Problem } from '../errors.ts';
import { type FileAccess, readCurated, readReports } from '../feeds/index.ts';
import { actors } from '../lang/actors/index.ts';
import { buildDossier } from '../ledger/index.ts';
import type { Annotation, CuratedAgreement, Dossier, Report } from '../model/index.ts';
import { annotate } from '../text/pipeline.ts';
import type { BookOptions } from './program.ts';

/** What dossiers are made from: reports, what was found in them, and what was entered by hand. */
export interface Material {
  readonly reports: readonly Report[];
  readonly annotations: readonly Annotation[];
  readonly curated: readonly CuratedAgreement[];
  readonly problems: readonly Problem[];
}

/** Material and the dossier over all of it. */
export interface Book extends Material {
  readonly dossier: Dossier;
}

/** Reads reports and curated files and annotates the reports; whatever is wrong with them is among the problems. */
export async function readMaterial(paths: readonly string[], files: FileAccess, curatedPaths: readonly string[] = []): Promise<Material> {
  const { reports, problems: found } = await readReports(paths, files);
  const problems = [...found];
  const curated: CuratedAgreement[] = [];
  for (const path of curatedPaths) {
    const entered = await readCurated(path, files);
    problems.push(...entered.problems);
    if (entered.curated) curated.push(entered.curated);
  }
  return { reports, annotations: reports.map((report) => annotate(report)), curated, problems };
}

/** Computes the dossier of some material as known and held on a date. */
export function dossierOf({ reports, annotations, curated }: Material, options: Pick<BookOptions, 'asOf' | 'heldAt'> = {}): Dossier {
  return buildDossier({ reports, annotations, actors, curated, asOf: options.asOf ?? null, heldAt: options.heldAt ?? null });
}

/** Reads everything and computes the dossier. */
export async function readBook(paths: readonly string[], files: FileAccess, options: BookOptions = {}): Promise<Book> {
  const material = await readMaterial(paths, files, options.curated);
  return { ...material, dossier: dossierOf(material, options) };
}
