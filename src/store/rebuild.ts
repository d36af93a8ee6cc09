import { hasBodyApart, putFacts, rowOfFact } from './append.ts';
import { readContents } from './copy.ts';
import type { Driver, SqlValue, Transaction } from './driver.ts';
import { type ErasureBody, Fold } from './fold.ts';
import { entryOfRow } from './rows.ts';
import { dropStrays } from './search/index-passages.ts';

/** Makes the state anew from the journal, within a transaction: nobody sees it half made. */
export async function rebuild(database: Driver['kind'], tx: Transaction): Promise<void> {
  const fold = new Fold();
  const rows = new Map<string, readonly SqlValue[]>();
  for (let after = 0; ; ) {
    const page = (await tx.all('SELECT * FROM journal WHERE seq > ? ORDER BY seq LIMIT 500', [after])).map(entryOfRow);
    if (page.length === 0) break;
    const bodies = await readContents(
      tx.all,
      page.flatMap((entry) => (entry.after === null || hasBodyApart(entry) ? [] : [entry.after])),
    );
    for (const entry of page) {
      const bytes = entry.after === null ? undefined : bodies.get(entry.after);
      const body: unknown = bytes ? JSON.parse(Buffer.from(bytes).toString('utf8')) : null;
      fold.take(entry, entry.action === 'erase' ? (body as ErasureBody | null) : null);
      if (entry.action === 'add' || entry.action === 'change') rows.set(`${entry.kind}\u001f${entry.id}`, rowOfFact(entry, body));
    }
    after = page.at(-1)?.seq ?? after;
  }
  await tx.run('DELETE FROM facts');
  await tx.run('DELETE FROM remembered');
  await putFacts(tx, new Map([...rows].filter(([key]) => fold.state.has(key))));
  await dropStrays(database, tx);
}
