import { type Command, InvalidArgumentError, Option } from 'commander';
import type { SharedOptions } from './book-commands.ts';
import type { ImportCommandOptions } from './import.ts';
import type { IncidentsCommandOptions } from './incidents.ts';
import { placeOptions } from './place-options.ts';
import { addReleaseCommands } from './release-commands.ts';
import { addReportCommands } from './report-commands.ts';
import { bookOption } from './store-commands.ts';
import type { ExitCode, Terminal } from './terminal.ts';

function collectPair(value: string, before: readonly string[] = []): readonly string[] {
  if (!/^\w+=./.test(value)) throw new InvalidArgumentError('Write the field, "=" and what it is filled with, such as from=Datum.');
  return [...before, value];
}

function parseDelimiter(value: string): string {
  const delimiter = value === '\\t' || value === 'tab' ? '\t' : value;
  if (delimiter.length !== 1) throw new InvalidArgumentError('Write one character, or "tab".');
  return delimiter;
}

/** Adds the commands: import, incidents, report, release. */
export function addMonitorCommands(program: Command, terminal: Terminal, done: (code: ExitCode) => void, shared: SharedOptions): void {
  const { lang, width, examples } = shared;

  program
    .command('import')
    .summary('reads tables of incidents or sites and says what became of every row')
    .description(
      'Reads CSV, TSV, JSON, JSON lines, GeoJSON or Excel files and checks every row: accepted, merged or rejected, with line, reason and remedy. Columns for capacity, damage, victims, weapons and the like are refused at the door. Without --reports or --restricted nothing is written.',
    )
    .argument('<file...>', 'tables')
    .option(
      '--mapping <id>',
      'how its columns are to be read: the id of a ready mapping, or a YAML file of your own; else its columns tell',
    )
    .addOption(new Option('--map <field=column>', 'the column that holds one of our fields; may be repeated').argParser(collectPair))
    .addOption(
      new Option('--set <field=value>', 'fill one of our fields with the same value for every row; may be repeated').argParser(collectPair),
    )
    .addOption(new Option('--delimiter <character>', 'what separates the cells; else the first lines tell').argParser(parseDelimiter))
    .option('--sheet <name>', 'the sheet of an Excel workbook; else the first')
    .option('--against <file>', 'an older version of the table: prints what was added, changed and withdrawn')
    .option('--reports <file>', 'append the incident reports to this file, one JSON line each')
    .option('--restricted <file>', 'append exact places and sites to this file; it must never be published')
    .option('--rejected <file>', 'append every rejected row to this file')
    .option('--by <name>', 'write the accepted incidents into the book, under this name')
    .option('--whole', 'with --by: the table is a new version of the whole; rows it has no more are taken out, their history stays')
    .addOption(bookOption())
    .option('--queue', 'with --by: keep the tables in a book in PostgreSQL and leave their import to `trucebook work`')
    .option('--dry-run', 'check, and write nothing')
    .addOption(new Option('--format <format>', 'form of the report on the rows').choices(['text', 'json']).default('text'))
    .addOption(lang())
    .addOption(width())
    .addHelpText(
      'after',
      examples(
        'import examples/energy-halt-2025-incidents.csv --dry-run',
        'import desk.csv --map from=Datum --map admin1=Gebiet --reports incidents.jsonl',
        'import new.csv --against old.csv',
        'import incidents.csv --by Ada --book desk-2025',
      ),
    )
    .action(async (paths: string[], options: ImportCommandOptions) => {
      const { runImport } = await import('./import.ts');
      const code = await runImport(terminal, paths, options);
      if (options.by === undefined || options.dryRun) return done(code);
      const { runImportIntoBook, runQueueTables } = await import('./keep/adopt.ts');
      const { by, lang: language, book, whole = false } = options;
      const run = options.queue ? runQueueTables : runImportIntoBook;
      const taken = await run(terminal, paths, { by, lang: language, whole, ...(book === undefined ? {} : { book }) });
      done(taken === 0 ? code : taken);
    });

  const incidents = program
    .command('incidents')
    .summary('incidents told in reports and tables: claims side by side, grades with reasons, a verdict per reading, counts')
    .description(
      'Finds what reports allege, deny, admit or tell of attacks, takes it together with tables of incidents, and judges every incident under each reading as of a date. For the desk itself; what goes out goes through `trucebook release` or `trucebook report`.',
    )
    .argument('<path...>', 'files or folders with reports')
    .addOption(
      new Option('--incidents <table>', 'a table of incidents (see `trucebook import`); may be repeated').argParser(
        (value: string, before: readonly string[] = []) => [...before, value],
      ),
    )
    .addOption(shared.asOf())
    .addOption(shared.curated())
    .addOption(shared.corrections())
    .addOption(new Option('--format <format>', 'form of the list').choices(['text', 'json']).default('text'))
    .addOption(lang())
    .addOption(width());
  for (const option of placeOptions()) incidents.addOption(option);
  incidents
    .addHelpText(
      'after',
      examples(
        'incidents examples/energy-halt-2025',
        'incidents examples/energy-halt-2025 --incidents examples/energy-halt-2025-incidents.csv --as-of 2025-03-27',
      ),
    )
    .action(async (paths: string[], options: IncidentsCommandOptions) => {
      const { runIncidents } = await import('./incidents.ts');
      done(await runIncidents(terminal, paths, options));
    });
  addReleaseCommands(program, terminal, done, shared);
  addReportCommands(program, terminal, done, shared);
}
