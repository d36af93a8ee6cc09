import type { IsCrowded } from './compare.ts';
import type { Fingerprint } from './fingerprint.ts';

/**
 * Finds the places and days on which one source, in one table, tells several events of a class apart. There the class, the place
 * and the day together do not say which of them is meant.
 */
export function findCrowds(prints: readonly Fingerprint[]): IsCrowded {
  const seen = new Map<string, string>();
  const crowded = new Set<string>();
  for (const { report, series, days } of prints) {
    if (series === null || report.row === null) continue;
    for (const key of keysOf(report.place.cell, report.place.admin1, days, report.objects)) {
      const own = `${series}\u001f${key}`;
      const first = seen.get(own);
      if (first === undefined) seen.set(own, report.row.key);
      else if (first !== report.row.key) crowded.add(key);
    }
  }
  if (crowded.size === 0) return () => false;
  return (a, b, place) => {
    const [cell, admin1] = place === 'cell' ? [a.report.place.cell, null] : [null, a.report.place.admin1];
    const days = a.days.filter((day) => b.days.includes(day));
    const shared = a.report.objects.filter((code) => b.report.objects.includes(code));
    return keysOf(cell, admin1, days, shared).some((key) => crowded.has(key));
  };
}

function keysOf(cell: string | null, admin1: string | null, days: readonly number[], classes: readonly string[]): readonly string[] {
  return [cell, admin1].flatMap((place) => (place === null ? [] : days.flatMap((day) => classes.map((code) => `${day} ${place} ${code}`))));
}
