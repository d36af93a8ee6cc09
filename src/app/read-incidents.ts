import { type Problem, problem } from '../errors.ts';
import { type FileAccess, importIncidents, type RejectedRow, readMapping, type TableMapping } from '../feeds/index.ts';
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
  readonly rejectedRows: readonly RejectedRow[];
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
  const rejectedRows: RejectedRow[] = [];
  const mappings: TableMapping[] = [];
  for (const path of given.mappings ?? []) {
    const mapping = await readMapping(path, files);
    if ('problem' in mapping) problems.push(mapping.problem);
    else mappings.push(mapping);
  }
  for (const path of paths) {
    const table = await importIncidents(path, files, { now, mappings });
    for (const report of table.reports) reports.push(report);
    for (const place of table.positions) exact.push(place);
    problems.push(...table.summary.problems);
    rejectedRows.push(...table.rejected);
    const { kind, mapping } = table.summary;
    // A table of sites or totals holds no incidents, and a day without any would look like a quiet one.
    if (kind !== null && kind !== 'incidents')
      problems.push(problem('TB_TABLE_NO_INCIDENTS', { mapping: mapping ?? '', kind }, { file: path }));
  }
  const rejected = { rejected: rejectedRows.length, rejectedRows };
  if (reports.length === 0) return { reports, matches: {}, problems, ...rejected };
  const material = await readPlaceMaterial(given, files, now);
  const placed = placeIncidents(reports, exact, material);
  return { reports: placed.reports, matches: placed.matches, problems: [...problems, ...material.problems], ...rejected };
}
