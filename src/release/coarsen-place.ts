import { knownUnits } from '../model/administrative-units.ts';
import { type IncidentPlace, PLACE_PRECISIONS, type PlacePrecision } from '../model/index.ts';

const finenessOf = (precision: PlacePrecision): number => PLACE_PRECISIONS.indexOf(precision);

/**
 * Regions known to be larger than a square of 25 km, a test measures them. A region that is not among them may be a small
 * city: it is given by its state alone.
 */
const LARGE_REGIONS: ReadonlySet<string> = new Set(knownUnits().map(({ code }) => code));

/**
 * A place no finer than asked. A cell and a region never leave together, since what lies in both is finer than either; who
 * held or claims the place goes too, because a front line cuts a region into parts.
 */
export function coarsenPlace(place: IncidentPlace, finest: PlacePrecision): IncidentPlace {
  if (finest === 'exact_10m') return place;
  const bare = { territory: place.territory, admin1: null, cell: null, claimedBy: [], controlledBy: null, domain: place.domain };
  const wanted = PLACE_PRECISIONS[Math.max(finenessOf(place.precision), finenessOf(finest))] ?? 'unknown';
  if (finenessOf(wanted) <= finenessOf('cell') && place.cell !== null) return { ...bare, precision: 'cell', cell: place.cell };
  if (finenessOf(wanted) <= finenessOf('admin1') && place.admin1 !== null && LARGE_REGIONS.has(place.admin1)) {
    return { ...bare, precision: 'admin1', admin1: place.admin1 };
  }
  return { ...bare, precision: place.territory === null ? 'unknown' : 'country' };
}
