const ROWS = 180 * 4;
const COLUMNS = 360 * 4;
/** Positions below which putting them in order takes longer than it saves. */
const WORTH = 20_000;

/**
 * Numbers of positions in an order in which neighbours follow each other, by quarters of a degree. Searching a tree in this
 * order finds most of it still in the processor's cache and takes half the time; the answers do not depend on it.
 */
export function orderByCell(lat: Float64Array, lon: Float64Array): Uint32Array {
  if (lat.length < WORTH) return Uint32Array.from(lat.keys());
  const keys = new Uint32Array(lat.length);
  const starts = new Uint32Array(ROWS * COLUMNS + 1);
  for (let at = 0; at < lat.length; at++) {
    const key = within(((lat[at] ?? 0) + 90) * 4, ROWS) * COLUMNS + within(((lon[at] ?? 0) + 180) * 4, COLUMNS);
    keys[at] = key;
    starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  }
  for (let key = 1; key < starts.length; key++) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  const order = new Uint32Array(lat.length);
  for (let at = 0; at < lat.length; at++) {
    const key = keys[at] ?? 0;
    const place = starts[key] ?? 0;
    order[place] = at;
    starts[key] = place + 1;
  }
  return order;
}

/** A whole number from 0 to one less than the end; what is no number goes to 0, so that no position is lost. */
function within(value: number, end: number): number {
  return Math.max(0, Math.min(end - 1, value | 0));
}
