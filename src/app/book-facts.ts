import type { FactKind } from '../model/index.ts';
import type { BookStore, Fact } from '../store/index.ts';

/** The facts of some kinds in force, kept up to date with a book that grows. */
export interface BookFacts {
  /** All of one kind, in the order of the journal; the same list as long as nothing of it has changed. */
  readonly of: <K extends FactKind>(kind: K) => readonly Fact<K>[];
}

/** Entries looked at together. */
const PAGE = 5_000;

/**
 * Reads facts once and from then on only what has come since: a book of years must not be read anew for one more report. Where a
 * fact was changed, taken out or deleted, its kind is read as a whole.
 */
export function followFacts(store: Pick<BookStore, 'facts' | 'entries' | 'head'>, kinds: readonly FactKind[]): () => Promise<BookFacts> {
  const kept = new Map<FactKind, readonly Fact[]>();
  let seen = -1;
  const bring = async (): Promise<BookFacts> => {
    const head = (await store.head()).seq;
    const grown = new Set<FactKind>();
    const stale = new Set<FactKind>(seen < 0 ? kinds : []);
    for (let after = seen; after >= 0 && after < head; ) {
      const page = await store.entries({ after, limit: PAGE });
      for (const { kind, action } of page) {
        // What is deleted takes along whatever belongs to it.
        if (action === 'erase') for (const one of kinds) stale.add(one);
        else if (action === 'add') grown.add(kind);
        else if (action !== 'read') stale.add(kind);
      }
      const last = page.at(-1);
      if (!last) break;
      after = last.seq;
    }
    for (const kind of kinds) {
      if (stale.has(kind)) kept.set(kind, await store.facts(kind));
      else if (grown.has(kind)) {
        const before = kept.get(kind) ?? [];
        const come = await store.facts(kind, { after: before.at(-1)?.seq ?? 0 });
        // What was changed just now would stand beside what it was; it comes the next time.
        kept.set(kind, [...before, ...come.filter(({ seq }) => seq <= head)]);
      }
    }
    seen = head;
    const now = new Map(kept);
    return { of: <K extends FactKind>(kind: K) => (now.get(kind) ?? []) as readonly Fact<K>[] };
  };
  // One after the other: two at once would both add what has come.
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const next = last.then(bring);
    last = next.catch(() => undefined);
    return next;
  };
}
