import { knownAt, momentOf } from '../ledger/index.ts';
import type { Audience, ClusterDecision, CoverageGap, Dossier, IncidentReport, ReleasedBook } from '../model/index.ts';
import { type MatchesByReport, monitorOf } from '../monitor/index.ts';
import { embargoedStatements, profileOf, type ReleaseContext, release, releaseDossier } from '../release/index.ts';
import { type DailyReport, dailyReport } from '../report/daily/index.ts';
import type { ReportPeriod } from '../report/daily/report-period.ts';
import { keyFrom } from './key-from.ts';
import { dossierOf, type Material } from './read-book.ts';

/** What a day's report is asked for. */
export interface DailyRequest {
  readonly period: ReportPeriod;
  readonly number: string;
  readonly profile: Audience;
  /** Decisions that belong to the book: clusters, gaps, embargoes, withheld names, replies, and what the report corrects. */
  readonly decisions?: readonly ClusterDecision[];
  readonly gaps?: readonly CoverageGap[];
  readonly matches?: MatchesByReport;
  readonly gate?: Pick<ReleaseContext, 'overrides' | 'editors' | 'names' | 'replies' | 'secret' | 'corrects'>;
}

/** A report with the released book it was made from: a map is drawn from the book. */
export interface MadeDailyReport {
  readonly report: DailyReport;
  readonly released: ReleasedBook;
}

/**
 * Makes the report of one day: the book as it could be known at three cut-offs, each through the gate as of that moment. The present
 * time plays no part, so that a report of last spring comes out today as it would have then.
 */
export function makeDailyReport(material: Material, reports: readonly IncidentReport[], request: DailyRequest): MadeDailyReport {
  const { period, number, profile: id, decisions = [], gaps = [], matches = {}, gate = {} } = request;
  const profile = profileOf(id);
  // Records must keep their ids from one release to the next to be told from new ones; nobody outside can work out the key.
  const secret = gate.secret ?? keyFrom(reports, decisions, period);
  const bookAt = (cutOff: string): { readonly dossier: Dossier; readonly released: ReleasedBook } => {
    const dossier = dossierOf(material, { asOf: cutOff });
    const book = monitorOf({ dossier, reports, decisions, gaps, matches, asOf: cutOff });
    // Titles, addresses and quotations pass the gate like the incidents; verdicts are judged from the dossier as it is.
    const embargoed = embargoedStatements(book, profile, { ...gate, now: cutOff, cutOff });
    const told = releaseDossier(dossier, profile, { names: gate.names ?? [], embargoed }) as Dossier;
    return { dossier: told, released: release(book, profile, { ...gate, now: cutOff, cutOff, dossier, secret, kind: 'daily_report' }) };
  };
  const [now, before, earliest] = [bookAt(period.until), bookAt(period.from), bookAt(period.beforeFrom)];
  const report = dailyReport({
    number,
    period,
    released: now.released,
    earlier: before.released,
    earliest: earliest.released,
    dossier: now.dossier,
    dossierBefore: before.dossier,
    // How much waits behind an embargo is nobody's business but the desk's.
    datedToTheDay: datedToTheDay(material, id === 'internal' ? reports : [], period),
  });
  return { report, released: now.released };
}

/** Sources that bear the date of the report and no time: they count as known when the day is over. */
function datedToTheDay({ reports }: Material, incidents: readonly IncidentReport[], { date, until }: ReportPeriod): number {
  const cutOff = momentOf(until) ?? 0;
  const isLater = (known: string | null): boolean => known === date && (knownAt(known) ?? 0) > cutOff;
  const told = new Set(incidents.filter(({ knownFrom }) => isLater(knownFrom)).map(({ source, url }) => url ?? source));
  return told.size + reports.filter((report) => isLater(report.date)).length;
}
