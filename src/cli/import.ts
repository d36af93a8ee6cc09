import { type Problem, problem } from '../errors.ts';
import {
  compareImports,
  type ImportOptions,
  type ImportSummary,
  importIncidents,
  importTable,
  MAPPINGS,
  type MergedRow,
  type RejectedRow,
  readMapping,
  type TableMapping,
} from '../feeds/index.ts';
import { topicsFor } from '../i18n/index.ts';
import { comparisonText, type ImportCounts, importText } from './import-text.ts';
import type { TextOptions } from './program.ts';
import { type ExitCode, report, type Terminal } from './terminal.ts';

export interface ImportCommandOptions extends TextOptions {
  readonly mapping?: string;
  readonly map?: readonly string[];
  readonly set?: readonly string[];
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly against?: string;
  readonly dryRun?: boolean;
  /** Name under which the accepted incidents go into the book. */
  readonly by?: string;
  readonly whole?: boolean;
  readonly queue?: boolean;
  readonly book?: string;
  readonly reports?: string;
  readonly restricted?: string;
  readonly rejected?: string;
  readonly format: 'text' | 'json';
}

/** Rejected rows that are named for each reason; the rest go to the file of --rejected. */
const NAMED = 5;

/** Lines written at once: a write for every row would take longer than reading it. */
const LINES = 500;

/** Writes JSON lines to a file in pieces. */
class LineFile {
  readonly #path: string | undefined;
  readonly #append: Terminal['append'];
  #lines: string[] = [];

  constructor(path: string | undefined, append: Terminal['append']) {
    this.#path = path;
    this.#append = append;
  }

  async add(value: unknown): Promise<void> {
    if (this.#path === undefined) return;
    this.#lines.push(`${JSON.stringify(value)}\n`);
    if (this.#lines.length >= LINES) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#path === undefined || this.#lines.length === 0) return;
    const text = this.#lines.join('');
    this.#lines = [];
    await this.#append(this.#path, text);
  }
}

/** The mapping named on the command line: one of ours by its id, or a file. */
async function chosenMapping(name: string | undefined, { files }: Terminal): Promise<TableMapping | { readonly problem: Problem } | null> {
  if (name === undefined) return null;
  const known = MAPPINGS.find(({ id }) => id === name);
  if (known) return known;
  if (/\.ya?ml$/i.test(name)) return readMapping(name, files);
  return { problem: problem('TB_MAPPING_UNKNOWN', { name, known: MAPPINGS.map(({ id }) => id).join(', ') }) };
}

/** Entries such as `from=Datum`, of --map and --set. */
function pairsOf(entries: readonly string[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(entries.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
}

async function importOne(
  terminal: Terminal,
  path: string,
  options: ImportOptions,
  { reports, restricted, rejected, dryRun }: ImportCommandOptions,
): Promise<{ readonly summary: ImportSummary; readonly counts: ImportCounts }> {
  const to = (file: string | undefined): LineFile => new LineFile(dryRun ? undefined : file, terminal.append);
  const [reportFile, restrictedFile, rejectedFile] = [to(reports), to(restricted), to(rejected)];
  const named: RejectedRow[] = [];
  const merged: Partial<Record<MergedRow['why'], number>> = {};
  const made = { incidents: 0, totals: 0, sites: 0, fire_points: 0 };
  let positions = 0;
  const summary = await importTable(path, terminal.files, options, {
    incident: async (incident, position) => {
      made.incidents++;
      await reportFile.add(incident);
      if (position === null) return;
      positions++;
      await restrictedFile.add(position);
    },
    total: async (total) => {
      made.totals++;
      await reportFile.add(total);
    },
    site: async (site) => {
      made.sites++;
      await restrictedFile.add(site);
    },
    firePoint: async (point) => {
      made.fire_points++;
      await restrictedFile.add(point);
    },
    rejected: async (row) => {
      if (row.code !== 'TB_ROW_NOT_WANTED' && named.filter(({ code }) => code === row.code).length < NAMED) named.push(row);
      await rejectedFile.add(row);
    },
    merged: (row) => {
      merged[row.why] = (merged[row.why] ?? 0) + 1;
    },
  });
  for (const file of [reportFile, restrictedFile, rejectedFile]) await file.flush();
  return { summary, counts: { named, merged, made, positions } };
}

/** Imports tables of incidents, totals, sites or fire points, and prints what became of every row. */
export async function runImport(terminal: Terminal, paths: readonly string[], options: ImportCommandOptions): Promise<ExitCode> {
  const mapping = await chosenMapping(options.mapping, terminal);
  if (mapping !== null && 'problem' in mapping) return report(terminal, [mapping.problem]);
  const chosen: ImportOptions = {
    now: `${terminal.now().slice(0, 16)}Z`,
    columns: pairsOf(options.map),
    values: pairsOf(options.set),
    ...(mapping === null ? {} : { mapping }),
    ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
    ...(options.delimiter === undefined ? {} : { dialect: { delimiter: options.delimiter } }),
  };
  const words = topicsFor(options.lang).imports;
  let code: ExitCode = 0;
  for (const path of paths) {
    const { summary, counts } = await importOne(terminal, path, chosen, options);
    const text =
      options.format === 'json'
        ? `${JSON.stringify({ schema: 'trucebook/import@1', ...summary, ...counts })}\n`
        : importText(summary, counts, words, { lang: options.lang, paint: terminal.paint });
    await terminal.out(text);
    const refused = Object.keys(summary.rejectedByCode).some((name) => name !== 'TB_ROW_NOT_WANTED');
    if (refused || summary.problems.some(({ severity }) => severity === 'error')) code = 1;
    if (options.format === 'text') report(terminal, summary.problems.filter(isShown));
    if (options.against === undefined) continue;
    const [before, after] = [
      await importIncidents(options.against, terminal.files, chosen),
      await importIncidents(path, terminal.files, chosen),
    ];
    const comparison = compareImports(before.reports, after.reports);
    const compared =
      options.format === 'json'
        ? `${JSON.stringify({ schema: 'trucebook/import-comparison@1', before: options.against, after: path, ...comparison })}\n`
        : comparisonText(options.against, path, comparison, words);
    await terminal.out(compared);
    if (before.summary.problems.some(({ severity }) => severity === 'error')) code = report(terminal, before.summary.problems);
  }
  if (options.dryRun && options.format === 'text') await terminal.out(`${words.dryRun}\n`);
  return code;
}

/** Columns are listed in the report itself. */
const isShown = ({ code }: Problem): boolean => code !== 'TB_COLUMN_DROPPED' && code !== 'TB_COLUMN_UNREAD';
