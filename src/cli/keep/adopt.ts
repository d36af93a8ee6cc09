import { openBook } from '../../app/book.ts';
import { enqueueTable } from '../../app/queue/tasks.ts';
import { adoptIntoBook, importIntoBook, type TakenIn } from '../../app/take-into-book.ts';
import { topicsFor } from '../../i18n/topics.ts';
import { openQueue, sha256 } from '../../store/index.ts';
import { type ExitCode, report, type Terminal } from '../terminal.ts';
import { counted, type KeptOptions, placeOf } from './options.ts';

export interface AdoptOptions extends KeptOptions {
  readonly by: string;
  readonly curated?: readonly string[];
  readonly corrections?: readonly string[];
  readonly overrides?: readonly string[];
}

export interface ImportIntoBookOptions extends KeptOptions {
  readonly by: string;
  readonly whole?: boolean;
}

async function told(
  terminal: Terminal,
  { added, changed, removed, same, erased, problems }: TakenIn,
  { lang }: KeptOptions,
): Promise<ExitCode> {
  const { reading } = topicsFor(lang).book;
  const code = report(terminal, problems);
  await terminal.out(`${reading.taken(counted(added, lang), counted(changed, lang), counted(same, lang))}\n`);
  if (removed > 0) await terminal.out(`${reading.removed(counted(removed, lang))}\n`);
  if (erased > 0) await terminal.out(`${reading.erased(counted(erased, lang))}\n`);
  return code;
}

/** Takes over what people entered before there was a book. */
export async function runAdopt(terminal: Terminal, options: AdoptOptions): Promise<ExitCode> {
  const book = await openBook(placeOf(terminal, options), { now: terminal.now });
  try {
    return await told(
      terminal,
      await adoptIntoBook(book, options, terminal.files, { author: { kind: 'person', name: options.by } }),
      options,
    );
  } finally {
    await book.close();
  }
}

/** Writes the accepted rows of tables into the book. */
export async function runImportIntoBook(terminal: Terminal, paths: readonly string[], options: ImportIntoBookOptions): Promise<ExitCode> {
  const book = await openBook(placeOf(terminal, options), { now: terminal.now });
  try {
    const by = { author: { kind: 'person', name: options.by } } as const;
    const now = `${terminal.now().slice(0, 16)}Z`;
    const { problems: _, ...taken } = await importIntoBook(book, paths, terminal.files, {
      now,
      by,
      isWhole: options.whole ?? false,
    });
    // What was wrong with the rows has just been printed by the import itself.
    return await told(terminal, { ...taken, problems: [] }, options);
  } finally {
    await book.close();
  }
}

/** Keeps tables and leaves their import to workers. */
export async function runQueueTables(terminal: Terminal, paths: readonly string[], options: ImportIntoBookOptions): Promise<ExitCode> {
  const queue = await openQueue(placeOf(terminal, options));
  const book = await openBook(placeOf(terminal, options), { now: terminal.now });
  try {
    for (const path of paths) {
      const bytes = await terminal.files.readFile(path);
      const table = { bytes, sha256: sha256(bytes), file: path, whole: options.whole ?? false, retrievedAt: terminal.now() };
      await enqueueTable(book, queue, table, { author: { kind: 'person', name: options.by } });
    }
    await terminal.out(`${topicsFor(options.lang).book.queueing.tables(counted(paths.length, options.lang))}\n`);
    return 0;
  } finally {
    await queue.close();
    await book.close();
  }
}
