import { readLiteral } from './python-literal.ts';
import type { Choice, FieldRule, Refusal } from './table-mapping.ts';
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
export function readyCondition({ column, is, matches }: Pick<Choice | Refusal, 'column' | 'is' | 'matches'>): (cells: Cells) => boolean {
  const columns = listOf(column);
  const values = is ? new Set(is.map(folded)) : null;
  const pattern = matches === undefined ? null : new RegExp(matches, 'iu');
  return (cells) =>
    columns.some((name) => {
      const cell = cellOf(cells, name) ?? '';
      return values?.has(folded(cell)) === true || (pattern !== null && cell !== '' && pattern.test(cell));
    });
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

function translate(values: readonly string[], terms: ReadonlyMap<string, readonly string[]>, rule: FieldRule, column: string): Found {
  const found: string[] = [];
  for (const value of values) {
    const term = terms.get(folded(value));
    if (term) found.push(...term);
    else if (rule.otherwise === undefined) return { fault: fault('TB_ROW_TERM_UNKNOWN', { column, value: shown(value) }) };
  }
  return { values: found };
}

/** Makes a rule ready: what does not depend on the row is done once. */
export function readyRule(given: FieldRule | string): ReadyRule {
  const rule: FieldRule = typeof given === 'string' ? { from: given } : given;
  if (rule.value !== undefined) {
    const constant: Found = { values: listOf(rule.value) };
    return () => constant;
  }
  const cases = (rule.choose ?? []).map((choice) => ({ holds: readyCondition(choice), gives: listOf(choice.gives) }));
  const columns = listOf(rule.from);
  const terms = rule.terms ? new Map(Object.entries(rule.terms).map(([term, code]) => [folded(term), listOf(code)])) : null;
  const otherwise: Found = { values: listOf(rule.otherwise) };
  const { words, take } = rule;
  const split = rule.split === undefined ? null : listOf(rule.split);

  const read = (cells: Cells): Found => {
    for (const { holds, gives } of cases) if (holds(cells)) return { values: gives };
    for (const column of columns) {
      const cell = cellOf(cells, column);
      if (cell === null) continue;
      if (words) {
        const found = findWords(words, cell);
        if (found.length > 0) return { values: found };
        continue;
      }
      const values = split === null ? [cell] : entriesOf(cell, split);
      const chosen = take === undefined ? values : values.slice(take === 'first' ? 0 : -1).slice(0, 1);
      return terms ? translate(chosen, terms, rule, column) : { values: chosen };
    }
    return NOTHING;
  };
  return (cells) => {
    const found = read(cells);
    return 'values' in found && found.values.length === 0 ? otherwise : found;
  };
}
