import { type DrawnOutlines, polygonsIn, regionPath } from './base-layer.ts';
import type { PlanePoint } from './thin-line.ts';
import { visualCentre } from './visual-centre.ts';

/** The area of a region in a view, and where its mark stands; the middle is null where the region lies outside. */
export interface RegionArea {
  readonly path: string;
  readonly middle: PlanePoint | null;
}

/** Outlines never change, so an area is worked out once for each view: most of the time of a map went here. */
const known = new WeakMap<DrawnOutlines, Map<string, RegionArea>>();

/** The area of a region in a view. */
export function regionArea(outlines: DrawnOutlines, code: string): RegionArea {
  const areas = known.get(outlines) ?? new Map<string, RegionArea>();
  known.set(outlines, areas);
  const found = areas.get(code);
  if (found) return found;
  const middle = visualCentre(outlines.frame, polygonsIn(outlines, code));
  const area = { path: middle === null ? '' : regionPath(outlines, code), middle };
  areas.set(code, area);
  return area;
}
