import { type Command, InvalidArgumentError, Option } from 'commander';
import { ELEMENTS } from '../model/index.ts';
import type { CommonCommandOptions } from './common.ts';
import type { CorrectOptions } from './correct.ts';
import type { JudgeCommandOptions } from './judge.ts';
import { reportPaths } from './report-paths.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Options that several commands share. */
export interface SharedOptions {
  readonly asOf: () => Option;
  readonly heldAt: () => Option;
  readonly curated: () => Option;
  readonly corrections: () => Option;
  readonly lang: () => Option;
  readonly width: () => Option;
  readonly examples: (...lines: readonly string[]) => string;
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw new InvalidArgumentError('Write JSON, such as {"t": "duration", "iso": "P30D", "counting": "unstated"}.');
  }
}

/** The commands that work on a whole book: what all could agree to, what follows for incidents, and what people decide. */
export function addBookCommands(program: Command, terminal: Terminal, done: (code: ExitCode) => void, shared: SharedOptions): void {
  const { asOf, heldAt, curated, corrections, lang, width, examples } = shared;
  /** The options that `judge` and `clarify` share. */
  const judging = (command: Command): Command =>
    command
      .option('--agreement <id>', 'only this agreement: its id, or words of its title')
      .addOption(asOf())
      .addOption(heldAt())
      .addOption(curated())
      .addOption(corrections())
      .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
      .addOption(lang())
      .addOption(width());

  program
    .command('common')
    .summary('what all versions share and what they hold together, clause by clause')
    .description(
      'Computes for every agreement, clause by clause, what is in every side’s version and what is in at least one, with the words they rest on, and the questions each party would have to answer to close the gaps.',
    )
    .argument(...reportPaths(terminal))
    .option('--agreement <id>', 'only this agreement: its id, or words of its title')
    .addOption(asOf())
    .addOption(heldAt())
    .addOption(curated())
    .addOption(corrections())
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json', 'md']).default('text'))
    .addOption(lang())
    .addOption(width())
    .addHelpText(
      'after',
      examples('common examples/energy-halt-2025 --agreement angriffsstopp', 'common reports/ --format md --lang en > common-text.md'),
    )
    .action(async (paths: string[], options: CommonCommandOptions) => {
      const { runCommon } = await import('./common.ts');
      done(await runCommon(terminal, paths, options));
    });

  judging(program.command('judge'))
    .summary('what follows for incidents from each side’s reading')
    .description(
      'Judges each incident under each side’s reading of each truce, with every step. A verdict says whether a reading covers the incident; it does not say who did it. INCIDENTS is a JSON list, see docs/reference/incidents.md.',
    )
    .argument('<incidents>', 'JSON file of incidents: date, region at the finest, class of object, and who attributes it to whom')
    .argument(...reportPaths(terminal))
    .addHelpText(
      'after',
      examples(
        'judge examples/incidents-2025.json examples/energy-halt-2025',
        'judge incidents.json reports/ --curated data/agreements/energy-halt-2025-03.yaml --as-of 2025-03-27 --lang en',
      ),
    )
    .action(async (incidents: string, paths: string[], options: JudgeCommandOptions) => {
      const { runJudge } = await import('./judge.ts');
      done(await runJudge(terminal, incidents, paths, options, 'judge'));
    });

  judging(program.command('clarify'))
    .summary('which unanswered question would change most verdicts on incidents')
    .description(
      'Supposes for every open question the answers that others give, judges the incidents again, and lists the questions by how many verdicts their answer would change.',
    )
    .argument('<incidents>', 'JSON file of incidents, see docs/reference/incidents.md')
    .argument(...reportPaths(terminal))
    .addHelpText(
      'after',
      examples(
        'clarify examples/incidents-2025.json examples/energy-halt-2025',
        'clarify incidents.json reports/ --curated data/agreements/energy-halt-2025-03.yaml --format json',
      ),
    )
    .action(async (incidents: string, paths: string[], options: JudgeCommandOptions) => {
      const { runJudge } = await import('./judge.ts');
      done(await runJudge(terminal, incidents, paths, options, 'clarify'));
    });

  program
    .command('correct')
    .summary('notes a person’s decision about one reading, beside the machine’s')
    .description(
      'Adds one entry to an append-only file of corrections (JSON lines): accept a reading, reject it, put another value or side in its place, or add one that was overlooked. Nothing is deleted; a later entry takes the place of an earlier one.',
    )
    .argument('<reading>', 'id of a reading in the dossier of PATH, or "new" for one that was overlooked')
    .argument(...reportPaths(terminal))
    .addOption(new Option('--accept', 'it is right').conflicts(['reject', 'value', 'element', 'holder', 'agreement', 'words']))
    .addOption(new Option('--reject', 'it is no reading').conflicts(['accept', 'value', 'element', 'holder', 'agreement', 'words']))
    .addOption(new Option('--value <json>', 'what it says instead, typed as in docs/reference/curated-readings.md').argParser(parseJson))
    .addOption(new Option('--element <element>', 'what it is about').choices(ELEMENTS))
    .option('--holder <code>', 'whose version it is')
    .option('--agreement <id>', 'which agreement it is of: its id, or the id of another reading of it')
    .option('--words <text>', 'the words it rests on, exactly as they stand in one report')
    .requiredOption('--why <text>', 'why, in a sentence')
    .requiredOption('--by <name>', 'who decides')
    .requiredOption('--file <file>', 'the file of corrections; made if it is not there')
    .addOption(curated())
    .addOption(lang())
    .addHelpText(
      'after',
      examples(
        'correct rd-0123456789ab --accept --why "as in the readout" --by Ada --file corrections.jsonl reports/',
        `correct rd-0123456789ab --value '{"t": "duration", "iso": "P20D", "counting": "unstated"}' --why "twenty, not thirty" --by Ada --file corrections.jsonl reports/`,
        'dossier reports/ --corrections corrections.jsonl --show both',
      ),
    )
    .action(async (reading: string, paths: string[], options: CorrectOptions, command: Command) => {
      const { faultIn, runCorrect } = await import('./correct.ts');
      const fault = faultIn(reading, options);
      if (fault !== null) command.error(`error: ${fault}`);
      done(await runCorrect(terminal, reading, paths, options));
    });
}
