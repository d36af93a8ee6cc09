/** Words of `trucebook import`: what came of the rows of a table. */
export interface ImportMessages {
  readonly read: string;
  readonly accepted: string;
  readonly merged: string;
  readonly rejected: string;
  /** `CSV, mapping "ACLED"` */
  readonly recognised: (format: string, mapping: string) => string;
  readonly formats: Readonly<Record<string, string>>;
  readonly unreadable: string;
  readonly headerRows: (count: number) => string;
  readonly dropped: (columns: string) => string;
  readonly unread: (columns: string) => string;
  readonly line: (line: number) => string;
  readonly more: (count: number) => string;
  readonly mergedWhy: Readonly<Record<'identical' | 'same_key' | 'same_total', string>>;
  readonly positions: (count: number) => string;
  readonly made: Readonly<Record<'incidents' | 'totals' | 'sites' | 'fire_points', (count: number) => string>>;
  readonly dryRun: string;
  readonly written: (what: string, file: string) => string;
  readonly columns: string;
  readonly against: Readonly<Record<'added' | 'changed' | 'withdrawn' | 'same', string>>;
  readonly compared: (before: string, after: string) => string;
  readonly bothKept: string;
}
