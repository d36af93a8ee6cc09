import { trucesIn } from '../ledger/index.ts';
import type { ClusterDecision, CoverageGap, Dossier, Incident, IncidentReport, MonitorBook } from '../model/index.ts';
import { assess, judgesOf } from './assess.ts';
import { clusterReports } from './cluster/cluster.ts';
import { gapsOf, periodOf } from './gaps.ts';
import { incidentOf, type MatchesByReport } from './incident-of.ts';
import { knownReports, timeOf } from './report-time.ts';

/** What a monitoring book is worked out from. */
export interface MonitorInput {
  /** The dossier as of the same date: its readings judge the incidents. */
  readonly dossier: Dossier;
  readonly reports: readonly IncidentReport[];
  readonly decisions?: readonly ClusterDecision[];
  /** Gaps that somebody has stated; those seen in the reports themselves are added. */
  readonly gaps?: readonly CoverageGap[];
  /** Site matches by report, from the restricted store; only the class of an object comes in. */
  readonly matches?: MatchesByReport;
  readonly asOf: string | null;
}

/**
 * Everything about incidents as of a date: reports known by then, taken together where they mean the same event, graded, and
 * judged under each holder's reading. The order of the reports, and a report given twice, change nothing.
 */
export function monitorOf({ dossier, reports, decisions = [], gaps = [], matches = {}, asOf }: MonitorInput): MonitorBook {
  const known = knownReports(reports, asOf);
  const byId = new Map(known.map((report) => [report.id, report]));
  const sides = sidesOf(dossier, known);
  const incidents = inOrder(clusterReports(known, decisions).map((cluster) => incidentOf(cluster, matches, new Set(sides))));
  const period = periodOf(known);
  return {
    asOf,
    reports: known,
    incidents,
    assessments: assess(judgesOf(dossier), incidents, (incident) => incident.reports.flatMap((id) => byId.get(id) ?? []), asOf),
    gaps: [...gaps, ...(period === null ? [] : gapsOf(known, period, sides))],
  };
}

/** By when they began, those of unknown time last, then by place and id. */
function inOrder(incidents: readonly Incident[]): readonly Incident[] {
  return incidents
    .map((incident) => ({ incident, from: timeOf(incident)?.from ?? Number.POSITIVE_INFINITY, place: placeKey(incident) }))
    .sort((a, b) => {
      if (a.from !== b.from) return a.from < b.from ? -1 : 1;
      return a.place < b.place ? -1 : 1;
    })
    .map(({ incident }) => incident);
}

const placeKey = ({ place, id }: Incident): string => [place.territory ?? '~', place.admin1 ?? '~', place.cell ?? '~', id].join('\u001f');

/** The sides of a conflict: parties of what is halted, and whoever accuses or is accused. */
export function sidesOf(dossier: Dossier, reports: readonly IncidentReport[]): readonly string[] {
  const parties = trucesIn(dossier).flatMap(({ agreement }) => agreement.parties);
  const accused = reports.flatMap((report) => report.accused ?? []);
  return [...new Set([...parties, ...accused])].sort();
}
