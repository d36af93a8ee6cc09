import { type Command, InvalidArgumentError, Option } from 'commander';
import type { SharedOptions } from './book-commands.ts';
import { bookOption, parseCount } from './store-commands.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const by = (what: string): Option => new Option('--by <name>', what).makeOptionMandatory();
const format = (): Option => new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text');

function parseSeed(value: string): number {
  const seed = Number(value);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new InvalidArgumentError('Write a whole number.');
  return seed;
}

/** Adds the commands of blind coding below `review`: codebook, tasks, code, blind, agreement, differences, adjudicate. */
export function addCodingCommands(
  review: Command,
  terminal: Terminal,
  done: (code: ExitCode) => void,
  { lang, examples }: SharedOptions,
): void {
  review
    .command('codebook')
    .summary('the questions of blind coding with their values')
    .description('Prints every variable that can be coded: its question, what it is asked about, and its values.')
    .addOption(lang())
    .action(async (options) => {
      const { runReviewCodebook } = await import('./keep/review/coding.ts');
      done(await runReviewCodebook(terminal, options));
    });
  review
    .command('tasks')
    .summary('what can be coded, without what others have made of it')
    .description('Prints statements, readings and incidents by their words alone, the same for every coder, with the coder’s own answers.')
    .addOption(by('who codes'))
    .addOption(new Option('--kind <kind>', 'only this kind').choices(['statement', 'reading', 'incident']))
    .option('--report <name>', 'only what stands in this report (key)')
    .option('--variable <name>', 'only what this coder has not answered for this variable')
    .addOption(new Option('--limit <count>', 'how many at most').default(20).argParser(parseCount))
    .addOption(bookOption())
    .addOption(format())
    .addOption(lang())
    .addHelpText('after', examples('review tasks --by Ada --kind statement --variable act'))
    .action(async (options) => {
      const { runReviewTasks } = await import('./keep/review/coding.ts');
      done(await runReviewTasks(terminal, options));
    });
  review
    .command('code')
    .summary('writes one answer of a coder')
    .description(
      'Writes an answer without showing those of others. A later answer of the same coder counts, until a third person has settled it.',
    )
    .argument('<id>', 'id of the item')
    .argument('<variable>', 'variable of the codebook')
    .argument('<value>', 'one of its values')
    .addOption(by('who codes'))
    .option('--note <words>', 'what was doubtful')
    .addOption(bookOption())
    .addOption(lang())
    .addHelpText('after', examples('review code stmt-1a2b3c4d5e6f act propose --by Ada --note "or a demand"'))
    .action(async (id: string, variable: string, value: string, options) => {
      const { runReviewCode } = await import('./keep/review/coding.ts');
      done(await runReviewCode(terminal, { id, variable, value }, options));
    });
  review
    .command('blind')
    .summary('codes one variable at the keyboard')
    .description(
      'Shows one after the other what the coder has not answered for a variable, by its words alone; one key answers. What others have made of it is not shown.',
    )
    .addOption(by('who codes'))
    .addOption(new Option('--variable <name>', 'variable of the codebook').makeOptionMandatory())
    .option('--report <name>', 'only what stands in this report (key)')
    .addOption(bookOption())
    .addOption(lang())
    .addHelpText('after', examples('review blind --by Ada --variable act'))
    .action(async (options) => {
      const { runReviewBlind } = await import('./keep/review/coding.ts');
      done(await runReviewBlind(terminal, options));
    });
  review
    .command('agreement')
    .summary('how far coders agree (Krippendorff’s alpha)')
    .description(
      'Prints alpha for every variable with what it rests on and a 95 per cent interval, or says that too little was coded by two.',
    )
    .addOption(new Option('--seed <number>', 'seed of the interval: the same one gives the same interval').default(1).argParser(parseSeed))
    .addOption(bookOption())
    .addOption(format())
    .addOption(lang())
    .addHelpText('after', examples('review agreement', 'review agreement --format json'))
    .action(async (options) => {
      const { runReviewAgreement } = await import('./keep/review/coding.ts');
      done(await runReviewAgreement(terminal, options));
    });
  review
    .command('differences')
    .summary('answers that differ and wait for a third person')
    .description('Prints where coders differ, with their answers. Whoever has coded an item does not see it here.')
    .addOption(by('who would settle them'))
    .addOption(bookOption())
    .addOption(format())
    .addOption(lang())
    .action(async (options) => {
      const { runReviewDifferences } = await import('./keep/review/coding.ts');
      done(await runReviewDifferences(terminal, options));
    });
  review
    .command('adjudicate')
    .summary('settles a difference between coders')
    .description('Writes which answer holds, by a person who has not coded the item. The answers of the coders stay as they are.')
    .argument('<id>', 'id of the item')
    .argument('<variable>', 'variable of the codebook')
    .argument('<value>', 'the value that holds')
    .addOption(new Option('--why <reason>', 'reason, in a few words').makeOptionMandatory())
    .addOption(by('who settles it'))
    .addOption(bookOption())
    .addOption(lang())
    .addHelpText('after', examples('review adjudicate stmt-1a2b3c4d5e6f act propose --why "the guideline, act 5" --by Cem'))
    .action(async (id: string, variable: string, value: string, options) => {
      const { runReviewAdjudicate } = await import('./keep/review/coding.ts');
      done(await runReviewAdjudicate(terminal, { id, variable, value }, options));
    });
}
