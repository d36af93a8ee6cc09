import { DAY, type DateRange } from '../../ledger/index.ts';
import { classesAbove, type IncidentReport } from '../../model/index.ts';
import { timeOf } from '../report-time.ts';
import { type Sketch, sketchOfReport } from './wording.ts';

/** A report with everything that comparing it needs, made once. */
export interface Fingerprint {
  readonly report: IncidentReport;
  readonly time: DateRange | null;
  readonly sketch: Sketch | null;
  /** Its classes and everything above them. */
  readonly above: ReadonlySet<string>;
  /** Classes that name a kind of object, not a whole sector. */
  readonly named: readonly string[];
  /** Days it may lie on, as numbers since 1970; empty for a range too wide to put on days. */
  readonly days: readonly number[];
  /** The same with the days next to it that may be meant as well. */
  readonly nearDays: readonly number[];
  /** Table and source that keeps its own events apart, or null. */
  readonly series: string | null;
}

/** Hours by which local dates, dates in UTC and the two dates of one night differ. */
export const SLACK: number = 6 * 60;
/** Days beyond which a range says too little to put an event on a day. */
const WIDEST = 4;

/** Classes that take in whole sectors: two of them on one day say little. */
const SECTORS: ReadonlySet<string> = new Set([
  'all',
  'civilian_object',
  'military_object',
  'infrastructure',
  'energy_infrastructure',
  'other_civilian_infrastructure',
  'maritime',
  'transport',
  'industry',
  'residential',
  'troops',
]);

/** What a report is compared by. */
export function fingerprintOf(report: IncidentReport): Fingerprint {
  const time = timeOf(report);
  const above = new Set<string>();
  for (const code of report.objects) for (const upper of classesAbove(code)) above.add(upper);
  return {
    report,
    time,
    sketch: sketchOfReport(report),
    above,
    named: report.objects.filter((code) => !SECTORS.has(code)),
    days: daysOf(time, 0),
    nearDays: daysOf(time, SLACK),
    series: report.row === null ? null : `${report.row.table}\u001f${report.source}`,
  };
}

function daysOf(time: DateRange | null, slack: number): readonly number[] {
  if (time === null || time.to - time.from > WIDEST * DAY) return [];
  const first = Math.floor((time.from - slack) / DAY);
  const last = Math.floor((time.to - 1 + slack) / DAY);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
