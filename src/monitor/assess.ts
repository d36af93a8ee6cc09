import { currentReadings, holdersOf, type IncidentFacts, type Judge, type Judgement, makeJudge, trucesIn } from '../ledger/index.ts';
import type { Assessment, Dossier, Incident, IncidentReport, MonitorBook } from '../model/index.ts';

/** One holder's prepared judge of one agreement. */
export interface PreparedJudge {
  readonly agreement: string;
  readonly holder: string;
  readonly judge: Judge;
}

/** A judge for every holder of every agreement that halts something, by agreement and holder. */
export function judgesOf(dossier: Dossier): readonly PreparedJudge[] {
  return trucesIn(dossier).flatMap((found) => {
    const current = currentReadings(dossier, found);
    return holdersOf(found).map((holder) => ({
      agreement: found.agreement.id,
      holder,
      judge: makeJudge(found.agreement, holder, current),
    }));
  });
}

const ATTEMPTS: ReadonlySet<Incident['outcome']> = new Set(['intercepted_no_effect', 'attempt_reported', 'debris_after_interception']);

/**
 * What of an incident a verdict rests on. Whether it happened is not among it. It is put down to a side only where one side is
 * accused and does not deny it; what failed or was intercepted counts as an attempt, and where the reports differ it may be one.
 */
export function factsOf(incident: Incident, reports: readonly Pick<IncidentReport, 'outcome'>[] = []): IncidentFacts {
  const { id, from, to, place, objects, act, outcome, attribution } = incident;
  const disputed = attribution.level === 'alleged_and_denied' || attribution.level === 'not_attributable';
  const attempted = ATTEMPTS.has(outcome) ? 'yes' : reports.some((report) => ATTEMPTS.has(report.outcome)) ? 'maybe' : null;
  return {
    id,
    from: from ?? '',
    to,
    territory: place.territory,
    place: place.admin1,
    // A claim beside the recognised border makes the place disputed; it does not make it the claimant's alone.
    claimedBy:
      place.claimedBy.length === 0 || place.territory === null
        ? place.claimedBy
        : [...new Set([place.territory, ...place.claimedBy])].sort(),
    domain: place.domain,
    objects,
    act,
    by: attribution.to.length === 1 && !disputed ? (attribution.to[0] ?? null) : null,
    ...(attempted === null ? {} : { attempted }),
  };
}

/** Every incident under every holder's version, as verdicts; the steps are worked out on request by `traceOf`. */
export function assess(
  judges: readonly PreparedJudge[],
  incidents: readonly Incident[],
  reportsOf: (incident: Incident) => readonly IncidentReport[],
  asOf: string | null,
): readonly Assessment[] {
  return incidents.flatMap((incident) => {
    const facts = factsOf(incident, reportsOf(incident));
    return judges.map(({ agreement, holder, judge }) => ({
      incident: incident.id,
      agreement,
      holder,
      asOf,
      verdict: judge.verdict(facts),
    }));
  });
}

/** How the verdict on one incident came about, step by step; null if the incident, agreement or holder is not in the book. */
export function traceOf(
  book: Pick<MonitorBook, 'incidents' | 'reports'>,
  dossier: Dossier,
  incident: string,
  agreement: string,
  holder: string,
): Judgement | null {
  const found = book.incidents.find(({ id }) => id === incident);
  const truce = trucesIn(dossier).find((entry) => entry.agreement.id === agreement);
  if (!found || !truce || !holdersOf(truce).includes(holder)) return null;
  const own = new Set(found.reports);
  const facts = factsOf(
    found,
    book.reports.filter(({ id }) => own.has(id)),
  );
  return makeJudge(truce.agreement, holder, currentReadings(dossier, truce)).judge(facts);
}
