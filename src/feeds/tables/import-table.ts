import { type ErrorCode, type Problem, problem } from '../../errors.ts';
import { type IncidentReport, idOf, type RestrictedPlace } from '../../model/index.ts';
import type { FileAccess } from '../file-access.ts';
import { readyCondition } from './apply-rule.ts';
import { columnsOf, isDropped, type Overrides, overridden, recogniseMapping } from './choose-mapping.ts';
import type { ImportResult, ImportSink, ImportSummary, MergedRow, RejectedRow } from './import-result.ts';
import { type OpenOptions, openTable } from './open-table.ts';
import { type RowBuilder, rowBuilder } from './row-builder.ts';
import { fieldReader, RowRejected } from './row-fields.ts';
import { RowNotes } from './row-notes.ts';
import { SeenRows } from './seen-rows.ts';
import type { TableMapping } from './table-mapping.ts';
import { type BrokenRow, type Cells, cellOf, type Fault, fault, LONGEST_CELL, type OpenTable, type TableRow } from './table-row.ts';

/** How a table is imported. */
export interface ImportOptions extends OpenOptions, Overrides {
  /** The mapping; without one the columns tell which. */
  readonly mapping?: TableMapping;
  /** Mappings of the desk, asked before those that come with the program. */
  readonly mappings?: readonly TableMapping[];
  /** The present instant: nothing can have happened after it, and what has no date of publication is known from it. */
  readonly now: string;
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** A summary of a table that could not be read at all. */
function unread(path: string, found: Problem, table: OpenTable | null = null): ImportSummary {
  return {
    file: path,
    mapping: null,
    kind: null,
    format: table?.format ?? null,
    totals: { read: 0, accepted: 0, merged: 0, rejected: 0 },
    rejectedByCode: {},
    columns: { read: [], dropped: [], unread: table?.columns ?? [] },
    headerRows: 0,
    problems: [found],
  };
}

/** Finds the mapping for a table, with what the command line put in place of its columns. */
function mappingFor(
  path: string,
  table: OpenTable,
  { mapping, mappings = [], columns = {}, values = {} }: ImportOptions,
): TableMapping | { readonly problem: Problem } {
  const there = [...table.columns, ...Object.keys(columns), ...Object.keys(values)];
  const base = mapping ?? recogniseMapping(there, mappings) ?? recogniseMapping(there);
  if (base === null) {
    const shown = table.columns.slice(0, 12).join(', ');
    return { problem: problem('TB_TABLE_UNRECOGNISED', { columns: shown || 'none' }, { file: path, line: 1 }) };
  }
  const chosen = there.length === table.columns.length ? base : overridden(base, { columns, values });
  if ('problem' in chosen) return chosen;
  if (table.format !== 'csv' && table.format !== 'excel') return chosen;
  const missing =
    chosen.recognise.find((column) => !table.columns.includes(column)) ??
    Object.values(columns).find((column) => !table.columns.includes(column));
  if (missing !== undefined) {
    return { problem: problem('TB_TABLE_COLUMN_MISSING', { column: missing, mapping: chosen.id }, { file: path, line: 1 }) };
  }
  const twice = columnsOf(chosen).find((column) => table.twice.includes(column));
  return twice === undefined
    ? chosen
    : { problem: problem('TB_TABLE_HEADER_TWICE_READ', { name: twice, mapping: chosen.id }, { file: path, line: 1 }) };
}

/** Imports the rows of one table and counts them; every row read is accepted, merged or rejected. */
class TableImport {
  readonly #path: string;
  readonly #mapping: TableMapping;
  readonly #sink: ImportSink;
  readonly #builder: RowBuilder;
  readonly #notes = new RowNotes();
  readonly #seen = new SeenRows();
  readonly #read: (cells: Cells) => ReturnType<ReturnType<typeof fieldReader>>;
  readonly #content: readonly string[];
  readonly #skips: ((cells: Cells) => boolean) | null;
  readonly #refusals: readonly { readonly holds: (cells: Cells) => boolean; readonly unless: boolean; readonly why: string }[];
  readonly #byCode: Partial<Record<ErrorCode, number>> = {};
  readonly #totals = { read: 0, accepted: 0, merged: 0, rejected: 0 };
  #headerRows = 0;

