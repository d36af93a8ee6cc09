import { topicsFor } from '../../i18n/index.ts';
import type { BaseMap } from '../../model/base-map.ts';
import type { ReleasedBook } from '../../model/index.ts';
import { type DrawnOutlines, drawOutlines, polygonsIn } from '../map/base-layer.ts';
import { isInFrame, MAP_VIEWS } from '../map/frame.ts';
import { type MapPicture, mapSvg } from '../map/map-svg.ts';
import { signOf } from '../shapes.ts';
import type { Side } from '../sides.ts';
import type { DailyReport } from './daily-report-data.ts';

/** A map as it stands in a page: the picture, and what its marks and borders mean. */
export interface DailyMap {
  readonly svg: string;
  readonly legend: string;
}

/**
 * The map of a report: its incidents, in the nearest view that holds all regions that are named. Null where no incident has a
 * region; those without one stand in the table beside the map.
 */
export function dailyMap(report: DailyReport, released: ReleasedBook, base: BaseMap, language: 'de' | 'en'): DailyMap | null {
  const rows = new Map(report.incidents.map(({ id, number }) => [id, number]));
  const incidents = released.incidents.filter(({ id }) => rows.has(id));
  if (!incidents.some(({ place }) => place.admin1 !== null || place.cell !== null)) return null;
  const sides: readonly Side[] = report.holders
    .filter(({ role }) => role === 'party')
    .map(({ code, name }, slot) => ({ code, name: name[language], slot }));
  const draw = (drawn: DrawnOutlines): MapPicture =>
    mapSvg({
      // What stands row by row in the same report is counted as it is.
      book: { incidents, reports: released.reports, profile: { ...released.profile, minimumCount: 1 } },
      outlines: drawn,
      sides,
      language,
      base: null,
      linkTo: (group) => {
        const first = Math.min(...group.incidents.map(({ id }) => rows.get(id) ?? Number.POSITIVE_INFINITY));
        return Number.isFinite(first) ? `#i${first}` : null;
      },
      id: 'map-of-report',
    });
  const codes = [...new Set(incidents.flatMap(({ place }) => place.admin1 ?? []))];
  const outlines = MAP_VIEWS.map((view) => drawOutlines(base, view));
  const chosen = outlines.find((drawn) => codes.every((code) => isWellInside(drawn, code))) ?? outlines.at(-1);
  if (!chosen) return null;
  const picture = draw(chosen);
  const { map, exchange } = topicsFor(language).daily;
  const signs = [...sides.map(({ slot, name }) => `${signOf(slot)} ${name}`), `${signOf(null)} ${exchange.others}`];
  return { svg: picture.svg, legend: `${map.marks(signs)} ${map.boundaries}` };
}

/** How far from the edge the middle of a region must lie, in units of the picture. */
const MARGIN = 40;

/** Whether more of a region lies in the picture than outside it: its middle is in it, and not at the edge. */
function isWellInside(drawn: DrawnOutlines, code: string): boolean {
  const points = polygonsIn(drawn, code).flat(2);
  const [x, y] = points.reduce(([sumX, sumY], point) => [sumX + point[0], sumY + point[1]], [0, 0]);
  // A region that is not on the map at all is in the table beside every view.
  return points.length === 0 || isInFrame(drawn.frame, [x / points.length, y / points.length], MARGIN);
}
