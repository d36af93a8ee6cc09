import type { Assessment, Incident, IncidentReport } from './incident.ts';

/** A count that duplicates or grades leave in doubt; equal ends are a plain count. */
export interface CountRange {
  readonly min: number;
  readonly max: number;
}

/** A stretch of days for which a source or a side's sources say nothing, so that a zero there means little. */
export interface CoverageGap {
  /** First day and day after the last, `2025-03-18`. */
  readonly from: string;
  readonly to: string;
  /** Side whose sources are missing, or null for all. */
  readonly side: string | null;
  /** Source that is silent, or null for all of the side. */
  readonly source: string | null;
  /** Code of the reason: `no_source`, `source_silent`, `stated`. */
  readonly why: string;
}

/** Everything worked out about incidents as of a date, from reports, the dossier and what people decided. */
export interface MonitorBook {
  readonly asOf: string | null;
  /** Reports known by then, in the order of their time. */
  readonly reports: readonly IncidentReport[];
  readonly incidents: readonly Incident[];
  /** One for each incident, agreement that halts something, and holder. */
  readonly assessments: readonly Assessment[];
  readonly gaps: readonly CoverageGap[];
}
