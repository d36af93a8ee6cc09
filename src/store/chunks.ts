/** Most values that one statement names. */
const CHUNK = 500;

/** A list in pieces short enough for one statement. */
export function* chunksOf<T>(items: readonly T[], size: number = CHUNK): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** As many question marks as there are values. */
export function marks(count: number): string {
  return Array(count).fill('?').join(', ');
}
