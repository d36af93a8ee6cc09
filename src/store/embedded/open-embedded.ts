import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BookFailure } from '../book-failure.ts';
import type { BookStore } from '../book-store.ts';
import { readHead } from '../head.ts';
import { type OpenOptions, prepare } from '../prepare.ts';
import { sqlStore } from '../sql-store.ts';
import { sqliteDriver } from './sqlite-driver.ts';

/** Opens the book in a folder. */
export async function openEmbedded(folder: string, options: OpenOptions): Promise<BookStore> {
  const { mode = 'open', now } = options;
  const files = { book: join(folder, 'book.db'), apart: join(folder, 'restricted.db') };
  const isThere = existsSync(files.book);
  if (!isThere && mode === 'open') throw new BookFailure('TB_BOOK_MISSING', { place: folder });
  if (!isThere) {
    try {
      // For the owner alone: a book holds what has not been released.
      await mkdir(folder, { recursive: true, mode: 0o700 });
    } catch (failure) {
      throw new BookFailure('TB_BOOK_READ_ONLY', { place: folder, reason: failure instanceof Error ? failure.message : '' }, failure);
    }
  }
  const driver = sqliteDriver(folder, files, mode !== 'open');
  try {
    const [table] = await driver.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'meta'");
    const [row] = table ? await driver.all("SELECT value FROM meta WHERE name = 'schema'") : [];
    await prepare(driver, Number(row?.['value'] ?? 0), options);
    if (mode !== 'fill') await readHead(driver.all);
    return sqlStore(driver, now, mode === 'fill');
  } catch (failure) {
    await driver.close();
    throw failure;
  }
}
