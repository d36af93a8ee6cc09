import { topicsFor } from '../../i18n/index.ts';
import type { ChartMessages } from '../../i18n/pages/charts/messages.ts';
import type { ReleasedBook } from '../../model/index.ts';
import { cellBounds } from '../../monitor/grid.ts';
import { countIncidents, rangeText } from '../count-incidents.ts';
import { escaped } from '../html/escape.ts';
import { paintOf, shapePath } from '../shapes.ts';
import { type Side, slotOf } from '../sides.ts';
import { arrangeBadges, type Badge } from './arrange-badges.ts';
import { baseLayer, type DrawnOutlines } from './base-layer.ts';
import { type Frame, isInFrame, MAP_VIEWS, type MapView } from './frame.ts';
import { hatchId, hatchPatterns } from './hatches.ts';
import { mapLabels } from './labels.generated.ts';
import { AREA_PARTS } from './path-text.ts';
import { groupByPlace, type PlaceGroup } from './place-groups.ts';
import { placeWords } from './place-words.ts';
import { regionArea } from './region-area.ts';
import type { PlanePoint } from './thin-line.ts';

/** What a map is drawn from. */
export interface MapInput {
  readonly book: Pick<ReleasedBook, 'incidents' | 'reports' | 'profile'>;
  readonly outlines: DrawnOutlines;
  /** Sides in the order of their columns; everybody else is "others". */
  readonly sides: readonly Side[];
  readonly language: 'de' | 'en';
  /** Address of the base picture of this view, or null to draw it into the map itself. */
  readonly base: string | null;
  /** Where the mark of a place leads; null makes no link. */
  readonly linkTo: (group: PlaceGroup) => string | null;
  /** Keeps the ids of two maps on one page apart. */
  readonly id: string;
}

/** A map, what stands on it, and what has no place on it. */
export interface MapPicture {
  readonly svg: string;
  readonly shown: readonly PlaceGroup[];
  readonly beside: readonly PlaceGroup[];
}

/** A place on the map: the area that is hatched, and where its mark stands. */
interface Spot {
  readonly group: PlaceGroup;
  readonly area: string;
  readonly at: PlanePoint;
}

const ROW = 17;
const LETTER = 7.2;

/** Draws where incidents are reported, hatched by who says so; nothing is drawn finer than the release left it. */
export function mapSvg(input: MapInput): MapPicture {
  const { book, outlines, sides, language, base, id } = input;
  const { frame } = outlines;
  const words = topicsFor(language).pages.charts;
  const groups = groupByPlace(book, sides);
  const spots = groups.flatMap((group) => spotOf(outlines, group) ?? []);
  const shown = spots.map(({ group }) => group);
  const { min, max } = countIncidents(
    shown.flatMap(({ incidents }) => incidents),
    book.profile,
  );
  const badges = spots.map(badgeOf);
  const order = spots.map((_, at) => at).sort((a, b) => (spots[b]?.group.all.max ?? 0) - (spots[a]?.group.all.max ?? 0) || a - b);
  const middles = new Map(
    arrangeBadges(
      order.flatMap((at) => badges[at] ?? []),
      frame,
    ).map((middle, i) => [order[i], middle]),
  );
  const svg = [
    `<svg class="map" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" role="group" aria-labelledby="${id}-t ${id}-d">`,
    `<title id="${id}-t">${escaped(words.map.title)}</title>`,
    `<desc id="${id}-d">${escaped(words.map.about(words.events(min, max), shown.length))}</desc>`,
    `<defs>${hatchPatterns(sides, id)}</defs>`,
    base === null ? baseLayer(outlines) : `<image href="${escaped(base)}" width="${frame.width}" height="${frame.height}"/>`,
    labelsOf(frame, language),
    ...spots.map((spot) => areaOf(spot, sides, id)),
    ...spots.map((spot, at) => markOf(spot, middles.get(at) ?? spot.at, input, words)),
    '</svg>',
  ].join('');
  return { svg, shown, beside: groups.filter((group) => !shown.includes(group)) };
}

function spotOf(outlines: DrawnOutlines, group: PlaceGroup): Spot | null {
  const { frame } = outlines;
  if (group.key.kind === 'cell') {
    const bounds = cellBounds(group.key.code);
    if (!bounds) return null;
    const { south, west, north, east } = bounds;
    const corners = (
      [
        [west, south],
        [west, north],
        [east, north],
        [east, south],
      ] as const
    ).map(frame.place);
    const middle = frame.place([(west + east) / 2, (south + north) / 2]);
    const whole = corners.map((corner) => corner.map((value) => Math.round(value * AREA_PARTS)).join(' '));
    return isInFrame(frame, middle) ? { group, area: `M${whole.join('L')}z`, at: middle } : null;
  }
  if (group.key.kind !== 'unit') return null;
  const { path, middle } = regionArea(outlines, group.key.code);
  return middle === null ? null : { group, area: path, at: middle };
}

