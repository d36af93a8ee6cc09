import Flatbush from 'flatbush';
import type { Site } from '../../model/index.ts';
import { type ClassSets, makeClassSets } from './class-sets.ts';
import { flattenRings, type Rings } from './geometry.ts';

/** Sites laid out for matching: positions as numbers, one box a site, classes by number. */
export interface SiteIndex {
  readonly sites: readonly Site[];
  /** Null where there is no site at all, which the tree cannot hold. */
  readonly tree: Flatbush | null;
  readonly lat: Float64Array;
  readonly lon: Float64Array;
  /** By site: its outline, or null for a point. */
  readonly outlines: readonly (Rings | null)[];
  /** By site: number of its class set in `classes`. */
  readonly classOf: Uint16Array;
  readonly classes: ClassSets;
}

/** Boxes are kept in single precision, half the memory and a fifth of the time, and widened by more than it rounds away. */
const ROUNDING = 2e-5;

/** Lays sites out for matching; the order of the sites is kept, so that a number stands for a site. */
export function indexSites(sites: readonly Site[]): SiteIndex {
  const lat = new Float64Array(sites.length);
  const lon = new Float64Array(sites.length);
  const classOf = new Uint16Array(sites.length);
  const classes = makeClassSets();
  const outlines: (Rings | null)[] = [];
  const tree = sites.length > 0 ? new Flatbush(sites.length, 16, Float32Array) : null;
  sites.forEach((site, at) => {
    lat[at] = site.position.lat;
    lon[at] = site.position.lon;
    classOf[at] = classes.numberOf(site.objects);
    const outline = site.outline && site.outline.length > 0 ? flattenRings(site.outline) : null;
    outlines.push(outline);
    const box = { west: site.position.lon, east: site.position.lon, south: site.position.lat, north: site.position.lat };
    for (let number = 0; outline && number < outline.points.length; number += 2) {
      box.west = Math.min(box.west, outline.points[number] ?? box.west);
      box.east = Math.max(box.east, outline.points[number] ?? box.east);
      box.south = Math.min(box.south, outline.points[number + 1] ?? box.south);
      box.north = Math.max(box.north, outline.points[number + 1] ?? box.north);
    }
    tree?.add(box.west - ROUNDING, box.south - ROUNDING, box.east + ROUNDING, box.north + ROUNDING);
  });
  tree?.finish();
  return { sites, tree, lat, lon, outlines, classOf, classes };
}
