/** Keeps the last values made under a key; the one not asked for longest goes first. */
export interface Cache<T> {
  (key: string, make: () => T): T;
  readonly has: (key: string) => boolean;
}

/** Makes a cache that holds so many values. */
export function makeCache<T>(most: number): Cache<T> {
  const kept = new Map<string, T>();
  const get = (key: string, make: () => T): T => {
    const found = kept.has(key) ? (kept.get(key) as T) : make();
    kept.delete(key);
    kept.set(key, found);
    const oldest = kept.keys().next();
    if (kept.size > most && !oldest.done) kept.delete(oldest.value);
    return found;
  };
  return Object.assign(get, { has: (key: string) => kept.has(key) });
}