/** The nearest view that has room for every place of a book; the widest where none has. */
export function fittingView(groups: readonly PlaceGroup[], views: ReadonlyMap<MapView, DrawnOutlines>): MapView {
  const placed = groups.filter(({ key }) => key.kind === 'cell' || key.kind === 'unit');
  const fitting = MAP_VIEWS.find((view) => {
    const outlines = views.get(view);
    return outlines !== undefined && placed.every((group) => spotOf(outlines, group) !== null);
  });
  return fitting ?? 'wide';
}

function areaOf({ group, area }: Spot, sides: readonly Side[], id: string): string {
  const fills = group.bySide.map(({ side }) => `<path d="${area}" fill="url(#${hatchId(id, slotOf(sides, side))})"/>`);
  return `<g transform="scale(${1 / AREA_PARTS})">${fills.join('')}<path class="edge" d="${area}" fill="none" stroke="currentColor" stroke-width="${AREA_PARTS}"/></g>`;
}

/** A box with one line for each side: its shape and how many. */
function badgeOf({ group, at }: Spot): Badge {
  const longest = Math.max(...group.bySide.map(({ count }) => rangeText(count).length));
  return { at, width: longest * LETTER + 23, height: group.bySide.length * ROW + 3 };
}

function markOf(spot: Spot, middle: PlanePoint, { book, sides, language, linkTo }: MapInput, words: ChartMessages): string {
  const { group, at } = spot;
  const { width, height } = badgeOf(spot);
  const names = new Map(sides.map(({ code, name }) => [code, name]));
  const counts = group.bySide.map(({ side, count }) =>
    words.map.saidBy(names.get(side) ?? words.others, words.events(count.min, count.max)),
  );
  const label = escaped(words.map.place(placeWords(group.key, words, language), counts));
  const moved = Math.hypot(middle[0] - at[0], middle[1] - at[1]) > 8;
  const rows = group.bySide.map(({ side, count }, row) => {
    const slot = slotOf(sides, side);
    const y = n((row + 0.5) * ROW + 1.5 - height / 2);
    const fill = slot === null ? 'none' : paintOf(slot);
    return [
      `<path transform="translate(${n(10.5 - width / 2)} ${y})" d="${shapePath(slot, 5)}" fill="${fill}" stroke="${paintOf(slot)}" stroke-width="1.3"/>`,
      `<text x="${n(19 - width / 2)}" y="${y}" dy=".35em">${rangeText(count)}</text>`,
    ].join('');
  });
  const box = `<rect class="box" x="${n(-width / 2)}" y="${n(-height / 2)}" width="${n(width)}" height="${n(height)}" rx="3"/>`;
  const lead = moved ? `<path class="lead" d="M${n(middle[0])} ${n(middle[1])}L${n(at[0])} ${n(at[1])}" stroke="currentColor"/>` : '';
  const sign = book.profile.id === 'internal' ? knownSign(group, at) : '';
  const mark = `<g transform="translate(${n(middle[0])} ${n(middle[1])})"><g class="badge">${box}${rows.join('')}</g></g>`;
  const link = linkTo(group);
  return link === null
    ? `<g class="place" role="img" aria-label="${label}">${lead}${sign}${mark}</g>`
    : `<a class="place" href="${escaped(link)}" aria-label="${label}">${lead}${sign}${mark}</a>`;
}

/** For the desk itself: a dot where the place is known to a spot, a ring for a settlement, a faint large ring for a region. It stands in the middle of what is shown, never on the place. */
function knownSign({ finest }: PlaceGroup, [x, y]: PlanePoint): string {
  const at = `cx="${n(x)}" cy="${n(y)}"`;
  if (finest === 'exact_10m' || finest === 'vicinity_100m' || finest === 'locality_1km')
    return `<circle class="known" ${at} r="3" fill="currentColor"/>`;
  if (finest === 'settlement' || finest === 'admin2')
    return `<circle class="known" ${at} r="6" fill="none" stroke="currentColor" stroke-width="1.5"/>`;
  return `<circle class="known" ${at} r="26" fill="none" stroke="currentColor" stroke-opacity=".35" stroke-dasharray="3 3"/>`;
}

function labelsOf(frame: Frame, language: 'de' | 'en'): string {
  const texts = mapLabels.flatMap(({ kind, at, views, ...name }) => {
    if (views && !views.includes(frame.view)) return [];
    const [x, y] = frame.place([at[0] ?? 0, at[1] ?? 0]);
    return isInFrame(frame, [x, y], 16) &&
      isInFrame(frame, [x + name[language].length * 4, y]) &&
      isInFrame(frame, [x - name[language].length * 4, y])
      ? [`<text class="${kind}" x="${n(x)}" y="${n(y)}">${escaped(name[language])}</text>`]
      : [];
  });
  return `<g class="labels" aria-hidden="true" text-anchor="middle">${texts.join('')}</g>`;
}

const n = (value: number): string => String(Math.round(value * 10) / 10);
