import { type BaseMap, ringOf } from '../../model/base-map.ts';
import { type Frame, frameOf, type MapView } from './frame.ts';
import { AREA_PARTS, BASE_PARTS, pathText } from './path-text.ts';
import { type PlanePoint, thinLine } from './thin-line.ts';

/** Outlines of one view, projected and thinned; every border is thinned once, so that its two sides stay together. */
export interface DrawnOutlines {
  readonly frame: Frame;
  readonly lines: readonly (readonly PlanePoint[])[];
  readonly regions: BaseMap['regions'];
}

/** How far, in units of the picture, a thinned line may leave the true one. */
const TOLERANCE = 0.5;

/** Projects the base map into a view. */
export function drawOutlines(map: BaseMap, view: MapView): DrawnOutlines {
  const frame = frameOf(view);
  return { frame, lines: map.lines.map((line) => thinLine(line.map(frame.place), TOLERANCE)), regions: map.regions };
}

/** The polygons of one region in the picture; none where it is unknown. */
export function polygonsIn({ lines, regions }: DrawnOutlines, code: string): readonly (readonly (readonly PlanePoint[])[])[] {
  const rings = regions.find((region) => region.code === code)?.rings ?? [];
  return rings.map((polygon) => polygon.map((numbers) => ringOf(lines, numbers)));
}

/** How much further than {@link TOLERANCE} the areas are thinned that stand in every page. */
const AREA_TOLERANCE = 1.1;

/** The outline of one region as a path in parts of a unit; empty where it lies outside the picture. */
export function regionPath({ frame, lines, regions }: DrawnOutlines, code: string): string {
  const rings = regions.find((region) => region.code === code)?.rings ?? [];
  const rough = (numbers: readonly number[]): readonly PlanePoint[] =>
    numbers.flatMap((number, at) => {
      const line = thinLine(lines[number < 0 ? ~number : number] ?? [], AREA_TOLERANCE);
      const forward = number < 0 ? [...line].reverse() : line;
      return at === 0 ? forward : forward.slice(1);
    });
  return pathText(frame, { type: 'MultiPolygon', coordinates: rings.map((polygon) => polygon.map(rough)) }, AREA_PARTS);
}

/**
 * The sea, the neighbours and the borders of a view, as the inside of an SVG; land is left blank. Half transparent and
 * without a style sheet: the same picture serves light and dark, screen and paper.
 */
export function baseLayer(outlines: DrawnOutlines): string {
  const { frame, lines, regions } = outlines;
  const withUnits = regions.filter(({ code }) => code.includes('-'));
  const states = regions.filter(({ code }) => !code.includes('-'));
  const filled = (rings: readonly (readonly PlanePoint[])[]): string =>
    pathText(frame, { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) }, BASE_PARTS);
  const drawn = (numbers: readonly number[]): string =>
    pathText(frame, { type: 'MultiLineString', coordinates: numbers.map((number) => lines[number] ?? []) }, BASE_PARTS);
  const abroad = shoresOf(outlines, states);
  const all = `M-40-40h${(frame.width + 8) * BASE_PARTS}v${(frame.height + 8) * BASE_PARTS}h-${(frame.width + 8) * BASE_PARTS}z`;
  return [
    `<g transform="scale(${1 / BASE_PARTS})" fill="none" stroke="#808080" stroke-linejoin="round">`,
    `<path d="${all}${filled(shoresOf(outlines, withUnits))}${filled(abroad)}" fill="#5f86a3" fill-opacity=".24" fill-rule="evenodd" stroke="none"/>`,
    `<path d="${filled(abroad)}" fill="#808080" fill-opacity=".16" stroke="none"/>`,
    `<path d="${drawn(sharedBy(states, 2))}" stroke-width="7" stroke-opacity=".5"/>`,
    `<path d="${drawn(sharedBy(withUnits, 2))}" stroke-width="5" stroke-opacity=".6"/>`,
    `<path d="${drawn(sharedBy(withUnits, 1))}" stroke-width="11" stroke-opacity=".9"/>`,
    '</g>',
  ].join('');
}

/** The base layer as a picture of its own, to be served once and kept. */
export function baseMapSvg(outlines: DrawnOutlines): string {
  const { width, height } = outlines.frame;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${baseLayer(outlines)}</svg>`;
}

/** Lines that the given number of regions share. */
function sharedBy(regions: BaseMap['regions'], times: number): readonly number[] {
  const counts = new Map<number, number>();
  for (const number of regions.flatMap(({ rings }) => rings.flat(2))) {
    const line = number < 0 ? ~number : number;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count === times).map(([line]) => line);
}

/** Rings round neighbouring regions taken together: coasts and outer borders alone, without the lines between them. */
function shoresOf({ lines }: DrawnOutlines, regions: BaseMap['regions']): readonly (readonly PlanePoint[])[] {
  const outer = new Set(sharedBy(regions, 1));
  const from = new Map<string, number[]>();
  const endOf = (number: number): PlanePoint | undefined => (number < 0 ? lines[~number]?.[0] : lines[number]?.at(-1));
  for (const number of regions.flatMap(({ rings }) => rings.flat(2))) {
    if (!outer.has(number < 0 ? ~number : number)) continue;
    const start = String(number < 0 ? lines[~number]?.at(-1) : lines[number]?.[0]);
    from.set(start, [...(from.get(start) ?? []), number]);
  }
  const rings: (readonly PlanePoint[])[] = [];
  for (const waiting of from.values()) {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const ring: number[] = [];
      for (let number: number | undefined = next; number !== undefined; number = from.get(String(endOf(number)))?.pop()) ring.push(number);
      rings.push(ringOf(lines, ring));
    }
  }
  return rings;
}
