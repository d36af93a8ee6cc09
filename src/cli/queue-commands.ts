import { type Command, InvalidArgumentError, Option } from 'commander';
import type { SharedOptions } from './book-commands.ts';
import { placeFilesOf, placeOptions } from './place-options.ts';
import { bookOption } from './store-commands.ts';
import type { ExitCode, Terminal } from './terminal.ts';

function between(least: number, most: number): (value: string) => number {
  return (value) => {
    const count = Number(value);
    if (!Number.isSafeInteger(count) || count < least || count > most)
      throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
    return count;
  };
}

/** Adds the commands: work, jobs. */
export function addQueueCommands(program: Command, terminal: Terminal, done: (code: ExitCode) => void, shared: SharedOptions): void {
  const { lang, examples } = shared;
  const work = program
    .command('work')
    .summary('takes work from the queue of a book in PostgreSQL')
    .description(
      'Reads reports, reads them anew and imports tables that others have queued (`read --queue`, `reread --queue`, `import --queue`). Start as many as you like, on as many machines: each piece is done once, and what a worker leaves behind when it dies is taken over by another.',
    )
    .addOption(bookOption())
    .addOption(new Option('--jobs <count>', 'pieces at once, each in a thread of its own').default(1).argParser(between(1, 16)))
    .addOption(
      new Option('--lease <seconds>', 'how long the work of a process that is no longer heard of stays its own')
        .default(30)
        .argParser(between(1, 3600)),
    )
    .option('--once', 'end when nothing waits')
    .addOption(lang());
  for (const option of placeOptions()) work.addOption(option);
  work.addHelpText('after', examples('work', 'work --jobs 2 --sites sites.csv', 'work --once')).action(async (options) => {
    const { runWork } = await import('./keep/work.ts');
    done(await runWork(terminal, { ...options, places: placeFilesOf(options) }));
  });
  program
    .command('jobs')
    .summary('what waits in the queue, what runs, and what failed')
    .description('Lists the queue of a book in PostgreSQL. What failed five times waits for a person; --retry has it tried anew.')
    .addOption(bookOption())
    .addOption(new Option('--retry [key...]', 'try these anew that failed; without a key, all of them'))
    .option('--by <name>', 'who has it tried anew; stands in the journal')
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .addOption(lang())
    .addHelpText('after', examples('jobs', 'jobs --retry --by Ada'))
    .action(async (options) => {
      const { runJobs } = await import('./keep/work.ts');
      done(await runJobs(terminal, options));
    });
}
