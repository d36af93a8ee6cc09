import {
  claimantsOf,
  type GradeReason,
  type IncidentPlace,
  type IncidentReport,
  type PlacePrecision,
  type RestrictedPlace,
} from '../../model/index.ts';
import { cellOf } from '../grid.ts';
import { radiusOf } from '../match/precision.ts';
import type { ControlHistory } from '../territory/control-history.ts';
import type { TerritoryMap } from '../territory/territory-map.ts';
import type { GazetteerIndex, NamedPlace, PlaceAnswer } from './gazetteer-index.ts';
import { isCityAndAround, regionsNamed, stateOf } from './region-seats.ts';

/** What places are worked out with; each may be missing, and what it would tell stays unknown. */
export interface PlaceBooks {
  readonly territory: TerritoryMap | null;
  readonly gazetteer: GazetteerIndex | null;
  readonly control: ControlHistory | null;
  /**
   * Whether a bare name that is the seat of a region and of other places as well is left open. Otherwise it means the seat,
   * as in news that name a village of the same name with its region; the note says that it was taken so.
   */
  readonly strictNames?: boolean;
}

/** Reports with their places, and why each is as fine as it is. */
export interface PlacedReports {
  readonly reports: readonly IncidentReport[];
  /** Restricted: the exact places, with positions that names gave; matching takes these. */
  readonly exact: readonly RestrictedPlace[];
  readonly notes: readonly PlaceNote[];
}

/** Why the place of a report is what it is. */
export interface PlaceNote {
  readonly reportId: string;
  readonly reason: GradeReason;
}

interface Placed {
  readonly place: IncidentPlace;
  readonly exact: RestrictedPlace;
  readonly reason: string;
}

const FINER_THAN_REGION: ReadonlySet<PlacePrecision> = new Set(['exact_10m', 'vicinity_100m', 'locality_1km', 'settlement']);

/**
 * Fills in state, region, cell, claims and control of each report from its exact place, and nothing finer. What the sources
 * contradict is left unknown.
 */
export function attachPlaces(reports: readonly IncidentReport[], exact: readonly RestrictedPlace[], books: PlaceBooks): PlacedReports {
  const byReport = new Map(exact.map((place) => [place.reportId, place]));
  const notes: PlaceNote[] = [];
  const places: RestrictedPlace[] = [];
  const placed = reports.map((report): IncidentReport => {
    const given = byReport.get(report.id);
    const { admin1 } = report.place;
    // The region is the finer statement: a table may count a disputed one to the state that claims it.
    const stated = admin1 === null ? report.place : { ...report.place, territory: stateOf(admin1) };
    const found = given ? placeOf(stated, given, books) : null;
    const place = withClaims(found?.place ?? stated, report.from);
    if (given) places.push(found?.exact ?? given);
    if (found) notes.push({ reportId: report.id, reason: { code: found.reason, values: {} } });
    return { ...report, place: withControl(place, found?.exact ?? null, report, books.control, notes) };
  });
  return { reports: placed, exact: places, notes };
}

function placeOf(place: IncidentPlace, given: RestrictedPlace, books: PlaceBooks): Placed | null {
  if (given.lat !== null && given.lon !== null) return byPosition(place, given, given.lat, given.lon, books.territory);
  if (given.placeName !== null && books.gazetteer) return byName(place, given, given.placeName, books);
  const region = statedRegion(place, given);
  if (region === null || region === place.admin1) return null;
  const found = { ...place, precision: 'admin1', territory: stateOf(region), admin1: region, cell: null } as const;
  return { place: found, exact: { ...given, precision: 'admin1' }, reason: 'place_by_name' };
}

function byPosition(place: IncidentPlace, given: RestrictedPlace, lat: number, lon: number, map: TerritoryMap | null): Placed {
  const stated = statedRegion(place, given);
  const cell = FINER_THAN_REGION.has(given.precision) ? cellOf(lat, lon) : null;
  const settled = (territory: string | null, admin1: string | null, reason: string): Placed => ({
    place: { ...place, precision: given.precision, territory, admin1: given.precision === 'country' ? null : admin1, cell },
    exact: given,
    reason,
  });
  const found = map?.at(lat, lon) ?? null;
  if (map === null || found === null) {
    // At sea, or without a map, what the source says of the region is all there is.
    return settled(stated ? stateOf(stated) : place.territory, stated, 'place_outside');
  }
  if (stated !== null && !(found.admin1 !== null && isCityAndAround(stated, found.admin1))) {
    const around = stated === found.admin1 ? [found] : map.around(lat, lon);
    if (around.some(({ admin1 }) => admin1 === stated)) return settled(stateOf(stated), stated, 'place_by_position');
    return contradicted(place, given, stateOf(stated) === found.territory ? found.territory : null);
  }
  if (place.territory !== null && place.territory !== found.territory && !isReadByBorder(place.territory, found.admin1)) {
    const near = map.around(lat, lon).find(({ territory }) => territory === place.territory);
    return near ? settled(near.territory, near.admin1, 'place_by_position') : contradicted(place, given, null);
  }
  return settled(found.territory, found.admin1, 'place_by_position');
}

