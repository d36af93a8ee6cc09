import type { Driver, Row, SqlValue } from '../driver.ts';
import { asksForWords, ftsExpression, tsExpression } from './match-expression.ts';
import type { FoundPassage, PassageQuery } from './passage.ts';
import { endOfDay, firstOfDay } from './passage-order.ts';

interface Statement {
  readonly from: string;
  readonly where: readonly string[];
  readonly values: readonly SqlValue[];
}

/** Within a LIKE, what the searcher typed stands for itself. */
const literal = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function statementOf(kind: Driver['kind'], query: PassageQuery): Statement {
  const where: string[] = [];
  const values: SqlValue[] = [];
  const and = (condition: string, value: SqlValue): void => {
    where.push(condition);
    values.push(value);
  };
  const byWords = asksForWords(query);
  const isEmbedded = kind === 'embedded';
  if (byWords && isEmbedded) and('passage_words MATCH ?', ftsExpression(query));
  else if (byWords || (query.without.length > 0 && !isEmbedded)) and('p.terms @@ ?::tsquery', tsExpression(query));
  // Alone, "without" is no search of the index: it takes away from what the fields leave.
  else if (query.without.length > 0)
    and(
      'p.n NOT IN (SELECT rowid FROM passage_words WHERE passage_words MATCH ?)',
      ftsExpression({ ...query, words: query.without, phrases: [], without: [] }),
    );
  const n = byWords && isEmbedded ? 'passage_words.rowid' : 'p.n';
  if (query.kind !== undefined) and('p.kind = ?', query.kind);
  if (query.speaker) and("p.speakers LIKE ? ESCAPE '\\'", `%${literal(query.speaker)}%`);
  if (query.outlet) and("p.outlet LIKE ? ESCAPE '\\'", `%${literal(query.outlet)}%`);
  if (query.holder) and("p.holders LIKE ? ESCAPE '\\'", `%|${literal(query.holder)}|%`);
  if (query.element) and("p.elements LIKE ? ESCAPE '\\'", `%|${literal(query.element)}|%`);
  if (query.language) and('p.language = ?', query.language);
  if (query.from) and(`${n} >= ?`, firstOfDay(query.from));
  if (query.to) and(`${n} < ?`, endOfDay(query.to));
  if (query.after !== undefined) and(`${n} < ?`, query.after);
  return {
    from: byWords && isEmbedded ? 'passage_words JOIN passages p ON p.n = passage_words.rowid' : 'passages p',
    where: where.length > 0 ? where : ['1 = 1'],
    values,
  };
}

const foundOf = (row: Row): FoundPassage => ({
  place: Number(row['n']),
  id: String(row['id']),
  kind: row['kind'] === 'statement' ? 'statement' : 'text',
  home: String(row['home']),
  at: row['at'] === null || row['at'] === undefined ? null : String(row['at']),
  start: Number(row['span_start']),
  end: Number(row['span_end']),
});

/** Passages that a search finds, newest first. */
export async function findPassages(driver: Driver, query: PassageQuery): Promise<readonly FoundPassage[]> {
  const { from, where, values } = statementOf(driver.kind, query);
  const order = from.startsWith('passage_words') ? 'passage_words.rowid' : 'p.n';
  const rows = await driver.all(
    `SELECT p.n, p.id, p.kind, p.home, p.at, p.span_start, p.span_end FROM ${from} WHERE ${where.join(' AND ')} ORDER BY ${order} DESC LIMIT ${Math.max(1, Math.floor(query.limit))}`,
    values,
  );
  return rows.map(foundOf);
}

/** How many passages a search finds, counted up to `query.limit`; a word that stands everywhere is not counted to the end. */
export async function countPassages(driver: Driver, query: PassageQuery): Promise<number> {
  const { from, where, values } = statementOf(driver.kind, query);
  const [row] = await driver.all(
    `SELECT COUNT(*) AS found FROM (SELECT p.n FROM ${from} WHERE ${where.join(' AND ')} LIMIT ${Math.max(1, Math.floor(query.limit))}) AS first`,
    values,
  );
  return Number(row?.['found'] ?? 0);
}
