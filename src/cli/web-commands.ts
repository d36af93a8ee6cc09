import { type Command, InvalidArgumentError, Option } from 'commander';
import type { SharedOptions } from './book-commands.ts';
import { gateOptions } from './gate-options.ts';
import { placeOptions } from './place-options.ts';
import type { PublishOptions } from './publish.ts';
import { reportPaths } from './report-paths.ts';
import type { ServeOptions } from './serve.ts';
import type { ExitCode, Terminal } from './terminal.ts';

function parsePort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('Write a number from 0 to 65535.');
  return port;
}

/** Adds the commands: serve, publish. */
export function addWebCommands(program: Command, terminal: Terminal, done: (code: ExitCode) => void, shared: SharedOptions): void {
  const serve = program
    .command('serve')
    .summary('the pages: each side’s version side by side, on any screen and on paper')
    .description(
      'Reads reports and serves the pages until it is stopped: every agreement with each side’s own words, where they differ, what nobody says and what has changed. The pages work without scripts, in German and English, and print.',
    )
    .argument(...reportPaths(terminal))
    .addOption(new Option('--port <number>', 'port to listen on; 0 takes any that is free').argParser(parsePort).default(4160))
    .addOption(
      new Option('--host <name>', 'address to listen on; any but this machine’s own opens the pages to others').default('127.0.0.1'),
    )
    .addOption(new Option('--profile <name>', 'for whom the pages are').choices(['internal']).default('internal'))
    .addOption(new Option('--incidents <path...>', 'tables of incidents, read by their columns'))
    .addOption(shared.curated())
    .addOption(shared.corrections())
    .option('--review <file>', 'review the readings on a page; decisions are added to this file, as `correct` does')
    .addOption(shared.lang())
    .addHelpText('after', shared.examples('serve examples/energy-halt-2025', 'serve reports/ --port 8080 --lang en'))
    .action(async (paths: string[], options: ServeOptions) => {
      const { runServe } = await import('./serve.ts');
      done(await runServe(terminal, paths, options));
    });
  const publish = program
    .command('publish')
    .summary('the pages as a folder of files, for one audience, through the release gate')
    .description(
      'Writes every page as a file that leads to the others by relative addresses: it can be opened from disk, served by anything and kept. What the profile withholds is not in it. Other dates and selections need a server and are left out.',
    )
    .argument('<folder>', 'folder to write; it must be empty or not be there yet')
    .argument(...reportPaths(terminal))
    .addOption(
      new Option('--profile <name>', 'for whom the pages are').choices(['public', 'parties', 'partners', 'internal']).default('public'),
    )
    .addOption(new Option('--incidents <path...>', 'tables of incidents, read by their columns'))
    .addOption(shared.curated())
    .addOption(shared.corrections())
    .addOption(shared.lang())
    .addHelpText('after', shared.examples('publish site/ examples/energy-halt-2025 --incidents examples/energy-halt-2025-incidents.csv'))
    .action(async (folder: string, paths: string[], options: PublishOptions) => {
      const { runPublish } = await import('./publish.ts');
      done(await runPublish(terminal, folder, paths, options));
    });
  for (const option of gateOptions()) publish.addOption(option);
  for (const command of [serve, publish]) for (const option of placeOptions()) command.addOption(option);
}
