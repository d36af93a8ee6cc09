import type { ErrorCode, Problem } from '../../errors.ts';
import type { CountryTotals, FirePoint, IncidentReport, RestrictedPlace, Site } from '../../model/index.ts';
import type { TableKind } from './table-mapping.ts';

/** A row that was not taken, and what to do about it. */
export interface RejectedRow {
  readonly file: string;
  readonly line: number;
  readonly code: ErrorCode;
  readonly message: string;
  readonly remedy: string;
}

/** A row that went into another: it says the same, has the same key, or belongs to the same day's total. */
export interface MergedRow {
  readonly file: string;
  readonly line: number;
  /** Line of the row it went into. */
  readonly into: number;
  readonly why: 'identical' | 'same_key' | 'same_total';
}

/** Rows of a table by what became of them; `read` is always the sum of the other three. */
export interface ImportTotals {
  readonly read: number;
  readonly accepted: number;
  readonly merged: number;
  readonly rejected: number;
}

/** What an import says about a table as a whole. */
export interface ImportSummary {
  readonly file: string;
  /** Id of the mapping, or null if none fits. */
  readonly mapping: string | null;
  readonly kind: TableKind | null;
  readonly format: string | null;
  readonly totals: ImportTotals;
  readonly rejectedByCode: Readonly<Partial<Record<ErrorCode, number>>>;
  /** Columns that were read, refused at the door, and read by nobody. */
  readonly columns: { readonly read: readonly string[]; readonly dropped: readonly string[]; readonly unread: readonly string[] };
  /** Second header rows, which are no data. */
  readonly headerRows: number;
  /** What is wrong with the table as a whole, and what was left open in rows that were taken. */
  readonly problems: readonly Problem[];
}

/** Where an import puts what it reads; what is left out is only counted. */
export interface ImportSink {
  readonly incident?: (report: IncidentReport, position: RestrictedPlace | null) => void | Promise<void>;
  readonly total?: (total: CountryTotals) => void | Promise<void>;
  readonly site?: (site: Site) => void | Promise<void>;
  readonly firePoint?: (point: FirePoint) => void | Promise<void>;
  readonly rejected?: (row: RejectedRow) => void | Promise<void>;
  readonly merged?: (row: MergedRow) => void | Promise<void>;
}

/** A table as it was read, all of it in memory. */
export interface ImportResult {
  readonly summary: ImportSummary;
  readonly reports: readonly IncidentReport[];
  /** Restricted: exact positions, apart from the reports. */
  readonly positions: readonly RestrictedPlace[];
  readonly countryTotals: readonly CountryTotals[];
  readonly sites: readonly Site[];
  /** Restricted: fire points corroborate, they are no incidents. */
  readonly firePoints: readonly FirePoint[];
  readonly rejected: readonly RejectedRow[];
  readonly merged: readonly MergedRow[];
}
