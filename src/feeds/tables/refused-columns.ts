import { refusedColumns } from './refused-columns.generated.ts';

/** One reason for which columns are refused, and the names that it concerns. */
export interface RefusedColumn {
  readonly why: string;
  readonly pattern: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const ready = refusedColumns.map(({ why, pattern }) => ({ why, pattern: new RegExp(pattern, 'iu') }));

/** Why no importer takes a column of this name; null if it may be read. */
export function refusalOf(column: string): string | null {
  return ready.find(({ pattern }) => pattern.test(column))?.why ?? null;
}
