import type { EmbargoOverride, MonitorBook, PublicationProfile } from '../model/index.ts';
import { defaultHours, hoursAfter, type OverrideRefusal } from './embargo.ts';
import { groupOfIncident } from './publication-class.ts';

/** A decision without effect, and why. */
export interface RefusedOverride {
  readonly override: EmbargoOverride;
  readonly why: OverrideRefusal | 'no_incident';
}

/** Decisions on embargoes that change nothing under a profile: everybody who made one is told. */
export function refusedOverrides(
  book: MonitorBook,
  profile: PublicationProfile,
  overrides: readonly EmbargoOverride[],
  editors: readonly string[],
): readonly RefusedOverride[] {
  const reports = new Map(book.reports.map((report) => [report.id, report]));
  const found = new Set<string>();
  const refused = book.incidents.flatMap((incident): readonly RefusedOverride[] => {
    const ids = new Set([incident.id, ...incident.reports]);
    const own = overrides.filter((override) => ids.has(override.incident));
    for (const override of own) found.add(override.id);
    if (own.length === 0) return [];
    const group = groupOfIncident(
      incident,
      incident.reports.flatMap((id) => reports.get(id) ?? []),
    );
    return hoursAfter(defaultHours(profile, group), own, profile.floorHours[group], editors).refused;
  });
  return [...refused, ...overrides.filter(({ id }) => !found.has(id)).map((override) => ({ override, why: 'no_incident' as const }))];
}
