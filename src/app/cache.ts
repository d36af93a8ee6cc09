/** Keeps the last values made under a key; the one not asked for longest goes first. */
export type Cache<T> = (key: string, make: () => T) => T;

/** Makes a cache that holds so many values. */
export function makeCache<T>(most: number): Cache<T> {
  const kept = new Map<string, T>();
  return (key, make) => {
    const found = kept.has(key) ? (kept.get(key) as T) : make();
    kept.delete(key);
    kept.set(key, found);
    const oldest = kept.keys().next();
    if (kept.size > most && !oldest.done) kept.delete(oldest.value);
    return found;
  };
}
