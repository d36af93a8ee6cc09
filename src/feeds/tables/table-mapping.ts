import type { Both } from '../../model/index.ts';

/** What the rows of a table become. */
export const TABLE_KINDS = ['incidents', 'totals', 'sites', 'fire_points'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** Forms of dates, for `dates`; the ambiguous ones are only read where a mapping names them. */
export const DATE_FORMS = ['iso', 'yyyymmdd', 'dd.mm.yyyy', 'dd/mm/yyyy', 'mm/dd/yyyy', 'd month yyyy', 'epoch'] as const;
export type DateForm = (typeof DATE_FORMS)[number];

/** One case of a decision: it holds if the cell is one of `is`, or if `matches` is found in it. */
export interface Choice {
  /** Columns looked at; one is enough. */
  readonly column: string | readonly string[];
  readonly is?: readonly string[];
  /** A regular expression, compared without regard to capitals. */
  readonly matches?: string;
  /** A second condition, on another column, that has to hold as well. */
  readonly and?: { readonly column: string | readonly string[]; readonly is?: readonly string[]; readonly matches?: string };
  readonly gives: string | readonly string[];
}

/** How a field of ours is filled from the columns of a table; the parts are tried in the order in which they stand here. */
export interface FieldRule {
  /** The same for every row. */
  readonly value?: string | readonly string[];
  /** Cases in their order; the first that holds decides. */
  readonly choose?: readonly Choice[];
  /** Columns, of which the first that is not empty is read. */
  readonly from?: string | readonly string[];
  /** Read all of those columns and not only the first. */
  readonly all?: boolean;
  /** Words of the shared lists that are looked up in `from`: what stands there is one of their codes. */
  readonly words?: 'objects' | 'acts' | 'outcomes';
  /** Translation of the whole cell, without regard to capitals; what is not in it is an error, unless `keep` or `otherwise` is given. */
  readonly terms?: Readonly<Record<string, string | readonly string[]>>;
  /** What the terms do not translate stays as it is. */
  readonly keep?: boolean;
  /** What separates the entries of a list within the cell; any of these. */
  readonly split?: string | readonly string[];
  /** Of a list, only the first or the last entry. */
  readonly take?: 'first' | 'last';
  /** Forms in which dates are written, tried in this order. */
  readonly dates?: readonly DateForm[];
  /** If none of the above gives anything. */
  readonly otherwise?: string | readonly string[];
}

/** Rows that are left out, and why: counted as rejected with this reason, never dropped silently. */
export interface Refusal {
  readonly column: string | readonly string[];
  readonly is?: readonly string[];
  readonly matches?: string;
  /** Refuse what does not hold instead. */
  readonly unless?: boolean;
  readonly why: string;
}

/** A row of our own invention and what must come of it; run by the tests. */
export interface MappingExample {
  readonly row: Readonly<Record<string, string>>;
  /** Fields of the result, by their path (`place.admin1`); lists as lists. */
  readonly gives?: Readonly<Record<string, unknown>>;
  /** Code of the error instead. */
  readonly rejected?: string;
}

/** A field of a mapping as it may be written. */
export type AnyRule = FieldRule | string | readonly FieldRule[];

/** The rules of a field one by one. */
export function rulesOf(given: AnyRule): readonly FieldRule[] {
  return typeof given === 'string' ? [{ from: given }] : Array.isArray(given) ? (given as readonly FieldRule[]) : [given as FieldRule];
}

/** How the columns of one kind of table become ours. Knowledge: it stands in YAML that a desk officer can read. */
export interface TableMapping {
  readonly id: string;
  readonly title: Both;
  readonly kind: TableKind;
  /** Columns by which such a table is recognised: all of them must be there. */
  readonly recognise: readonly string[];
  /** Columns that identify a row over versions of the table; without any its whole content does. */
  readonly key: readonly string[];
  /** Rows that are no data, such as a second header: a column and what is found in it. */
  readonly skip?: { readonly column: string | readonly string[]; readonly matches: string };
  readonly refuse?: readonly Refusal[];
  /** Our fields: the name of a column, a rule, or several rules, of which the first that gives something counts. */
  readonly fields: Readonly<Record<string, AnyRule>>;
  /** Columns that are refused at the door: capacity, damage, victims and the like, with or without the shared list. */
  readonly drop?: readonly string[];
  /** Columns that nobody needs. */
  readonly ignore?: readonly string[];
  readonly examples: readonly MappingExample[];
}

/** Fields that a mapping may fill, by what the rows become. */
export const MAPPED_FIELDS: Readonly<Record<TableKind, readonly string[]>> = {
  incidents: [
    'source',
    'group',
    'url',
    'stance',
    'speaker',
    'accused',
    'from',
    'to',
    'timePrecision',
    'territory',
    'admin1',
    'claimedBy',
    'controlledBy',
    'domain',
    'precision',
    'lat',
    'lon',
    'placeName',
    'objects',
    'act',
    'outcome',
    'means',
    'reliability',
    'text',
    'language',
    'knownFrom',
  ],
  totals: ['source', 'speaker', 'territory', 'day', 'act', 'launched', 'intercepted'],
  sites: ['names', 'objects', 'territory', 'admin1', 'lat', 'lon', 'geometry', 'source'],
  fire_points: ['date', 'time', 'lat', 'lon', 'footprint'],
};
