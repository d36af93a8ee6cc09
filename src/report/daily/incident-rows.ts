import type { Judgement } from '../../ledger/index.ts';
import type { Assessment, Dossier, Incident, IncidentReport, MonitorBook, Verdict } from '../../model/index.ts';
import { factsOf, judgesOf } from '../../monitor/index.ts';
import type { IncidentRow, RowVerdict } from './daily-report-data.ts';
import type { Notes } from './endnotes.ts';

/** An incident of the period: new, or one of which reports have been added. */
export interface PeriodIncident {
  readonly incident: Incident;
  readonly status: 'new' | 'updated';
}

/** True if anybody claims that it happened; an incident of denials alone is an answer to something and no incident. */
export function isClaimed({ reports }: Incident, { reports: all }: MonitorBook): boolean {
  const own = new Set(reports);
  return all.some((report) => own.has(report.id) && isClaim(report));
}

const isClaim = ({ stance }: IncidentReport): boolean => stance !== 'denies' && stance !== 'no_comment';

/** Incidents of which a report is in the later book and not in the earlier one, by time and region. */
export function incidentsBetween(earlier: MonitorBook, later: MonitorBook): readonly PeriodIncident[] {
  const known = new Set(earlier.reports.map(({ id }) => id));
  const claims = new Set(later.reports.filter(isClaim).map(({ id }) => id));
  return later.incidents
    .flatMap((incident): readonly PeriodIncident[] => {
      if (incident.reports.every((id) => known.has(id))) return [];
      // A denial may come before the charge: what was known of it then was no incident.
      const told = incident.reports.filter((id) => claims.has(id));
      const isNew = (told.length > 0 ? told : incident.reports).every((id) => !known.has(id));
      return [{ incident, status: isNew ? 'new' : 'updated' }];
    })
    .sort((a, b) => (orderOf(a.incident) < orderOf(b.incident) ? -1 : 1));
}

function orderOf({ from, to, place, objects, id }: Incident): string {
  return [from ?? '~', to ?? '', place.territory ?? '~', place.admin1 ?? '~', ...objects, id].join('\u001f');
}

/** The rows of the table of incidents, numbered, each with its verdicts and sources. */
export function rowsOf(found: readonly PeriodIncident[], book: MonitorBook, dossier: Dossier, notes: Notes): readonly IncidentRow[] {
  const reports = new Map(book.reports.map((report) => [report.id, report]));
  const verdicts = verdictsOf(book, dossier);
  const numberOf = new Map(found.map(({ incident }, i) => [incident.id, i + 1]));
  const holding = new Map(found.flatMap(({ incident }) => incident.reports.map((id) => [id, incident.id] as const)));
  const near = new Map<string, Set<number>>();
  const link = (id: string, other: string): void => {
    near.set(id, (near.get(id) ?? new Set()).add(numberOf.get(other) ?? 0));
  };
  for (const { incident } of found) {
    for (const report of incident.maybe) {
      const other = holding.get(report);
      if (other === undefined || other === incident.id) continue;
      link(incident.id, other);
      link(other, incident.id);
    }
  }
  return found.map(({ incident, status }, i) => {
    const { id, from, to, place, objects, act, grade, occurrence, attribution } = incident;
    const own = incident.reports.flatMap((report) => reports.get(report) ?? []);
    const cited = (of: readonly IncidentReport[]): readonly number[] => [...new Set(of.map(notes.ofReport))].sort((a, b) => a - b);
    return {
      number: i + 1,
      id,
      status,
      from,
      to,
      place,
      objects,
      act,
      grade,
      occurrence,
      attribution,
      maybeSame: [...(near.get(id) ?? [])].sort((a, b) => a - b),
      verdicts: verdicts(incident),
      notes: cited(own.filter(isClaim)),
      denialNotes: cited(own.filter(({ stance }) => stance === 'denies')),
    };
  });
}

const OPEN: ReadonlySet<Verdict> = new Set(['indeterminate', 'reading_unknown']);

/** Looks up the verdicts of an incident, and works out again at which step an open one stays open. */
function verdictsOf(book: MonitorBook, dossier: Dossier): (incident: Incident) => readonly RowVerdict[] {
  const judges = new Map(judgesOf(dossier).map(({ agreement, holder, judge }) => [`${agreement}\u001f${holder}`, judge]));
  const reports = new Map(book.reports.map((report) => [report.id, report]));
  const byIncident = new Map<string, Assessment[]>();
  for (const assessment of book.assessments) {
    byIncident.set(assessment.incident, [...(byIncident.get(assessment.incident) ?? []), assessment]);
  }
  return (incident) =>
    (byIncident.get(incident.id) ?? []).map(({ agreement, holder, verdict }) => {
      if (!OPEN.has(verdict)) return { agreement, holder, verdict, open: [] };
      const facts = factsOf(
        incident,
        incident.reports.flatMap((id) => reports.get(id) ?? []),
      );
      const judgement = judges.get(`${agreement}\u001f${holder}`)?.judge(facts);
      // What was released may be coarser than what was judged: then the steps are those of another question.
      return { agreement, holder, verdict, open: judgement?.verdict === verdict ? openSteps(judgement) : [] };
    });
}

/** Of a holder with several versions that come to the same, the steps that any of them leaves open. */
function openSteps({ arrangements }: Judgement): RowVerdict['open'] {
  const [first] = arrangements;
  if (!first) return ['reading'];
  if (arrangements.some(({ verdict }) => verdict !== first.verdict)) return ['versions'];
  const unknown = new Set(arrangements.flatMap(({ trace }) => trace.flatMap(({ step, answer }) => (answer === 'unknown' ? [step] : []))));
  return first.trace.map(({ step }) => step).filter((step) => unknown.has(step));
}
