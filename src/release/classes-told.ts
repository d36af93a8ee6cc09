import type { Incident, PublicationProfile } from '../model/index.ts';
import { periodOf } from './coarsen-time.ts';
import { groupBy } from './group-by.ts';
import { groupCode } from './publication-class.ts';

type Counted = Pick<Incident, 'from' | 'to' | 'objects'>;

/** How an object class of an incident is given: itself where enough incidents of it lie in the period, else its group. */
export type ClassName = (code: string, incident: Pick<Incident, 'from' | 'to'>) => string;

const keyOf = (incident: Pick<Incident, 'from' | 'to'>, profile: PublicationProfile): string =>
  periodOf(incident.to ?? incident.from, profile.period) ?? 'undated';

/**
 * Decides which classes may be told apart, from the incidents that leave. What is left of a group once its frequent classes are
 * told must be frequent itself or nothing, or the remainder would be told by subtraction; then the rarest told class goes back.
 */
export function classesTold(incidents: readonly Counted[], profile: PublicationProfile): ClassName {
  const minimum = profile.minimumForClass;
  if (minimum <= 1) return (code) => code;
  const periods = groupBy(incidents, (incident) => keyOf(incident, profile));
  const told = new Map<string, ReadonlySet<string>>();
  for (const [period, inPeriod] of periods) told.set(period, toldIn(inPeriod, minimum));
  return (code, incident) => (told.get(keyOf(incident, profile))?.has(code) ? code : groupCode(code));
}

function toldIn(incidents: readonly Counted[], minimum: number): ReadonlySet<string> {
  const told = new Set<string>();
  const counts = new Map<string, number>();
  for (const { objects } of incidents) for (const code of new Set(objects)) counts.set(code, (counts.get(code) ?? 0) + 1);
  const groups = groupBy(counts.keys(), groupCode);
  for (const [group, codes] of groups) {
    const frequent = codes
      .filter((code) => (counts.get(code) ?? 0) >= minimum)
      .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
    const rest = (): number =>
      incidents.filter(({ objects }) => objects.some((code) => groupCode(code) === group && !frequent.includes(code))).length;
    for (let left = rest(); left > 0 && left < minimum && frequent.length > 0; left = rest()) frequent.pop();
    for (const code of frequent) told.add(code);
  }
  return told;
}
