import type { WithheldName } from '../../model/index.ts';

/** What stands where a name was taken out; the sign for words left out of a quotation. */
export const WITHHELD = '[…]';

/** A text after names were taken out of it. */
export interface Withheld {
  readonly text: string;
  /** How many passages were taken out. */
  readonly count: number;
}

/** Takes the names out of a text. */
export type NameFilter = (text: string) => Withheld;

/** Whether a name may be printed: the state on whose territory it stands, or its operator, has itself named it. */
export function isLifted({ namedBy, territory, operator }: WithheldName): boolean {
  return namedBy !== null && (namedBy.by === territory || namedBy.by === operator);
}

/** Prepares the names once, for many texts. */
export function nameFilter(names: readonly WithheldName[]): NameFilter {
  const spellings = names.filter((name) => !isLifted(name)).flatMap((name) => name.spellings.filter((spelling) => spelling.trim() !== ''));
  if (spellings.length === 0) return (text) => ({ text, count: 0 });
  const escaped = spellings.sort((a, b) => b.length - a.length).map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(escaped.join('|'), 'giu');
  return (text) => {
    let count = 0;
    const shortened = text.replace(pattern, () => {
      count++;
      return WITHHELD;
    });
    return { text: shortened, count };
  };
}

/** Takes withheld names out of one text; for many texts prepare a {@link nameFilter}. */
export function withholdNames(text: string, names: readonly WithheldName[]): Withheld {
  return nameFilter(names)(text);
}
