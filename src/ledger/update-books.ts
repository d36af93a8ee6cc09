import type { Agreement, Reading } from '../model/index.ts';
import { type AgreementBook, bookOf, booksOf, inBookOrder } from './dossier.ts';
import type { HolderNames } from './phrase/say.ts';
import { groupBy } from './read/group-by.ts';

/** The books of all agreements with what they were computed from, so that more readings can be put in. */
export interface BookShelf {
  readonly books: readonly AgreementBook[];
  readonly agreements: ReadonlyMap<string, Agreement>;
  /** Readings as they came, by agreement; the ends that others gave them are in the books. */
  readonly readings: ReadonlyMap<string, readonly Reading[]>;
  readonly names: HolderNames;
  readonly asOf: string | null;
  readonly heldAt: string | null;
}

/** Computes the books of all agreements, ready to be updated. */
export function shelveBooks(
  agreements: readonly Agreement[],
  readings: readonly Reading[],
  names: HolderNames,
  asOf: string | null = null,
  heldAt: string | null = null,
): BookShelf {
  const known = new Map(agreements.toReversed().map((agreement) => [agreement.id, agreement]));
  return {
    books: booksOf(agreements, readings, names, asOf, heldAt),
    agreements: known,
    readings: groupBy(readings, (reading) => reading.agreement),
    names,
    asOf,
    heldAt,
  };
}

/**
 * The books with more readings in them. Only the agreements that the added ones are of are computed again; the result is what
 * computing everything would have given. An agreement given anew (more mentions, another party) takes the place of the former;
 * a reading that is there already changes nothing.
 */
export function updateBooks(
  previous: BookShelf,
  added: { readonly agreements?: readonly Agreement[]; readonly readings: readonly Reading[] },
): BookShelf {
  const agreements = new Map(previous.agreements);
  const readings = new Map(previous.readings);
  const touched = new Set<string>();
  for (const agreement of added.agreements ?? []) {
    agreements.set(agreement.id, agreement);
    touched.add(agreement.id);
  }
  for (const [id, more] of groupBy(added.readings, (reading) => reading.agreement)) {
    const present = readings.get(id) ?? [];
    const ids = new Set(present.map((reading) => reading.id));
    const fresh = more.filter((reading) => !ids.has(reading.id));
    if (fresh.length === 0) continue;
    readings.set(id, [...present, ...fresh]);
    touched.add(id);
  }
  if (touched.size === 0) return previous;
  const { names, asOf, heldAt } = previous;
  const kept = previous.books.filter(({ entry }) => !touched.has(entry.agreement.id));
  const made = [...touched].flatMap((id) => {
    const agreement = agreements.get(id);
    return agreement ? [bookOf(agreement, readings.get(id) ?? [], names, asOf, heldAt)] : [];
  });
  return { ...previous, agreements, readings, books: inBookOrder([...kept, ...made], asOf) };
}
