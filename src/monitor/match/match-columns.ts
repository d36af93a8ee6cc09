import { Answers, ClassCodes, type FoundClass } from './answers.ts';
import type { ClassSets } from './class-sets.ts';
import { DEGREE, liesIn, metresBetween, metresToEdge } from './geometry.ts';
import type { SiteIndex } from './index-sites.ts';
import { orderByCell } from './order-by-cell.ts';
import { type PairColumns, Pairs } from './pairs.ts';
import { GROUNDS } from './precision.ts';

/** Events laid out for matching, one number an event in each column. */
export interface EventColumns {
  readonly lat: Float64Array;
  readonly lon: Float64Array;
  /** Metres within which the event lies; negative where no position fine enough is known. */
  readonly radius: Float64Array;
  /** 1 where the position is fine enough that a site at the spot can be meant without being said. */
  readonly fine: Uint8Array;
  /** Number of the stated class set. */
  readonly stated: Uint16Array;
}

/** What was found: by event a number in `lists`, 0 where nothing was. */
export interface MatchedColumns {
  readonly found: Uint32Array;
  readonly lists: readonly (readonly FoundClass[])[];
  readonly pairs: PairColumns;
}

/** Sites that a text names, by event; given from outside, since this loop reads no words. */
export type NamedSites = (event: number) => readonly number[];

const NAMED = 0;
const WITHIN = 1;
const NEAR = 2;
const CLASS_ONLY = 3;
const NOT_FOUND = 9;
const NONE: readonly number[] = [];

/**
 * Matches events to sites by position and class. It allocates nothing for an event: pairs go to growing columns, and equal
 * answers share one list.
 */
export function matchColumns(index: SiteIndex, events: EventColumns, stated: ClassSets, named: NamedSites | null = null): MatchedColumns {
  const { tree, lat, lon, outlines, classOf } = index;
  const codes = new ClassCodes();
  const width = index.classes.sets.length;
  const meeting = codes.tableOf(stated, index.classes);
  const statedCodes = stated.sets.map((set) => set.map((code) => codes.numberOf(code)));
  const best = new Uint8Array(codes.names.length).fill(NOT_FOUND);
  const touched: number[] = [];
  const answers = new Answers(codes.names);
  const pairs = new Pairs();
  const found = new Uint32Array(events.lat.length);
  let event = 0;
  let set = 0;
  let eventLat = 0;
  let eventLon = 0;
  let radius = 0;
  let certain = NEAR;

  const keep = (site: number, kind: number): void => {
    const classes = meeting[set * width + (classOf[site] ?? 0)] ?? NONE;
    if (classes.length === 0) return;
    pairs.add(event, site, kind);
    for (const code of classes) {
      const before = best[code] ?? NOT_FOUND;
      if (before === NOT_FOUND) touched.push(code);
      if (kind < before) best[code] = kind;
    }
  };
  // The filter of the tree's search is where its candidates are judged; it never accepts, so that no list is built.
  const judge = (site: number): boolean => {
    const outline = outlines[site];
    if (outline) {
      if (liesIn(outline, eventLat, eventLon)) keep(site, certain);
      else if (metresToEdge(outline, eventLat, eventLon) <= radius) keep(site, NEAR);
    } else if (metresBetween(eventLat, eventLon, lat[site] ?? 0, lon[site] ?? 0) <= radius + GROUNDS) keep(site, NEAR);
    return false;
  };
  const search = (): void => {
    if (!tree) return;
    const north = (radius + GROUNDS) / DEGREE;
    const poleward = Math.cos((Math.abs(eventLat) + north) * (Math.PI / 180));
    const east = Math.min(180, north / Math.max(0.01, poleward));
    const [west, end] = [eventLon - east, eventLon + east];
    tree.search(west, eventLat - north, end, eventLat + north, judge);
    if (west < -180) tree.search(west + 360, eventLat - north, 180, eventLat + north, judge);
    if (end > 180) tree.search(-180, eventLat - north, end - 360, eventLat + north, judge);
  };

  for (const next of orderByCell(events.lat, events.lon)) {
    event = next;
    set = events.stated[event] ?? 0;
    radius = events.radius[event] ?? -1;
    if (named) for (const site of named(event)) keep(site, NAMED);
    // Where no class is stated, a position that is only roughly known says nothing about what was hit.
    if (radius >= 0 && (set !== 0 || events.fine[event] === 1)) {
      eventLat = events.lat[event] ?? 0;
      eventLon = events.lon[event] ?? 0;
      certain = events.fine[event] === 1 ? WITHIN : NEAR;
      search();
    }
    // A stated class of which no site was found stands by itself.
    for (const code of statedCodes[set] ?? NONE) {
      if (best[code] !== NOT_FOUND || codes.hasBelow(code, touched)) continue;
      best[code] = CLASS_ONLY;
      touched.push(code);
    }
    if (touched.length === 0) continue;
    found[event] = answers.numberOf(touched, best);
    for (const code of touched) best[code] = NOT_FOUND;
    touched.length = 0;
  }
  return { found, lists: answers.lists, pairs: pairs.columns() };
}
