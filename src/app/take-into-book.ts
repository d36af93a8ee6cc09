import { basename } from 'node:path';
import type { Problem } from '../errors.ts';
import { type FileAccess, importIncidents, readCorrections, readCurated, readOverrides } from '../feeds/index.ts';
import type { RestrictedPlace } from '../model/index.ts';
import type { AnyNewFact, By } from '../store/index.ts';
import type { KeptBook } from './book.ts';
import { type PlaceFiles, placeIncidents, readPlaceMaterial } from './place-incidents.ts';

/** What became of taking something into a book. */
export interface TakenIn {
  readonly added: number;
  readonly changed: number;
  /** Taken out, since a new version of their table has them no more. */
  readonly removed: number;
  /** Said so already. */
  readonly same: number;
  /** Deleted on legal demand before, and not taken in again. */
  readonly erased: number;
  readonly problems: readonly Problem[];
}

/** Facts that are written as one unit. */
const AT_ONCE = 2_000;

async function write(book: KeptBook, facts: readonly AnyNewFact[], by: By, problems: readonly Problem[]): Promise<TakenIn> {
  let [added, changed, removed, same, erased] = [0, 0, 0, 0, 0];
  for (let at = 0; at < facts.length; at += AT_ONCE) {
    const { entries, skipped } = await book.store.append(facts.slice(at, at + AT_ONCE), by);
    // What is kept apart belongs to a fact that is counted.
    const counted = entries.filter(({ kind }) => kind !== 'position');
    added += counted.filter(({ action }) => action === 'add').length;
    changed += counted.filter(({ action }) => action === 'change').length;
    removed += counted.filter(({ action }) => action === 'remove').length;
    same += skipped.filter(({ kind, why }) => kind !== 'position' && why === 'same').length;
    erased += skipped.filter(({ kind, why }) => kind !== 'position' && why === 'erased').length;
  }
  return { added, changed, removed, same, erased, problems };
}

/** How tables are taken in. */
export interface ImportingOptions {
  readonly now: string;
  readonly by: By;
  readonly places?: PlaceFiles;
  /** Where those and the base map are read from, if the tables are somewhere else. */
  readonly placeFiles?: FileAccess;
  /** Each table is a new version of the whole: rows of its file that it has no more are taken out; their history stays. */
  readonly isWhole?: boolean;
}

/**
 * Takes tables of incidents into a book: reports with their region and cell, exact places apart. The same table once more
 * changes nothing. A corrected row is a change where rows have a key of their own, else another row; the journal keeps both.
 */
export async function importIntoBook(
  book: KeptBook,
  paths: readonly string[],
  files: FileAccess,
  { now, by, places = {}, placeFiles = files, isWhole = false }: ImportingOptions,
): Promise<TakenIn> {
  const material = await readPlaceMaterial(places, placeFiles, now);
  const facts: AnyNewFact[] = [];
  const problems: Problem[] = [...material.problems];
  for (const path of paths) {
    const table = await importIncidents(path, files, { now });
    problems.push(...table.summary.problems, ...table.rejected.map((row): Problem => ({ ...row, severity: 'error' })));
    const { reports } = placeIncidents(table.reports, table.positions, material);
    const exact = new Map(table.positions.map((place): [string, RestrictedPlace] => [place.reportId, place]));
    for (const report of reports) {
      facts.push({ kind: 'incident_report', id: report.id, body: report });
      const place = exact.get(report.id);
      if (place) facts.push({ kind: 'position', id: report.id, home: report.id, body: place });
    }
    if (!isWhole) continue;
    const present = new Set(reports.map(({ id }) => id));
    const name = basename(path);
    for (const { id, body } of await book.store.facts('incident_report'))
      if (body.row !== null && basename(body.row.file) === name && !present.has(id))
        facts.push({ kind: 'incident_report', id, body: null, why: `no longer in ${name}` });
  }
  return write(book, facts, by, problems);
}

/** Files that people wrote before there was a book. */
export interface FilesToAdopt {
  readonly curated?: readonly string[];
  readonly corrections?: readonly string[];
  readonly overrides?: readonly string[];
}

/** Takes over what people entered before there was a book: curated agreements, corrections, decisions about embargoes. */
export async function adoptIntoBook(
  book: KeptBook,
  { curated = [], corrections = [], overrides = [] }: FilesToAdopt,
  files: FileAccess,
  by: By,
): Promise<TakenIn> {
  const facts: AnyNewFact[] = [];
  const problems: Problem[] = [];
  for (const path of curated) {
    const read = await readCurated(path, files);
    problems.push(...read.problems);
    if (read.curated) facts.push({ kind: 'curated', id: read.curated.agreement.id, body: read.curated });
  }
  for (const path of corrections) {
    const read = await readCorrections(path, files);
    problems.push(...read.problems);
    for (const correction of read.corrections) facts.push({ kind: 'correction', id: correction.id, body: correction, why: correction.why });
  }
  for (const path of overrides) {
    const read = await readOverrides(path, files);
    problems.push(...read.problems);
    for (const override of read.entries)
      facts.push({
        kind: 'embargo_override',
        id: override.id,
        body: override,
        why: override.why,
      });
  }
  return write(book, facts, by, problems);
}
