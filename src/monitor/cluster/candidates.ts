import { classesAbove, OBJECT_CODES } from '../../model/index.ts';
import { cellsAround } from './cells-around.ts';
import type { Fingerprint } from './fingerprint.ts';

/** Bands of a sketch: two copies share at least one, two texts that are merely alike seldom do. */
const BANDS = 8;
/** Reports that share one key and are looked at, counted back from the latest: a wall against texts that all open alike. */
const REACH = 400;

const kin = new Map(
  OBJECT_CODES.map((code) => [code, OBJECT_CODES.filter((other) => classesAbove(code).has(other) || classesAbove(other).has(code))]),
);

/**
 * For each report in turn the earlier ones it may mean the same event as. Reports meet under keys of day and place, day and class,
 * wording, row and news report; whoever shares no key is never compared, so the work grows with the reports and not their square.
 */
export function* candidatePairs(prints: readonly Fingerprint[]): Generator<readonly [number, number]> {
  const shelves = new Map<string, number[]>();
  for (const [index, print] of prints.entries()) {
    const met = new Set<number>();
    for (const key of lookUpKeys(print)) {
      const shelf = shelves.get(key);
      if (!shelf) continue;
      for (let at = Math.max(0, shelf.length - REACH); at < shelf.length; at++) met.add(shelf[at] ?? index);
    }
    for (const other of met) yield [other, index];
    for (const key of ownKeys(print)) {
      const shelf = shelves.get(key);
      if (shelf) shelf.push(index);
      else shelves.set(key, [index]);
    }
  }
}

/** Under which keys a report is found by others. */
function ownKeys({ report, days, sketch }: Fingerprint): readonly string[] {
  const { cell, admin1, territory } = report.place;
  const keys = sharedKeys(report);
  for (const day of days) {
    if (cell !== null) keys.push(`c ${day} ${cell}`);
    else if (admin1 !== null) keys.push(`r ${day} ${admin1}`);
    else keys.push(`t ${day} ${territory ?? ''}`);
    if (admin1 !== null) keys.push(`a ${day} ${admin1}`);
    for (const code of report.objects) keys.push(`k ${day} ${code}`);
    if (sketch) keys.push(...bandsOf(sketch.hashes).map((band) => `w ${day} ${band}`));
  }
  return keys;
}

/** Under which keys it looks for others. */
function lookUpKeys({ report, days, nearDays, sketch }: Fingerprint): readonly string[] {
  const { cell, admin1, territory } = report.place;
  const keys = sharedKeys(report);
  for (const day of nearDays) {
    if (cell !== null) {
      keys.push(`c ${day} ${cell}`, ...cellsAround(cell).map((next) => `c ${day} ${next}`));
      if (admin1 !== null) keys.push(`r ${day} ${admin1}`);
    } else if (admin1 !== null) keys.push(`a ${day} ${admin1}`);
    keys.push(`t ${day} `);
    if (territory !== null) keys.push(`t ${day} ${territory}`);
    if (cell === null && admin1 === null) {
      for (const code of report.objects) keys.push(...(kin.get(code) ?? []).map((other) => `k ${day} ${other}`));
    }
  }
  // A copy is of the same day; the same words on another are said anew.
  if (sketch) for (const day of days) for (const band of bandsOf(sketch.hashes)) keys.push(`w ${day} ${band}`);
  return keys;
}

function sharedKeys({ row, statement }: Fingerprint['report']): string[] {
  const keys: string[] = [];
  if (row) keys.push(`q ${row.table}\u001f${row.key}`);
  if (statement) keys.push(`n ${statement.report}`);
  return keys;
}

/** The smallest hashes in threes: of copies nearly all agree, and a word more shifts only some of them. */
function bandsOf(hashes: Uint32Array): readonly string[] {
  const bands: string[] = [];
  for (let at = 0; at < BANDS && at + 2 < hashes.length; at++) bands.push(`${hashes[at]} ${hashes[at + 1]} ${hashes[at + 2]}`);
  return bands;
}
