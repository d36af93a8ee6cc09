import { topicsFor } from '../../i18n/index.ts';
import type { BaseMap } from '../../model/base-map.ts';
import type { ReleasedBook } from '../../model/index.ts';
import { drawOutlines } from '../map/base-layer.ts';
import { MAP_VIEWS } from '../map/frame.ts';
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
  const draw = (view: (typeof MAP_VIEWS)[number]): MapPicture =>
    mapSvg({
      // What stands row by row in the same report is counted as it is.
      book: { incidents, reports: released.reports, profile: { ...released.profile, minimumCount: 1 } },
      outlines: drawOutlines(base, view),
      sides,
      language,
      base: null,
      linkTo: (group) => {
        const first = Math.min(...group.incidents.map(({ id }) => rows.get(id) ?? Number.POSITIVE_INFINITY));
        return Number.isFinite(first) ? `#i${first}` : null;
      },
      id: 'map-of-report',
    });
  const isWhole = ({ beside }: MapPicture): boolean => beside.every(({ key }) => key.kind !== 'unit' && key.kind !== 'cell');
  const pictures = MAP_VIEWS.map((view) => () => draw(view));
  let picture = draw('near');
  for (const next of pictures.slice(1)) if (!isWhole(picture)) picture = next();
  const { map, exchange } = topicsFor(language).daily;
  const signs = [...sides.map(({ slot, name }) => `${signOf(slot)} ${name}`), `${signOf(null)} ${exchange.others}`];
  return { svg: picture.svg, legend: `${map.marks(signs)} ${map.boundaries}` };
}
