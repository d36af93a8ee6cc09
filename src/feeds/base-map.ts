import { type BaseMap, decodeBaseMap, type StoredOutlines } from '../model/base-map.ts';
import type { FileAccess } from './file-access.ts';

const OUTLINES: string = new URL('../../data/basemap/outlines.json', import.meta.url).pathname;

/**
 * The base map the package ships: `outlinesOf` of it gives polygons of positions by ISO code. A place within a few
 * kilometres of a border or coast may fall into another polygon or into none: ask in the order given, and take the nearest
 * within 5 km where none holds it.
 */
export async function readBaseMap(files: FileAccess): Promise<BaseMap> {
  const stored: StoredOutlines = JSON.parse(new TextDecoder().decode(await files.readFile(OUTLINES)));
  return decodeBaseMap(stored);
}
