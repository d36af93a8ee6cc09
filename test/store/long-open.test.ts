import { afterAll, expect, test } from 'vitest';
import { openBook } from '../../src/app/book.ts';
import { readIntoBook } from '../../src/app/reading/read-into-book.ts';
import { startReadingThreads } from '../../src/app/reading/reading-threads.ts';
import { memoryFiles, nodeFiles } from '../../src/feeds/index.ts';
import { STORES, tickingClock } from './stores.ts';

afterAll(async () => {
  for (const kind of STORES) await kind.stop();
});

test.for(STORES)('a book in $name that stays open while reports come in verifies each time, the index of words included', async (kind) => {
  const now = tickingClock();
  const book = await openBook(await kind.place(), { now, create: true });
  const read = { threads: startReadingThreads(0), now, by: { author: { kind: 'person', name: 'Ada' } } } as const;
  await readIntoBook(book, [new URL('../../examples/energy-halt-2025', import.meta.url).pathname], { ...read, files: nodeFiles });
  for (let at = 1; at < 9; at++) {
    const text = `---\ndate: 2025-04-0${at}\n---\nDer Kreml teilte mit, die Pause bei Angriffen auf Energieanlagen gelte 7${at} Tage.`;
    await readIntoBook(book, [`${at}.txt`], { ...read, files: memoryFiles({ [`${at}.txt`]: text }) });
    expect((await book.store.verify()).faults).toEqual([]);
  }
  await book.close();
});
