import { neighboursOf } from '../grid.ts';

const found = new Map<string, readonly string[]>();

/** The cells that touch a cell; the same few cells return with every pair of reports, so they are worked out once. */
export function cellsAround(cell: string): readonly string[] {
  const known = found.get(cell);
  if (known) return known;
  if (found.size > 20_000) found.clear();
  const made = neighboursOf(cell);
  found.set(cell, made);
  return made;
}
