import type { IncidentPlace, IncidentReport } from '../model/index.ts';

/** What tests state of a report: everything is optional, and a region is enough of a place. */
export type SampleFields = Partial<Omit<IncidentReport, 'place'>> & { readonly place?: Partial<IncidentPlace> };

const NOWHERE: IncidentPlace = {
  precision: 'unknown',
  territory: null,
  admin1: null,
  cell: null,
  claimedBy: [],
  controlledBy: null,
  domain: null,
};

/** An incident report for tests: everything left out is unknown. */
export function sampleReport({ place = {}, ...fields }: SampleFields): IncidentReport {
  return {
    id: 'irep-sample',
    source: 'Sample Wire',
    independenceGroup: fields.source ?? 'Sample Wire',
    url: null,
    row: null,
    statement: null,
    stance: 'reports',
    speaker: null,
    accused: null,
    from: null,
    to: null,
    objects: [],
    act: 'attack',
    outcome: 'unknown',
    means: 'media_report_only',
    reliability: 'C',
    text: null,
    language: null,
    knownFrom: fields.from ?? null,
    ...fields,
    place: { ...NOWHERE, ...(place.admin1 ? { territory: place.admin1.slice(0, 2), precision: 'admin1' } : {}), ...place },
  };
}
