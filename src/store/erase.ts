import type { Entry } from '../model/index.ts';
import { isKeptApart } from './append.ts';
import { BookFailure } from './book-failure.ts';
import type { By, Erasure } from './book-store.ts';
import { chunksOf, marks } from './chunks.ts';
import { contentOf } from './content.ts';
import { CONTENT_COLUMNS, type Driver, type Transaction } from './driver.ts';
import type { ErasureBody } from './fold.ts';
import { sealed } from './hash.ts';
import { readHead, writeHead } from './head.ts';
import { entryOfRow, JOURNAL_COLUMNS, rowOfEntry } from './rows.ts';
import { dropStrays } from './search/index-passages.ts';

/** Every entry about a thing, about what belongs to it, and about what was made from it (the reports of a source). */
async function entriesAbout(tx: Transaction, { kind, id }: Erasure): Promise<readonly Entry[]> {
  const own = (await tx.all('SELECT * FROM journal WHERE (kind = ? AND id = ?) OR home = ? ORDER BY seq', [kind, id, id])).map(entryOfRow);
  if (kind !== 'source') return own;
  const made = (await tx.all("SELECT * FROM journal WHERE origin = ? AND kind = 'report' ORDER BY seq", [id])).map(entryOfRow);
  const further: Entry[] = [];
  for (const report of new Set(made.map((entry) => entry.id))) further.push(...(await entriesAbout(tx, { kind: 'report', id: report })));
  return [...own, ...made, ...further];
}

/** Deletes content on legal demand. Entries and hashes stay; an entry gives the reason and names every hash. */
export async function erase(driver: Driver, what: Erasure, by: By & { readonly why: string }, now: () => string): Promise<Entry> {
  return driver.write(async (tx) => {
    const head = await readHead(tx.all, driver.lockRow);
    const about = (await entriesAbout(tx, what)).filter(({ action }) => action !== 'erase' && action !== 'read');
    const [first] = about;
    if (!first) throw new BookFailure('TB_BOOK_NOTHING_ABOUT', { id: what.id });
    const apart = [...new Set(about.filter(({ kind }) => isKeptApart(kind)).flatMap(({ after }) => after ?? []))];
    const open = [...new Set(about.flatMap((entry) => (isKeptApart(entry.kind) ? [] : [entry.after ?? [], entry.attached ?? []].flat())))];
    const body: ErasureBody = { reason: by.why, erased: [...open].sort(), apart: [...apart].sort() };
    const content = contentOf(body);
    const at = by.at ?? now();
    const entry = sealed({
      seq: head.seq + 1,
      at,
      author: by.author,
      action: 'erase',
      kind: what.kind,
      id: what.id,
      home: first.kind === what.kind && first.id === what.id ? first.home : what.id,
      origin: null,
      before: null,
      after: content.sha256,
      attached: null,
      why: by.why,
      notice: at < head.latestAt ? 'clock_backwards' : null,
      previous: head.hash,
    });
    for (const chunk of chunksOf(body.erased)) {
      const named = marks(chunk.length);
      await tx.run(`UPDATE content SET bytes = NULL, packed = 0, erased = ? WHERE hash IN (${named})`, [entry.seq, ...chunk]);
    }
    for (const chunk of chunksOf([...body.erased, ...body.apart]))
      await tx.run(`DELETE FROM facts WHERE hash IN (${marks(chunk.length)})`, chunk);
    await tx.run('DELETE FROM remembered');
    await dropStrays(driver.kind, tx);
    await tx.insert(
      'content',
      CONTENT_COLUMNS,
      [[content.sha256, content.bytes, content.packed ? 1 : 0, content.size]],
      'ON CONFLICT (hash) DO NOTHING',
    );
    await tx.insert('journal', JOURNAL_COLUMNS, [rowOfEntry(entry)]);
    // A mark in the book that these went, too: the store apart forgets its own.
    await tx.insert(
      'content',
      [...CONTENT_COLUMNS, 'erased'],
      apart.map((hash) => [hash, null, 0, 0, entry.seq]),
      'ON CONFLICT (hash) DO UPDATE SET erased = excluded.erased',
    );
    await tx.dropApart(apart);
    await writeHead(tx, { seq: entry.seq, hash: entry.hash, at }, head.latestAt);
    return entry;
  });
}
