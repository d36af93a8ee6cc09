import type { CountRange, Incident } from '../../model/index.ts';
import { countIncidents } from '../count-incidents.ts';
import type { ChargeCount } from './daily-report-data.ts';

/**
 * How many events the incidents are, as a range where some may be the same. Not suppressed: what is counted here stands in the
 * same report row by row, so that a rounded number would hide nothing and could not be checked.
 */
export function countOf(incidents: readonly Incident[]): CountRange {
  return countIncidents(incidents, { minimumCount: 1 });
}

/** Counts by the side charged: a line for every party, whether anything is charged to it or not, and for several and nobody. */
export function countCharges(now: readonly Incident[], before: readonly Incident[], parties: readonly string[]): readonly ChargeCount[] {
  const charged = (incidents: readonly Incident[], accused: string): readonly Incident[] =>
    incidents.filter(({ attribution }) => attribution.to.length === 1 && attribution.to[0] === accused);
  const of = (kind: ChargeCount['kind'], accused: string | null, pick: (all: readonly Incident[]) => readonly Incident[]): ChargeCount => ({
    kind,
    accused,
    now: countOf(pick(now)),
    before: countOf(pick(before)),
  });
  const others = [...new Set([...now, ...before].flatMap(({ attribution }) => attribution.to))]
    .filter((code) => !parties.includes(code))
    .sort();
  return [
    ...[...parties, ...others].map((code) => of('side', code, (all) => charged(all, code))),
    of('several', null, (all) => all.filter(({ attribution }) => attribution.to.length > 1)),
    of('nobody', null, (all) => all.filter(({ attribution }) => attribution.to.length === 0)),
  ];
}
