import { holdersOf, rangeOf, trucesIn } from '../../ledger/index.ts';
import type { CoverageGap, Dossier, MonitorBook, ReleasedBook, Verdict } from '../../model/index.ts';
import { countCharges, countOf } from './count-charges.ts';
import type { DailyReport, IncidentRow, RegionCount, ReportHolder, Withheld } from './daily-report-data.ts';
import { takeNotes } from './endnotes.ts';
import { exchangesOf } from './exchanges.ts';
import { findingsOf } from './findings.ts';
import { incidentsBetween, isClaimed, rowsOf } from './incident-rows.ts';
import { limitsOf } from './limits.ts';
import { positionChanges } from './position-changes.ts';
import type { ReportPeriod } from './report-period.ts';

/** What a daily report is made from: books that have passed the gate, and the dossier, each as of a cut-off. */
export interface DailyReportInput {
  readonly number: string;
  readonly period: ReportPeriod;
  /** As of the report's cut-off, of that of the day before, and of that of the day before that. */
  readonly released: ReleasedBook;
  readonly earlier: ReleasedBook;
  readonly earliest: ReleasedBook;
  readonly dossier: Dossier;
  readonly dossierBefore: Dossier;
  /** Sources dated to the day of the report without a time: they count as known at its end, after the cut-off. */
  readonly datedToTheDay?: number;
}

/** Works out the report of one day. Pure: the same input gives the same report. */
export function dailyReport(input: DailyReportInput): DailyReport {
  const { number, period, released, earlier, earliest, dossier, dossierBefore, datedToTheDay = 0 } = input;
  const notes = takeNotes(dossier);
  const holders = holdersIn(dossier, released);
  const parties = holders.filter(({ role }) => role === 'party').map(({ code }) => code);
  const changes = positionChanges(dossierBefore, dossier, notes);
  const found = incidentsBetween(earlier, released);
  const claimed = found.filter(({ incident }) => isClaimed(incident, released));
  const answers = found.filter(({ incident }) => !isClaimed(incident, released)).map(({ incident }) => incident);
  const rows = rowsOf(claimed, released, dossier, notes);
  const now = claimed.filter(({ status }) => status === 'new').map(({ incident }) => incident);
  const before = incidentsBetween(earliest, earlier)
    .filter(({ incident, status }) => status === 'new' && isClaimed(incident, earlier))
    .map(({ incident }) => incident);
  const exchanges = exchangesOf(rows, answers, released, earlier, parties, notes);
  const charges = countCharges(now, before, parties);
  const agreements = agreementsOf(dossier, rows);
  const concerned = agreements.filter((agreement) => agreement.concerned);
  const main = (concerned.length > 0 ? concerned : agreements)[0] ?? null;
  const gaps = gapsIn(released, period);
  const withheld = withheldIn(released);
  const findings = findingsOf({
    rows,
    exchanges,
    all: { now: countOf(now), before: countOf(before) },
    charges,
    main,
    changes,
    withheld,
    gaps: gaps.length,
  });
  return {
    schema: 'trucebook/daily-report@1',
    number,
    period,
    profile: released.profile.id,
    embargoHours: released.profile.embargoHours,
    holders,
    agreements,
    findings,
    changes,
    charges,
    incidents: rows,
    exchanges,
    limits: limitsOf(
      rows,
      concerned.map(({ id }) => id),
      dossier,
      gaps,
      withheld,
      datedToTheDay,
    ),
    regions: regionsOf(rows),
    notes: notes.all(),
    card: released.card,
  };
}

/** Sides with columns: the parties of every halt, then those who broker, then who else has a verdict or a charge. */
function holdersIn(dossier: Dossier, book: MonitorBook): readonly ReportHolder[] {
  const truces = trucesIn(dossier).map(({ agreement }) => agreement);
  const parties = [...new Set(truces.flatMap((agreement) => agreement.parties))].sort();
  const brokers = [...new Set(truces.flatMap((agreement) => agreement.brokers))].filter((code) => !parties.includes(code)).sort();
  const judged = book.assessments.map(({ holder }) => holder);
  const charged = book.incidents.flatMap(({ attribution }) => attribution.to);
  const listed = new Set([...parties, ...brokers]);
  const others = [...new Set([...judged, ...charged])].filter((code) => !listed.has(code)).sort();
  const names = new Map(dossier.holders.map(({ code, name }) => [code, name]));
  const of = (role: ReportHolder['role'], codes: readonly string[]): readonly ReportHolder[] =>
    codes.map((code) => ({ code, name: names.get(code) ?? { de: code, en: code }, role }));
  // Where no report speaks of a halt, those who speak of incidents or are charged are the only sides there are.
  const speaking = book.reports.flatMap(({ speaker }) => speaker ?? []);
  if (parties.length === 0) return of('party', [...new Set([...brokers, ...others, ...speaking])].sort());
  return [...of('party', parties), ...of('broker', brokers), ...of('other', others)];
}

/** Verdicts that leave an incident within reach of an agreement: its object, act and place are not outside it. */
const WITHIN_REACH: ReadonlySet<Verdict> = new Set(['covered', 'before_start', 'after_end', 'suspended_or_released', 'indeterminate']);

function agreementsOf(dossier: Dossier, rows: readonly IncidentRow[]): DailyReport['agreements'] {
  const reach = (id: string): number =>
    rows.filter(({ verdicts }) => verdicts.some(({ agreement, verdict }) => agreement === id && WITHIN_REACH.has(verdict))).length;
  return trucesIn(dossier)
    .map((found) => ({ found, near: reach(found.agreement.id) }))
    .sort((a, b) => b.near - a.near)
    .map(({ found, near }) => ({
      id: found.agreement.id,
      title: found.agreement.title,
      state: found.overall.state,
      concerned: near > 0,
      holders: holdersOf(found),
    }));
}

/** Incidents under embargo as the card tells of them: none, a range, or some of which the number is not told. */
function withheldIn({ card }: ReleasedBook): Withheld {
  const embargo = card.transforms.find(({ kind }) => kind === 'embargo');
  return embargo === undefined ? { isSome: false, count: null } : { isSome: true, count: embargo.count };
}

/** Gaps that touch the period, by their days. */
function gapsIn({ gaps }: MonitorBook, { from, until }: ReportPeriod): readonly CoverageGap[] {
  const [start, end] = [rangeOf(from)?.from ?? 0, rangeOf(until)?.from ?? 0];
  return gaps.filter((gap) => (rangeOf(gap.from)?.from ?? 0) < end && (rangeOf(gap.to)?.from ?? 0) > start);
}

function regionsOf(rows: readonly IncidentRow[]): readonly RegionCount[] {
  const byRegion = new Map<string, RegionCount>();
  for (const { number, place } of rows) {
    const key = `${place.territory ?? '~'}\u001f${place.admin1 ?? '~'}`;
    const known = byRegion.get(key);
    byRegion.set(key, { territory: place.territory, admin1: place.admin1, rows: [...(known?.rows ?? []), number] });
  }
  return [...byRegion.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, region]) => region);
}
