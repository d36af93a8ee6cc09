/** A point of a plane. */
export type PlanePoint = readonly [number, number];

/** The points of a line that a drawing with the given tolerance needs (Douglas and Peucker); a closed line is cut at its farthest point. */
export function thinLine<P extends PlanePoint>(line: readonly P[], tolerance: number): readonly P[] {
  const first = line[0];
  const last = line.at(-1);
  if (!first || !last || line.length < 3) return line;
  if (first[0] === last[0] && first[1] === last[1]) {
    let far = 0;
    line.forEach((point, at) => {
      if (apart(first, point) > apart(first, line[far] ?? first)) far = at;
    });
    if (far === 0) return line;
    return [...thinLine(line.slice(0, far + 1), tolerance), ...thinLine(line.slice(far), tolerance).slice(1)];
  }
  const keep = new Set([0, line.length - 1]);
  const stack: [number, number][] = [[0, line.length - 1]];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [from, to] = span;
    let far = from;
    let most = tolerance;
    for (let at = from + 1; at < to; at++) {
      const distance = offLine(line[at] ?? first, line[from] ?? first, line[to] ?? first);
      if (distance > most) [far, most] = [at, distance];
    }
    if (far === from) continue;
    keep.add(far);
    stack.push([from, far], [far, to]);
  }
  return line.filter((_, at) => keep.has(at));
}

const apart = (a: PlanePoint, b: PlanePoint): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function offLine(point: PlanePoint, a: PlanePoint, b: PlanePoint): number {
  const [px, py] = [point[0] - a[0], point[1] - a[1]];
  const [bx, by] = [b[0] - a[0], b[1] - a[1]];
  const length = bx * bx + by * by;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * bx + py * by) / length));
  return Math.hypot(px - along * bx, py - along * by);
}
