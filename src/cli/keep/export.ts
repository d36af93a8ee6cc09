import { topicsFor } from '../../i18n/topics.ts';
import { exportBook, openStore } from '../../store/index.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { counted, type KeptOptions, placeOf } from './options.ts';

/** Writes a book as plain files. */
export async function runExport(
  terminal: Terminal,
  folder: string,
  options: KeptOptions & { readonly withRestricted?: boolean },
): Promise<ExitCode> {
  const store = await openStore(placeOf(terminal, options), { now: terminal.now });
  try {
    const { keeping } = topicsFor(options.lang).book;
    const { seq } = await exportBook(store, folder, { restricted: options.withRestricted === true });
    await terminal.out(`${keeping.exported(folder, counted(seq, options.lang))}\n`);
    if (!options.withRestricted) await terminal.out(`${keeping.withoutRestricted}\n`);
    return 0;
  } finally {
    await store.close();
  }
}
