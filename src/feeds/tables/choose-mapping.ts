import { type Problem, problem } from '../../errors.ts';
import { plain } from './mappings/plain.generated.ts';
import { refusalOf } from './refused-columns.ts';
import { type FieldRule, MAPPED_FIELDS, type TableMapping } from './table-mapping.ts';

/** The mappings that come with the program. */
export const MAPPINGS: readonly TableMapping[] = [plain];

/** Columns that a rule looks at. */
function columnsOfRule(given: FieldRule | string): readonly string[] {
  if (typeof given === 'string') return [given];
  return [given.from ?? [], ...(given.choose ?? []).map(({ column }) => column)].flat();
}

/** Every column that a mapping looks at. */
export function columnsOf(mapping: TableMapping): readonly string[] {
  const columns = [
    ...mapping.key,
    ...Object.values(mapping.fields).flatMap(columnsOfRule),
    ...(mapping.refuse ?? []).flatMap(({ column }) => column),
    ...(mapping.skip ? [mapping.skip.column] : []),
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

/** Puts columns named on the command line in the place of those of the mapping; dates, terms and lists are read as before. */
export function overridden(mapping: TableMapping, columns: Readonly<Record<string, string>>): TableMapping | { readonly problem: Problem } {
  const fields: Record<string, FieldRule | string> = { ...mapping.fields };
  const known = MAPPED_FIELDS[mapping.kind];
  for (const [field, column] of Object.entries(columns)) {
    if (!known.includes(field)) return { problem: problem('TB_MAPPING_FIELD_UNKNOWN', { field, known: known.join(', ') }) };
    const before = fields[field];
    const { value: _value, choose: _choose, ...kept } = typeof before === 'object' ? before : ({} satisfies FieldRule);
    fields[field] = { ...kept, from: column };
  }
  const changed = { ...mapping, fields, recognise: mapping.recognise.filter((column) => !Object.values(mapping.fields).includes(column)) };
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
