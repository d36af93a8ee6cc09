import { createHash } from 'node:crypto';

/**
 * A stable identifier: a prefix that names the kind and 12 hexadecimal digits of the SHA-256 of the canonical key.
 * The same parts give the same id on every machine; parts are joined with U+001F, which no text field keeps.
 */
export function idOf(kind: string, ...parts: readonly (string | number | null | undefined)[]): string {
  const key = parts.map((part) => (part === null || part === undefined ? '' : String(part))).join('\u001f');
  return `${kind}-${createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 12)}`;
}
