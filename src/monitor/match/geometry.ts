const RADIANS = Math.PI / 180;
/** Mean radius of the earth in metres. */
const EARTH = 6_371_008.8;
/** Metres of one degree of latitude on that sphere. */
export const DEGREE: number = EARTH * RADIANS;

/** Rings of one polygon, outer first or not, as one array of lon, lat pairs; `starts` has one entry more than rings. */
export interface Rings {
  readonly points: Float64Array;
  /** Index of the first number of each ring in `points`, and the end of the last. */
  readonly starts: readonly number[];
}

/** Lays rings of [lon, lat] end to end. */
export function flattenRings(rings: readonly (readonly (readonly [number, number])[])[]): Rings {
  const starts = [0];
  for (const ring of rings) starts.push((starts.at(-1) ?? 0) + ring.length * 2);
  const points = new Float64Array(starts.at(-1) ?? 0);
  let at = 0;
  for (const ring of rings) {
    for (const [lon, lat] of ring) {
      points[at++] = lon;
      points[at++] = lat;
    }
  }
  return { points, starts };
}

/** Metres between two positions on the sphere. */
export function metresBetween(latA: number, lonA: number, latB: number, lonB: number): number {
  const sinLat = Math.sin(((latB - latA) * RADIANS) / 2);
  const sinLon = Math.sin(((lonB - lonA) * RADIANS) / 2);
  const root = sinLat * sinLat + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * sinLon * sinLon;
  return 2 * EARTH * Math.asin(Math.sqrt(Math.min(1, root)));
}

/**
 * Whether a position lies in a polygon, by the even-odd rule: a second ring inside the first is a hole, one inside that an
 * island. A position on an edge may count either way.
 */
export function liesIn({ points, starts }: Rings, lat: number, lon: number): boolean {
  let inside = false;
  for (let ring = 1; ring < starts.length; ring++) {
    const start = starts[ring - 1] ?? 0;
    const end = starts[ring] ?? 0;
    let [fromLon, fromLat] = [points[end - 2] ?? 0, points[end - 1] ?? 0];
    for (let at = start; at < end; at += 2) {
      const toLon = points[at] ?? 0;
      const toLat = points[at + 1] ?? 0;
      if (fromLat > lat !== toLat > lat && lon < ((fromLon - toLon) * (lat - toLat)) / (fromLat - toLat) + toLon) inside = !inside;
      fromLon = toLon;
      fromLat = toLat;
    }
  }
  return inside;
}

/** Metres from a position to the nearest edge of a polygon, in the plane that touches the earth there: good to some tens of kilometres. */
export function metresToEdge({ points, starts }: Rings, lat: number, lon: number): number {
  const perLon = DEGREE * Math.cos(lat * RADIANS);
  let least = Number.POSITIVE_INFINITY;
  for (let ring = 1; ring < starts.length; ring++) {
    const start = starts[ring - 1] ?? 0;
    const end = starts[ring] ?? 0;
    let fromX = ((points[end - 2] ?? 0) - lon) * perLon;
    let fromY = ((points[end - 1] ?? 0) - lat) * DEGREE;
    for (let at = start; at < end; at += 2) {
      const toX = ((points[at] ?? 0) - lon) * perLon;
      const toY = ((points[at + 1] ?? 0) - lat) * DEGREE;
      const [dx, dy] = [toX - fromX, toY - fromY];
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(fromX * dx + fromY * dy) / length));
      const [x, y] = [fromX + along * dx, fromY + along * dy];
      least = Math.min(least, x * x + y * y);
      fromX = toX;
      fromY = toY;
    }
  }
  return Math.sqrt(least);
}
