import { type Problem, problem } from '../../errors.ts';
import { acled } from './mappings/acled.generated.ts';
import { cen4infores } from './mappings/cen4infores.generated.ts';
import { firms } from './mappings/firms.generated.ts';
import { missileTotals } from './mappings/missile-totals.generated.ts';
import { osmSites } from './mappings/osm-sites.generated.ts';
import { plain } from './mappings/plain.generated.ts';
import { powerPlants } from './mappings/power-plants.generated.ts';
import { ruClaims } from './mappings/ru-claims.generated.ts';
import { sites } from './mappings/sites.generated.ts';
import { ucdpGed } from './mappings/ucdp-ged.generated.ts';
import { viina } from './mappings/viina.generated.ts';
import { refusalOf } from './refused-columns.ts';
import { type AnyRule, MAPPED_FIELDS, rulesOf, type TableMapping } from './table-mapping.ts';

/** The mappings that come with the program. */
export const MAPPINGS: readonly TableMapping[] = [
  plain,
  acled,
  ucdpGed,
  viina,
  cen4infores,
  ruClaims,
  missileTotals,
  sites,
  osmSites,
  powerPlants,
  firms,
];

/** Columns that the rules of a field look at. */
function columnsOfRule(given: AnyRule): readonly string[] {
  return rulesOf(given).flatMap(({ from, choose = [] }) =>
    [from ?? [], choose.flatMap(({ column, and }) => [column, and?.column ?? []].flat())].flat(),
  );
}

/** Every column that a mapping looks at. */
export function columnsOf(mapping: TableMapping): readonly string[] {
  const columns = [
    ...mapping.key,
    ...Object.values(mapping.fields).flatMap(columnsOfRule),
    ...(mapping.refuse ?? []).flatMap(({ column }) => [column].flat()),
    ...(mapping.skip ? [mapping.skip.column].flat() : []),
  ];
  return [...new Set(columns)];
}

/** Why a column is refused at the door, by the shared list or by its mapping; null if it may be read. */
export function isDropped(mapping: TableMapping, column: string): boolean {
  return mapping.drop?.includes(column) === true || refusalOf(column) !== null;
}

/** What is wrong with a mapping: fields that nobody has, columns that nobody may read. Null if it can be used. */
export function faultOfMapping(mapping: TableMapping): string | null {
  const unknown = Object.keys(mapping.fields).find((field) => !MAPPED_FIELDS[mapping.kind].includes(field));
  if (unknown !== undefined) return `it fills "${unknown}", which is no field of ${mapping.kind}`;
  const refused = columnsOf(mapping).find((column) => isDropped(mapping, column));
  return refused === undefined ? null : `it reads the column "${refused}", which no importer takes`;
}

/** Fields that the command line fills: from a column, or with the same value for every row. */
export interface Overrides {
  readonly columns?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, string>>;
}

/** Puts what the command line says in the place of rules; dates, terms and lists of a column are read as before. */
export function overridden(mapping: TableMapping, { columns = {}, values = {} }: Overrides): TableMapping | { readonly problem: Problem } {
  const fields: Record<string, AnyRule> = { ...mapping.fields };
  const known = MAPPED_FIELDS[mapping.kind];
  const unknown = [...Object.keys(columns), ...Object.keys(values)].find((field) => !known.includes(field));
  if (unknown !== undefined) return { problem: problem('TB_MAPPING_FIELD_UNKNOWN', { field: unknown, known: known.join(', ') }) };
  for (const [field, column] of Object.entries(columns)) {
    const before = rulesOf(fields[field] ?? {}).find(({ words }) => words === undefined) ?? {};
    const { value: _value, choose: _choose, otherwise: _otherwise, ...kept } = before;
    fields[field] = { ...kept, from: column };
  }
  for (const [field, value] of Object.entries(values)) fields[field] = { value: value.split(';').map((entry) => entry.trim()) };
  const replaced = new Set(
    [...Object.keys(columns), ...Object.keys(values)].flatMap((field) => columnsOfRule(mapping.fields[field] ?? {})),
  );
  const changed = { ...mapping, fields, recognise: mapping.recognise.filter((column) => !replaced.has(column)) };
  const fault = faultOfMapping(changed);
  return fault === null ? changed : { problem: problem('TB_MAPPING_BROKEN', { reason: fault }) };
}

/** The mapping that recognises most of a table’s columns, if all it asks for are there; null if none does. */
export function recogniseMapping(columns: readonly string[], mappings: readonly TableMapping[] = MAPPINGS): TableMapping | null {
  const there = new Set(columns);
  const fitting = mappings.filter(({ recognise }) => recognise.length > 0 && recognise.every((column) => there.has(column)));
  return fitting.reduce<TableMapping | null>(
    (best, next) => (best === null || next.recognise.length > best.recognise.length ? next : best),
    null,
  );
}
