import { type Problem, problem } from '../errors.ts';
import type { ControlSet } from '../model/control.ts';
import { binaryKind } from './binary.ts';
import { decode } from './decode.ts';
import { type FileAccess, reasonOf } from './file-access.ts';
import { findCrossing } from './find-crossing.ts';
import { parseJson } from './json-reports.ts';

/** How a file of polygons says who controls them, as the user knows his source; the program knows no party. */
export interface ControlMapping {
  /** Name of the source, to be printed beside what it says. */
  readonly source: string;
  /** Holder of every polygon, where the file shows the areas of one side only. */
  readonly all?: string;
  /** Otherwise the property that tells, `holder` if none is named, and the holder for each of its values; without a list the value is one. */
  readonly property?: string;
  readonly holders?: Readonly<Record<string, string>>;
  /** Day of the file; left out, it is looked for in the file's name (`20250318`, `2025-03-18`). */
  readonly date?: string;
}

/** A file of control polygons as it was read. */
export interface Control {
  readonly set: ControlSet | null;
  readonly problems: readonly Problem[];
}

type Ring = readonly (readonly [number, number])[];

/** Reads one GeoJSON file of polygons. */
export async function readControl(path: string, mapping: ControlMapping, files: Pick<FileAccess, 'readFile'>): Promise<Control> {
  let bytes: Uint8Array;
  try {
    bytes = await files.readFile(path);
  } catch (failure) {
    return failed(problem('TB_FILE_UNREADABLE', { reason: reasonOf(failure) }, { file: path }));
  }
  const kind = binaryKind(bytes);
  if (kind) return failed(problem('TB_FILE_BINARY', { kind }, { file: path }));
  return parseControl(decode(bytes).text, path, mapping);
}

/** Reads the text of a GeoJSON file of polygons; a feature that cannot be used is named, the others are kept. */
export function parseControl(text: string, file: string, mapping: ControlMapping): Control {
  const parsed = parseJson(text, file, 'TB_CONTROL_BROKEN');
  if ('problem' in parsed) return failed(parsed.problem);
  const date = mapping.date ?? dateIn(file);
  if (date === null) return failed(problem('TB_CONTROL_UNDATED', {}, { file }));
  const features = featuresIn(parsed.value);
  if (features === null) {
    return failed(problem('TB_CONTROL_BROKEN', { reason: 'it is no collection of features, no feature and no polygon' }, { file }));
  }
  const problems: Problem[] = [];
  const areas: { readonly holder: string; readonly polygons: readonly (readonly Ring[])[] }[] = [];
  for (const [index, feature] of features.entries()) {
    const number = String(index + 1);
    const holder = holderOf(feature, mapping);
    const polygons = polygonsOf(memberOf(feature, 'geometry') ?? feature);
    if (typeof polygons === 'string') problems.push(problem('TB_CONTROL_SHAPE', { number, reason: polygons }, { file }));
    else if (holder.code === null) problems.push(problem('TB_CONTROL_HOLDER', { number, value: holder.value }, { file }));
    else {
      areas.push({ holder: holder.code, polygons });
      if (polygons.some((rings) => rings.some((ring) => findCrossing(ring) !== null))) {
        problems.push(problem('TB_CONTROL_CROSSES', { number }, { file, severity: 'warning' }));
      }
    }
  }
  return { set: { date, source: mapping.source, areas }, problems };
}

const failed = (found: Problem): Control => ({ set: null, problems: [found] });

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function featuresIn(root: unknown): readonly unknown[] | null {
  const features = memberOf(root, 'features');
  if (Array.isArray(features)) return features;
  const type = memberOf(root, 'type');
  return type === 'Feature' || type === 'Polygon' || type === 'MultiPolygon' ? [root] : null;
}

function holderOf(
  feature: unknown,
  { all, property = 'holder', holders }: ControlMapping,
): { readonly code: string | null; readonly value: string } {
  if (all !== undefined) return { code: all, value: '' };
  const value = String(memberOf(memberOf(feature, 'properties'), property) ?? '').slice(0, 60);
  if (holders === undefined) return { code: /^[A-Z][A-Z0-9_-]*$/.test(value) ? value : null, value };
  return { code: Object.hasOwn(holders, value) ? (holders[value] ?? null) : null, value };
}

function polygonsOf(geometry: unknown): readonly (readonly Ring[])[] | string {
  const type = memberOf(geometry, 'type');
  const coordinates = memberOf(geometry, 'coordinates');
  if (type !== 'Polygon' && type !== 'MultiPolygon') return `it is ${typeof type === 'string' ? `a ${type.slice(0, 30)}` : 'no geometry'}`;
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(polygons)) return 'it has no coordinates';
  const found: Ring[][] = [];
  for (const polygon of polygons) {
    if (!Array.isArray(polygon)) return 'it has no rings';
    const rings: Ring[] = [];
    for (const ring of polygon) {
      const points = Array.isArray(ring) ? ring.map(pointOf) : [];
      if (points.length < 4 || points.some((point) => point === null))
        return 'a ring has fewer than four points, or one that is off the globe';
      rings.push(points.flatMap((point) => (point === null ? [] : [point])));
    }
    found.push(rings);
  }
  return found;
}

function pointOf(value: unknown): readonly [number, number] | null {
  if (!Array.isArray(value)) return null;
  const [lon, lat]: readonly unknown[] = value;
  return typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
}

function dateIn(file: string): string | null {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  const found = /(?<!\d)(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null;
}
