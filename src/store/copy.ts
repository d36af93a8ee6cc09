import type { Entry } from '../model/index.ts';
import { hasBodyApart } from './append.ts';
import { BookFailure } from './book-failure.ts';
import type { StoredContent } from './book-store.ts';
import { chunksOf, marks } from './chunks.ts';
import { packed } from './content.ts';
import { type Ask, CONTENT_COLUMNS, type Driver, type SqlValue, type Transaction } from './driver.ts';
import type { ErasureBody } from './fold.ts';
import { BEFORE_THE_FIRST, isSealed, sha256 } from './hash.ts';
import { bytesOfRow, entryOfRow, JOURNAL_COLUMNS, rowOfEntry } from './rows.ts';

/** Contents by hash; those that are erased or missing are left out. */
export async function readContents(ask: Ask, hashes: readonly string[], table = 'content'): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const chunk of chunksOf([...new Set(hashes)])) {
    for (const row of await ask(`SELECT hash, bytes, packed, size FROM ${table} WHERE hash IN (${marks(chunk.length)})`, chunk)) {
      const bytes = bytesOfRow(row);
      if (bytes) found.set(String(row['hash']), bytes);
    }
  }
  return found;
}

/** A page of entries, and the contents that they name first. */
export async function contentsAfter(
  driver: Driver,
  after: number,
  limit: number,
): Promise<{ readonly entries: readonly Entry[]; readonly contents: readonly StoredContent[] }> {
  const entries = (await driver.all(`SELECT * FROM journal WHERE seq > ? ORDER BY seq LIMIT ${Math.floor(limit)}`, [after])).map(
    entryOfRow,
  );
  const attached = new Set(entries.flatMap((entry) => entry.attached ?? []));
  const open = entries.flatMap((entry) => [hasBodyApart(entry) ? [] : (entry.after ?? []), entry.attached ?? []].flat());
  const apart = entries.flatMap((entry) => (hasBodyApart(entry) ? (entry.after ?? []) : []));
  const contents: StoredContent[] = [];
  for (const [hash, bytes] of await inOrder(driver.all, open, 'content'))
    contents.push({ sha256: hash, bytes, attached: attached.has(hash), apart: false });
  for (const [hash, bytes] of await inOrder(driver.allApart, apart, 'restricted_content'))
    contents.push({ sha256: hash, bytes, attached: false, apart: true });
  return { entries, contents };
}

async function inOrder(ask: Ask, hashes: readonly string[], table: string): Promise<readonly (readonly [string, Uint8Array])[]> {
  const found = await readContents(ask, hashes, table);
  return [...new Set(hashes)].flatMap((hash) => {
    const bytes = found.get(hash);
    return bytes ? [[hash, bytes] as const] : [];
  });
}

/** Takes over a page of another book after the entry that `last` names; nothing that does not fit is taken. */
export async function adopt(tx: Transaction, entries: readonly Entry[], contents: readonly StoredContent[]): Promise<void> {
  const [row] = await tx.all('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1');
  let last = row ? { seq: Number(row['seq']), hash: String(row['hash']) } : { seq: 0, hash: BEFORE_THE_FIRST };
  for (const entry of entries) {
    if (entry.seq !== last.seq + 1 || entry.previous !== last.hash || !isSealed(entry))
      throw new BookFailure('TB_BOOK_ENTRY_WRONG', { seq: String(entry.seq) });
    last = { seq: entry.seq, hash: entry.hash };
  }
  const wrong = contents.find((content) => sha256(content.bytes) !== content.sha256);
  if (wrong) throw new BookFailure('TB_BOOK_CONTENT_WRONG', { hash: wrong.sha256 });
  const rows = (apart: boolean): readonly (readonly SqlValue[])[] =>
    contents
      .filter((content) => content.apart === apart)
      .map(({ bytes }) => packed(bytes))
      .map((content) => [content.sha256, content.bytes, content.packed ? 1 : 0, content.size]);
  await tx.insert('content', CONTENT_COLUMNS, rows(false), 'ON CONFLICT (hash) DO NOTHING');
  const apart = rows(true);
  if (apart.length > 0) await tx.putApart(apart);
  await tx.insert('journal', JOURNAL_COLUMNS, entries.map(rowOfEntry));
}

/** Up to which entry what is kept apart was not handed over with the book; 0 if all was. */
export async function withheldUpTo(ask: Ask): Promise<number> {
  const [row] = await ask("SELECT value FROM meta WHERE name = 'apart_withheld_to'");
  return Number(row?.['value'] ?? 0);
}

/** After the last page: marks what was erased, and sets the head. */
export async function finishAdopting(tx: Transaction, withheld: boolean): Promise<void> {
  for (const erasure of (await tx.all("SELECT * FROM journal WHERE action = 'erase' ORDER BY seq")).map(entryOfRow)) {
    if (erasure.after === null) continue;
    const bytes = (await readContents(tx.all, [erasure.after])).get(erasure.after);
    if (!bytes) continue;
    const { erased, apart } = JSON.parse(Buffer.from(bytes).toString('utf8')) as ErasureBody;
    for (const hash of [...erased, ...apart]) {
      await tx.run('UPDATE content SET erased = ?, bytes = NULL WHERE hash = ?', [erasure.seq, hash]);
      await tx.insert('content', [...CONTENT_COLUMNS, 'erased'], [[hash, null, 0, 0, erasure.seq]], 'ON CONFLICT (hash) DO NOTHING');
    }
  }
  await tx.run('DELETE FROM head');
  await tx.run(
    'INSERT INTO head (one, seq, hash, at, latest_at) SELECT 1, seq, hash, at, (SELECT MAX(at) FROM journal) FROM journal ORDER BY seq DESC LIMIT 1',
  );
  if (withheld) await tx.run("INSERT INTO meta (name, value) SELECT 'apart_withheld_to', CAST(seq AS TEXT) FROM head");
}
