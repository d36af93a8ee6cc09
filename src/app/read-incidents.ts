import type { Problem } from '../errors.ts';
import { type FileAccess, importIncidents } from '../feeds/index.ts';
import type { IncidentReport, RestrictedPlace } from '../model/index.ts';
import type { MatchesByReport } from '../monitor/index.ts';
import { type PlaceFiles, placeIncidents, readPlaceMaterial } from './place-incidents.ts';

/** Incident reports of some tables, with what was wrong with the tables. */
export interface ReadIncidents {
  readonly reports: readonly IncidentReport[];
  /** What kind of object each can have hit, as far as the sites given tell; never which site. */
  readonly matches: MatchesByReport;
  readonly problems: readonly Problem[];
  /** Rows that were not taken, over all tables. */
  readonly rejected: number;
}

/** Reads tables of incidents whose mapping their columns tell, and places them; exact positions and sites stay behind. */
export async function readIncidents(
  paths: readonly string[],
  files: FileAccess,
  now: string,
  given: PlaceFiles = {},
): Promise<ReadIncidents> {
  const reports: IncidentReport[] = [];
  const exact: RestrictedPlace[] = [];
  const problems: Problem[] = [];
  let rejected = 0;
  for (const path of paths) {
    const table = await importIncidents(path, files, { now });
    for (const report of table.reports) reports.push(report);
    for (const place of table.positions) exact.push(place);
    problems.push(...table.summary.problems);
    rejected += table.summary.totals.rejected;
  }
  if (reports.length === 0) return { reports, matches: {}, problems, rejected };
  const material = await readPlaceMaterial(given, files, now);
  const placed = placeIncidents(reports, exact, material);
  return { reports: placed.reports, matches: placed.matches, problems: [...problems, ...material.problems], rejected };
}
