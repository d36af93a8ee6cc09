import Flatbush from 'flatbush';
import type { RegionOutline } from '../../model/region-outline.ts';
import { cellBounds, cellOf } from '../grid.ts';
import { DEGREE, flattenRings, liesIn, metresToEdge, type Rings } from '../match/geometry.ts';

/** State and region that a position lies in. */
export interface Territory {
  /** ISO 3166-1 alpha-2, on the borders of the outlines given. */
  readonly territory: string;
  /** ISO 3166-2; null where the outlines know the state only. */
  readonly admin1: string | null;
}

/** Finds states and regions by position. */
export interface TerritoryMap {
  /** Null at sea and where no outline is within reach. */
  at(lat: number, lon: number): Territory | null;
  /** Every region that holds the position or comes within 15 km of it: what a source may truly call its region. */
  around(lat: number, lon: number): readonly Territory[];
}

/**
 * Metres by which an outline may miss the ground it stands for: the shipped ones are thinned by up to a kilometre, and quays
 * and islets are left out of them. A position that lies in none is given to the nearest within this distance.
 */
const REACH = 5000;
/** Metres to a region within which a source that names it is believed: beyond the Urals the outlines are thinned by 6 km. */
const STATED_REACH = 15_000;

interface Part {
  readonly code: string;
  readonly territory: string;
  readonly rings: Rings;
}

/** Prepares outlines for {@link TerritoryMap.at}; where two overlap, the one given first holds. */
export function makeTerritoryMap(outlines: readonly RegionOutline[]): TerritoryMap {
  const parts: Part[] = outlines.flatMap(({ code, territory, polygons }) =>
    polygons.flatMap((polygon) => acrossTheMeridian(polygon).map((rings) => ({ code, territory, rings: flattenRings(rings) }))),
  );
  const answers = outlines.map(({ code, territory }): Territory => ({ territory, admin1: code.includes('-') ? code : null }));
  const byCode = new Map(outlines.map(({ code }, at) => [code, answers[at] ?? null]));
  const tree = parts.length > 0 ? new Flatbush(parts.length) : null;
  for (const { rings } of parts) {
    const box = boxOf(rings);
    tree?.add(box.west, box.south, box.east, box.north);
  }
  tree?.finish();
  const cells = new Map<string, Territory | null | undefined>();

  const partsIn = (west: number, south: number, east: number, north: number): readonly Part[] =>
    (tree?.search(west, south, east, north) ?? []).sort((a, b) => a - b).flatMap((at) => parts[at] ?? []);
  const holding = (lat: number, lon: number): Part | undefined => partsIn(lon, lat, lon, lat).find(({ rings }) => liesIn(rings, lat, lon));
  /** Parts within reach with their distance, the nearest first. */
  const within = (lat: number, lon: number, reach: number): readonly { readonly part: Part; readonly metres: number }[] => {
    const north = reach / DEGREE;
    const east = north / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
    return partsIn(lon - east, lat - north, lon + east, lat + north)
      .map((part) => ({ part, metres: metresToEdge(part.rings, lat, lon) }))
      .filter(({ metres }) => metres <= reach)
      .sort((a, b) => a.metres - b.metres);
  };
  const find = (lat: number, lon: number): Territory | null => {
    const part = holding(lat, lon) ?? within(lat, lon, REACH)[0]?.part;
    return part ? (byCode.get(part.code) ?? null) : null;
  };

  return {
    at(lat, lon) {
      const cell = cellOf(lat, lon);
      if (cell === null || tree === null) return null;
      // Most cells lie in one region altogether; asking once for the whole cell spares the polygon for all that follow.
      let whole = cells.get(cell);
      if (whole === undefined && !cells.has(cell)) {
        whole = wholeCell(cell, partsIn, find);
        cells.set(cell, whole);
      }
      return whole ?? find(lat, lon);
    },
    around(lat, lon) {
      const inner = holding(lat, lon);
      const codes = new Set([...(inner ? [inner] : []), ...within(lat, lon, STATED_REACH).map(({ part }) => part)].map(({ code }) => code));
      return [...codes].flatMap((code) => byCode.get(code) ?? []);
    },
  };
}

/**
 * A polygon that crosses the 180th meridian jumps from one end of the map to the other; it is laid out beyond 180 degrees,
 * and once more a whole turn to the west, so that either way of writing a longitude finds it.
 */
function acrossTheMeridian(polygon: RegionOutline['polygons'][number]): readonly RegionOutline['polygons'][number][] {
  if (!polygon.some((ring) => ring.some(([lon], at) => at > 0 && Math.abs(lon - (ring[at - 1]?.[0] ?? lon)) > 180))) return [polygon];
  const laidOut = polygon.map((ring) => ring.map(([lon, lat]): readonly [number, number] => [lon < 0 ? lon + 360 : lon, lat]));
  return [laidOut, laidOut.map((ring) => ring.map(([lon, lat]): readonly [number, number] => [lon - 360, lat]))];
}

/** The region a whole cell lies in; undefined where an edge crosses the cell or none holds it. */
function wholeCell(
  cell: string,
  partsIn: (west: number, south: number, east: number, north: number) => readonly Part[],
  find: (lat: number, lon: number) => Territory | null,
): Territory | undefined {
  const bounds = cellBounds(cell);
  if (!bounds) return undefined;
  const { south, west, north, east } = bounds;
  const near = partsIn(west, south, east, north);
  if (near.some(({ rings }) => crosses(rings, bounds))) return undefined;
  const [lat, lon] = [(south + north) / 2, (west + east) / 2];
  return near.some(({ rings }) => liesIn(rings, lat, lon)) ? (find(lat, lon) ?? undefined) : undefined;
}

/** Whether an edge may cross a box: true also for some that only pass its corner, which costs time and no answer. */
function crosses({ points, starts }: Rings, box: { south: number; west: number; north: number; east: number }): boolean {
  for (let ring = 1; ring < starts.length; ring++) {
    for (let at = (starts[ring - 1] ?? 0) + 2; at < (starts[ring] ?? 0); at += 2) {
      const [fromX, fromY, toX, toY] = [points[at - 2] ?? 0, points[at - 1] ?? 0, points[at] ?? 0, points[at + 1] ?? 0];
      const isApart =
        (fromX < box.west && toX < box.west) ||
        (fromX > box.east && toX > box.east) ||
        (fromY < box.south && toY < box.south) ||
        (fromY > box.north && toY > box.north);
      if (!isApart) return true;
    }
  }
  return false;
}

function boxOf({ points }: Rings): { west: number; south: number; east: number; north: number } {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let at = 0; at < points.length; at += 2) {
    box.west = Math.min(box.west, points[at] ?? box.west);
    box.east = Math.max(box.east, points[at] ?? box.east);
    box.south = Math.min(box.south, points[at + 1] ?? box.south);
    box.north = Math.max(box.north, points[at + 1] ?? box.north);
  }
  return box;
}
