import { type DateRange, knownAt, momentOf, rangeOf } from '../ledger/index.ts';
import type { IncidentReport } from '../model/index.ts';

/** The range of minutes in which a reported event lies by its own dates; null if it has none. */
export function timeOf({ from, to }: { readonly from: string | null; readonly to: string | null }): DateRange | null {
  const first = from === null ? null : rangeOf(from);
  const last = to === null ? null : rangeOf(to);
  if (first === null) return last;
  return last === null ? first : { from: first.from, to: Math.max(first.to, last.to) };
}

/**
 * The reports that could be known on a date, each once, in an order that depends on nothing but themselves. A report of which it
 * is not known when it could be known counts only where no date is asked for.
 */
export function knownReports(reports: readonly IncidentReport[], asOf: string | null): readonly IncidentReport[] {
  const moment = asOf === null ? null : momentOf(asOf);
  const byId = new Map<string, IncidentReport>();
  for (const report of reports) {
    if (moment !== null) {
      const known = report.knownFrom === null ? null : knownAt(report.knownFrom);
      if (known === null || known > moment) continue;
    }
    byId.set(report.id, report);
  }
  return [...byId.values()]
    .map((report) => ({ report, from: timeOf(report)?.from ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => order(a.from, b.from) || order(a.report.id, b.report.id))
    .map(({ report }) => report);
}

/** By when they could be known, those of unknown date last, then by id: the first gives an incident its id. */
export function inOrderKnown(reports: readonly IncidentReport[]): readonly IncidentReport[] {
  const known = ({ knownFrom }: IncidentReport): number => (knownFrom === null ? null : knownAt(knownFrom)) ?? Number.POSITIVE_INFINITY;
  return [...reports].sort((a, b) => order(known(a), known(b)) || order(a.id, b.id));
}

function order<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
