import { type Command, InvalidArgumentError, Option } from 'commander';
import { AUDIENCES } from '../model/index.ts';
import type { SharedOptions } from './book-commands.ts';
import { collect } from './collect.ts';
import type { EmbargoOptions } from './embargo.ts';
import { editorOption, gateOptions } from './gate-options.ts';
import { placeOptions } from './place-options.ts';
import type { ReleaseCommandOptions } from './release.ts';
import { reportPaths } from './report-paths.ts';
import type { ExitCode, Terminal } from './terminal.ts';

function parseHours(value: string): number {
  const hours = Number(value);
  if (!Number.isInteger(hours) || hours < 0) throw new InvalidArgumentError('Write a whole number of hours.');
  return hours;
}

const incidents = (): Option =>
  new Option('--incidents <file>', 'table of incidents beside those of a book (see `trucebook import`); may be repeated').argParser(
    collect,
  );
const profile = (): Option => new Option('--profile <profile>', 'for whom').choices(AUDIENCES).default('public');

/** Adds the commands: release, embargo. */
export function addReleaseCommands(program: Command, terminal: Terminal, done: (code: ExitCode) => void, shared: SharedOptions): void {
  const { asOf, curated, corrections, lang, examples } = shared;

  const release = program
    .command('release')
    .summary('lets incidents through the release gate for one audience')
    .description(
      'Judges the incidents of some tables under the readings of PATH and prints what may leave for one audience: embargoes, coarse places and times, withheld names. The data go to standard output, the card that says what was done to standard error.',
    )
    .argument(...reportPaths(terminal))
    .addOption(incidents())
    .addOption(profile())
    .addOption(new Option('--format <format>', 'form of the data').choices(['csv', 'geojson', 'jsonld', 'json']).default('csv'))
    .addOption(asOf())
    .option('--corrects <id>', 'the release that this one corrects')
    .option('--note <text>', 'what is corrected')
    .option('--into-book <place>', 'keeps card and data in this book as well, as what was published; needs --by')
    .option('--by <name>', 'who publishes; stands in the journal')
    .addOption(curated())
    .addOption(corrections())
    .addOption(lang())
    .addHelpText(
      'after',
      examples(
        'release examples/energy-halt-2025 --incidents examples/energy-halt-2025-incidents.csv > incidents.csv',
        'release reports/ --incidents desk.csv --names names.yaml --profile partners --format geojson > cells.geojson',
        'release desk-2025 --into-book desk-2025 --by Ada > incidents.csv',
        'release reports/ --incidents desk.csv --corrects rel-0123456789ab --note "one day later" --format json > corrected.json',
      ),
    )
    .action(async (paths: string[], options: ReleaseCommandOptions, command: Command) => {
      if ((options.corrects === undefined) !== (options.note === undefined)) command.error('error: --corrects and --note go together');
      if (options.intoBook !== undefined && !options.by) command.error('error: --into-book needs --by: who publishes');
      const { runRelease } = await import('./release.ts');
      done(await runRelease(terminal, paths, options));
    });

  for (const option of [...gateOptions(), ...placeOptions()]) release.addOption(option);

  const embargo = program
    .command('embargo')
    .summary('notes a decision to lengthen or shorten the embargo of one incident')
    .description(
      'Adds one entry to an append-only file (JSON lines). One editor may lengthen an embargo; shortening takes two different editors of a book that has more than one, and never goes below the floor.',
    )
    .argument('<incident>', 'id of an incident, or of one of its reports')
    .argument(...reportPaths(terminal))
    .addOption(incidents())
    .addOption(profile())
    .addOption(new Option('--hours <number>', 'hours from the event until it may leave').argParser(parseHours).makeOptionMandatory())
    .addOption(new Option('--by <name>', 'who decides; give both for shortening').argParser(collect).makeOptionMandatory())
    .addOption(editorOption())
    .requiredOption('--why <text>', 'why, in a sentence')
    .requiredOption('--file <file>', 'the file of decisions; made if it is not there')
    .addOption(lang())
    .addHelpText(
      'after',
      examples(
        'embargo inc-0123456789ab reports/ --incidents desk.csv --hours 168 --by Ada --why "people still in danger" --file embargoes.jsonl',
        'embargo inc-0123456789ab reports/ --incidents desk.csv --hours 24 --by Ada --by Ben --editor Ada --editor Ben --why "operator has told it all" --file embargoes.jsonl',
      ),
    )
    .action(async (incident: string, paths: string[], options: EmbargoOptions) => {
      const { runEmbargo } = await import('./embargo.ts');
      done(await runEmbargo(terminal, incident, paths, options));
    });
  for (const option of placeOptions()) embargo.addOption(option);
}
