import { rangeOf } from '../ledger/index.ts';
import {
  actsAbove,
  classesAbove,
  type Incident,
  type IncidentMatch,
  type IncidentPlace,
  type IncidentReport,
  idOf,
  PLACE_PRECISIONS,
} from '../model/index.ts';
import { isAnswer } from './cluster/answer-fits.ts';
import type { Cluster } from './cluster/cluster.ts';
import { gradeOf } from './grade/grade.ts';
import { inOrderKnown } from './report-time.ts';

/** Site matches by report, as `match` leaves them: the class and how it was found, never which site. */
export type MatchesByReport = Readonly<Record<string, readonly IncidentMatch[]>>;

/** One incident from the reports taken for one event: what they share, as narrow as they agree and no narrower. */
export function incidentOf(
  { reports: members, same, general, maybe, decided }: Cluster,
  matches: MatchesByReport,
  sides: ReadonlySet<string>,
): Incident {
  const reports = inOrderKnown(members);
  const claims = reports.filter((report) => !isAnswer(report));
  // Of a denial alone it is still known what is denied, when and where.
  const telling = claims.length > 0 ? claims : reports;
  const own = matchesOf(reports, matches);
  return {
    // The claim known first gives the id: what comes later leaves it as it is, and a denial may belong to several.
    id: idOf('inc', telling[0]?.id),
    ...timesOf(telling),
    place: placeOf(telling.map(({ place }) => place)),
    objects: objectsOf(telling, own),
    act: actOf(telling.map(({ act }) => act)),
    outcome: outcomeOf(telling),
    reports: reports.map(({ id }) => id),
    matches: own,
    ...gradeOf(reports, { sides, general }),
    same,
    maybe,
    knownFrom: telling[0]?.knownFrom ?? null,
    ...(decided === null ? {} : { decided: { decisions: decided.decisions, machine: decided.machine } }),
  };
}

/** The time all reports allow; where they exclude one another, from the earliest to the latest. */
function timesOf(reports: readonly IncidentReport[]): Pick<Incident, 'from' | 'to'> {
  const dated = reports.flatMap(({ from, to }) => {
    const first = from ?? to;
    const last = to ?? from;
    const [start, end] = [first === null ? null : rangeOf(first), last === null ? null : rangeOf(last)];
    return first !== null && last !== null && start && end ? [{ first, last, start: start.from, end: Math.max(start.to, end.to) }] : [];
  });
  if (dated.length === 0) return { from: null, to: null };
  const latest = dated.reduce((a, b) => (b.start > a.start || (b.start === a.start && b.first < a.first) ? b : a));
  const earliestEnd = dated.reduce((a, b) => (b.end < a.end || (b.end === a.end && b.last < a.last) ? b : a));
  if (latest.start < earliestEnd.end) return between(latest.first, earliestEnd.last);
  const first = dated.reduce((a, b) => (b.start < a.start || (b.start === a.start && b.first < a.first) ? b : a));
  const last = dated.reduce((a, b) => (b.end > a.end || (b.end === a.end && b.last < a.last) ? b : a));
  return between(first.first, last.last);
}

function between(from: string, to: string): Pick<Incident, 'from' | 'to'> {
  const [start, end] = [rangeOf(from), rangeOf(to)];
  return { from, to: from === to || (start && end && end.to <= start.to) ? null : to };
}

/** The finest place the reports agree on; what they disagree on is unknown. */
export function placeOf(places: readonly IncidentPlace[]): IncidentPlace {
  const agreed = <T>(values: readonly (T | null)[]): T | null => {
    const known = [...new Set(values.filter((value) => value !== null))];
    return known.length === 1 ? (known[0] ?? null) : null;
  };
  const territory = agreed(places.map((place) => place.territory));
  const admin1 = agreed(places.map((place) => place.admin1));
  const cell = agreed(places.map((place) => place.cell));
  const finest = Math.min(...places.map(({ precision }) => PLACE_PRECISIONS.indexOf(precision)));
  const precision =
    cell !== null
      ? finest
      : Math.max(finest, PLACE_PRECISIONS.indexOf(admin1 !== null ? 'admin1' : territory !== null ? 'country' : 'unknown'));
  return {
    precision: PLACE_PRECISIONS[precision] ?? 'unknown',
    territory,
    admin1,
    cell,
    claimedBy: [...new Set(places.flatMap(({ claimedBy }) => claimedBy))].sort(),
    controlledBy: agreed(places.map(({ controlledBy }) => controlledBy)),
    domain: agreed(places.map(({ domain }) => domain)),
  };
}

/** The classes that fit every report that names any; where none does, all that were named, since it is not known which was meant. */
export function objectsOf(reports: readonly IncidentReport[], matches: readonly IncidentMatch[]): readonly string[] {
  const named = reports.flatMap(({ objects }) => (objects.length > 0 ? [objects] : []));
  const found = matches.filter(({ match }) => match === 'named' || match === 'within').map(({ objectClass }) => objectClass);
  if (found.length > 0) named.push(found);
  const all = [...new Set(named.flat())];
  const isKin = (a: string, b: string): boolean => classesAbove(a).has(b) || classesAbove(b).has(a);
  const fitting = all.filter((code) => named.every((codes) => codes.some((other) => isKin(code, other))));
  const chosen = fitting.length > 0 ? fitting : all;
  return chosen.filter((code) => !chosen.some((other) => other !== code && classesAbove(other).has(code))).sort();
}

/** The narrowest act that all reports fit; where there is none, the widest word for all of them. */
export function actOf(acts: readonly string[]): string {
  const all = [...new Set(acts)].sort();
  const narrowest = all.find((act) => all.every((other) => actsAbove(act).has(other)));
  const common = [...actsAbove(all[0] ?? 'attack')].find((upper) => all.every((act) => actsAbove(act).has(upper)));
  return narrowest ?? common ?? 'attack';
}

/** What became of it where the reports agree; "unknown" beside a known outcome says nothing against it. */
function outcomeOf(reports: readonly IncidentReport[]): Incident['outcome'] {
  const known = [...new Set(reports.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'unknown'))];
  return known.length === 1 ? (known[0] ?? 'unknown') : 'unknown';
}

function matchesOf(reports: readonly IncidentReport[], matches: MatchesByReport): readonly IncidentMatch[] {
  const byClass = new Map<string, IncidentMatch>();
  const rank = (match: IncidentMatch): number => ['named', 'within', 'near', 'class_only'].indexOf(match.match);
  for (const { id } of reports) {
    for (const match of matches[id] ?? []) {
      const known = byClass.get(match.objectClass);
      if (!known || rank(match) < rank(known)) byClass.set(match.objectClass, match);
    }
  }
  return [...byClass.values()].sort((a, b) => (a.objectClass < b.objectClass ? -1 : 1));
}
