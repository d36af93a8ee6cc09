import type { Problem } from '../errors.ts';
import { type FileAccess, importIncidents } from '../feeds/index.ts';
import type { IncidentReport } from '../model/index.ts';

/** Incident reports of some tables, with what was wrong with the tables. */
export interface ReadIncidents {
  readonly reports: readonly IncidentReport[];
  readonly problems: readonly Problem[];
  /** Rows that were not taken, over all tables. */
  readonly rejected: number;
}

/** Reads tables of incidents whose mapping their columns tell; exact positions stay behind. */
export async function readIncidents(paths: readonly string[], files: FileAccess, now: string): Promise<ReadIncidents> {
  const reports: IncidentReport[] = [];
  const problems: Problem[] = [];
  let rejected = 0;
  for (const path of paths) {
    const table = await importIncidents(path, files, { now });
    reports.push(...table.reports);
    problems.push(...table.summary.problems);
    rejected += table.summary.totals.rejected;
  }
  return { reports, problems, rejected };
}
