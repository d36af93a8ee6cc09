import { type Problem, problem } from '../../errors.ts';
import type { GazetteerEntry } from '../../model/index.ts';
import type { Gazetteer } from './gazetteer.ts';

const COLUMNS = 19;

/**
 * Reads a table of geonames.org: no header, tabs between, no quotation marks. Columns used: id, name, name in Latin letters,
 * other names, latitude, longitude, class, kind, country, first-level unit. Rows that are no settlement are passed over.
 */
export function parseGeonames(text: string, file: string): Gazetteer {
  const entries: GazetteerEntry[] = [];
  const problems: Problem[] = [];
  for (const [index, row] of text.split('\n').entries()) {
    const line = row.endsWith('\r') ? row.slice(0, -1) : row;
    if (line === '') continue;
    const read = readRow(line.split('\t'));
    if (typeof read === 'string') problems.push(problem('TB_GAZETTEER_ROW', { reason: read }, { file, line: index + 1 }));
    else if (read !== null) entries.push(read);
  }
  return { entries, problems };
}

/** Whether the first line of a text has the shape of such a table. */
export function isGeonames(text: string): boolean {
  return /^\d+(?:\t[^\t\n]*){18}\r?(?:\n|$)/.test(text);
}

function readRow(cells: readonly string[]): GazetteerEntry | string | null {
  if (cells.length !== COLUMNS) return `it has ${cells.length} columns instead of ${COLUMNS}`;
  const [id = '', name = '', latin = '', others = '', latText = '', lonText = '', group, , state = '', , region = ''] = cells;
  if (group !== 'P') return null;
  const [lat, lon] = [numberIn(latText), numberIn(lonText)];
  if (lat === null || Math.abs(lat) > 90) return `the latitude is "${latText}"`;
  if (lon === null || Math.abs(lon) > 180) return `the longitude is "${lonText}"`;
  if (name === '' || !/^[A-Z]{2}$/.test(state)) return 'it has no name or no country';
  // Three capitals alone are the code of an airport.
  const names = [name, latin, ...others.split(',')].filter((entry) => entry !== '' && !/^[A-Z]{3}$/.test(entry));
  return { id, scheme: 'geonames', names: [...new Set(names)], position: { lat, lon }, state, region, kind: 'settlement' };
}

function numberIn(text: string): number | null {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}
