import type { CountRange } from '../model/index.ts';

/** One count as it may leave: nothing and what is frequent as they are, what is rare as a range from 1. */
export function gateCount(count: number, minimumCount: number): CountRange {
  return count > 0 && count < minimumCount ? { min: 1, max: minimumCount - 1 } : { min: count, max: count };
}

/** A range as it may leave: the same for every true value within the rare ones. */
export function gateRange({ min, max }: CountRange, minimumCount: number): CountRange {
  if (max === 0 || min >= minimumCount) return { min, max };
  return { min: min === 0 ? 0 : 1, max: Math.max(max, minimumCount - 1) };
}

/**
 * Counts by key with their total, as they may leave. The total is the sum of what is told of the parts, so that taking parts from it
 * gives back nothing that was suppressed.
 */
export function gateCounts<K>(
  counts: ReadonlyMap<K, CountRange>,
  minimumCount: number,
): { readonly parts: ReadonlyMap<K, CountRange>; readonly total: CountRange } {
  const parts = new Map([...counts].map(([key, range]) => [key, gateRange(range, minimumCount)]));
  const told = [...parts.values()];
  return {
    parts,
    total: {
      min: told.reduce((sum, { min }) => sum + min, 0),
      max: told.reduce((sum, { max }) => sum + max, 0),
    },
  };
}
