import type { BookStore } from '../book-store.ts';
import { readHead } from '../head.ts';
import { type OpenOptions, PATIENCE_MS, prepare } from '../prepare.ts';
import { sqlStore } from '../sql-store.ts';
import { takeHeldFrom } from './held-work.ts';
import { pgDriver } from './pg-driver.ts';

/** Connections where nothing else is asked for. */
const CONNECTIONS = 8;

/** Longest time of one question where nothing else is asked for. */
const QUESTION_MS = 60_000;

/** Opens the book in a PostgreSQL database, in the schema that its connections look into first. */
export async function openPostgresql(databaseUrl: string, options: OpenOptions): Promise<BookStore> {
  const { mode = 'open', now, patienceMs = PATIENCE_MS, connections = CONNECTIONS, questionMs = QUESTION_MS } = options;
  const driver = pgDriver(databaseUrl, { patienceMs, connections, questionMs });
  try {
    const [found] = await driver.all("SELECT to_regclass('meta') IS NOT NULL AS there");
    const [row] = found && String(found['there']) === 'true' ? await driver.all("SELECT value FROM meta WHERE name = 'schema'") : [];
    await prepare(driver, Number(row?.['value'] ?? 0), options);
    if (mode !== 'fill') await readHead(driver.all);
    return sqlStore(driver, now, { isFilling: mode === 'fill', takeHeld: takeHeldFrom(driver) });
  } catch (failure) {
    await driver.close();
    throw failure;
  }
}
