import { chunksOf, marks } from '../chunks.ts';
import type { Driver, SqlValue, Transaction } from '../driver.ts';
import { tsVector } from './match-expression.ts';
import type { PackedPassage, ReportPassages } from './passage.ts';

const COLUMNS = [
  'n',
  'home',
  'id',
  'kind',
  'at',
  'span_start',
  'span_end',
  'words',
  'extra',
  'speakers',
  'outlet',
  'language',
  'holders',
  'elements',
];

function rowOf(n: number, home: string, passage: PackedPassage): SqlValue[] {
  const { id, kind, at, start, end, words, extra, speakers, outlet, language, holders, elements } = passage;
  return [n, home, id, kind, at, start, end, words, extra, speakers, outlet, language, holders, elements];
}

/** Takes the passages of some reports out of the index, with every word of theirs. */
export async function dropPassages(kind: Driver['kind'], tx: Transaction, homes: readonly string[]): Promise<void> {
  for (const chunk of chunksOf(homes)) {
    const named = marks(chunk.length);
    if (kind === 'embedded')
      await tx.run(
        `INSERT INTO passage_words (passage_words, rowid, words, extra) SELECT 'delete', n, words, extra FROM passages WHERE home IN (${named})`,
        chunk,
      );
    await tx.run(`DELETE FROM passages WHERE home IN (${named})`, chunk);
    await tx.run(`DELETE FROM searched WHERE home IN (${named})`, chunk);
  }
}

/** Takes out of the index whatever belongs to a report that is no longer there. */
export async function dropStrays(kind: Driver['kind'], tx: Transaction): Promise<void> {
  const rows = await tx.all("SELECT home FROM searched WHERE home NOT IN (SELECT home FROM facts WHERE kind = 'annotation')");
  await dropPassages(
    kind,
    tx,
    rows.map(({ home }) => String(home)),
  );
  // The words themselves leave the file: without this they stay in old segments of the index, only marked as gone. The option
  // "secure-delete" would do it at every deletion, but leaves an index with outside content malformed (SQLite 3.45.1).
  if (kind === 'embedded' && rows.length > 0) await tx.run("INSERT INTO passage_words (passage_words) VALUES ('optimize')");
}

const wordsIn = (joined = ''): readonly string[] => (joined === '' ? [] : joined.split(' '));

/** Puts the passages of some reports into the index, in place of those they had. */
export async function indexPassages(driver: Driver, reports: readonly ReportPassages[]): Promise<void> {
  if (reports.length > 0) await driver.write((tx) => indexWithin(driver.kind, tx, reports));
}

/** {@link indexPassages} within a transaction that does something else as well. */
export async function indexWithin(kind: Driver['kind'], tx: Transaction, reports: readonly ReportPassages[]): Promise<void> {
  if (reports.length === 0) return;
  await dropPassages(
    kind,
    tx,
    reports.map(({ home }) => home),
  );
  const placed = reports.flatMap(({ home, passages }) => passages.map((passage) => ({ home, passage })));
  const taken = new Set<number>();
  for (const chunk of chunksOf(placed.map(({ passage }) => passage.place)))
    for (const { n } of await tx.all(`SELECT n FROM passages WHERE n IN (${marks(chunk.length)})`, chunk)) taken.add(Number(n));
  const rows = placed.map(({ home, passage }) => {
    let free = passage.place;
    while (taken.has(free)) free++;
    taken.add(free);
    return rowOf(free, home, passage);
  });
  if (kind === 'embedded') {
    await tx.insert('passages', COLUMNS, rows);
    await tx.insert(
      'passage_words',
      ['rowid', 'words', 'extra'],
      rows.map(([n = 0, , , , , , , words = '', extra = '']) => [n, words, extra]),
    );
  } else
    await tx.insert(
      'passages',
      [...COLUMNS, 'terms'],
      rows.map((row, at) => [...row, tsVector(wordsIn(placed[at]?.passage.words), wordsIn(placed[at]?.passage.extra))]),
    );
  await tx.insert(
    'searched',
    ['home', 'hash'],
    reports.map(({ home, of }) => [home, of]),
  );
}

/** Reports whose annotation is not the one the index was made from, in the order of the journal. */
export async function unindexedReports(driver: Driver, limit: number): Promise<readonly { readonly home: string; readonly of: string }[]> {
  const rows = await driver.all(
    `SELECT f.home, f.hash FROM facts f LEFT JOIN searched s ON s.home = f.home
     WHERE f.kind = 'annotation' AND (s.hash IS NULL OR s.hash <> f.hash) ORDER BY f.seq LIMIT ${Math.max(1, Math.floor(limit))}`,
  );
  return rows.map(({ home, hash }) => ({ home: String(home), of: String(hash) }));
}
