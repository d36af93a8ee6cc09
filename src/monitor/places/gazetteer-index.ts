import type { GazetteerEntry, Position2D } from '../../model/index.ts';
import { normaliseName, stemmedWords } from './normalise-name.ts';
import { knownSeats, regionByGeonames, regionByKatottg, regionsNamed, stateOf } from './region-seats.ts';

/** A place a name can mean. */
export interface NamedPlace {
  readonly state: string;
  /** ISO 3166-2; null where the gazetteer does not tell. */
  readonly admin1: string | null;
  readonly position: Position2D | null;
  readonly kind: 'settlement' | 'admin2';
  /** Whether it is the seat of its region. */
  readonly isSeat: boolean;
}

/** What a name means: one place, one of several in one region, one of several anywhere, or nothing known. */
export type PlaceAnswer =
  | { readonly is: 'one'; readonly place: NamedPlace }
  | { readonly is: 'several_in_region'; readonly admin1: string; readonly candidates: readonly NamedPlace[] }
  | { readonly is: 'several'; readonly candidates: readonly NamedPlace[] }
  | { readonly is: 'unknown' };

/** What else is known of the place: a region by name or code, a state. It narrows the candidates and never adds one. */
export interface PlaceHint {
  readonly region?: string | null;
  readonly state?: string | null;
}

/** Place names of all gazetteers given, and of the seats of regions, which are known without any. */
export interface GazetteerIndex {
  /** What a name means. Several candidates are several: size, fame or order never decide. */
  lookup(name: string, hint?: PlaceHint): PlaceAnswer;
}

interface Found extends NamedPlace {
  readonly id: string;
  readonly scheme: GazetteerEntry['scheme'] | 'own';
}

/** Lays place names out for {@link GazetteerIndex.lookup}. */
export function indexGazetteer(entries: readonly GazetteerEntry[]): GazetteerIndex {
  const byName = new Map<string, Found[]>();
  const byStem = new Map<string, Found[]>();
  const put = (index: Map<string, Found[]>, key: string, place: Found): void => {
    const list = index.get(key);
    if (!list) index.set(key, [place]);
    else if (list.at(-1) !== place) list.push(place);
  };
  const add = (names: readonly string[], place: Found): void => {
    for (const name of names) {
      const key = normaliseName(name);
      if (key === '') continue;
      put(byName, key, place);
      const stem = stemmedWords(name).join(' ');
      if (stem !== key) put(byStem, stem, place);
    }
  };
  for (const entry of entries) add(entry.names, foundOf(entry));
  for (const { code, de, en, uk, ru, also, lat, lon } of knownSeats()) {
    const place = { id: code, scheme: 'own', state: stateOf(code), admin1: code, kind: 'settlement', isSeat: true } as const;
    add([de, en, uk, ru, ...also], { ...place, position: { lat, lon } });
  }
  return {
    lookup(name, hint = {}) {
      const key = normaliseName(name);
      const exact = byName.get(key) ?? byName.get(withoutKind(key));
      const found = exact ?? byName.get(stemmedWords(name).join(' ')) ?? byStem.get(stemmedWords(name).join(' ')) ?? [];
      return answerOf(narrowed(mergeSeats(found), hint));
    },
  };
}

function foundOf({ id, scheme, position, state, region, kind }: GazetteerEntry): Found {
  const admin1 = scheme === 'geonames' ? regionByGeonames(state, region) : regionByKatottg(region);
  // The recognised border decides, whatever country a table files a region under.
  return { id, scheme, state: admin1 === null ? state : stateOf(admin1), admin1, position, kind, isSeat: false };
}

/** Words for the kind of settlement that a table may set before the name. */
const KINDS =
  /^(?:м|смт|с|селище|село|місто|г|город|пос|поселок|пгт|деревня|city of|town of|village of|stadt|dorf|gemeinde) |(?: (?:city|town|village|township|settlement))$/u;

function withoutKind(name: string): string {
  return name.replace(KINDS, '').trim();
}

/** The same town stands in our list of seats and in a gazetteer: it is one place there, the seat. */
function mergeSeats(found: readonly Found[]): readonly Found[] {
  const seats = found.filter(({ isSeat }) => isSeat);
  if (seats.length === 0) return found;
  return found.flatMap((place) => {
    if (place.isSeat || place.position === null) return [place];
    return seats.some((seat) => seat.admin1 === place.admin1 && isClose(seat.position, place.position)) ? [] : [place];
  });
}

/** Within about twenty kilometres: two lists put the middle of a large city at different spots. */
function isClose(a: Position2D | null, b: Position2D | null): boolean {
  if (!a || !b) return false;
  return Math.abs(a.lat - b.lat) < 0.2 && Math.abs(a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180) < 0.2;
}

function narrowed(found: readonly Found[], { region, state }: PlaceHint): readonly Found[] {
  const regions = region ? regionsNamed(region) : [];
  return found.filter(
    (place) => (regions.length === 0 || (place.admin1 !== null && regions.includes(place.admin1))) && (!state || place.state === state),
  );
}

/**
 * One list has the positions and misses most villages, another has every village of one state and no positions. Within a
 * region they are taken to list the same places as long as neither has more than one.
 */
function answerOf(found: readonly Found[]): PlaceAnswer {
  const settlements = found.filter(({ kind }) => kind === 'settlement');
  const chosen = settlements.length > 0 ? settlements : found;
  if (chosen.length === 0) return { is: 'unknown' };
  const regions = new Map<string, Found[]>();
  for (const place of chosen) {
    const key = place.admin1 ?? `${place.state} ${place.id}`;
    regions.set(key, [...(regions.get(key) ?? []), place]);
  }
  const places = [...regions.values()].flatMap(placesAmong).sort(inOrder);
  const [only] = places;
  if (places.length === 1 && only) return { is: 'one', place: bare(only) };
  const [admin1, ...others] = new Set(places.map((place) => place.admin1));
  if (admin1 && others.length === 0) return { is: 'several_in_region', admin1, candidates: places.map(bare) };
  return { is: 'several', candidates: places.map(bare) };
}

/** The distinct places among the entries of one region: those with a position, and what a list without any has beyond them. */
function placesAmong(found: readonly Found[]): readonly Found[] {
  const placed = found.filter(({ position }) => position !== null);
  const listed = found.filter(({ position }) => position === null);
  return [...placed, ...listed.slice(placed.length)];
}

/** By region and position, so that no list decides by the order it is written in. */
function inOrder(a: Found, b: Found): number {
  const key = ({ state, admin1, position }: Found): string => `${admin1 ?? state} ${position?.lat ?? ''} ${position?.lon ?? ''}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

function bare({ state, admin1, position, kind, isSeat }: Found): NamedPlace {
  return { state, admin1, position, kind, isSeat };
}
