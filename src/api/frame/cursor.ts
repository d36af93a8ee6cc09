/** Where a list was left: the key of the last item given. */
export type CursorKey = readonly (string | number)[];

/** Longest cursor that is looked at. */
export const LONGEST_CURSOR = 600;

/** Packs the place in a list; `list` names the list with everything it was narrowed by, so that a cursor fits no other. */
export function cursorOf(list: string, key: CursorKey): string {
  return Buffer.from(JSON.stringify([list, ...key]), 'utf8').toString('base64url');
}

/** Unpacks a cursor; null if it is none of this list, or its key is not made of `types`. */
export function readCursor(cursor: string, list: string, types: readonly ('string' | 'number')[]): CursorKey | null {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts.length !== types.length + 1 || parts[0] !== list) return null;
  const key: readonly unknown[] = parts.slice(1);
  return key.every((part, at) => typeof part === types[at] && (typeof part === 'string' || Number.isSafeInteger(part)))
    ? (key as CursorKey)
    : null;
}

/** One page of a list, and where the next one begins; null if there is none. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

const compare = (a: CursorKey, b: CursorKey): number => {
  for (let at = 0; at < a.length; at++) {
    const [x = '', y = ''] = [a[at], b[at]];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
};

/** A list in the order of its keys, from which pages are cut. Keys are unique and an item keeps its own while others come and go. */
export interface Ordered<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => CursorKey;
  readonly types: readonly ('string' | 'number')[];
  readonly isDescending?: boolean;
}

/** Puts a list in order. */
export function ordered<T>(items: readonly T[], { keyOf, types, isDescending = false }: Omit<Ordered<T>, 'items'>): Ordered<T> {
  const keyed = items.map((item) => ({ item, key: keyOf(item) }));
  keyed.sort(({ key: a }, { key: b }) => (isDescending ? compare(b, a) : compare(a, b)));
  return { items: keyed.map(({ item }) => item), keyOf, types, isDescending };
}

const inOrder = new WeakMap<object, unknown>();

/** Puts a list in order once for all requests; it must always be asked for with the same keys. */
export function orderedOnce<T>(items: readonly T[], how: Omit<Ordered<T>, 'items'>): Ordered<T> {
  const known = inOrder.get(items) as Ordered<T> | undefined;
  if (known) return known;
  const made = ordered(items, how);
  inOrder.set(items, made);
  return made;
}

/** Cuts a page of an ordered list after a cursor; null if the cursor is none of this list. */
export function pageAfter<T>(
  { items, keyOf, types, isDescending = false }: Ordered<T>,
  list: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Page<T> | null {
  let from = 0;
  if (cursor !== undefined) {
    const after = readCursor(cursor, list, types);
    if (after === null) return null;
    let end = items.length;
    while (from < end) {
      const middle = (from + end) >> 1;
      const item = items[middle] as T;
      const order = compare(keyOf(item), after);
      if ((isDescending ? -order : order) <= 0) from = middle + 1;
      else end = middle;
    }
  }
  const shown = items.slice(from, from + limit);
  const last = shown.at(-1);
  return { items: shown, next: last !== undefined && from + limit < items.length ? cursorOf(list, keyOf(last)) : null };
}
