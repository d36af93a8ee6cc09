import { openBook } from '../../app/book.ts';
import { type ReadingProgress, readIntoBook } from '../../app/reading/read-into-book.ts';
import { startReadingThreads } from '../../app/reading/reading-threads.ts';
import { topicsFor } from '../../i18n/topics.ts';
import { type ExitCode, report, type Terminal } from '../terminal.ts';
import { counted, type KeptOptions, placeOf } from './options.ts';

export interface ReadCommandOptions extends KeptOptions {
  readonly by: string;
  readonly rights?: string;
  readonly threads?: number;
}

/** Fewer files than this are read before a thread has loaded its lexicons. */
const WORTH_THREADS = 40;

/** How many files the paths lead to, as far as a look into folders tells. */
async function countFiles(paths: readonly string[], { files }: Terminal): Promise<number> {
  let count = 0;
  for (const path of paths) {
    try {
      count += (await files.stat(path)).kind === 'folder' ? (await files.readDir(path)).length : 1;
    } catch {
      count++;
    }
  }
  return count;
}

/** Reads files and folders into the book; what is there already is left as it is, so that the same call goes on after a break. */
export async function runRead(terminal: Terminal, paths: readonly string[], options: ReadCommandOptions): Promise<ExitCode> {
  const { reading } = topicsFor(options.lang).book;
  const number = (count: number): string => counted(count, options.lang);
  const book = await openBook(placeOf(terminal, options), { now: terminal.now });
  const expected = await countFiles(paths, terminal);
  const threads = startReadingThreads(options.threads ?? (expected < WORTH_THREADS ? 0 : 2));
  const began = terminal.monotonic?.() ?? 0;
  const show = ({ read, added, same }: ReadingProgress): void => {
    const seconds = Math.max(((terminal.monotonic?.() ?? 0) - began) / 1000, 0.001);
    const rate = (added + same) / seconds;
    terminal.progress?.(
      reading.progress(
        number(added + same),
        number(Math.max(expected, read)),
        number(Math.round(rate)),
        Math.ceil(Math.max(expected - added - same, 0) / rate),
      ),
    );
  };
  terminal.isInterrupted?.();
  try {
    const result = await readIntoBook(book, paths, {
      files: terminal.files,
      threads,
      now: terminal.now,
      by: { author: { kind: 'person', name: options.by } },
      rights: options.rights ?? null,
      onProgress: show,
      isInterrupted: () => terminal.isInterrupted?.() ?? false,
    });
    terminal.progress?.(null);
    const code = report(terminal, result.problems);
    await terminal.out(`${reading.done(number(result.added), number(result.same))}\n`);
    if (result.erased > 0) await terminal.out(`${reading.erased(number(result.erased))}\n`);
    if (!result.interrupted) return code;
    terminal.err(`${reading.interrupted}\n`);
    return 3;
  } finally {
    await threads.close();
    await book.close();
  }
}
