import type { IncidentReport, RestrictedPlace, Site } from '../../model/index.ts';

/** A site for tests and benchmarks: a point in a field, with the fields given in place of its own. */
export function sampleSite(fields: Partial<Site> = {}): Site {
  return {
    id: 'site-1',
    objects: ['substation'],
    territory: 'AA',
    admin1: 'AA-1',
    names: [],
    position: { lat: 50, lon: 30 },
    outline: null,
    source: 'register',
    ...fields,
  };
}

/** A report of an incident for tests and benchmarks, with the fields given in place of its own. */
export function sampleIncidentReport(fields: Partial<IncidentReport> = {}): IncidentReport {
  return {
    id: 'ir-1',
    source: 'monitor',
    independenceGroup: 'monitor',
    url: null,
    row: null,
    statement: null,
    stance: 'reports',
    speaker: null,
    accused: null,
    from: '2025-03-20',
    to: null,
    place: { precision: 'settlement', territory: 'AA', admin1: 'AA-1', cell: null, claimedBy: [], controlledBy: null, domain: 'land' },
    objects: [],
    act: 'attack',
    outcome: 'unknown',
    means: 'official_statement',
    reliability: 'F',
    text: null,
    language: null,
    knownFrom: '2025-03-20',
    ...fields,
  };
}

/** The exact place of {@link sampleIncidentReport}, in the middle of {@link sampleSite}. */
export function sampleExactPlace(fields: Partial<RestrictedPlace> = {}): RestrictedPlace {
  return { reportId: 'ir-1', lat: 50, lon: 30, precision: 'exact_10m', placeName: null, ...fields };
}
