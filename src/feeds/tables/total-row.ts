import { ACT_CODES, type CountryTotals, idOf } from '../../model/index.ts';
import type { RowContext } from './incident-row.ts';
import { type RowFields, RowRejected } from './row-fields.ts';
import { isBefore } from './table-date.ts';
import { fault, shown } from './table-row.ts';

/** A count of a cell; null if the source does not give it. Data frames write whole numbers with a point. */
function countOf(fields: RowFields, field: string): number | null {
  const value = fields.one(field);
  if (value === null || /^(?:nan|none|null|-)$/i.test(value)) return null;
  if (!/^\d{1,7}(?:\.0+)?$/.test(value)) throw new RowRejected(fault('TB_ROW_NUMBER_BROKEN', { field, value: shown(value) }));
  return Math.round(Number(value));
}

/** What one row adds to the total of its country, day and act. */
export function totalOf(fields: RowFields, { table, file, now }: RowContext): CountryTotals {
  const date = fields.date('day');
  if (date === null) throw new RowRejected(fault('TB_ROW_FIELD_MISSING', { field: 'day' }));
  const day = date.slice(0, 10);
  if (day.length < 10) throw new RowRejected(fault('TB_ROW_DATE_BROKEN', { field: 'day', value: date }));
  if (isBefore(now, day)) throw new RowRejected(fault('TB_ROW_DATE_FUTURE', { field: 'day', value: day }));
  const territory = fields.needed('territory');
  const act = fields.code('act', ACT_CODES, 'attack');
  const source = fields.one('source') ?? file;
  const launched = countOf(fields, 'launched');
  const intercepted = countOf(fields, 'intercepted');
  return {
    id: idOf('total', table, source, territory, day, act),
    source,
    speaker: fields.one('speaker'),
    territory,
    day,
    act,
    launched: launched ?? 0,
    intercepted: intercepted ?? 0,
    rows: 1,
    launchedMissing: launched === null ? 1 : 0,
    interceptedMissing: intercepted === null ? 1 : 0,
  };
}

/** The sum of two parts of one total. */
export function addTotals(a: CountryTotals, b: CountryTotals): CountryTotals {
  return {
    ...a,
    launched: a.launched + b.launched,
    intercepted: a.intercepted + b.intercepted,
    rows: a.rows + b.rows,
    launchedMissing: a.launchedMissing + b.launchedMissing,
    interceptedMissing: a.interceptedMissing + b.interceptedMissing,
  };
}
