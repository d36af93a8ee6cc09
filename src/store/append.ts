import { randomBytes } from 'node:crypto';
import { type Entry, type FactKind, KEPT_APART } from '../model/index.ts';
import { BookFailure } from './book-failure.ts';
import type { AnyNewFact, Appended, By, Head, ReadyFact, Unchanged } from './book-store.ts';
import { canonicalJson } from './canonical-json.ts';
import { chunksOf, marks } from './chunks.ts';
import { type Content, contentOf, packed } from './content.ts';
import { CONTENT_COLUMNS, type Driver, type SqlValue, type Transaction } from './driver.ts';
import { sealed } from './hash.ts';
import { readHead, writeHead } from './head.ts';
import { newestEntry } from './read.ts';
import { bytesOfRow, FACT_COLUMNS, JOURNAL_COLUMNS, rowOfEntry } from './rows.ts';
import { dropPassages } from './search/index-passages.ts';
import { type FactTimes, timesOf } from './times-of.ts';

/** Whether bodies of a kind are kept apart from the book. */
export function isKeptApart(kind: FactKind): boolean {
  return (KEPT_APART as readonly string[]).includes(kind);
}

/** Whether the body of an entry is in the store apart; the reason of a deletion never is. */
export function hasBodyApart({ kind, action }: Pick<Entry, 'kind' | 'action'>): boolean {
  return isKeptApart(kind) && action !== 'erase';
}

interface Current {
  readonly hash: string;
  readonly home: string;
  readonly attached: string | null;
}

const keyOf = (kind: string, id: string): string => `${kind}\u001f${id}`;

/** What is in force about the things to be written. */
async function currentOf(tx: Transaction, facts: readonly (AnyNewFact | ReadyFact)[]): Promise<Map<string, Current>> {
  const found = new Map<string, Current>();
  for (const kind of new Set(facts.map((fact) => fact.kind))) {
    const ids = [...new Set(facts.filter((fact) => fact.kind === kind).map(({ id }) => id))];
    for (const chunk of chunksOf(ids)) {
      const rows = await tx.all(`SELECT id, home, hash, attached FROM facts WHERE kind = ? AND id IN (${marks(chunk.length)})`, [
        kind,
        ...chunk,
      ]);
      for (const { id, home, hash, attached = null } of rows)
        found.set(keyOf(kind, String(id)), {
          home: String(home),
          hash: String(hash),
          attached: attached === null ? null : String(attached),
        });
    }
  }
  return found;
}

/** Those of the hashes whose content was erased on legal demand. */
async function erasedOf(tx: Transaction, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const chunk of chunksOf(hashes)) {
    const rows = await tx.all(`SELECT hash FROM content WHERE erased IS NOT NULL AND hash IN (${marks(chunk.length)})`, chunk);
    for (const { hash } of rows) found.add(String(hash));
  }
  return found;
}

/**
 * Reports among those to be added that were deleted on legal demand, alone or with the source they come from. Their hash may be another
 * one now, since a report is called otherwise where its name is taken: they are known by their id and by the bytes they come from.
 */
async function deletedReports(tx: Transaction, ready: readonly Readied[], erased: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const added = ready.flatMap(({ fact, content }) => (fact.kind === 'report' && content !== null ? [fact] : []));
  const found = new Set(added.flatMap(({ id, origin }) => (origin && erased.has(origin) ? [id] : [])));
  for (const chunk of chunksOf([...new Set(added.map(({ id }) => id))])) {
    const rows = await tx.all(
      `SELECT id FROM journal WHERE id IN (${marks(chunk.length)}) AND kind = 'report' AND action = 'erase'`,
      chunk,
    );
    for (const { id } of rows) found.add(String(id));
  }
  return found;
}

/** A fact that was made ready to be written. */
export interface Readied {
  readonly fact: AnyNewFact | ReadyFact;
  readonly content: Content | null;
  readonly attached: Content | null;
  /** The times it states in the open. */
  readonly times: FactTimes;
}

