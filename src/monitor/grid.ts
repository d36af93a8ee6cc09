/** Edges of a cell in degrees: south and west belong to it, north and east to the next one. */
export interface CellBounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** Height of every row of cells in degrees of latitude: 27.6 to 27.9 km anywhere on the ellipsoid. */
const ROW = 0.25;

/**
 * Width of the cells of a row in degrees of longitude, by the latitude of the row's poleward edge, where it is
 * narrowest. Each stays above 25 km to the end of its zone, divides 360, and is exact in binary, so that an edge is the
 * same number for everyone. These figures are fixed: a cell that moved would let two publications be subtracted, and
 * what lies in the difference of two cells is finer than either.
 */
const ZONES: readonly { readonly upTo: number; readonly width: number }[] = [
  { upTo: 63, width: 0.5 },
  { upTo: 72, width: 0.75 },
  { upTo: 80, width: 1.5 },
  { upTo: 88, width: 9 },
  { upTo: 90, width: 360 },
];

const ID = /^G25-([NS])(\d{2}\.\d{2})-([EW])(\d{3}\.\d{2})$/;

/** Cell of the fixed grid a position lies in, `G25-N48.50-E037.00` after its south-west corner; null off the globe. */
export function cellOf(lat: number, lon: number): string | null {
  if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) return null;
  // The pole itself belongs to the last row, the 180th meridian to the first cell of its row.
  const south = Math.min(floorTo(lat, ROW), 90 - ROW);
  return idOf(south, floorTo(lon === 180 ? -180 : lon, widthOf(south)));
}

/** Edges of a cell by its id, or null where no cell has that id. */
export function cellBounds(id: string): CellBounds | null {
  const found = ID.exec(id);
  if (!found) return null;
  const south = Number(found[2]) * (found[1] === 'S' ? -1 : 1);
  const west = Number(found[4]) * (found[3] === 'W' ? -1 : 1);
  if (cellOf(south, west) !== id) return null;
  return { south, west, north: south + ROW, east: west + widthOf(south) };
}

/** Ids of the cells that share an edge or a corner with a cell, from south to north and west to east; none for an unknown id. */
export function neighboursOf(id: string): readonly string[] {
  const bounds = cellBounds(id);
  if (!bounds) return [];
  const found = new Set<string>();
  for (const south of [bounds.south - ROW, bounds.south, bounds.south + ROW]) {
    if (south < -90 || south >= 90) continue;
    const width = widthOf(south);
    // Rows of two zones meet with different widths: every cell of the row that touches this one counts.
    const last = Math.min(Math.floor(bounds.east / width), Math.floor(bounds.west / width) + 360 / width);
    for (let at = Math.ceil(bounds.west / width) - 1; at <= last; at++) found.add(cellOf(south, wrapped(at * width)) ?? id);
  }
  found.delete(id);
  return [...found];
}

function widthOf(south: number): number {
  const poleward = Math.max(Math.abs(south), Math.abs(south + ROW));
  return ZONES.find(({ upTo }) => poleward <= upTo)?.width ?? 360;
}

/** The multiple of a step at or below a value; the quotient alone may round up to the next one. */
function floorTo(value: number, step: number): number {
  // A whole circle has one cell, and it starts at the 180th meridian.
  if (step === 360) return -180;
  const found = Math.floor(value / step) * step;
  return found > value ? found - step : found;
}

function wrapped(lon: number): number {
  return lon < -180 ? lon + 360 : lon >= 180 ? lon - 360 : lon;
}

function idOf(south: number, west: number): string {
  const lat = Math.abs(south).toFixed(2).padStart(5, '0');
  const lon = Math.abs(west).toFixed(2).padStart(6, '0');
  return `G25-${south < 0 ? 'S' : 'N'}${lat}-${west < 0 ? 'W' : 'E'}${lon}`;
}
