import type { CountRange, Incident, IncidentPlace, PlacePrecision, ReleasedBook } from '../../model/index.ts';
import { PLACE_PRECISIONS } from '../../model/index.ts';
import { countBySide, type SideCount } from '../count-by-side.ts';
import { countIncidents } from '../count-incidents.ts';
import { type Side, voicesIn } from '../sides.ts';

/** Where a mark of the map stands: a cell of the grid, a first-level unit, or beside the map. */
export type PlaceKey =
  | { readonly kind: 'cell'; readonly code: string; readonly unit: string | null }
  | { readonly kind: 'unit'; readonly code: string }
  | { readonly kind: 'sea' }
  | { readonly kind: 'state'; readonly code: string }
  | { readonly kind: 'unknown' };

/** Incidents of one place: how many on whose word, and how finely the place is known to those who keep the book. */
export interface PlaceGroup {
  readonly key: PlaceKey;
  readonly all: CountRange;
  /** By side in their order, then others; those without any are left out. */
  readonly bySide: readonly SideCount[];
  readonly finest: PlacePrecision;
  readonly incidents: readonly Incident[];
}

/** Groups incidents by the place that the release leaves them, in a fixed order of places. */
export function groupByPlace(book: Pick<ReleasedBook, 'incidents' | 'reports' | 'profile'>, sides: readonly Side[]): readonly PlaceGroup[] {
  const voicesOf = voicesIn(book.reports, sides);
  const groups = new Map<string, { key: PlaceKey; incidents: Incident[] }>();
  for (const incident of book.incidents) {
    const key = placeKeyOf(incident.place);
    const name = nameOfKey(key);
    const group = groups.get(name);
    if (group) group.incidents.push(incident);
    else groups.set(name, { key, incidents: [incident] });
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { key, incidents }]) => ({
      key,
      all: countIncidents(incidents, book.profile),
      bySide: countBySide(incidents, sides, voicesOf, book.profile),
      finest: finestOf(incidents),
      incidents,
    }));
}

/** The place of an incident as a map can show it. */
export function placeKeyOf({ cell, admin1, territory, domain }: IncidentPlace): PlaceKey {
  if (cell !== null) return { kind: 'cell', code: cell, unit: admin1 };
  if (admin1 !== null) return { kind: 'unit', code: admin1 };
  if (domain === 'sea') return { kind: 'sea' };
  return territory === null ? { kind: 'unknown' } : { kind: 'state', code: territory };
}

function nameOfKey(key: PlaceKey): string {
  return 'code' in key ? `${key.kind} ${key.code}` : key.kind;
}

function finestOf(incidents: readonly Incident[]): PlacePrecision {
  const rank = (precision: PlacePrecision): number => PLACE_PRECISIONS.indexOf(precision);
  return incidents.map(({ place }) => place.precision).reduce((best, next) => (rank(next) < rank(best) ? next : best), 'unknown');
}