/** Whether the store apart says the same already; the salt makes the hashes differ. */
async function isSameApart(driver: Driver, fact: AnyNewFact | ReadyFact, former: Current): Promise<boolean> {
  if ('times' in fact || !isKeptApart(fact.kind)) return false;
  const [row] = await driver.allApart('SELECT bytes, packed, size FROM restricted_content WHERE hash = ?', [former.hash]);
  const bytes = row ? bytesOfRow(row) : null;
  return (
    bytes !== null &&
    canonicalJson((JSON.parse(Buffer.from(bytes).toString('utf8')) as { body: unknown }).body) === canonicalJson(fact.body)
  );
}

/** A source is known by the hash of its bytes. */
function checkSource({ kind, id }: Pick<AnyNewFact, 'kind' | 'id'>, attached: Content | null): void {
  if (kind === 'source' && attached?.sha256 !== id)
    throw new BookFailure('TB_BOOK_SOURCE_HASH', { id, found: attached?.sha256 ?? 'no bytes' });
}

const NO_TIMES = timesOf(null);

/** Hashes and packs before the transaction begins, so that it is short. */
function makeReady(fact: AnyNewFact | ReadyFact, packedBefore: Map<Uint8Array, Content>): Readied {
  if ('times' in fact) {
    checkSource(fact, fact.attached);
    return { fact, content: fact.content, attached: fact.attached, times: fact.times };
  }
  // A file with a thousand reports is attached a thousand times and hashed once.
  const attached = fact.attached ? (packedBefore.get(fact.attached) ?? packed(fact.attached)) : null;
  if (fact.attached && attached) packedBefore.set(fact.attached, attached);
  if (fact.body === null) return { fact, content: null, attached, times: NO_TIMES };
  checkSource(fact, attached);
  // Places can be guessed and their hashes compared; a random salt prevents it.
  if (isKeptApart(fact.kind))
    return { fact, content: contentOf({ salt: randomBytes(16).toString('hex'), body: fact.body }), attached, times: NO_TIMES };
  return { fact, content: contentOf(fact.body), attached, times: timesOf(fact.body) };
}

/** Adds entries to the journal and brings the state to what they say, in one transaction. */
export async function append(
  driver: Driver,
  facts: readonly (AnyNewFact | ReadyFact)[],
  by: By,
  now: () => string,
  unchanged?: Unchanged,
): Promise<Appended> {
  const ready = readied(facts);
  return driver.write((tx) => appendWithin(driver, tx, ready, by, now, unchanged));
}

/** Facts hashed and packed, so that the transaction that writes them is short. */
export function readied(facts: readonly (AnyNewFact | ReadyFact)[]): readonly Readied[] {
  const packedBefore = new Map<Uint8Array, Content>();
  return facts.map((fact) => makeReady(fact, packedBefore));
}