/** A table that counts a disputed region to the state that claims it is read by the recognised border. */
function isReadByBorder(stated: string, admin1: string | null): boolean {
  return admin1 !== null && claimantsOf(admin1).includes(stated);
}

/** Name and position, or two statements, exclude each other: which of them is wrong cannot be told from here. */
function contradicted(place: IncidentPlace, given: RestrictedPlace, territory: string | null): Placed {
  return {
    place: { ...place, precision: territory === null ? 'unknown' : 'country', territory, admin1: null, cell: null, claimedBy: [] },
    exact: { ...given, lat: null, lon: null, precision: territory === null ? 'unknown' : 'country' },
    reason: 'place_contradicted',
  };
}

function byName(place: IncidentPlace, given: RestrictedPlace, name: string, { gazetteer, strictNames = false }: PlaceBooks): Placed {
  const region = statedRegion(place, given);
  const hint = { region: region ?? given.regionName ?? null, state: place.territory };
  const answer: PlaceAnswer = gazetteer?.lookup(name, hint) ?? { is: 'unknown' };
  if (answer.is === 'one') return atPlace(place, given, answer.place, 'place_by_name');
  if (answer.is === 'several') {
    const seats = answer.candidates.filter(({ isSeat }) => isSeat);
    const [seat] = seats;
    if (seat && seats.length === 1 && !strictNames) return atPlace(place, given, seat, 'place_seat');
  }
  const known = answer.is === 'several_in_region' ? answer.admin1 : region;
  const states = answer.is === 'several' ? new Set(answer.candidates.map(({ state }) => state)) : new Set<string>();
  const territory = known ? stateOf(known) : (place.territory ?? (states.size === 1 ? ([...states][0] ?? null) : null));
  const precision: PlacePrecision = known ? 'admin1' : territory ? 'country' : 'unknown';
  const reason = answer.is === 'unknown' ? 'place_unlisted' : 'place_several';
  return { place: { ...place, precision, territory, admin1: known, cell: null }, exact: { ...given, precision }, reason };
}

function atPlace(place: IncidentPlace, given: RestrictedPlace, { state, admin1, position, kind }: NamedPlace, reason: string): Placed {
  // A name gives the middle of a settlement, however sure its source was of the spot.
  const precision: PlacePrecision = kind === 'admin2' ? 'admin2' : 'settlement';
  const spot = kind === 'settlement' ? position : null;
  return {
    place: { ...place, precision, territory: state, admin1, cell: spot ? cellOf(spot.lat, spot.lon) : null },
    exact: { ...given, precision, lat: spot?.lat ?? null, lon: spot?.lon ?? null },
    reason,
  };
}

/** The region a source names, where the name can mean one alone. */
function statedRegion({ admin1 }: IncidentPlace, { regionName }: RestrictedPlace): string | null {
  if (admin1 !== null) return admin1;
  const [region, ...others] = regionName ? regionsNamed(regionName) : [];
  return region !== undefined && others.length === 0 ? region : null;
}

function withClaims(place: IncidentPlace, from: string | null): IncidentPlace {
  if (place.admin1 === null) return place;
  return { ...place, claimedBy: [...new Set([...place.claimedBy, ...claimantsOf(place.admin1, from)])].sort() };
}

function withControl(
  place: IncidentPlace,
  exact: RestrictedPlace | null,
  { id, from }: IncidentReport,
  control: ControlHistory | null,
  notes: PlaceNote[],
): IncidentPlace {
  if (control === null || place.controlledBy !== null || from === null || !exact || exact.lat === null || exact.lon === null) return place;
  const metres = radiusOf(exact.precision);
  if (metres === null) return place;
  const answer = control.at({ lat: exact.lat, lon: exact.lon, territory: place.territory, metres }, from);
  if (answer.holder === null) notes.push({ reportId: id, reason: { code: `control_${answer.why}`, values: {} } });
  return { ...place, controlledBy: answer.holder };
}
