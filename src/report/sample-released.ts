import type { Incident, IncidentPlace, PublicationProfile, ReleasedBook } from '../model/index.ts';

const NOWHERE: IncidentPlace = {
  precision: 'unknown',
  territory: null,
  admin1: null,
  cell: null,
  claimedBy: [],
  controlledBy: null,
  domain: null,
};

/** What tests state of an incident: a region is enough of a place, and a name enough of who says it. */
export type SampleIncident = Partial<Omit<Incident, 'place' | 'attribution'>> & {
  readonly place?: Partial<IncidentPlace>;
  readonly attribution?: Partial<Incident['attribution']>;
};

/** An incident for tests: one report, nothing known that is not stated. */
export function sampleIncident({ place = {}, attribution = {}, ...fields }: SampleIncident): Incident {
  const id = fields.id ?? 'inc-sample';
  const reason = { code: 'sample', values: {} };
  return {
    id,
    from: null,
    to: null,
    objects: [],
    act: 'attack',
    outcome: 'unknown',
    reports: [`${id}-r`],
    matches: [],
    grade: { source: 'C', sourceWhy: reason, information: 6, informationWhy: reason },
    occurrence: { level: 'single_source', independentGroups: 1, why: reason },
    means: 'official_statement',
    same: [],
    maybe: [],
    knownFrom: fields.from ?? null,
    ...fields,
    place: { ...NOWHERE, ...(place.admin1 ? { territory: place.admin1.slice(0, 2), precision: 'admin1' } : {}), ...place },
    attribution: { level: 'alleged_by_one_side', to: [], by: [], deniedBy: [], ...attribution },
  };
}

/** A profile for tests that withholds nothing but what is stated. */
export function sampleProfile(fields: Partial<PublicationProfile> = {}): PublicationProfile {
  const none = { military: 0, energy: 0, other_civilian: 0 };
  return {
    id: 'public',
    embargoHours: none,
    floorHours: none,
    place: { military: 'country', energy: 'admin1', other_civilian: 'admin1' },
    time: 'day',
    batch: 'day',
    period: 'week',
    minimumCount: 1,
    minimumForClass: 1,
    texts: 'quotations',
    withholdNames: true,
    outcomes: 'kept',
    provenance: 'withheld',
    sources: [],
    ...fields,
  };
}

/** A released book for tests, which alone may call something released that has not passed the gate. */
export function sampleReleased(incidents: readonly Incident[], fields: Partial<ReleasedBook> = {}): ReleasedBook {
  const profile = fields.profile ?? sampleProfile();
  return {
    asOf: '2025-04-01',
    reports: [],
    incidents,
    assessments: [],
    gaps: [],
    replies: [],
    agreements: [],
    profile,
    card: {
      id: 'rel-sample',
      profile: profile.id,
      kind: 'page',
      asOf: '2025-04-01',
      createdAt: '2025-04-01T18:00Z',
      transforms: [],
      balance: { sourcesBySide: {}, gaps: [], curatedShare: 0 },
      lag: { hours: 0, completeBefore: '2025-04-02' },
      sha256: '',
      corrects: null,
      correctionNote: null,
    },
    ...fields,
  } as ReleasedBook;
}
