import { type Command, InvalidArgumentError, Option } from 'commander';
import type { SharedOptions } from './book-commands.ts';
import { collect } from './collect.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Where the book is; every command that works on a book has it. */
export const bookOption = (): Option =>
  new Option('--book <place>', 'folder or PostgreSQL address of the book (else TRUCEBOOK_DATABASE_URL, TRUCEBOOK_BOOK, ./trucebook-book)');

/** A whole number above 0. */
export function parseCount(value: string): number {
  const count = Number(value);
  if (!Number.isSafeInteger(count) || count < 1) throw new InvalidArgumentError('Write a whole number above 0.');
  return count;
}

function parseThreads(value: string): number {
  return value === '0' ? 0 : Math.min(parseCount(value), 16);
}

function parseFollow(value: string): number {
  const count = parseCount(value);
  if (count > 500) throw new InvalidArgumentError('Write a number up to 500.');
  return count;
}

/** Adds the commands: init, read, status, search, history, export, verify, review, move. */
export function addStoreCommands(program: Command, terminal: Terminal, done: (code: ExitCode) => void, shared: SharedOptions): void {
  const { lang, examples } = shared;
  program
    .command('init')
    .summary('makes a new book')
    .description('Makes a new, empty book, or one that takes over what `trucebook export` has written.')
    .addOption(bookOption())
    .option('--from <folder>', 'folder of an export to take over')
    .addOption(lang())
    .addHelpText('after', examples('init', 'init --book desk-2025', 'init --book copy --from desk-2025-export'))
    .action(async (options) => {
      const { runInit } = await import('./keep/init.ts');
      done(await runInit(terminal, options));
    });

  program
    .command('read')
    .summary('reads reports into the book')
    .description(
      'Keeps every report with the bytes it came from, reads its statements, and puts its words into the search. Reports that are there already are left as they are, so that the same call goes on where it was ended. Addresses that are no part of the public network are never asked, robots.txt is respected, and an address that has not changed is only asked whether it has.',
    )
    .argument('[path...]', 'files, folders, or addresses of pages, documents and feeds (https://…)')
    .addOption(bookOption())
    .requiredOption('--by <name>', 'who takes them in; stands in the journal')
    .addOption(new Option('--feeds <file>', 'a list of feeds, as YAML or JSON; may be repeated').argParser(collect))
    .addOption(new Option('--follow [count]', 'also fetch the articles that a feed links to, so many at most (50)').argParser(parseFollow))
    .option('--rights <words>', 'what may be done with the texts, in words or as an SPDX id')
    .addOption(new Option('--threads <count>', 'threads that read; 0: none beside the program itself').argParser(parseThreads))
    .option('--queue', 'keep the reports and leave the reading to `trucebook work`; for a book in PostgreSQL')
    .addOption(lang())
    .addHelpText(
      'after',
      examples(
        'read --by Ada reports/',
        'read --by Ada --rights "quotations only" reports/2025-03/*.html',
        'read --by Ada https://example.org/feed.xml --follow',
        'read --by Ada --feeds feeds.yaml',
      ),
    )
    .action(async (paths: string[], { follow, ...options }, command: Command) => {
      if (paths.length === 0 && options.feeds === undefined)
        command.error('error: name files, folders or addresses, or a list with --feeds');
      const { runRead } = await import('./keep/read.ts');
      done(await runRead(terminal, paths, { ...options, ...(follow === undefined ? {} : { follow: follow === true ? 50 : follow }) }));
    });

  program
    .command('reread')
    .summary('reads the reports of the book anew after the rules have changed')
    .description(
      'Reads every report by the present rules and writes down what they find, lose and change. Where a decision of a person rests on what would go, the former reading of the report counts until somebody has looked.',
    )
    .addOption(bookOption())
    .requiredOption('--by <name>', 'who asks for it or decides; stands in the journal')
    .option('--take <id>', 'of a difference held back: the new reading of the report counts')
    .option('--keep <id>', 'of a difference held back: the former reading of the report stays')
    .option('--why <reason>', 'reason of the decision')
    .option('--queue', 'leave the reading to `trucebook work`; for a book in PostgreSQL')
    .addOption(lang())
    .addHelpText(
      'after',
      examples('reread --by Ada', 'reread --by Ada --keep rep-1a2b3c4d5e6f-rules-0a1b2c3d4e5f --why "the sentence is clear"'),
    )
    .action(async (options) => {
      const { runReread } = await import('./keep/reread.ts');
      done(await runReread(terminal, options));
    });

  program
    .command('adopt')
    .summary('takes over what people entered before there was a book')
    .description('Takes curated agreements, corrections and decisions about embargoes from their files into the journal of the book.')
    .addOption(bookOption())
    .requiredOption('--by <name>', 'who takes them in; stands in the journal')
    .option('--curated <path...>', 'agreements with readings entered by hand (data/agreements/*.yaml)')
    .option('--corrections <path...>', 'files of `trucebook correct`')
    .option('--overrides <path...>', 'files of `trucebook embargo`')
    .addOption(lang())
    .addHelpText('after', examples('adopt --by Ada --curated data/agreements/energy-halt-2025-03.yaml --corrections corrections.jsonl'))
    .action(async (options) => {
      const { runAdopt } = await import('./keep/adopt.ts');
      done(await runAdopt(terminal, options));
    });

  program
    .command('status')
    .summary('what the book holds, and the hash that stands for it')
    .description('Prints how much of each kind the book holds, when it was last written, and the hash of its newest entry.')
    .addOption(bookOption())
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .addOption(lang())
    .addHelpText('after', examples('status', 'status --format json'))
    .action(async (options) => {
      const { runStatus } = await import('./keep/status.ts');
      done(await runStatus(terminal, options));
    });

  program
    .command('search')
    .summary('statements that hold some words, newest first')
    .description(
      'Finds words in any form, also as part of a German compound. "words in quotation marks" must follow one another, -word must not be there; speaker:, holder:, element:, outlet:, language:, from: and to: narrow the search.',
    )
    .argument('<words...>', 'what to look for')
    .addOption(bookOption())
    .addOption(new Option('--in <where>', 'statements, or the texts of the reports').choices(['statement', 'text']).default('statement'))
    .addOption(new Option('--limit <count>', 'how many at most').default(20).argParser(parseCount))
    .addOption(new Option('--after <place>', 'the next ones, as the last line of a search says').argParser(parseCount))
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .addOption(lang())
    .addHelpText(
      'after',
      examples('search Infrastruktur holder:UA', `search '"30 Tage" speaker:Kreml from:2025-03-18'`, 'search --in text Umspannwerk'),
    )
    .action(async (words: string[], options) => {
      const { runSearch } = await import('./keep/search.ts');
      done(await runSearch(terminal, words.join(' '), options));
    });

  program
    .command('history')
    .summary('every entry of the journal about one thing')
    .description(
      'Prints who did what and when about one thing (a report, a source, a correction, a release …), with the reason and what it was before.',
    )
    .argument('<id>', 'id of the thing, or of what it belongs to')
    .addOption(bookOption())
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .addOption(lang())
    .addHelpText('after', examples('history rep-1a2b3c4d5e6f', 'history cor-1a2b3c4d5e6f --format json'))
    .action(async (id: string, options) => {
      const { runHistory } = await import('./keep/history.ts');
      done(await runHistory(terminal, id, options));
    });

  program
    .command('verify')
    .summary('checks every byte of the book against its journal')
    .description(
      'Checks the chain of the journal, the hash of every content, and that the state is what the journal says. Names the entry of every fault. Of time stamps it checks signature and hash. This shows that nothing was altered, not that it is true.',
    )
    .addOption(bookOption())
    .option('--head <hash>', 'hash written down earlier (`status`): its entry must still be there')
    .option('--ca <file>', 'certificates of authorities to trust, as PEM: time stamps must lead to one of them')
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .addOption(lang())
    .addHelpText('after', examples('verify', 'verify --head 5f0c…', 'verify --ca authorities.pem'))
    .action(async (options) => {
      const { runVerify } = await import('./keep/verify.ts');
      done(await runVerify(terminal, options));
    });

  program
    .command('export')
    .summary('writes the whole book as plain files')
    .description(
      'Writes journal, contents and sources into a new folder of plain files that need no Trucebook to be read. The same book gives the same bytes; `init --from` takes them over.',
    )
    .argument('<folder>', 'a folder that does not exist yet')
    .addOption(bookOption())
    .option('--with-restricted', 'exact places and accounts as well; keep such an export locked away')
    .addOption(lang())
    .addHelpText('after', examples('export desk-2025-export'))
    .action(async (folder: string, options) => {
      const { runExport } = await import('./keep/export.ts');
      done(await runExport(terminal, folder, options));
    });

  program
    .command('move')
    .summary('copies the book into another folder or database, and verifies the copy')
    .description('Copies a book as it is, from a folder into a PostgreSQL database or back. The book it comes from is left untouched.')
    .argument('<to>', 'folder or PostgreSQL address without a book')
    .addOption(bookOption())
    .addOption(lang())
    .addHelpText(
      'after',
      examples('move postgres://desk@db.example/trucebook', 'move --book postgres://desk@db.example/trucebook laptop-book'),
    )
    .action(async (to: string, options) => {
      const { runMove } = await import('./keep/move.ts');
      done(await runMove(terminal, to, options));
    });
}
