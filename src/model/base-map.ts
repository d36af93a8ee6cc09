import type { RegionOutline } from './region-outline.ts';

/** A point as [lon, lat] in degrees, WGS 84. */
export type LonLat = readonly [number, number];

/** The shipped outlines as they stand in `data/basemap/outlines.json`: lines shared by neighbours are kept once. */
export interface StoredOutlines {
  /** Units of the coordinates in one degree. */
  readonly unitsPerDegree: number;
  /** Lines, each [lon, lat, step, step, …] in these units. */
  readonly arcs: readonly (readonly number[])[];
  readonly regions: readonly {
    readonly code: string;
    readonly territory: string;
    /** Polygons of rings of line numbers; `~n` is line n backwards. */
    readonly arcs: readonly (readonly (readonly number[])[])[];
  }[];
}

/** The base map with its lines still shared, so that thinning one of them keeps both sides of a border together. */
export interface BaseMap {
  readonly lines: readonly (readonly LonLat[])[];
  readonly regions: readonly {
    readonly code: string;
    readonly territory: string;
    readonly rings: readonly (readonly (readonly number[])[])[];
  }[];
}

/** The base map out of its stored form. */
export function decodeBaseMap(stored: StoredOutlines): BaseMap {
  const lines = stored.arcs.map((steps) => {
    const line: LonLat[] = [];
    let x = 0;
    let y = 0;
    for (let at = 0; at + 1 < steps.length; at += 2) {
      x += steps[at] ?? 0;
      y += steps[at + 1] ?? 0;
      line.push([x / stored.unitsPerDegree, y / stored.unitsPerDegree]);
    }
    return line;
  });
  return { lines, regions: stored.regions.map(({ code, territory, arcs }) => ({ code, territory, rings: arcs })) };
}

/** One closed ring out of numbered lines, which may be given in any coordinates. */
export function ringOf<P>(lines: readonly (readonly P[])[], numbers: readonly number[]): readonly P[] {
  const ring: P[] = [];
  for (const number of numbers) {
    const line = number < 0 ? [...(lines[~number] ?? [])].reverse() : (lines[number] ?? []);
    // The first point of a line is the last of the one before.
    ring.push(...(ring.length > 0 ? line.slice(1) : line));
  }
  return ring;
}

/** Outlines as polygons of positions, in the order of the file: Ukraine's units, Russia's, neighbouring states. */
export function outlinesOf(map: BaseMap): readonly RegionOutline[] {
  return map.regions.map(({ code, territory, rings }) => ({
    code,
    territory,
    polygons: rings.map((polygon) => polygon.map((numbers) => ringOf(map.lines, numbers))),
  }));
}
