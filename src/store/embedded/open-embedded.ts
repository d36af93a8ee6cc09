import { existsSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BookFailure } from '../book-failure.ts';
import type { BookStore } from '../book-store.ts';
import type { Driver } from '../driver.ts';
import { readHead } from '../head.ts';
import { type OpenOptions, PATIENCE_MS, prepare } from '../prepare.ts';
import { sqlStore } from '../sql-store.ts';
import { sqliteDriver } from './sqlite-driver.ts';

/** Opens the book in a folder. */
export async function openEmbedded(folder: string, options: OpenOptions): Promise<BookStore> {
  const { mode = 'open', now } = options;
  const files: BookFiles = { book: join(folder, 'book.db'), apart: join(folder, 'restricted.db') };
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
  const driver = await connected(folder, files, { ...options, mode });
  try {
    await prepare(driver, await versionOf(driver), options);
    if (mode !== 'fill') await readHead(driver.all);
    return sqlStore(driver, now, { isFilling: mode === 'fill' });
  } catch (failure) {
    await driver.close();
    throw failure;
  }
}

async function versionOf(driver: Driver): Promise<number> {
  const [table] = await driver.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'meta'");
  const [row] = table ? await driver.all("SELECT value FROM meta WHERE name = 'schema'") : [];
  return Number(row?.['value'] ?? 0);
}

/** Connects to the files; where they may not be written, for reading alone. */
async function connected(folder: string, files: BookFiles, { mode, patienceMs = PATIENCE_MS }: OpenOptions): Promise<Driver> {
  let driver: Driver | null = null;
  try {
    driver = sqliteDriver(folder, files, { mode: mode === 'create' || mode === 'fill' ? 'make' : 'open', patienceMs });
    await versionOf(driver);
    return driver;
  } catch (failure) {
    await driver?.close();
    const code = failure instanceof BookFailure ? failure.problem.code : null;
    // What an interrupted process left to be written into the book would not be seen: then it must be opened by who may write.
    const isWhole = !existsSync(`${files.book}-wal`) || statSync(`${files.book}-wal`).size === 0;
    if ((code !== 'TB_BOOK_READ_ONLY' && code !== 'TB_BOOK_CANNOT_OPEN') || mode !== 'open' || !isWhole) throw failure;
    return sqliteDriver(folder, files, { mode: 'read-only', patienceMs });
  }
}

interface BookFiles {
  readonly book: string;
  readonly apart: string;
}
