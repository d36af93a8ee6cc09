import type { Span } from '../../model/index.ts';

/** Index of the first item that starts at or after a position; items are sorted by start. */
export function firstFrom(items: readonly { readonly span: Span }[], position: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.span.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items that lie wholly within a range. */
export function within<T extends { readonly span: Span }>(items: readonly T[], range: Span): readonly T[] {
  const found: T[] = [];
  for (let index = firstFrom(items, range.start); index < items.length; index++) {
    const item = items[index];
    if (!item || item.span.start >= range.end) break;
    if (item.span.end <= range.end) found.push(item);
  }
  return found;
}

/** The smallest range that holds all of the ranges; null of none. */
export function hull(ranges: readonly Span[]): Span | null {
  const first = ranges[0];
  if (!first) return null;
  return ranges.reduce((all, one) => ({ start: Math.min(all.start, one.start), end: Math.max(all.end, one.end) }), first);
}

/** Distance in characters between two ranges; 0 if they touch or overlap. */
export function distance(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}
