import { join } from 'node:path';
import { type Problem, problem } from '../errors.ts';
import { type FileAccess, readCorrections, readCurated, readReports } from '../feeds/index.ts';
import { pendingCorrections } from '../ledger/index.ts';
import type { Correction, CuratedAgreement, Dossier } from '../model/index.ts';
import type { StorePlace } from '../store/index.ts';
import { annotate } from '../text/pipeline.ts';
import { placeNamed } from './book-place.ts';
import { type Book, type BookOptions, dossierOf, type KeptMaterial, type Material } from './material.ts';

export { type Book, type BookOptions, dossierOf, type Material } from './material.ts';

/** Reads books, reports, curated files and corrections, and annotates the reports; whatever is wrong with them is among the problems. */
export async function readMaterial(
  given: readonly string[],
  files: FileAccess,
  { curated: curatedPaths = [], corrections: correctionPaths = [] }: Pick<BookOptions, 'curated' | 'corrections'> = {},
): Promise<Material> {
  const { books, paths } = await partBooks(given, files);
  const kept = books.length > 0 ? await keptMaterial(books) : null;
  // A book of curated readings alone has no reports to read.
  const { reports, problems: found } =
    paths.length === 0 && (curatedPaths.length > 0 || kept !== null) ? { reports: [], problems: [] } : await readReports(paths, files);
  const problems = [...found];
  const curated: CuratedAgreement[] = [...(kept?.curated ?? [])];
  for (const path of curatedPaths) {
    const entered = await readCurated(path, files);
    problems.push(...entered.problems);
    if (entered.curated) curated.push(entered.curated);
  }
  const corrections: Correction[] = [...(kept?.corrections ?? [])];
  for (const path of correctionPaths) {
    const entered = await readCorrections(path, files);
    problems.push(...entered.problems);
    corrections.push(...entered.corrections);
  }
  const annotations = reports.map((report) => annotate(report));
  if (kept === null) return { reports, annotations, curated, corrections, problems };
  return {
    reports: [...kept.reports, ...reports],
    annotations: [...kept.annotations, ...annotations],
    curated,
    corrections,
    problems,
    kept: { incidentReports: kept.incidentReports, decisions: kept.decisions, gaps: kept.gaps, overrides: kept.overrides },
  };
}

/** Which of the paths lead to a book: a folder with one in it, or the address of a database. */
async function partBooks(
  given: readonly string[],
  files: FileAccess,
): Promise<{ readonly books: readonly StorePlace[]; readonly paths: readonly string[] }> {
  const books: StorePlace[] = [];
  const paths: string[] = [];
  for (const path of given) {
    const place = placeNamed(path);
    if ('databaseUrl' in place || (await holdsBook(path, files))) books.push(place);
    else paths.push(path);
  }
  return { books, paths };
}

async function holdsBook(path: string, files: FileAccess): Promise<boolean> {
  try {
    return (await files.stat(join(path, 'book.db'))).kind === 'file';
  } catch {
    return false;
  }
}

/** The material of all the books together. */
async function keptMaterial(places: readonly StorePlace[]): Promise<Material & KeptMaterial> {
  // A store and its driver are loaded only where there is a book.
  const { readKept } = await import('./book.ts');
  const all = await Promise.all(places.map(readKept));
  return {
    reports: all.flatMap(({ reports }) => reports),
    annotations: all.flatMap(({ annotations }) => annotations),
    curated: all.flatMap(({ curated }) => curated),
    corrections: all.flatMap(({ corrections }) => corrections),
    problems: [],
    incidentReports: all.flatMap(({ incidentReports }) => incidentReports),
    decisions: all.flatMap(({ decisions }) => decisions),
    gaps: all.flatMap(({ gaps }) => gaps),
    overrides: all.flatMap(({ overrides }) => overrides),
  };
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
