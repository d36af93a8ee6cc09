import { DAY, type Minute, momentOf } from '../ledger/index.ts';
import type { FirePoint, RestrictedPlace } from '../model/index.ts';
import { metresBetween } from './match/geometry.ts';
import { radiusOf } from './match/precision.ts';
import { timeOf } from './report-time.ts';

/** A reported incident, where exactly it was, and what satellites saw. */
export interface FireQuestion {
  /** Time of the incident as reported. */
  readonly from: string | null;
  readonly to: string | null;
  /** Restricted. */
  readonly place: RestrictedPlace;
  /** Restricted. */
  readonly points: readonly FirePoint[];
  /** Hours from the event during which nobody may learn anything about it in this way. */
  readonly embargoHours: number;
  readonly now: string;
}

/** A satellite passes a few times a day, and what burns after an attack is seen at the next pass. */
const SEEN_WITHIN: Minute = DAY;

/** A place where it burned in the weeks before burns by itself: flares of refineries and furnaces are seen on every pass. */
const BURNS_ANYWAY: Minute = 14 * DAY;

/** Beyond this a position may mean any fire of a town. */
const COARSEST_METRES = 1_000;

/**
 * Whether satellites saw a fire where and when an incident was reported: yes, no, or null where nothing may or can be said.
 * Nothing else comes out, no distance, no number and no point: it answers for an incident that was reported already and is past
 * its embargo, and a fire by itself is none.
 */
export function corroboratedByFire({ from, to, place, points, embargoHours, now }: FireQuestion): boolean | null {
  const time = timeOf({ from, to });
  const moment = momentOf(now);
  const radius = radiusOf(place.precision);
  if (time === null || moment === null || radius === null || radius > COARSEST_METRES || place.lat === null || place.lon === null)
    return null;
  if (time.to + embargoHours * 60 > moment) return null;
  const [first, last] = [time.from, time.to + SEEN_WITHIN];
  let watched = false;
  let seen = false;
  for (const point of points) {
    const at = momentOf(point.at);
    if (at === null || at < first - BURNS_ANYWAY || at >= last) continue;
    // One that was seen anywhere says that satellites were looking and the table covers the day.
    if (at >= first) watched = true;
    if (metresBetween(place.lat, place.lon, point.lat, point.lon) > radius + reach(point)) continue;
    if (at < first) return null;
    seen = true;
  }
  return watched ? seen : null;
}

/** Metres from the middle of a detection to the corner of the ground that it stands for. */
const reach = ({ footprintKm }: FirePoint): number => footprintKm * 1000 * Math.SQRT1_2;
