import { problem } from '../../errors.ts';
import { binaryKind } from '../binary.ts';
import { decode } from '../decode.ts';
import { type FileAccess, reasonOf } from '../file-access.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isGeonames, parseGeonames } from './parse-geonames.ts';
import { isKatottg, parseKatottg } from './parse-katottg.ts';

/** Reads one file of place names; which of the known forms it has shows in its first line. */
export async function readGazetteer(path: string, files: Pick<FileAccess, 'readFile'>): Promise<Gazetteer> {
  let bytes: Uint8Array;
  try {
    bytes = await files.readFile(path);
  } catch (failure) {
    return { entries: [], problems: [problem('TB_FILE_UNREADABLE', { reason: reasonOf(failure) }, { file: path })] };
  }
  const kind = binaryKind(bytes);
  if (kind) return { entries: [], problems: [problem('TB_FILE_BINARY', { kind }, { file: path })] };
  return parseGazetteer(decode(bytes).text, path);
}

/** Reads the text of a file of place names. */
export function parseGazetteer(text: string, file: string): Gazetteer {
  if (isGeonames(text)) return parseGeonames(text, file);
  if (isKatottg(text)) return parseKatottg(text, file);
  const reason = text.trim() === '' ? 'it is empty' : 'its first line is of no table that is known';
  return { entries: [], problems: [problem('TB_GAZETTEER_FORMAT', { reason }, { file })] };
}
