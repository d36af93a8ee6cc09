import { encodingFaults } from './csv-table.ts';
import type { StreamEncoding } from './decode-stream.ts';
import { type JsonText, JsonValues } from './json-values.ts';
import { type BrokenRow, fault, type OpenTable, type RowBatch, type TableRow } from './table-row.ts';

/** Levels of objects within a row that become columns with a dot (`place.admin1`). */
const DEEPEST = 4;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScalar = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Brings the fields of an object into cells: lists of plain values are joined with "; ", other lists stay JSON. */
function flatten(record: Readonly<Record<string, unknown>>, cells: Record<string, string>, prefix: string, depth: number): void {
  for (const [key, value] of Object.entries(record)) {
    const name = `${prefix}${key === '__proto__' ? 'proto' : key}`;
    if (value === null || value === undefined) continue;
    if (isScalar(value)) cells[name] = String(value);
    else if (isRecord(value) && depth < DEEPEST) flatten(value, cells, `${name}.`, depth + 1);
    else cells[name] = Array.isArray(value) && value.every(isScalar) ? value.join('; ') : JSON.stringify(value);
  }
}

/** Cells of a GeoJSON feature: its properties, its id, and its place as `lat` and `lon`, or as the column `geometry`. */
function featureCells(feature: Readonly<Record<string, unknown>>): Record<string, string> {
  const cells: Record<string, string> = {};
  const { properties, geometry, id } = feature;
  if (isScalar(id)) cells['id'] = String(id);
  if (isRecord(properties)) flatten(properties, cells, '', 0);
  if (!isRecord(geometry)) return cells;
  const { coordinates } = geometry;
  if (geometry['type'] === 'Point' && Array.isArray(coordinates)) {
    if (isScalar(coordinates[0])) cells['lon'] = String(coordinates[0]);
    if (isScalar(coordinates[1])) cells['lat'] = String(coordinates[1]);
  } else cells['geometry'] = JSON.stringify(geometry);
  return cells;
}

function toRow({ line, text }: JsonText): TableRow | BrokenRow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line, fault: fault('TB_ROW_BROKEN', { reason: 'it is no JSON' }) };
  }
  if (!isRecord(value)) return { line, fault: fault('TB_ROW_BROKEN', { reason: 'it is no object' }) };
  if (value['type'] === 'Feature') return { line, cells: featureCells(value) };
  const cells: Record<string, string> = {};
  flatten(value, cells, '', 0);
  for (const [column, cell] of Object.entries(cells)) {
    if (cell.includes('\0')) return { line, fault: fault('TB_ROW_NUL', { column }) };
  }
  return { line, cells };
}

/** Opens JSON lines, a list in JSON, an object that holds one, or GeoJSON; null if there is nothing in it. */
export async function openJson(decoded: {
  readonly chunks: AsyncIterable<string>;
  readonly encoding: StreamEncoding;
}): Promise<OpenTable | null> {
  const values = new JsonValues();
  const chunks = decoded.chunks[Symbol.asyncIterator]();
  let first: readonly (TableRow | BrokenRow)[] = [];
  let ended = false;
  while (first.length === 0 && !ended) {
    const { value, done } = await chunks.next();
    if (done) ended = true;
    first = (done ? values.end() : values.add(value)).map((entry) => ('text' in entry ? toRow(entry) : entry));
  }
  if (first.length === 0) return null;
  const columns = new Set(first.slice(0, 100).flatMap((row) => ('cells' in row ? Object.keys(row.cells) : [])));
  async function* batches(): AsyncGenerator<RowBatch> {
    yield first;
    first = [];
    while (!ended) {
      const { value, done } = await chunks.next();
      if (done) ended = true;
      yield (done ? values.end() : values.add(value)).map((entry) => ('text' in entry ? toRow(entry) : entry));
    }
  }
  return {
    format: values.listName === 'features' ? 'geojson' : 'json',
    columns: [...columns],
    twice: [],
    batches: batches(),
    warnings: () => encodingFaults(decoded.encoding),
  };
}
