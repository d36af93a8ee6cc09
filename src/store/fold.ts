import type { Entry } from '../model/index.ts';

/** Body of an entry that erases: the reason, and every hash whose content went, from the book and from the store apart. */
export interface ErasureBody {
  readonly reason: string;
  readonly erased: readonly string[];
  readonly apart: readonly string[];
}

/**
 * The state as a fold over the journal: the last entry about a thing counts. One rule for writing, rebuilding and verifying, so
 * that they cannot drift apart.
 */
export class Fold {
  readonly state: Map<string, Entry> = new Map();
  readonly erasedBy: Map<string, number> = new Map();

  /** Takes the next entry; `erasure` is the body of one that erases. */
  take(entry: Entry, erasure: ErasureBody | null): void {
    const key = `${entry.kind}\u001f${entry.id}`;
    if (entry.action === 'add' || entry.action === 'change') this.state.set(key, entry);
    else if (entry.action === 'remove') this.state.delete(key);
    else if (entry.action === 'erase' && erasure) {
      const gone = new Set([...erasure.erased, ...erasure.apart]);
      for (const hash of gone) this.erasedBy.set(hash, entry.seq);
      for (const [known, { after }] of this.state) if (after !== null && gone.has(after)) this.state.delete(known);
    }
  }
}
