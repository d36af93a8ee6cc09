import type { IncidentReport } from '../../model/index.ts';

/** A text as the smallest hashes of its runs of letters, with the number of different runs: enough to compare two texts. */
export interface Sketch {
  readonly size: number;
  /** In ascending order. */
  readonly hashes: Uint32Array;
}

const RUN = 5;
const KEPT = 96;
/** Characters of a text that are looked at: a lead tells more of an event than what follows. */
const LONGEST = 500;

const made = new WeakMap<IncidentReport, { readonly sketch: Sketch | null }>();

/** The sketch of a report's words, made once for each report: grouping asks for it, and so does the count of origins. */
export function sketchOfReport(report: IncidentReport): Sketch | null {
  const known = made.get(report);
  if (known) return known.sketch;
  const sketch = sketchOf(report.text);
  made.set(report, { sketch });
  return sketch;
}

/**
 * The sketch of a text. Runs of characters need no knowledge of a language or script; case, spaces, digits' grouping and
 * punctuation are set aside, since copies differ in them first. Null for a text too short to tell anything.
 */
export function sketchOf(text: string | null): Sketch | null {
  if (text === null) return null;
  const plain = text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const runs = plain.length - RUN + 1;
  if (runs < 20) return null;
  const all = new Uint32Array(runs);
  for (let start = 0; start < runs; start++) {
    let hash = 0x811c9dc5;
    for (let at = start; at < start + RUN; at++) hash = Math.imul(hash ^ plain.charCodeAt(at), 0x01000193);
    // The last multiplication leaves the low bits weak, and the smallest hashes must be a fair sample.
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    all[start] = (hash ^ (hash >>> 13)) >>> 0;
  }
  all.sort();
  let size = 0;
  for (let at = 0; at < runs; at++) {
    const hash = all[at] ?? 0;
    if (at === 0 || hash !== all[at - 1]) all[size++] = hash;
  }
  return { size, hashes: all.slice(0, Math.min(size, KEPT)) };
}

/** How much of the shorter text stands in the longer one, 0 to 1, estimated from their sketches. */
export function sharedWording(a: Sketch, b: Sketch): number {
  const limit = Math.min(Math.max(a.hashes.length, b.hashes.length), KEPT);
  let [i, j, taken, common] = [0, 0, 0, 0];
  while (taken < limit && (i < a.hashes.length || j < b.hashes.length)) {
    const left = a.hashes[i] ?? Number.POSITIVE_INFINITY;
    const right = b.hashes[j] ?? Number.POSITIVE_INFINITY;
    if (left === right) common++;
    if (left <= right) i++;
    if (right <= left) j++;
    taken++;
  }
  const alike = taken === 0 ? 0 : common / taken;
  const union = (a.size + b.size) / (1 + alike);
  return Math.min(1, (alike * union) / Math.min(a.size, b.size));
}
