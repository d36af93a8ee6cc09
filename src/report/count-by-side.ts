import type { CountRange, Incident, PublicationProfile } from '../model/index.ts';
import { countIncidents } from './count-incidents.ts';
import { OTHERS, type Side, type VoicesOf } from './sides.ts';

/** How many incidents a side, or others, tell of. */
export interface SideCount {
  readonly side: string;
  readonly count: CountRange;
}

/** Counts by side in their order, then others; those without any are left out. */
export function countBySide(
  incidents: readonly Incident[],
  sides: readonly Side[],
  voicesOf: VoicesOf,
  profile: Pick<PublicationProfile, 'minimumCount'>,
): readonly SideCount[] {
  return [...sides.map(({ code }) => code), OTHERS].flatMap((side) => {
    const theirs = incidents.filter((incident) => voicesOf(incident).includes(side));
    return theirs.length === 0 ? [] : [{ side, count: countIncidents(theirs, profile) }];
  });
}
