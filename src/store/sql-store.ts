import type { RestrictedKind } from '../model/index.ts';
import { append, isKeptApart } from './append.ts';
import { appendHeld, type TakeHeld } from './append-held.ts';
import { BookFailure } from './book-failure.ts';
import type { BookStore, By } from './book-store.ts';
import { adopt, contentsAfter, finishAdopting } from './copy.ts';
import type { Driver } from './driver.ts';
import { erase } from './erase.ts';
import { sealed } from './hash.ts';
import { readHead, writeHead } from './head.ts';
import { countFacts, newestEntry, readContent, readEntries, readFacts, readFactsApart, unreadReports } from './read.ts';
import { rebuild } from './rebuild.ts';
import { remember, remembered } from './remember.ts';
import { JOURNAL_COLUMNS, rowOfEntry } from './rows.ts';
import { countPassages, findPassages } from './search/find-passages.ts';
import { dropPassages, indexPassages, unindexedReports } from './search/index-passages.ts';
import { verify } from './verify.ts';

/** Writes into the journal that somebody has read what is kept apart. */
async function writeReading(
  driver: Driver,
  kind: RestrictedKind,
  ids: readonly string[],
  by: By & { readonly why: string },
  now: () => string,
) {
  await driver.write(async (tx) => {
    const head = await readHead(tx.all, driver.lockRow);
    const at = by.at ?? now();
    const entry = sealed({
      seq: head.seq + 1,
      at,
      author: by.author,
      action: 'read',
      kind,
      id: ids.length === 1 ? (ids[0] ?? '*') : '*',
      home: ids.length === 1 ? (ids[0] ?? '*') : '*',
      origin: null,
      before: null,
      after: null,
      attached: null,
      why: ids.length === 1 ? by.why : `${by.why} (${ids.length})`,
      notice: at < head.latestAt ? 'clock_backwards' : null,
      previous: head.hash,
    });
    await tx.insert('journal', JOURNAL_COLUMNS, [rowOfEntry(entry)]);
    await writeHead(tx, { seq: entry.seq, hash: entry.hash, at }, head.latestAt);
  });
}

/** The store over a database; everything that differs between databases is in the driver. */
export function sqlStore(
  driver: Driver,
  now: () => string,
  { isFilling, takeHeld }: { readonly isFilling: boolean; readonly takeHeld?: TakeHeld },
): BookStore {
  const openKind = (kind: Parameters<BookStore['fact']>[0]): void => {
    if (isKeptApart(kind)) throw new BookFailure('TB_BOOK_KEPT_APART', { kind });
  };
  return {
    kind: driver.kind,
    place: driver.place,
    append: (facts, by, unchanged) => append(driver, facts, by, now, unchanged),
    appendHeld: async (facts, by, writing) => {
      if (!takeHeld) throw new BookFailure('TB_QUEUE_NEEDS_SERVER', { place: driver.place });
      return appendHeld(driver, takeHeld, facts, by, now, writing);
    },
    erase: async (what, by) => {
      const entry = await erase(driver, what, by, now);
      await driver.purge();
      return entry;
    },
    head: async () => {
      const { seq, hash, at } = await readHead(driver.all);
      return { seq, hash, at };
    },
    fact: async (kind, id) => {
      openKind(kind);
      return (await readFacts(driver, kind, { ids: [id] }))[0] ?? null;
    },
    facts: async (kind, query = {}) => {
      openKind(kind);
      return readFacts(driver, kind, query);
    },
    counts: () => countFacts(driver.all),
    newest: (kinds) => newestEntry(driver.all, kinds),
    entries: (query = {}) => readEntries(driver.all, query),
    content: (hash) => readContent(driver.all, hash),
    readRestricted: async (kind, by, query = {}) => {
      const found = await readFactsApart(driver, kind, query);
      // Written down before anything is handed out.
      if (found.length > 0)
        await writeReading(
          driver,
          kind,
          found.map(({ id }) => id),
          by,
          now,
        );
      return found;
    },
    accounts: (kind, query = {}) => readFactsApart(driver, kind, query),
    remembered: (key) => remembered(driver.all, key),
    remember: (key, value) => driver.write((tx) => remember(tx, key, value, now())),
    // Others may write meanwhile: everything that is compared must be of one moment.
    verify: (options) => driver.snapshot((frozen) => verify({ ...driver, ...frozen }, options)),
    rebuild: () => driver.write((tx) => rebuild(driver.kind, tx)),
    indexPassages: (reports) => indexPassages(driver, reports),
    forgetPassages: (homes) => driver.write((tx) => dropPassages(driver.kind, tx, homes)),
    unreadReports: (limit) => unreadReports(driver.all, limit),
    unindexedReports: (limit) => unindexedReports(driver, limit),
    findPassages: (query) => findPassages(driver, query),
    countPassages: (query) => countPassages(driver, query),
    contentsAfter: (seq, limit) => contentsAfter(driver, seq, limit),
    adopt: async (entries, contents) => {
      if (!isFilling) throw new BookFailure('TB_BOOK_EXISTS', { place: driver.place });
      await driver.write((tx) => adopt(tx, entries, contents));
    },
    adopted: (withheld = false) =>
      driver.write(async (tx) => {
        await finishAdopting(tx, withheld);
        await rebuild(driver.kind, tx);
      }),
    close: () => driver.close(),
  };
}
