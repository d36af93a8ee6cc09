import type { Command } from 'commander';
import type { SharedOptions } from './book-commands.ts';
import type { TimestampCommandOptions } from './keep/timestamp.ts';
import { bookOption } from './store-commands.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Whether the options name exactly one way: over the network, the request alone, or the answer to one. */
function isOneWay({ authority, requestOut, request, response, source, by }: TimestampCommandOptions): boolean {
  if (requestOut !== undefined) return authority === undefined && request === undefined && response === undefined;
  if (request !== undefined || response !== undefined)
    return request !== undefined && response !== undefined && source === undefined && by !== undefined;
  return authority !== undefined && by !== undefined;
}

/** Adds the command: timestamp. */
export function addTimestampCommands(
  program: Command,
  terminal: Terminal,
  done: (code: ExitCode) => void,
  { lang, examples }: SharedOptions,
): void {
  program
    .command('timestamp')
    .summary('lets an authority vouch that something existed at a time')
    .description(
      'Asks an authority (RFC 3161) for a time stamp over a source, or over the newest entry of the journal, which stands for everything before it, and keeps it in the book. The authority sees the hash alone. Without a network: write the request into a file, bring it to the authority, and take its answer in.',
    )
    .addOption(bookOption())
    .option('--by <name>', 'who takes it in; stands in the journal')
    .option('--source <id>', 'a source by its SHA-256; left out, the newest entry of the journal')
    .option('--authority <address>', 'http or https address of the authority')
    .option('--request-out <file>', 'only write the request into a new file')
    .option('--request <file>', 'the request that an answer belongs to')
    .option('--response <file>', 'the answer of the authority')
    .addOption(lang())
    .addHelpText(
      'after',
      examples(
        'timestamp --by Ada --authority https://tsa.example.org',
        'timestamp --request-out head.tsq',
        'timestamp --by Ada --request head.tsq --response head.tsr',
      ),
    )
    .action(async (options: TimestampCommandOptions, command: Command) => {
      if (!isOneWay(options)) command.error('error: give --by with --authority, or --request-out, or --by with --request and --response');
      const { runTimestamp } = await import('./keep/timestamp.ts');
      done(await runTimestamp(terminal, options));
    });
}
