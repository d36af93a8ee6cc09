import { type Command, Option } from 'commander';
import { defaultBook } from '../app/book-place.ts';
import { AUDIENCES } from '../model/index.ts';
import type { SharedOptions } from './book-commands.ts';
import { collect } from './collect.ts';
import { gateOptions } from './gate-options.ts';
import { placeOptions } from './place-options.ts';
import type { ReportCommandOptions } from './report.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Adds the command: report. */
export function addReportCommands(program: Command, terminal: Terminal, done: (code: ExitCode) => void, shared: SharedOptions): void {
  const { curated, corrections, lang, width, examples } = shared;
  const report = program
    .command('report')
    .summary('the report of one day: findings, changes of position, incidents under each reading, allegations and answers')
    .description(
      'Makes the report of one day as it could be known at its cut-off, and lets it through the release gate of the profile. The time at which it is made plays no part: the report of last spring comes out today as it would have then.',
    )
    .argument('<date>', 'day of the report, as in 2025-03-27')
    .argument('[path...]', 'files or folders with reports')
    .addOption(new Option('--incidents <table>', 'a table of incidents (see `trucebook import`); may be repeated').argParser(collect))
    .addOption(curated())
    .addOption(corrections())
    .addOption(new Option('--profile <profile>', 'for whom it is released').choices(AUDIENCES).default('public'))
    .addOption(new Option('--format <format>', 'form of the report').choices(['text', 'html', 'md', 'json', 'pdf']).default('text'))
    .addOption(lang())
    .option('--cut-off <time>', 'time of day up to which reports are taken in; 24:00 is the end of the day', '18:00')
    .option('--zone <zone>', 'time zone of the cut-off', 'Europe/Kyiv')
    .option('--number <number>', 'number of the report; else that of its day in the year, as in 86/2025')
    .option('--out <file>', 'write to this file; a PDF goes to DATE.pdf without it')
    .addOption(width())
    .option('--corrects <id>', 'the release that this report corrects')
    .option('--note <text>', 'what is corrected');
  for (const option of [...gateOptions(), ...placeOptions()]) report.addOption(option);
  report
    .addHelpText(
      'after',
      examples(
        'report 2025-04-01 --curated data/agreements/energy-halt-2025-03.yaml --incidents examples/energy-halt-2025-incidents.csv',
        'report 2025-03-28 reports/ --incidents desk.csv --profile internal --format pdf --out report.pdf',
      ),
    )
    .action(async (date: string, paths: string[], options: ReportCommandOptions, command: Command) => {
      if ((options.corrects === undefined) !== (options.note === undefined)) command.error('error: --corrects and --note go together');
      const { runReport } = await import('./report.ts');
      // A report may be made of curated readings or tables alone; a book is asked only where nothing is named.
      const isNamed = paths.length > 0 || options.curated !== undefined || options.incidents !== undefined;
      done(await runReport(terminal, date, isNamed ? paths : [defaultBook(terminal.env ?? {})], options));
    });
}
