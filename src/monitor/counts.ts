import { DAY, dayOf, rangeOf } from '../ledger/index.ts';
import { ACT_CODES, type CountRange, type CoverageGap, type Incident, type MonitorBook, OBJECT_CODES, VERDICTS } from '../model/index.ts';
import { MAYBE_LIMIT } from './cluster/cluster.ts';
import type { Period } from './gaps.ts';
import { timeOf } from './report-time.ts';

/** What incidents are counted by. `side` is the side accused; an incident of which both are accused stands in both rows. */
export type CountKey = 'side' | 'class' | 'act' | 'day' | 'region' | 'information' | 'occurrence' | 'verdict';

/** One row: the value it is for, how many incidents in the period, and how many in the period before of the same length. */
export interface CountRow {
  readonly value: string;
  readonly count: CountRange;
  readonly before: CountRange;
}

/** Counts of one period, with what makes them say little: gaps, and incidents of unknown date, which are in no row. */
export interface Counts {
  readonly by: CountKey;
  readonly period: Period;
  readonly before: Period;
  readonly total: CountRange;
  readonly totalBefore: CountRange;
  readonly rows: readonly CountRow[];
  readonly undated: number;
  readonly gaps: readonly CoverageGap[];
}

/** Information of these grades leaves it in doubt whether there was an event: doubtful, improbable, not to be judged. */
const DOUBTFUL = 4;

type Sureness = 'sure' | 'possible' | 'no';

/**
 * Counts incidents as ranges: the upper end takes every one for an event of its own, the lower only those that are no doubtful
 * duplicate, of no doubtful grade, and certain to lie in the row. Rows come in a fixed order and are no ranking.
 */
export function countsOf(book: MonitorBook, { from, to, by }: Period & { readonly by: CountKey }): Counts {
  const period = { from, to };
  const before = periodBefore(period);
  const doubts = doubtsOf(book.incidents);
  const told = book.incidents.filter(({ occurrence }) => occurrence.independentGroups > 0);
  const values = valuesOf(book, by);
  const inRow = (incident: Incident, within: Period, value: string | null): Sureness => {
    const when = sureness(incident, within);
    const own = value === null ? null : values(incident);
    const fits = own === null ? 'sure' : !own.includes(value ?? '') ? 'no' : isOpen(by) && own.length > 1 ? 'possible' : 'sure';
    if (when === 'no' || fits === 'no') return 'no';
    return when === 'sure' && fits === 'sure' && incident.grade.information < DOUBTFUL ? 'sure' : 'possible';
  };
  const count = (within: Period, value: string | null): CountRange => rangeFor(told, doubts, (incident) => inRow(incident, within, value));
  const all = [...new Set(told.filter((one) => sureness(one, period) !== 'no' || sureness(one, before) !== 'no').flatMap(values))];
  return {
    by,
    period,
    before,
    total: count(period, null),
    totalBefore: count(before, null),
    rows: all.sort(orderOf(by)).map((value) => ({ value, count: count(period, value), before: count(before, value) })),
    undated: told.filter((incident) => timeOf(incident) === null).length,
    gaps: book.gaps.filter((gap) => gap.from <= to && gap.to > before.from),
  };
}

/** Whether several values of one incident exclude each other, so that each is only possible. */
const isOpen = (by: CountKey): boolean => by === 'class' || by === 'day';

function valuesOf(book: MonitorBook, by: CountKey): (incident: Incident) => readonly string[] {
  const verdicts = new Map<string, string[]>();
  if (by === 'verdict') {
    for (const { incident, agreement, holder, verdict } of book.assessments)
      verdicts.set(incident, [...(verdicts.get(incident) ?? []), `${agreement} ${holder} ${verdict}`]);
  }
  const orUnknown = (codes: readonly string[]): readonly string[] => (codes.length > 0 ? codes : ['unknown']);
  return (incident) => {
    switch (by) {
      case 'side':
        return orUnknown(incident.attribution.to);
      case 'class':
        return orUnknown(incident.objects);
      case 'act':
        return [incident.act];
      case 'day':
        return orUnknown(daysOf(incident));
      case 'region':
        return orUnknown([incident.place.admin1 ?? incident.place.territory ?? 'unknown']);
      case 'information':
        return [String(incident.grade.information)];
      case 'occurrence':
        return [incident.occurrence.level];
      case 'verdict':
        return verdicts.get(incident.id) ?? [];
    }
  };
}

