import { type GeoPermissibleObjects, geoIdentity, geoPath } from 'd3-geo';
import type { Frame } from './frame.ts';
import type { PlanePoint } from './thin-line.ts';

/** Parts of a unit that base paths are written in: whole numbers are shorter, and are drawn in a group that is scaled back. */
export const BASE_PARTS = 10;

/** As {@link BASE_PARTS}, for the areas that every page carries: half a unit is fine enough beside the base map. */
export const AREA_PARTS = 2;

type Geometry =
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly PlanePoint[])[])[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly PlanePoint[])[] };

/** Writes polygons or lines as the shortest path: cut at the frame, whole parts of a unit, relative steps. */
export function pathText({ width, height }: Frame, geometry: Geometry, parts: number): string {
  let text = '';
  let start: PlanePoint = [0, 0];
  let at: PlanePoint = [0, 0];
  let steps: string[] = [];
  let drawn = 0;
  const flush = (): void => {
    // What shrinks to a point at this scale is left out.
    if (drawn > 0) text += `M${start[0]},${start[1]}l${steps.join('')}`;
    steps = [];
    drawn = 0;
  };
  const whole = (x: number, y: number): PlanePoint => [Math.round(x * parts), Math.round(y * parts)];
  const margin = 4;
  const path = geoPath(
    geoIdentity().clipExtent([
      [-margin, -margin],
      [width + margin, height + margin],
    ]),
  ).context({
    beginPath: () => undefined,
    arc: () => undefined,
    moveTo: (x, y) => {
      flush();
      start = whole(x, y);
      at = start;
    },
    lineTo: (x, y) => {
      const next = whole(x, y);
      const [dx, dy] = [next[0] - at[0], next[1] - at[1]];
      if (dx === 0 && dy === 0) return;
      steps.push(`${drawn > 0 && dx >= 0 ? ' ' : ''}${dx}${dy < 0 ? '' : ' '}${dy}`);
      at = next;
      drawn++;
    },
    closePath: () => {
      if (drawn > 1) text += `M${start[0]},${start[1]}l${steps.join('')}z`;
      steps = [];
      drawn = 0;
    },
  });
  // d3's types want arrays that can be changed; it changes none.
  path(geometry as unknown as GeoPermissibleObjects);
  flush();
  return text;
}
