import { cellsAround } from './cells-around.ts';
import type { IsCrowded } from './compare.ts';
import type { Fingerprint } from './fingerprint.ts';

/** Days before and after within which other reports of the class show how common it is in a place. */
const WINDOW = 3;
/** So many of them, on the days around, make it common: one every other day. */
const COMMON = 3;

/**
 * Finds where the class, the place and the day together do not tell which of several events is meant: one source tells them apart
 * in one table, they lie in different places of the region, or such a thing is reported there every other day anyway.
 */
export function findCrowds(prints: readonly Fingerprint[]): IsCrowded {
  const seen = new Map<string, string>();
  const cells = new Map<string, string>();
  const several = new Set<string>();
  const counts = new Map<string, Map<number, number>>();
  for (const { report, series, days } of prints) {
    const { cell, admin1 } = report.place;
    for (const code of report.objects) {
      for (const place of [cell, admin1]) {
        if (place === null) continue;
        const lane = `${place} ${code}`;
        const perDay = counts.get(lane) ?? new Map<number, number>();
        counts.set(lane, perDay);
        for (const day of days) {
          perDay.set(day, (perDay.get(day) ?? 0) + 1);
          const key = `${lane} ${day}`;
          if (series !== null && report.row !== null && differs(seen, `${series}\u001f${key}`, report.row.key)) several.add(key);
          if (place === admin1 && cell !== null && isFar(cells, key, cell)) several.add(key);
        }
      }
    }
  }
  const known = new Map<string, boolean>();
  const isCommon = (lane: string, day: number): boolean => {
    const perDay = counts.get(lane);
    let around = 0;
    // The day itself does not count: there the reports may all be of the one event.
    for (let near = day - WINDOW; near <= day + WINDOW; near++) if (near !== day) around += perDay?.get(near) ?? 0;
    return around >= COMMON;
  };
  const crowdedAt = (lane: string, day: number): boolean => {
    const key = `${lane} ${day}`;
    const found = known.get(key) ?? (several.has(key) || isCommon(lane, day));
    known.set(key, found);
    return found;
  };
  return (a, b, place) => {
    const where = place === 'cell' ? a.report.place.cell : a.report.place.admin1;
    if (where === null) return false;
    return a.report.objects.some(
      (code) => b.report.objects.includes(code) && a.days.some((day) => b.days.includes(day) && crowdedAt(`${where} ${code}`, day)),
    );
  };
}

function differs(first: Map<string, string>, key: string, value: string): boolean {
  const known = first.get(key);
  if (known === undefined) first.set(key, value);
  return known !== undefined && known !== value;
}

function isFar(first: Map<string, string>, key: string, cell: string): boolean {
  const known = first.get(key);
  if (known === undefined) first.set(key, cell);
  return known !== undefined && known !== cell && !cellsAround(known).includes(cell);
}
