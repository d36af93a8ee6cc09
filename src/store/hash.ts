import { createHash } from 'node:crypto';
import type { Entry } from '../model/index.ts';
import { canonicalJson } from './canonical-json.ts';

/** What the first entry names as its predecessor. */
export const BEFORE_THE_FIRST: string = '0'.repeat(64);

/** SHA-256 in hexadecimal digits. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The entry with its hash: SHA-256 over the canonical JSON of all its other fields. */
export function sealed(entry: Omit<Entry, 'hash'>): Entry {
  return { ...entry, hash: sha256(canonicalJson(entry)) };
}

/** Whether the hash of an entry is that of its other fields. */
export function isSealed({ hash, ...rest }: Entry): boolean {
  return sha256(canonicalJson(rest)) === hash;
}
