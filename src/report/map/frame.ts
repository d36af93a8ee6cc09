import { geoConicConformal } from 'd3-geo';
import type { LonLat } from '../../model/base-map.ts';
import type { PlanePoint } from './thin-line.ts';

/** How much of the region a map shows, from the nearest to the widest. */
export const MAP_VIEWS = ['near', 'middle', 'wide'] as const;
export type MapView = (typeof MAP_VIEWS)[number];

/** Whether a word names a view. */
export function isMapView(word: string | undefined): word is MapView {
  return MAP_VIEWS.some((view) => view === word);
}

/** West, south, east and north of each view in degrees; the widest reaches the Urals. */
const EXTENT: Readonly<Record<MapView, readonly [number, number, number, number]>> = {
  near: [21.8, 44.1, 41.2, 53.3],
  middle: [21.8, 43.4, 49.8, 56.6],
  wide: [21.8, 43, 62, 61.5],
};

/** A picture of a part of the earth: its size in its own units and where a position lies in it. */
export interface Frame {
  readonly view: MapView;
  readonly width: number;
  readonly height: number;
  readonly place: (position: LonLat) => PlanePoint;
}

/** Width of every map in its own units; a page scales it. */
export const MAP_WIDTH = 900;

/** The frame of a view. The cone touches the earth where the incidents are, so that cells look like squares there. */
export function frameOf(view: MapView): Frame {
  const [west, south, east, north] = EXTENT[view];
  const middle = (west + east) / 2;
  const projection = geoConicConformal()
    .parallels([46, 54])
    .rotate([-middle, 0])
    .center([0, (south + north) / 2])
    .scale(1)
    .translate([0, 0]);
  const place = (position: LonLat): PlanePoint => {
    const [x, y] = projection([position[0], position[1]]) ?? [Number.NaN, Number.NaN];
    return [x, y];
  };
  // The parallel of the south is the widest, and bulges lowest in the middle; the north ends highest in its corners.
  const [left, right] = [place([west, south])[0], place([east, south])[0]];
  const [top, bottom] = [place([west, north])[1], place([middle, south])[1]];
  const scale = MAP_WIDTH / (right - left);
  return {
    view,
    width: MAP_WIDTH,
    height: Math.round((bottom - top) * scale),
    place: (position) => {
      const [x, y] = place(position);
      return [(x - left) * scale, (y - top) * scale];
    },
  };
}

/** Whether a point lies in the picture, at least `margin` from its edges. */
export function isInFrame({ width, height }: Frame, [x, y]: PlanePoint, margin = 0): boolean {
  return x >= margin && y >= margin && x <= width - margin && y <= height - margin;
}
