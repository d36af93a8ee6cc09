import type { Problem } from '../../errors.ts';
import type { GazetteerEntry } from '../../model/index.ts';

/** A gazetteer as it was read: its places, and what is wrong with the other rows. */
export interface Gazetteer {
  readonly entries: readonly GazetteerEntry[];
  readonly problems: readonly Problem[];
}
