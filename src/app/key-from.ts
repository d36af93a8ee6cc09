import { createHash } from 'node:crypto';
import { canonicalJson } from '../ledger/index.ts';
import type { IncidentReport } from '../model/index.ts';

/**
 * A key for the ids of what leaves, where a desk has no secret of its own: made of reports that nobody outside holds, and the same in
 * whatever order they come.
 */
export function keyFrom(reports: readonly IncidentReport[], ...further: readonly unknown[]): string {
  const inOrder = [...reports].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return createHash('sha256')
    .update(canonicalJson([inOrder, ...further]))
    .digest('hex');
}
