import { type Minute, rangeOf } from '../ledger/index.ts';
import type { EmbargoOverride, PublicationClass, PublicationProfile } from '../model/index.ts';
import { ceilTo } from './coarsen-time.ts';

/** A dated thing that waits: an incident, or one report of it. */
export interface Dated {
  readonly from: string | null;
  readonly to: string | null;
  readonly knownFrom: string | null;
}

/** Hours a class waits under a profile; one that never leaves as a place waits as long as the longest, and leaves without it. */
export function defaultHours(profile: PublicationProfile, group: PublicationClass): number {
  return profile.embargoHours[group] ?? longestHours(profile);
}

/** The longest embargo of a profile. */
export function longestHours({ embargoHours }: PublicationProfile): number {
  return Math.max(0, ...Object.values(embargoHours).flatMap((hours) => hours ?? []));
}

/** The end of what a date may mean. Seconds count: a minute of 02:30 ends at 02:31. */
function endOf(date: string | null): Minute | null {
  const range = date === null ? null : rangeOf(date);
  return range === null ? null : range.to;
}

/** The latest moment an event can have happened by its own dates; null where none can be read. */
export function eventEnd({ from, to }: Pick<Dated, 'from' | 'to'>): Minute | null {
  const ends = [endOf(from), endOf(to)].filter((end) => end !== null);
  return ends.length === 0 ? null : Math.max(...ends);
}

/**
 * The moment from which a record may leave; null: not until a date is known. It counts from the end of the day (or week) as
 * which the event is published, so that the hour at which a record appears tells nothing of the hour of the event. Without any date it
 * counts from when the event became known, which is later than the event, with the longest embargo there is.
 */
export function leavesAt(record: Dated, hours: number, profile: PublicationProfile): Minute | null {
  const dated = eventEnd(record);
  const end = dated ?? endOf(record.knownFrom);
  if (end === null) return profile.batch === 'none' ? Number.NEGATIVE_INFINITY : null;
  const waits = dated === null ? Math.max(hours, longestHours(profile)) : hours;
  return ceilTo(end, profile.time) + waits * 60;
}

/** Why a decision of editors has no effect. */
export type OverrideRefusal = 'one_editor' | 'unknown_editor' | 'single_user' | 'under_floor' | 'never';

/** Names of people as they are compared: "Ada" and "ada " are one person. */
const personOf = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * What one decision makes of an embargo. Lengthening takes one editor; shortening, also of what was lengthened before, takes two
 * different ones of a book that has more than one, and never goes under the floor.
 */
export function applyOverride(
  hours: number,
  override: Pick<EmbargoOverride, 'hours' | 'by'>,
  floor: number | null,
  editors: readonly string[],
): { readonly hours: number } | { readonly refused: OverrideRefusal } {
  if (override.hours >= hours) return { hours: override.hours };
  if (floor === null) return { refused: 'never' };
  if (override.hours < floor) return { refused: 'under_floor' };
  const known = new Set(editors.map(personOf));
  if (known.size < 2) return { refused: 'single_user' };
  const deciding = new Set(override.by.map(personOf));
  if ([...deciding].some((person) => !known.has(person))) return { refused: 'unknown_editor' };
  return deciding.size < 2 ? { refused: 'one_editor' } : { hours: override.hours };
}

/** The hours that hold after all decisions about one incident, in the order of their time; refused ones change nothing. */
export function hoursAfter(
  hours: number,
  overrides: readonly EmbargoOverride[],
  floor: number | null,
  editors: readonly string[],
): { readonly hours: number; readonly refused: readonly { readonly override: EmbargoOverride; readonly why: OverrideRefusal }[] } {
  const refused: { override: EmbargoOverride; why: OverrideRefusal }[] = [];
  let held = hours;
  for (const override of [...overrides].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))) {
    const outcome = applyOverride(held, override, floor, editors);
    if ('refused' in outcome) refused.push({ override, why: outcome.refused });
    else held = outcome.hours;
  }
  return { hours: held, refused };
}
