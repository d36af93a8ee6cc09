import { readFileSync } from 'node:fs';
import { type BaseMap, decodeBaseMap } from '../model/base-map.ts';
import { baseMapSvg, type DrawnOutlines, drawOutlines, MAP_VIEWS, type MapView } from '../report/map/index.ts';

/** One view of the base map: the picture as it is served, and the outlines that areas are drawn from. */
export interface MapPictureFile {
  readonly outlines: DrawnOutlines;
  readonly svg: string;
}

let read: BaseMap | null = null;
let drawn: ReadonlyMap<MapView, MapPictureFile> | null = null;

/** The shipped base map, read once. */
export function baseMap(): BaseMap {
  read ??= decodeBaseMap(JSON.parse(readFileSync(new URL('../../data/basemap/outlines.json', import.meta.url), 'utf8')));
  return read;
}

/** The views of the shipped base map; drawn once for all sites, since they never change. */
export function mapPictures(): ReadonlyMap<MapView, MapPictureFile> {
  drawn ??= new Map(
    MAP_VIEWS.map((view) => {
      const outlines = drawOutlines(baseMap(), view);
      return [view, { outlines, svg: baseMapSvg(outlines) }];
    }),
  );
  return drawn;
}
