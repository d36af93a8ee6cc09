/** The stretch of time one daily report is about: from the cut-off of the day before to its own, and the same for the day before. */
export interface ReportPeriod {
  /** Day of the report, `2025-03-27`. */
  readonly date: string;
  /** Time of day up to which things are taken in, `18:00`; `24:00` is the end of the day. */
  readonly cutOff: string;
  /** Time zone of the cut-off by its IANA name. */
  readonly zone: string;
  /** Cut-offs as instants, `2025-03-27T16:00Z`: the report's own, that of the day before, and of the day before that. */
  readonly until: string;
  readonly from: string;
  readonly beforeFrom: string;
}

const DAY_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME_SHAPE = /^([01]\d|2[0-4]):([0-5]\d)$/;
const DAY_MS = 86_400_000;

/** The period of a day's report; null where the day, the time of day or the zone is none. */
export function reportPeriod(date: string, cutOff: string, zone: string): ReportPeriod | null {
  const [, year, month, day] = DAY_SHAPE.exec(date) ?? [];
  const [, hour, minute] = TIME_SHAPE.exec(cutOff) ?? [];
  if (year === undefined || hour === undefined || (hour === '24' && minute !== '00')) return null;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // 2025-02-30 would otherwise become a day in March.
  if (new Date(midnight).toISOString().slice(0, 10) !== date) return null;
  const offsetAt = offsetsIn(zone);
  if (offsetAt === null) return null;
  const wall = midnight + (Number(hour) * 60 + Number(minute)) * 60_000;
  const instant = (local: number): string => {
    // Twice, since the offset that holds is that of the instant and not that of the wall time read as UTC.
    const guess = local - offsetAt(local);
    return `${new Date(local - offsetAt(guess)).toISOString().slice(0, 16)}Z`;
  };
  return { date, cutOff, zone, until: instant(wall), from: instant(wall - DAY_MS), beforeFrom: instant(wall - 2 * DAY_MS) };
}

type Offsets = (instant: number) => number;
/** Making a format costs more than using it a hundred times. */
const zones = new Map<string, Offsets>();

/** Milliseconds by which wall time in the zone is ahead of UTC at an instant; null if there is no such zone. */
function offsetsIn(zone: string): Offsets | null {
  const known = zones.get(zone);
  if (known) return known;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  } catch {
    return null;
  }
  const offsets: Offsets = (instant) => {
    const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const wall = Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'], part['hour'], part['minute']);
    return wall - Math.floor(instant / 60_000) * 60_000;
  };
  zones.set(zone, offsets);
  return offsets;
}

/** The number a report has unless one is given: that of its day in the year, as in "86/2025". */
export function reportNumber(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const first = Date.UTC(year ?? 0, 0, 1);
  return `${(Date.UTC(year ?? 0, (month ?? 1) - 1, day) - first) / DAY_MS + 1}/${year}`;
}
