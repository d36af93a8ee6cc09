import { type Fault, fault } from './table-row.ts';

type Corner = readonly [number, number];
type Ring = readonly Corner[];

/** The geometry of a site: where it is, and its outer ring with its holes, or null for a point or line. */
export interface SiteGeometry {
  readonly lon: number;
  readonly lat: number;
  readonly outline: readonly Ring[] | null;
}

/** Corners of an outline at most; a plant has dozens. */
const MOST_CORNERS = 100_000;

const broken = (reason: string): { readonly fault: Fault } => ({ fault: fault('TB_SITE_OUTLINE_BROKEN', { reason }) });

function ringOf(given: unknown): Ring | null {
  if (!Array.isArray(given) || given.length > MOST_CORNERS) return null;
  const corners: Corner[] = [];
  for (const corner of given) {
    const [lon, lat]: unknown[] = Array.isArray(corner) ? corner : [];
    if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon) || !Number.isFinite(lat)) return null;
    const last = corners.at(-1);
    if (last?.[0] !== lon || last[1] !== lat) corners.push([lon, lat]);
  }
  const [first] = corners;
  const last = corners.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) corners.push(first);
  return corners.length >= 4 ? corners : null;
}

/** Twice the area of a ring, positive if it runs against the clock, and its centre of gravity. */
function measure(ring: Ring): { readonly area: number; readonly lon: number; readonly lat: number } {
  const [[originLon, originLat] = [0, 0]] = ring;
  let [area, lon, lat] = [0, 0, 0];
  for (let at = 1; at < ring.length; at++) {
    // Relative to a corner, since small rings far from 0/0 would lose their digits.
    const [ax, ay] = [(ring[at - 1]?.[0] ?? 0) - originLon, (ring[at - 1]?.[1] ?? 0) - originLat];
    const [bx, by] = [(ring[at]?.[0] ?? 0) - originLon, (ring[at]?.[1] ?? 0) - originLat];
    const cross = ax * by - bx * ay;
    area += cross;
    lon += (ax + bx) * cross;
    lat += (ay + by) * cross;
  }
  if (area === 0) return { area, lon: originLon, lat: originLat };
  // A centimetre; what lies behind is noise of the arithmetic.
  const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
  return { area, lon: rounded(originLon + lon / (3 * area)), lat: rounded(originLat + lat / (3 * area)) };
}

const side = (a: Corner, b: Corner, c: Corner): number => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

const cross = (a: Corner, b: Corner, c: Corner, d: Corner): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** A corner near which a ring crosses itself; null if it does not. Sweeps from west to east over the edges that overlap there. */
export function findCrossing(ring: Ring): Corner | null {
  const edges = ring.slice(1).map((end, at) => {
    const start = ring[at] ?? end;
    return { start, end, west: Math.min(start[0], end[0]), east: Math.max(start[0], end[0]) };
  });
  edges.sort((a, b) => a.west - b.west);
  let active: typeof edges = [];
  for (const edge of edges) {
    active = active.filter(({ east }) => east >= edge.west);
    for (const other of active) if (cross(edge.start, edge.end, other.start, other.end)) return edge.start;
    active.push(edge);
  }
  return null;
}

function polygonOf(rings: unknown): SiteGeometry | { readonly fault: Fault } {
  if (!Array.isArray(rings) || rings.length === 0) return broken('it has no rings');
  const outline: Ring[] = [];
  for (const given of rings) {
    const ring = ringOf(given);
    if (ring === null) return broken('a ring has fewer than three corners, or corners that are no numbers');
    const crossing = findCrossing(ring);
    if (crossing) return { fault: fault('TB_SITE_CROSSES_ITSELF', { lon: crossing[0].toFixed(2), lat: crossing[1].toFixed(2) }) };
    outline.push(ring);
  }
  const { lon, lat } = measure(outline[0] ?? []);
  return { lon, lat, outline };
}

/** Reads a GeoJSON geometry. Of several polygons the largest is the site; a line has a position and no outline. */
export function readGeometry(json: string): SiteGeometry | { readonly fault: Fault } {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    return broken('it is no JSON');
  }
  if (typeof given !== 'object' || given === null) return broken('it is no geometry');
  const { type, coordinates } = given as { readonly type?: unknown; readonly coordinates?: unknown };
  if (type === 'Polygon') return polygonOf(coordinates);
  if (!Array.isArray(coordinates)) return broken('it has no coordinates');
  if (type === 'MultiPolygon') {
    const parts: SiteGeometry[] = [];
    for (const rings of coordinates) {
      const part = polygonOf(rings);
      if ('fault' in part) return part;
      parts.push(part);
    }
    const size = ({ outline }: SiteGeometry): number => Math.abs(measure(outline?.[0] ?? []).area);
    return parts.length > 0 ? parts.reduce((best, next) => (size(next) > size(best) ? next : best)) : broken('it has no polygons');
  }
  const corners: unknown[] =
    type === 'Point' ? [coordinates] : type === 'LineString' ? coordinates : type === 'MultiLineString' ? coordinates.flat() : [];
  const [lon, lat]: unknown[] = Array.isArray(corners[Math.floor(corners.length / 2)])
    ? (corners[Math.floor(corners.length / 2)] as unknown[])
    : [];
  if (typeof lon !== 'number' || typeof lat !== 'number')
    return broken(`geometries of the type "${String(type).slice(0, 30)}" are not read`);
  return { lon, lat, outline: null };
}
