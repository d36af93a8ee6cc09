import { type Command, InvalidArgumentError, Option } from 'commander';
import type { SharedOptions } from './book-commands.ts';
import { collect } from './collect.ts';
import { gateOptions } from './gate-options.ts';
import type { ServeBookOptions } from './keep/serve-book.ts';
import { placeOptions } from './place-options.ts';
import type { PublishOptions } from './publish.ts';
import { reportPaths } from './report-paths.ts';
import type { ServeOptions } from './serve.ts';
import { bookOption } from './store-commands.ts';
import { CommandFailure, type ExitCode, type Terminal } from './terminal.ts';

function parsePort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('Write a number from 0 to 65535.');
  return port;
}

function parseLimit(value: string): number {
  const count = Number(value);
  if (!Number.isSafeInteger(count) || count < 0) throw new InvalidArgumentError('Write a whole number, or 0.');
  return count;
}

/** Options of `serve` that make sense for files alone, or for a book alone. */
const FILES_ONLY = ['incidents', 'curated', 'corrections', 'review', 'mapping', 'gazetteer', 'sites', 'control', 'controlHolder'];
const BOOK_ONLY = ['book', 'names', 'overrides', 'editor', 'replies', 'secret', 'sessionSecret', 'proxy', 'limit'];

function refuse(options: object, names: readonly string[], instead: string): void {
  const given = names.find((name) => (options as Readonly<Record<string, unknown>>)[name] !== undefined);
  if (given === undefined) return;
  const option = given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new CommandFailure(`error: --${option}: ${instead}`, 2);
}

/** Adds the commands: serve, publish. */
export function addWebCommands(program: Command, terminal: Terminal, done: (code: ExitCode) => void, shared: SharedOptions): void {
  const serve = program
    .command('serve')
    .summary('the pages: each side’s version side by side, on any screen and on paper')
    .description(
      'Serves the pages until it is stopped: every agreement with each side’s own words, where they differ, what nobody says and what has changed. Without a path it serves the book, with the interface for programs (/api/v1), and follows it as it changes; whoever may not read it sees only what has been released. The pages work without scripts, in German and English, and print.',
    )
    .argument('[path...]', 'files, folders with reports, or books, read once; left out, the book itself is served')
    .addOption(bookOption())
    .addOption(new Option('--port <number>', 'port to listen on; 0 takes any that is free').argParser(parsePort).default(4160))
    .addOption(
      new Option('--host <name>', 'address to listen on; any but this machine’s own opens the pages to others').default('127.0.0.1'),
    )
    .addOption(new Option('--profile <name>', 'for whom the pages are').choices(['internal']).default('internal'))
    .addOption(new Option('--incidents <path...>', 'tables of incidents, read by their columns'))
    .addOption(shared.curated())
    .addOption(shared.corrections())
    .option('--review <file>', 'review the readings on a page; decisions are added to this file, as `correct` does')
    .option('--session-secret <file>', 'file with a random text that seals sessions, so that they outlast a restart')
    .addOption(
      new Option('--proxy <address>', 'address or range of a server in front that ends TLS; what it says of the asker counts').argParser(
        collect,
      ),
    )
    .addOption(
      new Option('--limit <count>', 'requests a minute of one user or address; 0 takes as many as come (1200 if left out)').argParser(
        parseLimit,
      ),
    )
    .addOption(shared.lang())
    .addHelpText(
      'after',
      shared.examples(
        'serve examples/energy-halt-2025',
        'serve reports/ --port 8080 --lang en',
        'serve --book desk-2025 --names names.yaml',
      ),
    )
    .action(async (paths: string[], options: ServeOptions & ServeBookOptions) => {
      if (paths.length > 0) {
        refuse(options, BOOK_ONLY, 'only a book is served so; leave the paths out');
        const { runServe } = await import('./serve.ts');
        return done(await runServe(terminal, paths, options));
      }
      refuse(options, FILES_ONLY, 'take it into the book (`import`, `adopt`), or name paths');
      const { runServeBook } = await import('./keep/serve-book.ts');
      return done(await runServeBook(terminal, options));
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
  for (const command of [serve, publish]) for (const option of [...placeOptions(), ...gateOptions()]) command.addOption(option);
}
