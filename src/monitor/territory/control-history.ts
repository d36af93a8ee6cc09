import type { ControlSet } from '../../model/control.ts';
import { DEGREE, flattenRings, liesIn, metresToEdge, type Rings } from '../match/geometry.ts';

/** Who controlled a place on a day; `holder` is null where the sets do not tell, with the reason. */
export type ControlAnswer =
  | { readonly holder: string; readonly date: string; readonly source: string }
  | { readonly holder: null; readonly why: 'no_set' | 'too_old' | 'outside' | 'near_line' | 'disputed' };

/** How the sets are to be read. */
export interface ControlOptions {
  /** A set older than this many days says nothing any more. */
  readonly withinDays: number;
  /**
   * Whether the sets show all that is held by others than the recognised state: a place of that state outside every area
   * is then under its own control. Otherwise the sets say nothing about it.
   */
  readonly elsewhereOwn: boolean;
}

/** Dated areas, made ready to be asked. */
export interface ControlHistory {
  /** `metres` is how far from the position the event may have been; an area must hold all of it. */
  at(
    place: { readonly lat: number; readonly lon: number; readonly territory: string | null; readonly metres: number },
    day: string,
  ): ControlAnswer;
}

const DAY = 86_400_000;

interface Area {
  readonly holder: string;
  readonly rings: Rings;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Prepares dated sets; of two sets of one day, the one given later holds. */
export function makeControlHistory(sets: readonly ControlSet[], { withinDays, elsewhereOwn }: ControlOptions): ControlHistory {
  const inOrder = sets
    .map(({ date, source, areas }) => ({
      date,
      source,
      areas: areas.flatMap(({ holder, polygons }) => polygons.map((polygon) => areaOf(holder, flattenRings(polygon)))),
    }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    at({ lat, lon, territory, metres }, day) {
      // Where only the month is known, the line may have moved within it.
      if (!/^\d{4}-\d{2}-\d{2}/.test(day)) return { holder: null, why: 'no_set' };
      const date = day.slice(0, 10);
      const set = inOrder.findLast((entry) => entry.date <= date);
      if (!set) return { holder: null, why: 'no_set' };
      if (Date.parse(date) - Date.parse(set.date) > withinDays * DAY) return { holder: null, why: 'too_old' };
      const holders = new Set<string>();
      let isNearLine = false;
      const reach = metres / DEGREE;
      const reachLon = reach / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
      for (const area of set.areas) {
        if (lat < area.south - reach || lat > area.north + reach || lon < area.west - reachLon || lon > area.east + reachLon) continue;
        if (metresToEdge(area.rings, lat, lon) < metres) isNearLine = true;
        else if (liesIn(area.rings, lat, lon)) holders.add(area.holder);
      }
      if (isNearLine) return { holder: null, why: 'near_line' };
      const [holder, ...others] = holders;
      if (others.length > 0) return { holder: null, why: 'disputed' };
      const found = holder ?? (elsewhereOwn ? territory : null);
      return found === null ? { holder: null, why: 'outside' } : { holder: found, date: set.date, source: set.source };
    },
  };
}

function areaOf(holder: string, rings: Rings): Area {
  const area = { holder, rings, west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let at = 0; at < rings.points.length; at += 2) {
    const [lon, lat] = [rings.points[at] ?? 0, rings.points[at + 1] ?? 0];
    area.west = Math.min(area.west, lon);
    area.east = Math.max(area.east, lon);
    area.south = Math.min(area.south, lat);
    area.north = Math.max(area.north, lat);
  }
  return area;
}
