import {
  classesAbove,
  type Incident,
  type InformationGrade,
  type OccurrenceLevel,
  type ReleasedBook,
  type Verdict,
} from '../../model/index.ts';
import { type Side, voicesIn } from '../sides.ts';
import { daysBetween } from '../timeline/day-window.ts';

/** Which incidents of a book are asked for; null asks for all. */
export interface IncidentFilter {
  /** First and last day, `2025-03-18`. */
  readonly from: string | null;
  readonly to: string | null;
  /** Whether the days are those of the event, or those on which it became known. */
  readonly time: 'event' | 'intake';
  /** On whose word it rests (a side, or others), and who is accused. */
  readonly said: string | null;
  readonly accused: string | null;
  /** Object class; the classes below it are among it. */
  readonly object: string | null;
  /** Region, ISO 3166-2. */
  readonly region: string | null;
  readonly occurrence: OccurrenceLevel | null;
  readonly grade: InformationGrade | null;
  readonly agreement: string | null;
  /** Whose reading gives the verdict. */
  readonly reading: string | null;
  readonly verdict: Verdict | null;
}

/** A filter that lets everything through. */
export const NO_FILTER: IncidentFilter = {
  from: null,
  to: null,
  time: 'event',
  said: null,
  accused: null,
  object: null,
  region: null,
  occurrence: null,
  grade: null,
  agreement: null,
  reading: null,
  verdict: null,
};

/**
 * The incidents that a filter asks for, in the order of their days; those without a day come last, and a window of days leaves
 * them out. An incident that may lie within the window is in it.
 */
export function filterIncidents(
  book: Pick<ReleasedBook, 'incidents' | 'reports' | 'assessments'>,
  filter: IncidentFilter,
  sides: readonly Side[],
): readonly Incident[] {
  const voicesOf = voicesIn(book.reports, sides);
  const inWindow = windowTest(filter);
  const judged = judgedBy(book.assessments, filter);
  const kept = book.incidents.filter((incident) => {
    const { attribution, objects, place, occurrence, grade } = incident;
    return (
      (filter.said === null || voicesOf(incident).includes(filter.said)) &&
      (filter.accused === null || attribution.to.includes(filter.accused)) &&
      (filter.object === null || objects.some((code) => code === filter.object || classesAbove(code).has(filter.object ?? ''))) &&
      (filter.region === null || place.admin1 === filter.region) &&
      (filter.occurrence === null || occurrence.level === filter.occurrence) &&
      (filter.grade === null || grade.information === filter.grade) &&
      (judged === null || judged.has(incident.id)) &&
      inWindow(incident)
    );
  });
  return sortByDay(kept);
}

/** In the order of their days, those without one last. */
export function sortByDay(incidents: readonly Incident[]): readonly Incident[] {
  return incidents
    .map((incident) => ({ incident, at: daysBetween(incident.from, incident.to) }))
    .sort(
      (a, b) =>
        (a.at?.from ?? Number.MAX_SAFE_INTEGER) - (b.at?.from ?? Number.MAX_SAFE_INTEGER) ||
        (a.at?.to ?? 0) - (b.at?.to ?? 0) ||
        (a.incident.id < b.incident.id ? -1 : 1),
    )
    .map(({ incident }) => incident);
}

function windowTest({ from, to, time }: IncidentFilter): (incident: Incident) => boolean {
  if (from === null && to === null) return () => true;
  const first = from === null ? Number.NEGATIVE_INFINITY : (daysBetween(from, null)?.from ?? Number.NEGATIVE_INFINITY);
  const end = to === null ? Number.POSITIVE_INFINITY : (daysBetween(to, null)?.to ?? Number.POSITIVE_INFINITY);
  return (incident) => {
    const days = time === 'event' ? daysBetween(incident.from, incident.to) : daysBetween(incident.knownFrom, null);
    return days !== null && days.from < end && days.to > first;
  };
}

/** Ids with the verdict asked for; a verdict without a reading is one of anybody's. */
function judgedBy(assessments: ReleasedBook['assessments'], { agreement, reading, verdict }: IncidentFilter): ReadonlySet<string> | null {
  if (verdict === null) return null;
  const found = assessments.filter(
    (one) => one.verdict === verdict && (agreement === null || one.agreement === agreement) && (reading === null || one.holder === reading),
  );
  return new Set(found.map(({ incident }) => incident));
}
