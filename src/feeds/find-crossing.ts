import Flatbush from 'flatbush';

type Point = readonly [number, number];

/**
 * The first two edges of a ring that cross, by the number of their first points; null for a simple ring. Edges that only
 * touch at a corner, and a point given twice, are no crossing: sources round and leave such marks.
 */
export function findCrossing(ring: readonly Point[]): readonly [number, number] | null {
  const count = ring.length - 1;
  if (count < 3) return null;
  const tree = new Flatbush(count);
  for (let at = 0; at < count; at++) {
    const [[ax, ay], [bx, by]] = edge(ring, at);
    tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  tree.finish();
  for (let at = 0; at < count; at++) {
    const [a, b] = edge(ring, at);
    const others = tree.search(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
    const found = others.find((other) => other > at && doCross(a, b, ...edge(ring, other)));
    if (found !== undefined) return [at, found];
  }
  return null;
}

function edge(ring: readonly Point[], at: number): readonly [Point, Point] {
  return [ring[at] ?? [0, 0], ring[at + 1] ?? [0, 0]];
}

/** Whether two edges cross in a point inside both. */
function doCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point): number => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
