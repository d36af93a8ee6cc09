import type { Span } from '../../model/index.ts';

/** First of the sorted items that begins at a position or after it. */
export function firstFrom(items: readonly { readonly span: Span }[], position: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.span.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items, sorted by where they begin, that lie within a range. */
export function itemsWithin<T extends { readonly span: Span }>(items: readonly T[], { start, end }: Span): readonly T[] {
  const found: T[] = [];
  for (let index = firstFrom(items, start); index < items.length; index++) {
    const item = items[index];
    if (!item || item.span.start >= end) break;
    if (item.span.end <= end) found.push(item);
  }
  return found;
}
