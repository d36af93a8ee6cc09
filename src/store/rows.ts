import type { Author, Entry, EntryAction, FactBodies, FactKind } from '../model/index.ts';
import type { Fact } from './book-store.ts';
import { unpacked } from './content.ts';
import type { Row, SqlValue } from './driver.ts';

/** Columns of the journal in the order of {@link rowOfEntry}. */
export const JOURNAL_COLUMNS = [
  'seq',
  'at',
  'author_kind',
  'author_name',
  'action',
  'kind',
  'id',
  'home',
  'origin',
  'before_hash',
  'after_hash',
  'attached',
  'why',
  'notice',
  'previous',
  'hash',
] as const;

export const FACT_COLUMNS = [
  'kind',
  'id',
  'home',
  'origin',
  'seq',
  'at',
  'hash',
  'attached',
  'held_from',
  'held_to',
  'known_from',
] as const;

const textOrNull = (value: SqlValue | undefined): string | null => (value === null || value === undefined ? null : String(value));

/** An entry as a row of the journal. */
export function rowOfEntry(entry: Entry): readonly SqlValue[] {
  const { seq, at, author, action, kind, id, home, origin, before, after, attached, why, notice, previous, hash } = entry;
  return [seq, at, author.kind, author.name, action, kind, id, home, origin, before, after, attached, why, notice, previous, hash];
}

/** A row of the journal as an entry, exactly as it stands there: verification decides whether it is one of ours. */
export function entryOfRow(row: Row): Entry {
  return {
    seq: Number(row['seq']),
    at: String(row['at']),
    author: { kind: String(row['author_kind']) as Author['kind'], name: String(row['author_name']) },
    action: String(row['action']) as EntryAction,
    kind: String(row['kind']) as FactKind,
    id: String(row['id']),
    home: String(row['home']),
    origin: textOrNull(row['origin']),
    before: textOrNull(row['before_hash']),
    after: textOrNull(row['after_hash']),
    attached: textOrNull(row['attached']),
    why: textOrNull(row['why']),
    notice: textOrNull(row['notice']),
    previous: String(row['previous']),
    hash: String(row['hash']),
  };
}

/** The bytes of a row of contents, unpacked; null if they were erased. */
export function bytesOfRow(row: Row): Uint8Array | null {
  const bytes = row['bytes'];
  return bytes instanceof Uint8Array ? unpacked(bytes, Number(row['packed']) === 1, Number(row['size'])) : null;
}

/** A row of facts with its body, which stands in the columns of a content. */
export function factOfRow<K extends FactKind>(row: Row): Fact<K> | null {
  const bytes = bytesOfRow(row);
  if (bytes === null) return null;
  return {
    kind: String(row['kind']) as K,
    id: String(row['id']),
    home: String(row['home']),
    origin: textOrNull(row['origin']),
    body: JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as FactBodies[K],
    seq: Number(row['seq']),
    at: String(row['at']),
    sha256: String(row['hash']),
    attached: textOrNull(row['attached']),
  };
}
