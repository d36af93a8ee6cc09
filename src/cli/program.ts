import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { BookOptions } from '../app/read-book.ts';
import { reportDate } from '../feeds/report-date.ts';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../i18n/index.ts';
import { BookFailure } from '../store/book-failure.ts';
import { addAccountCommands } from './account-commands.ts';
import { addBookCommands } from './book-commands.ts';
import { addChangeCommands } from './change-commands.ts';
import type { ChangesCommandOptions } from './changes.ts';
import { collect } from './collect.ts';
import { addMonitorCommands } from './monitor-commands.ts';
import { addQueueCommands } from './queue-commands.ts';
import { reportPaths } from './report-paths.ts';
import { addReviewCommands } from './review-commands.ts';
import { addStoreCommands } from './store-commands.ts';
import { CommandFailure, type ExitCode, type Terminal } from './terminal.ts';
import { addTimestampCommands } from './timestamp-commands.ts';
import { addWebCommands } from './web-commands.ts';

// Commands load what they need when they run: `trucebook --help` must not wait for a lexicon or an HTML parser.

/** Forms of a dossier: to read, the whole as data, and the field’s own forms. */
export const FORMATS = ['text', 'json', 'md', 'html', 'csv', 'csv-divergences', 'csv-ceasefires', 'jsonld', 'plover'] as const;

export interface DossierOptions extends BookOptions {
  readonly agreement?: string;
  readonly format: (typeof FORMATS)[number];
  readonly show?: 'standing' | 'both';
  /** File that the dossier goes to with its proof, in place of being printed. */
  readonly proof?: string;
  /** Folder that is made for the dossier, its proof and the verifier. */
  readonly proofDir?: string;
  readonly lang: InterfaceLanguage;
  readonly width?: number;
}

function parseDate(value: string): string {
  const date = reportDate(value);
  if (date === null) throw new InvalidArgumentError('Write 2025-03, 2025-03-18 or 2025-03-18T22:00Z.');
  return date;
}

function parseWidth(value: string): number {
  const width = Number(value);
  if (!Number.isInteger(width) || width < 40 || width > 400) throw new InvalidArgumentError('Write a number from 40 to 400.');
  return width;
}

/** Options of commands that print text. */
export interface TextOptions {
  readonly lang: InterfaceLanguage;
  readonly width?: number;
}

const asOf = (): Option =>
  new Option('--as-of <date>', 'only what had been published by then; a day counts to its end (UTC)').argParser(parseDate);
const heldAt = (): Option => new Option('--held-at <date>', 'what held on that date, as known today or at --as-of').argParser(parseDate);
const curated = (): Option =>
  new Option('--curated <file>', 'readings entered by hand (data/agreements/*.yaml); may be repeated').argParser(collect);
const corrections = (): Option =>
  new Option('--corrections <file>', 'what people have decided about single readings (see `trucebook correct`); may be repeated').argParser(
    collect,
  );
const lang = (): Option =>
  new Option('--lang <language>', 'language of the interface; quotations are never translated').choices(INTERFACE_LANGUAGES).default('de');
const width = (): Option => new Option('--width <columns>', 'columns of the text, instead of those of the terminal').argParser(parseWidth);

const examples = (...lines: readonly string[]): string => `\nExamples:\n${lines.map((line) => `  $ trucebook ${line}`).join('\n')}\n`;

