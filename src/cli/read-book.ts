import type { Problem } from '../errors.ts';
import { type FileAccess, readCurated, readReports } from '../feeds/index.ts';
import { actors } from '../lang/actors/index.ts';
import { buildDossier } from '../ledger/index.ts';
import type { Annotation, CuratedAgreement, Dossier, Report } from '../model/index.ts';
import { annotate } from '../text/pipeline.ts';
import type { BookOptions } from './program.ts';

/** A book read from files: what the reports say, and everything that was wrong with them. */
export interface Book {
  readonly reports: readonly Report[];
  readonly annotations: readonly Annotation[];
  readonly dossier: Dossier;
  readonly problems: readonly Problem[];
}

/** Reads reports and what was entered by hand, annotates them and computes the dossier. */
export async function readBook(paths: readonly string[], files: FileAccess, options: BookOptions = {}): Promise<Book> {
  const { reports, problems: found } = await readReports(paths, files);
  const problems = [...found];
  const curated: CuratedAgreement[] = [];
  for (const path of options.curated ?? []) {
    const entered = await readCurated(path, files);
    problems.push(...entered.problems);
    if (entered.curated) curated.push(entered.curated);
  }
  const annotations = reports.map((report) => annotate(report));
  const dossier = buildDossier({
    reports,
    annotations,
    actors,
    curated,
    asOf: options.asOf ?? null,
    heldAt: options.heldAt ?? null,
  });
  return { reports, annotations, dossier, problems };
}
