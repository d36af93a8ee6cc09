import type { Incident, IncidentPlace, IncidentReport, PublicationClass, PublicationProfile } from '../model/index.ts';
import type { ClassName } from './classes-told.ts';
import { coarsenPlace } from './coarsen-place.ts';
import { coarsenTime } from './coarsen-time.ts';
import type { TextGate } from './text-gate.ts';

/** What the making of every released record needs. */
export interface Making {
  readonly profile: PublicationProfile;
  readonly gate: TextGate;
  readonly className: ClassName;
}

type Reason = Incident['grade']['sourceWhy'];

const placeOf = (place: IncidentPlace, group: PublicationClass, profile: PublicationProfile): IncidentPlace =>
  coarsenPlace(place, profile.place[group]);

const timesOf = ({ from, to }: Pick<Incident, 'from' | 'to'>, { time }: PublicationProfile): Pick<Incident, 'from' | 'to'> => {
  const [first, last] = [coarsenTime(from, time), coarsenTime(to, time)];
  return { from: first, to: last === first ? null : last };
};

const objectsOf = (codes: readonly string[], incident: Incident, className: ClassName): readonly string[] =>
  [...new Set(codes.map((code) => className(code, incident)))].sort();

/** An act that tells of a failure is an attack like any other: a miss counts as a hit. */
const actOf = (act: string, { outcomes }: PublicationProfile): string =>
  outcomes === 'withheld' && act === 'attempted_attack' ? 'attack' : act;

/** Among the values of a reason stand names of sources and means of observation, and a crater tells of a hit. */
function reasonOf({ code, values }: Reason, { gate, profile }: Making): Reason {
  const shown = ([name, value]: readonly [string, string]): readonly [string, string] =>
    name === 'means' && profile.outcomes === 'withheld' ? [name, 'withheld'] : [name, gate.text(value)];
  return { code, values: Object.fromEntries(Object.entries(values).map(shown)) };
}

/**
 * One incident as it may leave. Every field is named here one by one: a field that the book gains later does not leave until
 * somebody has decided how.
 */
export function releaseIncident(incident: Incident, group: PublicationClass, making: Making): Incident {
  const { profile, gate, className } = making;
  const { grade, occurrence, attribution } = incident;
  const isKept = profile.provenance === 'kept';
  return {
    id: incident.id,
    ...timesOf(incident, profile),
    place: placeOf(incident.place, group, profile),
    objects: objectsOf(incident.objects, incident, className),
    act: actOf(incident.act, profile),
    outcome: profile.outcomes === 'kept' ? incident.outcome : 'withheld',
    reports: incident.reports,
    matches: isKept ? incident.matches : [],
    grade: {
      source: grade.source,
      sourceWhy: reasonOf(grade.sourceWhy, making),
      information: grade.information,
      informationWhy: reasonOf(grade.informationWhy, making),
    },
    occurrence: {
      level: occurrence.level,
      independentGroups: occurrence.independentGroups,
      why: reasonOf(occurrence.why, making),
    },
    attribution: {
      level: attribution.level,
      to: attribution.to,
      by: attribution.by.map(gate.text),
      deniedBy: attribution.deniedBy.map(gate.text),
    },
    means: profile.outcomes === 'kept' ? incident.means : 'withheld',
    same: isKept ? incident.same : [],
    maybe: incident.maybe,
    knownFrom: coarsenTime(incident.knownFrom, profile.time),
    ...(isKept && incident.decided ? { decided: incident.decided } : {}),
  };
}

/** One report as it may leave, with the class and coarseness of its incident. */
export function releaseReport(report: IncidentReport, incident: Incident, group: PublicationClass, making: Making): IncidentReport {
  const { profile, gate, className } = making;
  const isKept = profile.provenance === 'kept';
  return {
    id: report.id,
    source: gate.text(report.source),
    independenceGroup: gate.text(report.independenceGroup),
    url: gate.url(report.url),
    row: isKept ? report.row : null,
    statement: report.statement && {
      report: gate.text(report.statement.report),
      statement: report.statement.statement,
      spans: report.statement.spans.map((span) => {
        const exact = gate.text(span.exact);
        // An offset would tell how long the name is that was taken out.
        const end = exact === span.exact ? span.end : span.start + exact.length;
        return {
          report: gate.text(span.report),
          start: span.start,
          end,
          exact,
          ...(exact === span.exact ? {} : { shortened: true as const }),
        };
      }),
    },
    stance: report.stance,
    speaker: report.speaker,
    accused: report.accused,
    ...timesOf(report, profile),
    place: placeOf(report.place, group, profile),
    objects: objectsOf(report.objects, incident, className),
    act: actOf(report.act, profile),
    outcome: profile.outcomes === 'kept' ? report.outcome : 'withheld',
    means: profile.outcomes === 'kept' ? report.means : 'withheld',
    reliability: report.reliability,
    text: profile.texts === 'full' && report.text !== null ? gate.text(report.text) : null,
    language: report.language,
    knownFrom: coarsenTime(report.knownFrom, profile.time),
  };
}