function daysOf(incident: Incident): readonly string[] {
  const time = timeOf(incident);
  if (time === null || time.to - time.from > 31 * DAY) return [];
  const first = Math.floor(time.from / DAY);
  return Array.from({ length: Math.ceil(time.to / DAY) - first }, (_, at) => dayOf((first + at) * DAY));
}

function sureness(incident: Incident, { from, to }: Period): Sureness {
  const [time, first, last] = [timeOf(incident), rangeOf(from), rangeOf(to)];
  if (time === null || !first || !last || time.to <= first.from || time.from >= last.to) return 'no';
  return time.from >= first.from && time.to <= last.to ? 'sure' : 'possible';
}

function periodBefore({ from, to }: Period): Period {
  const [first, last] = [rangeOf(from), rangeOf(to)];
  if (!first || !last) return { from, to };
  return { from: dayOf(first.from - (last.to - first.from)), to: dayOf(first.from - DAY) };
}

/** Which incidents may be the same event as which, by their doubtful reports. */
function doubtsOf(incidents: readonly Incident[]): ReadonlyMap<string, ReadonlySet<string>> {
  const holders = new Map(incidents.flatMap(({ id, reports }) => reports.map((report): [string, string] => [report, id])));
  const doubts = new Map<string, Set<string>>(incidents.map(({ id }) => [id, new Set()]));
  for (const { id, maybe } of incidents) {
    for (const report of maybe) {
      const other = holders.get(report);
      if (other === undefined || other === id) continue;
      doubts.get(id)?.add(other);
      doubts.get(other)?.add(id);
    }
  }
  return doubts;
}

/**
 * The fewest and the most events the incidents of a row can be. Those that may be one are taken for one, as long as none of them is
 * certain to be another; one that may be an event outside the row counts for nothing at the lower end.
 */
function rangeFor(
  incidents: readonly Incident[],
  doubts: ReadonlyMap<string, ReadonlySet<string>>,
  inRow: (incident: Incident) => Sureness,
): CountRange {
  const rated = new Map(incidents.map((incident) => [incident.id, { incident, is: inRow(incident) }]));
  let max = 0;
  const sure: Incident[] = [];
  for (const { incident, is } of rated.values()) {
    if (is === 'no') continue;
    max++;
    const near = [...(doubts.get(incident.id) ?? [])];
    if (is === 'sure' && near.every((other) => (rated.get(other)?.is ?? 'no') !== 'no')) sure.push(incident);
  }
  const taken = new Set<string>();
  let min = 0;
  // A cut list of doubts hides pairs: of such incidents only one is certain to be an event of its own.
  let cut = false;
  for (const { id, maybe } of sure.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if ([...(doubts.get(id) ?? [])].some((other) => taken.has(other))) continue;
    if (maybe.length >= MAYBE_LIMIT) {
      if (cut) continue;
      cut = true;
    }
    taken.add(id);
    min++;
  }
  return { min, max };
}

/** The order of the vocabulary, of the calendar, or of the codes: never of the counts. */
function orderOf(by: CountKey): (a: string, b: string) => number {
  const rank = (value: string): number => {
    if (by === 'class') return OBJECT_CODES.indexOf(value);
    return by === 'act' ? ACT_CODES.indexOf(value) : 0;
  };
  const verdict = (value: string): string => {
    const [agreement = '', holder = '', word = ''] = value.split(' ');
    return `${agreement} ${holder} ${String((VERDICTS as readonly string[]).indexOf(word)).padStart(2, '0')}`;
  };
  const key = (value: string): string => (by === 'verdict' ? verdict(value) : value === 'unknown' ? '~' : value);
  return (a, b) => rank(a) - rank(b) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}
