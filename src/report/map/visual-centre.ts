import type { Frame } from './frame.ts';
import { isInFrame } from './frame.ts';
import type { PlanePoint } from './thin-line.ts';

/** Points tried along each axis: enough for a mark to look placed. */
const STEPS = 24;

/**
 * The point of a region that lies deepest in it, so that a mark stands inside and away from the borders; only the part within
 * the picture counts. Null where the region lies outside.
 */
export function visualCentre(frame: Frame, polygons: readonly (readonly (readonly PlanePoint[])[])[]): PlanePoint | null {
  let best: PlanePoint | null = null;
  let most = 0;
  for (const rings of polygons) {
    const outer = rings[0] ?? [];
    const xs = outer.map(([x]) => x);
    const ys = outer.map(([, y]) => y);
    const [left, right] = [Math.max(0, Math.min(...xs)), Math.min(frame.width, Math.max(...xs))];
    const [top, bottom] = [Math.max(0, Math.min(...ys)), Math.min(frame.height, Math.max(...ys))];
    for (let row = 1; row < STEPS; row++)
      for (let column = 1; column < STEPS; column++) {
        const point: PlanePoint = [left + ((right - left) * column) / STEPS, top + ((bottom - top) * row) / STEPS];
        if (!isInFrame(frame, point)) continue;
        const depth = depthIn(rings, point, most);
        if (depth > most) [best, most] = [point, depth];
      }
  }
  return best;
}

/** Distance to the nearest border, or 0 outside; gives up as soon as it is no more than `least`. */
function depthIn(rings: readonly (readonly PlanePoint[])[], [x, y]: PlanePoint, least: number): number {
  let inside = false;
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings)
    for (let at = 0; at + 1 < ring.length; at++) {
      const [ax, ay] = ring[at] ?? [0, 0];
      const [bx, by] = ring[at + 1] ?? [0, 0];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const [dx, dy] = [bx - ax, by - ay];
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
      nearest = Math.min(nearest, Math.hypot(x - ax - along * dx, y - ay - along * dy));
      if (nearest <= least) return 0;
    }
  return inside ? nearest : 0;
}
