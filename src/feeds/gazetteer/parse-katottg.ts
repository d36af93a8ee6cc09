import { CsvError, parse } from 'csv-parse/sync';
import { type Problem, problem } from '../../errors.ts';
import type { GazetteerEntry } from '../../model/index.ts';
import type { Gazetteer } from './gazetteer.ts';

/** Kinds of units: cities, settlements of the former urban type, settlements and villages; and districts. Others are passed over. */
const SETTLEMENTS: ReadonlySet<string> = new Set(['M', 'T', 'X', 'C', 'K']);
const DISTRICT = 'P';
/** Communities, regions, parts of cities: known to the format and of no use for finding a place. */
const OTHERS: ReadonlySet<string> = new Set(['O', 'H', 'B']);

/** Reads the Ukrainian code of territories (KATOTTG): five columns of codes from region to part of a city, kind, name. */
export function parseKatottg(text: string, file: string): Gazetteer {
  const rows: { readonly record: readonly string[]; readonly line: number }[] = [];
  try {
    parse(text, {
      delimiter: ';',
      relax_column_count: true,
      bom: true,
      skip_empty_lines: true,
      on_record: (record: readonly string[], { lines }: { readonly lines: number }) => {
        rows.push({ record, line: lines });
        return null;
      },
    });
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure;
    return { entries: [], problems: [problem('TB_GAZETTEER_FORMAT', { reason: failure.message }, { file })] };
  }
  const entries: GazetteerEntry[] = [];
  const problems: Problem[] = [];
  for (const { record, line } of rows.slice(1)) {
    const read = readRow(record);
    if (typeof read === 'string') problems.push(problem('TB_GAZETTEER_ROW', { reason: read }, { file, line }));
    else if (read !== null) entries.push(read);
  }
  return { entries, problems };
}

/** Whether a text starts with the header of such a table or with one of its codes. */
export function isKatottg(text: string): boolean {
  return /^\ufeff?"?Перший рівень"?;/u.test(text);
}

function readRow(cells: readonly string[]): GazetteerEntry | string | null {
  if (cells.length !== 7) return `it has ${cells.length} columns instead of 7`;
  const [kind = '', given = ''] = cells.slice(5);
  if (OTHERS.has(kind)) return null;
  const id = cells.slice(0, 5).findLast((code) => code !== '') ?? '';
  const name = given.trim();
  if (!/^UA\d{17}$/.test(id)) return `"${id.slice(0, 30)}" is no code of a territory`;
  if (name === '') return 'it has no name';
  if (kind !== DISTRICT && !SETTLEMENTS.has(kind)) return `the kind "${kind.slice(0, 10)}" is not known`;
  const isDistrict = kind === DISTRICT;
  const names = isDistrict ? [`${name} район`] : [name];
  return { id, scheme: 'katottg', names, position: null, state: 'UA', region: id.slice(0, 4), kind: isDistrict ? 'admin2' : 'settlement' };
}
