import { placeNamed } from '../../app/book-place.ts';
import { topicsFor } from '../../i18n/topics.ts';
import { moveBook, openStore } from '../../store/index.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { counted, type KeptOptions, placeOf } from './options.ts';

/** Copies a book into another folder or database. */
export async function runMove(terminal: Terminal, to: string, options: KeptOptions): Promise<ExitCode> {
  const { keeping } = topicsFor(options.lang).book;
  const from = await openStore(placeOf(terminal, options), { now: terminal.now });
  try {
    const target = await openStore(placeNamed(to), { now: terminal.now, mode: 'fill' });
    try {
      const { entries } = await moveBook(from, target);
      await terminal.out(`${keeping.moved(target.place, counted(entries, options.lang))}\n`);
      return 0;
    } finally {
      await target.close();
    }
  } finally {
    await from.close();
  }
}