/** {@link append} within a transaction that does something else as well: both happen, or neither. */
export async function appendWithin(
  driver: Driver,
  tx: Transaction,
  ready: readonly Readied[],
  by: By,
  now: () => string,
  unchanged?: Unchanged,
): Promise<Appended> {
  const start = await readHead(tx.all, driver.lockRow);
  if (unchanged && (await newestEntry(tx.all, unchanged.kinds)) > unchanged.since) throw new BookFailure('TB_BOOK_OVERTAKEN');
  const at = by.at ?? now();
  const current = await currentOf(
    tx,
    ready.map(({ fact }) => fact),
  );
  const erased = await erasedOf(
    tx,
    ready.flatMap(({ fact, content, attached }) => [content?.sha256 ?? [], attached?.sha256 ?? [], fact.origin ?? []].flat()),
  );
  const deleted = await deletedReports(tx, ready, erased);
  let head: Head = start;
  const entries: Entry[] = [];
  const skipped: { kind: FactKind; id: string; why: 'same' | 'erased' }[] = [];
  const written = new Map<string, readonly SqlValue[] | null>();
  const contents = new Map<string, Content>();
  const apart: Content[] = [];
  for (const { fact, content, attached, times } of ready) {
    const { kind, id } = fact;
    const key = keyOf(kind, id);
    const former = current.get(key);
    const hash = content?.sha256 ?? null;
    const isSame = hash === (former?.hash ?? null) && (attached?.sha256 ?? null) === (former?.attached ?? null);
    // A source is its bytes; when and where they were found again is a fact of its own.
    if (isSame || (former && hash !== null && (kind === 'source' || (await isSameApart(driver, fact, former))))) {
      skipped.push({ kind, id, why: 'same' });
      continue;
    }
    const isOfDeleted = hash !== null && deleted.has(kind === 'report' ? id : (fact.home ?? ''));
    if (isOfDeleted || (hash !== null && erased.has(hash)) || (attached && erased.has(attached.sha256))) {
      skipped.push({ kind, id, why: 'erased' });
      continue;
    }
    // A thing never moves: by its home a book is spread over machines.
    const home = former?.home ?? fact.home ?? id;
    const entry = sealed({
      seq: head.seq + 1,
      at,
      author: by.author,
      action: hash === null ? 'remove' : former ? 'change' : 'add',
      kind,
      id,
      home,
      origin: fact.origin ?? null,
      before: former?.hash ?? null,
      after: hash,
      attached: attached?.sha256 ?? null,
      why: fact.why ?? by.why ?? null,
      notice: at < start.latestAt ? 'clock_backwards' : null,
      previous: head.hash,
    });
    entries.push(entry);
    head = { seq: entry.seq, hash: entry.hash, at };
    if (content && isKeptApart(kind)) apart.push(content);
    else if (content) contents.set(content.sha256, content);
    if (attached) contents.set(attached.sha256, attached);
    if (hash === null) current.delete(key);
    else current.set(key, { hash, home, attached: entry.attached });
    written.set(key, hash === null ? null : rowWithTimes(entry, times));
  }
  await putContents(tx, [...contents.values()], apart);
  await tx.insert('journal', JOURNAL_COLUMNS, entries.map(rowOfEntry));
  await putFacts(tx, written);
  // Words that were indexed from an annotation that has gone would be found where they no longer stand.
  // What people decide about a statement changes which words are found, too.
  const reread = entries
    .filter(({ kind, action }) => (kind === 'annotation' && action !== 'add') || kind === 'review')
    .map((entry) => entry.home);
  if (reread.length > 0) await dropPassages(driver.kind, tx, reread);
  if (entries.length > 0) await writeHead(tx, head, start.latestAt);
  return { entries, skipped, head };
}

/** The row of what an entry puts in force. Exact places and accounts leave no times in the open. */
export function rowOfFact(entry: Entry, body: unknown): readonly SqlValue[] {
  return rowWithTimes(entry, isKeptApart(entry.kind) ? NO_TIMES : timesOf(body));
}

function rowWithTimes(entry: Entry, { heldFrom, heldTo, knownFrom }: FactTimes): readonly SqlValue[] {
  const { kind, id, home, origin, seq, at, after, attached } = entry;
  return [kind, id, home, origin, seq, at, after, attached, heldFrom, heldTo, knownFrom ?? at];
}

async function putContents(tx: Transaction, contents: readonly Content[], apart: readonly Content[]): Promise<void> {
  const row = ({ sha256, bytes, packed: isPacked, size }: Content): readonly SqlValue[] => [sha256, bytes, isPacked ? 1 : 0, size];
  if (apart.length > 0) await tx.putApart(apart.map(row));
  await tx.insert('content', CONTENT_COLUMNS, contents.map(row), 'ON CONFLICT (hash) DO NOTHING');
}

const UPDATES = FACT_COLUMNS.slice(3)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ');

/** Brings the rows of the state to what was written; null takes a row away. */
export async function putFacts(tx: Transaction, written: ReadonlyMap<string, readonly SqlValue[] | null>): Promise<void> {
  for (const [key, row] of written) {
    const [kind = '', id = ''] = key.split('\u001f');
    if (row === null) await tx.run('DELETE FROM facts WHERE kind = ? AND id = ?', [kind, id]);
  }
  const rows = [...written.values()].flatMap((row) => (row === null ? [] : [row]));
  await tx.insert('facts', FACT_COLUMNS, rows, `ON CONFLICT (kind, id, home) DO UPDATE SET ${UPDATES}`);
}
