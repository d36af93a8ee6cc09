import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { SPEECH_ACTS } from '../model/statement.ts';
import type { SharedOptions } from './book-commands.ts';
import { addCodingCommands } from './coding-commands.ts';
import { collect } from './collect.ts';
import type { AnchorOptions } from './keep/review/anchor.ts';
import type { QueueOptions } from './keep/review/review.ts';
import { bookOption, parseCount } from './store-commands.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const QUEUES = ['reread', 'reading', 'statement', 'allegation', 'incident'];
const FORMS = ['direct', 'mixed', 'indirect', 'reported', 'free_indirect'];
const ACTIONS = ['accept', 'correct', 'reject', 'merge', 'split', 'add', 'comment'];

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw new InvalidArgumentError('It must be JSON.');
  }
}

const by = (): Option => new Option('--by <name>', 'who decides; stands in the journal').makeOptionMandatory();
const why = (): Option => new Option('--why <reason>', 'reason, in a few words').makeOptionMandatory();
const format = (): Option => new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text');

/** Adds the commands: review (show, decide, withdraw, and those of blind coding), anchor. */
export function addReviewCommands(program: Command, terminal: Terminal, done: (code: ExitCode) => void, shared: SharedOptions): void {
  const { lang, examples } = shared;
  const review = program
    .command('review')
    // Options behind a command below are that command's own, although some have the same names.
    .enablePositionalOptions()
    .summary('what waits for a person, and what people decide about it')
    .description(
      'Shows one after the other what the machine has found and nobody has decided about, the least certain first: readings, statements, allegations, groups of incident reports, differences of new rules. One key accepts, corrects, rejects, merges, splits, adds, comments, undoes or skips. Every decision needs a name and a reason; none is deleted.',
    )
    .addOption(bookOption())
    .option('--by <name>', 'who sits at the keyboard; stands in the journal with every decision')
    .option('--list', 'print the queue and ask nothing')
    .addOption(new Option('--kind <kind>', 'only this kind').choices(QUEUES))
    .option('--agreement <id>', 'only what is about this agreement')
    .option('--report <name>', 'only what stands in this report (key or id)')
    .option('--decided', 'what is decided as well')
    .addOption(new Option('--limit <count>', 'how many at most').default(20).argParser(parseCount))
    .addOption(format())
    .addOption(lang())
    .addHelpText(
      'after',
      examples(
        'review --by Ada',
        'review --by Ada --kind reading',
        'review --list --kind allegation',
        'review decide rd-1a2b3c4d5e6f accept --why "says so" --by Ada',
      ),
    )
    .action(async (options: QueueOptions) => {
      const { runReview } = await import('./keep/review/review.ts');
      done(await runReview(terminal, options));
    });
  review
    .command('show')
    .summary('one item in its sentence, with everything decided about it')
    .description('Prints one item with its sentence, speaker, value, rule and confidence, and every decision and comment about it.')
    .argument('<id>', 'id of the item')
    .addOption(bookOption())
    .addOption(format())
    .addOption(lang())
    .addHelpText('after', examples('review show rd-1a2b3c4d5e6f'))
    .action(async (id: string, options) => {
      const { runReviewShow } = await import('./keep/review/review.ts');
      done(await runReviewShow(terminal, id, options));
    });
  review
    .command('decide')
    .summary('writes one decision, without asking anything')
    .description(
      'Writes a decision with its reason, and in the same step what takes effect by it. Readings and statements: accept, correct, reject. Incidents: accept, merge, split. Differences of new rules: accept takes the new reading of the report, reject keeps the former. Agreements: add a reading. A comment changes nothing.',
    )
    .argument('<id>', 'id of the item')
    .addArgument(new Argument('<action>', 'what is decided').choices(ACTIONS))
    .addOption(why())
    .addOption(by())
    .addOption(new Option('--change <json>', 'of correct and add: fields and their new values').argParser(parseJson))
    .addOption(
      new Option('--with <id>', 'of merge and split: what is put together with it or taken out; may be repeated').argParser(collect),
    )
    .addOption(
      new Option('--seen <number>', '"seq" of the item when it was looked at: refused if somebody has decided since').argParser((value) => {
        const seen = Number(value);
        if (!Number.isSafeInteger(seen) || seen < 0) throw new InvalidArgumentError('Write a whole number.');
        return seen;
      }),
    )
    .addOption(bookOption())
    .addOption(lang())
    .addHelpText(
      'after',
      examples(
        'review decide rd-1a2b3c4d5e6f reject --why "the speaker is quoted by the other side" --by Ada',
        `review decide stmt-1a2b3c4d5e6f correct --change '{"act":"propose"}' --why "it is an offer" --by Ada`,
      ),
    )
    .action(async (id: string, action: 'accept', options) => {
      const { runReviewDecide } = await import('./keep/review/review.ts');
      done(await runReviewDecide(terminal, id, action, options));
    });
  review
    .command('withdraw')
    .summary('takes a decision back; both stay on record')
    .description('Writes that a decision no longer counts. What it changed is as it was before; the decision stays in the journal.')
    .argument('<decision>', 'id of the decision, as `review show` prints it')
    .addOption(why())
    .addOption(by())
    .addOption(bookOption())
    .addOption(lang())
    .addHelpText('after', examples('review withdraw rev-1a2b3c4d5e6f --why "misread" --by Ada'))
    .action(async (decision: string, options) => {
      const { runReviewWithdraw } = await import('./keep/review/review.ts');
      done(await runReviewWithdraw(terminal, decision, options));
    });

  addCodingCommands(review, terminal, done, shared);

  program
    .command('anchor')
    .summary('marks a statement by hand, in a report of any language')
    .description(
      'Adds a statement that a person has found: the words must stand in the report letter by letter, nothing is guessed. With --agreement, --element, --holder and --value it says as well what the words mean for an agreement.',
    )
    .argument('<report>', 'key or id of the report')
    .argument('<words>', 'the words, as they stand in the text')
    .addOption(
      new Option('--speaker <name>', 'who says it: name or id of the registry, or any name; may be repeated')
        .argParser(collect)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--act <act>', 'what is done by saying it').choices(SPEECH_ACTS).makeOptionMandatory())
    .addOption(by())
    .option('--why <reason>', 'reason, where it is more than that somebody has read it')
    .addOption(new Option('--via <name>', 'who relays it, nearest to the report first; may be repeated').argParser(collect))
    .addOption(new Option('--form <form>', 'how the words reach us; left out, the quotation marks around them decide').choices(FORMS))
    .option('--negated', 'it is said that it is not so')
    .addOption(new Option('--occurrence <number>', 'which of several places of the words, from 1').argParser(parseCount))
    .option('--agreement <id>', 'the agreement it is about, or a reading of it')
    .option('--element <element>', 'what of the agreement it is about')
    .option('--holder <code>', 'whose version it is')
    .addOption(new Option('--value <json>', 'what it says, as in a correction').argParser(parseJson))
    .addOption(bookOption())
    .addOption(lang())
    .addHelpText(
      'after',
      examples('anchor dziennik-0320 "przerwa potrwa trzydzieści dni" --speaker "Rzecznik rządu" --act assert --by Ada'),
    )
    .action(async (report: string, words: string, options: AnchorOptions) => {
      const { runAnchor } = await import('./keep/review/anchor.ts');
      done(await runAnchor(terminal, report, words, options));
    });
}
