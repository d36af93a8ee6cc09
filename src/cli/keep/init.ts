import { topicsFor } from '../../i18n/topics.ts';
import { importBook, openStore } from '../../store/index.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { counted, type KeptOptions, placeOf } from './options.ts';

/** Makes a new book, empty or taken over from an export. */
export async function runInit(terminal: Terminal, options: KeptOptions & { readonly from?: string }): Promise<ExitCode> {
  const { keeping } = topicsFor(options.lang).book;
  const store = await openStore(placeOf(terminal, options), { now: terminal.now, mode: options.from === undefined ? 'create' : 'fill' });
  try {
    if (options.from === undefined) await terminal.out(`${keeping.made(store.place)}\n`);
    else {
      const { entries } = await importBook(options.from, store);
      await terminal.out(`${keeping.takenOver(store.place, counted(entries, options.lang))}\n`);
    }
    return 0;
  } finally {
    await store.close();
  }
}