  constructor(path: string, mapping: TableMapping, sink: ImportSink, now: string) {
    this.#path = path;
    this.#mapping = mapping;
    this.#sink = sink;
    this.#read = fieldReader(mapping);
    // What is dropped or read by nobody may change without the report becoming another.
    this.#content = columnsOf(mapping);
    this.#skips = mapping.skip ? readyCondition(mapping.skip) : null;
    this.#refusals = (mapping.refuse ?? []).map((refusal) => ({
      holds: readyCondition(refusal),
      unless: refusal.unless === true,
      why: refusal.why,
    }));
    this.#builder = rowBuilder(mapping.kind, { table: mapping.id, file: nameOf(path), now, note: this.#notes.add }, sink);
  }

  async #reject(line: number, { code, values }: Fault): Promise<void> {
    this.#totals.rejected++;
    this.#byCode[code] = (this.#byCode[code] ?? 0) + 1;
    const { message, remedy } = problem(code, values);
    await this.#sink.rejected?.({ file: this.#path, line, code, message, remedy });
  }

  async #merge(line: number, into: number, why: MergedRow['why']): Promise<void> {
    this.#totals.merged++;
    await this.#sink.merged?.({ file: this.#path, line, into, why });
  }

  /** Takes one row as its reader gave it. */
  async take(row: TableRow | BrokenRow): Promise<void> {
    if ('fault' in row) {
      this.#totals.read++;
      await this.#reject(row.line, row.fault);
      return;
    }
    if (this.#skips?.(row.cells)) {
      this.#headerRows++;
      return;
    }
    this.#totals.read++;
    const refused = this.#refusals.find(({ holds, unless }) => holds(row.cells) !== unless);
    if (refused) {
      await this.#reject(row.line, fault('TB_ROW_NOT_WANTED', { why: refused.why }));
      return;
    }
    // Only the outline of a site may be long.
    const long = this.#content.find((column) => column !== 'geometry' && (row.cells[column]?.length ?? 0) > LONGEST_CELL);
    if (long !== undefined) {
      const values = { column: long, length: String(row.cells[long]?.length ?? 0), longest: String(LONGEST_CELL) };
      await this.#reject(row.line, fault('TB_ROW_CELL_TOO_LONG', values));
      return;
    }
    const content = this.#content.map((column) => cellOf(row.cells, column) ?? '').join('\u001f');
    const stated = this.#mapping.key.map((column) => cellOf(row.cells, column) ?? '').join(' · ');
    const keyed = stated.replaceAll(' · ', '') !== '';
    const key = keyed ? stated : idOf('row', content);
    try {
      // A row is only remembered once it is known to be good: a broken one must not swallow its correction.
      const emit = this.#builder.build(this.#read(row.cells), { line: row.line, key, content });
      const earlier = this.#seen.meet(key, content, row.line);
      if (earlier !== null) {
        if (!earlier.same) this.#notes.again(row.line, earlier.line);
        await this.#merge(row.line, earlier.line, earlier.same ? 'identical' : 'same_key');
        return;
      }
      const into = await emit();
      if (into !== null) await this.#merge(row.line, into, 'same_total');
      else this.#totals.accepted++;
    } catch (failure) {
      if (!(failure instanceof RowRejected)) throw failure;
      await this.#reject(row.line, failure.fault);
    }
  }

  /** Ends the import and says what came of it. */
  async finish(table: OpenTable): Promise<ImportSummary> {
    await this.#builder.finish();
    const used = new Set(columnsOf(this.#mapping));
    const dropped = table.columns.filter((column) => isDropped(this.#mapping, column));
    const unused = table.columns.filter(
      (column) => !used.has(column) && !dropped.includes(column) && this.#mapping.ignore?.includes(column) !== true,
    );
    const warning = { file: this.#path, severity: 'warning' } as const;
    return {
      file: this.#path,
      mapping: this.#mapping.id,
      kind: this.#mapping.kind,
      format: table.format,
      totals: { ...this.#totals },
      rejectedByCode: { ...this.#byCode },
      columns: { read: table.columns.filter((column) => used.has(column)), dropped, unread: unused },
      headerRows: this.#headerRows,
      problems: [
        ...table.warnings().map(({ code, values }) => problem(code, values, warning)),
        ...dropped.map((column) => problem('TB_COLUMN_DROPPED', { column }, warning)),
        ...unused.map((column) => problem('TB_COLUMN_UNREAD', { column }, warning)),
        ...this.#notes.problems(this.#path),
      ],
    };
  }
}

/** Imports a table into a sink, in memory that does not grow with the table. */
export async function importTable(path: string, files: FileAccess, options: ImportOptions, sink: ImportSink): Promise<ImportSummary> {
  const table = await openTable(path, files, options);
  if ('problem' in table) return unread(path, table.problem);
  const mapping = mappingFor(path, table, options);
  if ('problem' in mapping) return unread(path, mapping.problem, table);
  const run = new TableImport(path, mapping, sink, options.now);
  for await (const batch of table.batches) for (const row of batch) await run.take(row);
  return run.finish(table);
}

/** Imports a table and keeps everything; for tables that fit into memory. */
export async function importIncidents(path: string, files: FileAccess, options: ImportOptions): Promise<ImportResult> {
  const reports: IncidentReport[] = [];
  const positions: RestrictedPlace[] = [];
  const rejected: RejectedRow[] = [];
  const merged: MergedRow[] = [];
  const kept = { countryTotals: [], sites: [], firePoints: [] } as {
    countryTotals: ImportResult['countryTotals'][number][];
    sites: ImportResult['sites'][number][];
    firePoints: ImportResult['firePoints'][number][];
  };
  const summary = await importTable(path, files, options, {
    incident: (report, position) => {
      reports.push(report);
      if (position !== null) positions.push(position);
    },
    total: (total) => void kept.countryTotals.push(total),
    site: (site) => void kept.sites.push(site),
    firePoint: (point) => void kept.firePoints.push(point),
    rejected: (row) => void rejected.push(row),
    merged: (row) => void merged.push(row),
  });
  return { summary, reports, positions, ...kept, rejected, merged };
}
