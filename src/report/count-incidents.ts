import type { CountRange, Incident, PublicationProfile } from '../model/index.ts';
import { gateRange } from '../release/index.ts';

/**
 * How many events some incidents are. At most all of them; at least what remains if every report that may mean another one
 * of them as well does. Small counts are given as the range that the profile asks for.
 */
export function countIncidents(incidents: readonly Incident[], profile: Pick<PublicationProfile, 'minimumCount'>): CountRange {
  return gateRange({ min: groupsAmong(incidents), max: incidents.length }, profile.minimumCount);
}

/** A range as it is printed; equal ends are one number. */
export function rangeText({ min, max }: CountRange): string {
  return min === max ? String(max) : `${min}–${max}`;
}

/** Groups that remain if everything that may be the same is the same. */
function groupsAmong(incidents: readonly Incident[]): number {
  const holderOf = new Map(incidents.flatMap((incident, at) => incident.reports.map((report) => [report, at] as const)));
  const leader = incidents.map((_, at) => at);
  const lead = (at: number): number => {
    let found = at;
    while (leader[found] !== found) found = leader[found] ?? found;
    return found;
  };
  incidents.forEach((incident, at) => {
    for (const report of incident.maybe) {
      const other = holderOf.get(report);
      if (other !== undefined) leader[lead(other)] = lead(at);
    }
  });
  return leader.filter((found, at) => found === at).length;
}
