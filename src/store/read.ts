import type { Entry, FactBodies, FactKind } from '../model/index.ts';
import type { EntryQuery, Fact, FactQuery } from './book-store.ts';
import { chunksOf, marks } from './chunks.ts';
import type { Ask, Driver, Row, SqlValue } from './driver.ts';
import { bytesOfRow, entryOfRow, factOfRow } from './rows.ts';
import { instantsOf } from './times-of.ts';

const FACT = 'f.kind, f.id, f.home, f.origin, f.seq, f.at, f.hash, f.attached';

interface Where {
  readonly words: readonly string[];
  readonly values: readonly SqlValue[];
}

function whereOf(kind: FactKind, query: FactQuery): Where {
  const words = ['f.kind = ?'];
  const values: SqlValue[] = [kind];
  const and = (word: string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    words.push(word);
    values.push(value);
  };
  and('f.home = ?', query.home);
  and('f.known_from <= ?', query.knownBy === undefined ? undefined : (instantsOf(query.knownBy)?.last ?? query.knownBy));
  and('f.seq > ?', query.after);
  return { words, values };
}

/** Rows of facts without their bodies, in the order of the journal. */
async function factRows(ask: Ask, kind: FactKind, query: FactQuery, body: string, join: string): Promise<readonly Row[]> {
  const { words, values } = whereOf(kind, query);
  const limit = query.limit === undefined ? '' : ` LIMIT ${Math.max(0, Math.floor(query.limit))}`;
  const select = (more: readonly string[]): string =>
    `SELECT ${FACT}${body} FROM facts f${join} WHERE ${[...words, ...more].join(' AND ')} ORDER BY f.seq${limit}`;
  if (query.ids === undefined) return ask(select([]), values);
  const rows: Row[] = [];
  for (const chunk of chunksOf(query.ids)) rows.push(...(await ask(select([`f.id IN (${marks(chunk.length)})`]), [...values, ...chunk])));
  return rows.sort((a, b) => Number(a['seq']) - Number(b['seq'])).slice(0, query.limit);
}

/** What is in force of one kind. */
export async function readFacts<K extends FactKind>(driver: Driver, kind: K, query: FactQuery): Promise<readonly Fact<K>[]> {
  const rows = await factRows(driver.all, kind, query, ', c.bytes, c.packed, c.size', ' JOIN content c ON c.hash = f.hash');
  return rows.flatMap((row) => factOfRow<K>(row) ?? []);
}

/** What is in force of one kind that is kept apart: rows from the book, bodies from the store apart. */
export async function readFactsApart<K extends FactKind>(driver: Driver, kind: K, query: FactQuery): Promise<readonly Fact<K>[]> {
  const rows = await factRows(driver.all, kind, query, '', '');
  const bodies = new Map<string, Row>();
  for (const chunk of chunksOf(rows.map(({ hash = null }) => hash))) {
    const found = await driver.allApart(
      `SELECT hash, bytes, packed, size FROM restricted_content WHERE hash IN (${marks(chunk.length)})`,
      chunk,
    );
    for (const row of found) bodies.set(String(row['hash']), row);
  }
  return rows.flatMap((row) => {
    const stored = bodies.get(String(row['hash']));
    const salted = stored && factOfRow<K>({ ...stored, ...row });
    return salted ? [{ ...salted, body: (salted.body as unknown as { readonly body: FactBodies[K] }).body }] : [];
  });
}

/** Entries of the journal in their order. */
export async function readEntries(ask: Ask, query: EntryQuery): Promise<readonly Entry[]> {
  const words = ['seq > ?'];
  const values: SqlValue[] = [query.after ?? 0];
  if (query.kind !== undefined) {
    words.push('kind = ?');
    values.push(query.kind);
  }
  if (query.action !== undefined) {
    words.push('action = ?');
    values.push(query.action);
  }
  if (query.about !== undefined) {
    words.push('(id = ? OR home = ?)');
    values.push(query.about, query.about);
  }
  const limit = query.limit === undefined ? '' : ` LIMIT ${Math.max(0, Math.floor(query.limit))}`;
  return (await ask(`SELECT * FROM journal WHERE ${words.join(' AND ')} ORDER BY seq${limit}`, values)).map(entryOfRow);
}

/** How many facts of each kind are in force. */
export async function countFacts(ask: Ask): Promise<Readonly<Partial<Record<FactKind, number>>>> {
  const rows = await ask('SELECT kind, COUNT(*) AS n FROM facts GROUP BY kind ORDER BY kind');
  return Object.fromEntries(rows.map(({ kind, n }) => [String(kind), Number(n)]));
}

/** Number of the newest entry about any of the kinds. */
export async function newestEntry(ask: Ask, kinds: readonly FactKind[]): Promise<number> {
  let newest = 0;
  for (const kind of kinds) {
    const [row] = await ask('SELECT MAX(seq) AS seq FROM journal WHERE kind = ?', [kind]);
    newest = Math.max(newest, Number(row?.['seq'] ?? 0));
  }
  return newest;
}

/** Bytes by their hash; null if there are none. */
export async function readContent(ask: Ask, hash: string): Promise<Uint8Array | null> {
  const [row] = await ask('SELECT bytes, packed, size FROM content WHERE hash = ?', [hash]);
  return row ? bytesOfRow(row) : null;
}

/** Ids of reports that have no annotation yet, in the order of the journal. */
export async function unreadReports(ask: Ask, limit: number): Promise<readonly string[]> {
  const rows = await ask(
    `SELECT f.id FROM facts f WHERE f.kind = 'report' AND NOT EXISTS (SELECT 1 FROM facts a WHERE a.kind = 'annotation' AND a.id = f.id AND a.home = f.home) ORDER BY f.seq LIMIT ${Math.max(0, Math.floor(limit))}`,
  );
  return rows.map(({ id }) => String(id));
}
