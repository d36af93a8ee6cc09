import { readLiteral } from './python-literal.ts';
import { type AnyRule, type Choice, type FieldRule, rulesOf } from './table-mapping.ts';
import { type Cells, cellOf, type Fault, fault, shown } from './table-row.ts';
import { findWords } from './word-lists.ts';

/** What a rule gives for a row: the values of the field, or why the row cannot be taken. */
export type Found = { readonly values: readonly string[] } | { readonly fault: Fault };

/** A rule made ready to be applied to many rows. */
export type ReadyRule = (cells: Cells) => Found;

const NOTHING: Found = { values: [] };

const listOf = (given: string | readonly string[] | undefined): readonly string[] =>
  given === undefined ? [] : typeof given === 'string' ? [given] : given;

const folded = (text: string): string => text.trim().toLowerCase();

/** Makes the condition of a case or refusal ready. */
export function readyCondition({ column, is, matches, and }: Pick<Choice, 'column' | 'is' | 'matches' | 'and'>): (cells: Cells) => boolean {
  const columns = listOf(column);
  const values = is ? new Set(is.map(folded)) : null;
  const pattern = matches === undefined ? null : new RegExp(matches, 'iu');
  const second = and ? readyCondition(and) : null;
  return (cells) =>
    columns.some((name) => {
      const cell = cellOf(cells, name) ?? '';
      return values?.has(folded(cell)) === true || (pattern !== null && cell !== '' && pattern.test(cell));
    }) && second?.(cells) !== false;
}

/** The entries of a list in a cell: a literal of Python or JSON, or text with a separator. */
function entriesOf(cell: string, split: readonly string[]): readonly string[] {
  const literal = readLiteral(cell);
  if (literal !== null) return literal;
  return split
    .reduce<readonly string[]>((parts, mark) => parts.flatMap((part) => part.split(mark)), [cell])
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** A rule made ready, with what does not depend on the row done once. */
function readyPart(rule: FieldRule): ReadyRule {
  if (rule.value !== undefined) {
    const constant: Found = { values: listOf(rule.value) };
    return () => constant;
  }
  const cases = (rule.choose ?? []).map((choice) => ({ holds: readyCondition(choice), gives: listOf(choice.gives) }));
  const columns = listOf(rule.from);
  const terms = rule.terms ? new Map(Object.entries(rule.terms).map(([term, code]) => [folded(term), listOf(code)])) : null;
  const split = rule.split === undefined ? null : listOf(rule.split);
  const otherwise: Found = { values: listOf(rule.otherwise) };
  const lenient = rule.otherwise !== undefined;

  const readCell = (cell: string, column: string): Found => {
    if (rule.words) return { values: findWords(rule.words, cell) };
    const entries = split === null ? [cell] : entriesOf(cell, split);
    const chosen = rule.take === undefined ? entries : entries.slice(rule.take === 'first' ? 0 : -1).slice(0, 1);
    if (terms === null) return { values: chosen };
    const found: string[] = [];
    for (const entry of chosen) {
      const term = terms.get(folded(entry));
      if (term) found.push(...term);
      else if (rule.keep) found.push(entry);
      else if (!lenient) return { fault: fault('TB_ROW_TERM_UNKNOWN', { column, value: shown(entry) }) };
    }
    return { values: found };
  };
  return (cells) => {
    for (const { holds, gives } of cases) if (holds(cells)) return { values: gives };
    const found: string[] = [];
    for (const column of columns) {
      const cell = cellOf(cells, column);
      if (cell === null) continue;
      const read = readCell(cell, column);
      if ('fault' in read) return read;
      found.push(...read.values);
      if (found.length > 0 && rule.all !== true) break;
    }
    return found.length > 0 ? { values: found } : otherwise;
  };
}

/** Makes the rule or rules of a field ready; of several the first that gives something counts. */
export function readyRule(given: AnyRule): ReadyRule {
  const parts = rulesOf(given).map(readyPart);
  return (cells) => {
    for (const part of parts) {
      const found = part(cells);
      if ('fault' in found || found.values.length > 0) return found;
    }
    return NOTHING;
  };
}
