import { dayOf, knownAt, type Minute, momentOf } from '../ledger/index.ts';
import type {
  EmbargoOverride,
  Incident,
  IncidentReport,
  MonitorBook,
  PublicationClass,
  PublicationProfile,
  TransformKind,
} from '../model/index.ts';
import { floorTo } from './coarsen-time.ts';
import { defaultHours, hoursAfter, leavesAt, longestHours } from './embargo.ts';
import { groupBy } from './group-by.ts';
import { groupOfIncident } from './publication-class.ts';

/** Notes for the card that something was done, once or several times. */
export type Count = (kind: TransformKind, count?: number) => void;

/** An incident that may leave, with its strictest group and those of its reports that may leave with it. */
export interface KeptIncident {
  readonly incident: Incident;
  readonly group: PublicationClass;
  readonly reports: readonly IncidentReport[];
}

const instant = (minute: Minute): string => new Date(minute * 60_000).toISOString().replace(':00.000Z', 'Z');

/** A moment, or the beginning of time for what cannot be read: then nothing leaves. */
const momentOr = (date: string): Minute => momentOf(date) ?? 0;

/**
 * The moment up to which a release takes reports: the last batch before now, before the cut-off, and before the as-of of the book. News
 * and corrections wait for the next batch, so that no two releases of one batch differ.
 */
export function cutOffOf(profile: PublicationProfile, now: string, ...others: readonly (string | null)[]): string {
  const moments = [now, ...others.filter((date) => date !== null)].map(momentOr);
  return instant(floorTo(Math.min(...moments), profile.batch));
}

/** The day (or moment) before which every embargo of a profile has ended, lengthened ones apart. */
export function completeBefore(profile: PublicationProfile, now: string): string {
  const moment = floorTo(floorTo(momentOr(now), profile.batch) - longestHours(profile) * 60, profile.time);
  return profile.time === 'minute' ? instant(moment) : dayOf(moment);
}

/** Incidents whose embargo is over, each with its reports that were known in time and are themselves over it. */
export function whatMayLeave(
  book: MonitorBook,
  profile: PublicationProfile,
  by: {
    readonly now: string;
    readonly asOf: string;
    readonly overrides: readonly EmbargoOverride[];
    readonly editors: readonly string[];
  },
  add: Count,
): readonly KeptIncident[] {
  const cutOff = momentOr(by.asOf);
  const batch = floorTo(momentOr(by.now), profile.batch);
  const byId = new Map(book.reports.map((report) => [report.id, report]));
  const overridesOf = groupBy(by.overrides, ({ incident }) => incident);
  return book.incidents.flatMap((incident) => {
    const all = incident.reports.flatMap((id) => byId.get(id) ?? []);
    const group = groupOfIncident(incident, all);
    const decisions = [incident.id, ...incident.reports].flatMap((id) => overridesOf.get(id) ?? []);
    const { hours } = hoursAfter(defaultHours(profile, group), decisions, profile.floorHours[group], by.editors);
    const isOver = (record: Parameters<typeof leavesAt>[0]): boolean => {
      const at = leavesAt(record, hours, profile);
      return at !== null && at <= batch;
    };
    const known = all.filter(({ knownFrom }) => knownFrom === null || (knownAt(knownFrom) ?? Number.POSITIVE_INFINITY) <= cutOff);
    if (known.length < all.length) add('batch', all.length - known.length);
    if (!isOver(incident)) {
      add('embargo');
      return [];
    }
    const reports = known.filter(isOver);
    if (reports.length === 0) return [];
    if (group === 'military') add('military');
    return [{ incident: { ...incident, reports: reports.map(({ id }) => id) }, group, reports }];
  });
}