/** The command line; `done` is told what the program should end with. */
export function buildProgram(terminal: Terminal, version: string, done: (code: ExitCode) => void): Command {
  const program = new Command('trucebook')
    // Options behind a command are that command's own: `review` and the commands below it share names.
    .enablePositionalOptions()
    .description('The book of record for a truce: who agreed to what, in whose words, from when, as known on any date.')
    .version(version)
    .helpCommand(false)
    .showHelpAfterError('(add --help for the usage)')
    .addHelpText(
      'after',
      `${examples('dossier examples/energy-halt-2025', 'dossier reports/ --as-of 2025-03-18T22:00 --format html > dossier.html', 'explain reports/03-telefonat.txt')}
Exit codes: 0 done · 1 an input was rejected or a check failed · 2 wrong usage · 3 the environment`,
    );

  const [optional, what, standing] = reportPaths(terminal);
  program
    .command('dossier')
    .summary('each side’s version of every agreement, side by side')
    .description(
      'Reads reports and prints, for every agreement they speak of, what each side says in its own words, where the versions differ and what nobody says.',
    )
    .argument(optional, what, standing)
    .addOption(asOf())
    .addOption(heldAt())
    .option('--agreement <id>', 'only this agreement: its id, or words of its title')
    .addOption(
      new Option(
        '--format <format>',
        'form of the output; csv: readings, csv-ceasefires: columns of the ceasefire dataset, jsonld: schema.org claims, plover: coded events',
      )
        .choices(FORMATS)
        .default('text'),
    )
    .addOption(lang())
    .addOption(curated())
    .addOption(corrections())
    .addOption(
      new Option('--show <which>', 'of corrected readings: what stands, or the machine’s and the person’s both')
        .choices(['standing', 'both'])
        .default('standing'),
    )
    .option(
      '--proof <file>',
      'of a book: write the dossier with all that is needed to check its quotations and counts without Trucebook, see proof/verify-dossier.mjs; the file holds whole texts and is not for publication',
    )
    .addOption(
      new Option('--proof-dir <folder>', 'the same as a new folder to be handed on: dossier to read, proof, and the verifier').conflicts(
        'proof',
      ),
    )
    .addOption(width())
    .addHelpText(
      'after',
      examples(
        'dossier examples/energy-halt-2025',
        'dossier reports/ --as-of 2025-03-18 --lang en',
        'dossier reports/ --agreement energie --format md > energie.md',
        'dossier reports/ --format csv > readings.csv',
        'dossier reports/ --curated data/agreements/energy-halt-2025-03.yaml --format json',
        'dossier trucebook-book --proof proof.json',
      ),
    )
    .action(async (paths: string[], options: DossierOptions) => {
      const { runDossier } = await import('./dossier.ts');
      done(await runDossier(terminal, paths, options));
    });

  program
    .command('annotate')
    .summary('every statement, time, quantity and piece of noise, one JSON line a report')
    .description(
      'Prints one line of JSON a report: statements with content, speaker, cue, form and act as [start, end) positions in the text, times, quantities and noise.',
    )
    .argument('[path...]', 'files or folders with reports')
    .option('--jsonl <file>', 'read lines {"id", "text", "date" or "dct", "language"} instead, "-" for standard input')
    .addHelpText(
      'after',
      examples('annotate report.txt', 'annotate --jsonl corpus.jsonl > found.ndjson', 'annotate --jsonl - < corpus.jsonl | head'),
    )
    .action(async (paths: string[], options: { readonly jsonl?: string }, command: Command) => {
      if (paths.length > 0 === (options.jsonl !== undefined))
        command.error('error: give either files or --jsonl, not both and not neither');
      const { annotateFiles, annotateLines } = await import('./annotate.ts');
      done(options.jsonl === undefined ? await annotateFiles(terminal, paths) : await annotateLines(terminal, options.jsonl));
    });

  program
    .command('explain')
    .summary('why each statement was found, and what was rejected and why')
    .description(
      'Prints every statement of a report with the rule that made it, the parts the rule saw and the chain of speakers; then what was rejected, what was cut as noise, and who was speaking sentence by sentence.',
    )
    .argument('<file>', 'a report, or FILE:OFFSET for what touches that position in its text')
    .addOption(lang())
    .addOption(width())
    .addHelpText('after', examples('explain report.txt', 'explain report.txt:415'))
    .action(async (path: string, options: TextOptions) => {
      const { runExplain } = await import('./explain.ts');
      done(await runExplain(terminal, path, options));
    });

  program
    .command('match')
    .summary('every place where a rule, or a family of rules, found or rejected something')
    .description(
      'Lists what one rule did in a set of reports, each place with the text round it. RULE is the id of a rule or the beginning of one.',
    )
    .argument('<rule>', 'id as `explain` prints it ("de.verb.clause"), or its beginning ("de.verb")')
    .argument('<path...>', 'files or folders with reports')
    .addOption(lang())
    .addOption(width())
    .addHelpText('after', examples('match de.verb.clause reports/', 'match de.gloss reports/'))
    .action(async (rule: string, paths: string[], options: TextOptions) => {
      const { runMatch } = await import('./match.ts');
      done(await runMatch(terminal, rule, paths, options));
    });

  program
    .command('replay')
    .summary('reads reports in the order of time and tells after each what is new')
    .description(
      'Reads reports one after the other in the order of their dates and prints after each what is new, replaced, disputed or answered.',
    )
    .argument(optional, what, standing)
    .addOption(lang())
    .addOption(width())
    .addHelpText('after', examples('replay examples/energy-halt-2025'))
    .action(async (paths: string[], options: TextOptions) => {
      const { runReplay } = await import('./replay.ts');
      done(await runReplay(terminal, paths, options));
    });

  program
    .command('changes')
    .summary('what has become known since a date')
    .description(
      'Compares the dossier as it could be known on a date with the dossier of today, or of --as-of, and prints what has changed.',
    )
    .argument(optional, what, standing)
    .addOption(new Option('--since <date>', 'the date to compare with').argParser(parseDate).makeOptionMandatory())
    .addOption(asOf())
    .addOption(curated())
    .addOption(corrections())
    .addOption(lang())
    .addOption(width())
    .addHelpText(
      'after',
      examples('changes --since 2025-03-19 examples/energy-halt-2025', 'changes --since 2025-03-18 --as-of 2025-03-25 reports/'),
    )
    .action(async (paths: string[], options: ChangesCommandOptions) => {
      const { runChanges } = await import('./changes.ts');
      done(await runChanges(terminal, paths, options));
    });

  program
    .command('check')
    .summary('who said what a sentence claims, who something else, and who nothing')
    .description(
      'Reads a sentence like a report of its own and looks it up in the dossier: who said it, in which words and when, who said otherwise, who never spoke to it. Nobody is called right or wrong.',
    )
    .argument('<sentence>', 'one sentence, in quotation marks of the shell')
    .argument(optional, what, standing)
    .addOption(asOf())
    .addOption(curated())
    .addOption(corrections())
    .addOption(lang())
    .addOption(width())
    .addHelpText('after', examples('check "Die Pause bei Angriffen auf Energieanlagen gilt 30 Tage." examples/energy-halt-2025'))
    .action(async (sentence: string, paths: string[], options: TextOptions & BookOptions) => {
      const { runCheck } = await import('./check.ts');
      done(await runCheck(terminal, sentence, paths, options));
    });

  const shared = { asOf, heldAt, curated, corrections, lang, width, examples };
  addBookCommands(program, terminal, done, shared);
  addMonitorCommands(program, terminal, done, shared);
  addStoreCommands(program, terminal, done, shared);
  addReviewCommands(program, terminal, done, shared);
  addQueueCommands(program, terminal, done, shared);
  addAccountCommands(program, terminal, done, shared);
  addChangeCommands(program, terminal, done, shared);
  addTimestampCommands(program, terminal, done, shared);
  addWebCommands(program, terminal, done, shared);
  return program;
}

/** A command and everything below it. */
function withSubcommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

/** Runs the program on arguments (without node and script) and gives the exit code; nothing is thrown. */
export async function run(args: readonly string[], terminal: Terminal, version: string): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = buildProgram(terminal, version, (given) => {
    code = given;
  });
  const written: Promise<boolean>[] = [];
  for (const command of withSubcommands(program)) {
    command.exitOverride().configureOutput({
      writeOut: (text) => {
        written.push(terminal.out(text));
      },
      writeErr: terminal.err,
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
    });
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (failure) {
    if (failure instanceof CommanderError) return failure.exitCode === 0 ? 0 : 2;
    if (failure instanceof CommandFailure) {
      terminal.err(`${failure.message}\n`);
      return failure.exitCode;
    }
    if (failure instanceof BookFailure) {
      terminal.err(`${failure.message}\n`);
      return 3;
    }
    terminal.err(`trucebook: ${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}\n`);
    return 3;
  } finally {
    await Promise.all(written);
  }
}
