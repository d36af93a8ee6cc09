import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './hash.ts';

/** Bytes as they are stored: known by the SHA-256 of what they unpack to. */
export interface Content {
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** Whether `bytes` are deflated; bodies of annotations shrink to a sixth. */
  readonly packed: boolean;
  readonly size: number;
}

/** Below this nothing is gained. */
const WORTH_PACKING = 512;

/** Bytes made ready for storing. */
export function packed(bytes: Uint8Array): Content {
  const hash = sha256(bytes);
  if (bytes.length >= WORTH_PACKING) {
    const small = deflateRawSync(bytes, { level: 1 });
    if (small.length < bytes.length * 0.9) return { sha256: hash, bytes: small, packed: true, size: bytes.length };
  }
  return { sha256: hash, bytes, packed: false, size: bytes.length };
}

/** The body of a fact made ready for storing: its canonical JSON. Pure, so that a worker thread can do it. */
export function contentOf(body: unknown): Content {
  return packed(Buffer.from(canonicalJson(body), 'utf8'));
}

/** The bytes as they were before they were packed; throws if they cannot be unpacked. */
export function unpacked(bytes: Uint8Array, isPacked: boolean, size: number): Uint8Array {
  // The size is known, so that damaged bytes cannot unpack to more than they should.
  return isPacked ? inflateRawSync(bytes, { maxOutputLength: Math.max(size, 1) }) : bytes;
}
