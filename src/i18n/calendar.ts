const MONTH = /^(\d{4})-(\d{2})$/;
const WEEK = /^(\d{4})-W(\d{2})$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T(?:(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?|(MO|MI|AF|EV|NI|DT)))?$/;

/** Parts of the day of TIMEX3. */
export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT';

/** The parts of a stored date; parts that were not stated are null. */
export interface DateParts {
  readonly year: string;
  readonly month: number | null;
  readonly week: number | null;
  readonly day: number | null;
  readonly dayPart: DayPart | null;
  /** `20:30`. */
  readonly time: string | null;
  /** `UTC`, `+03:00`, or null where the zone was not stated. */
  readonly zone: string | null;
}

const NOTHING = { month: null, week: null, day: null, dayPart: null, time: null, zone: null } as const;

/** Takes a date apart without filling anything in: `2025-03` has no day, `2025-03-18` no time. Null if it is of another shape. */
export function datePartsOf(value: string): DateParts | null {
  const month = MONTH.exec(value);
  if (month) return { ...NOTHING, year: month[1] ?? '', month: Number(month[2]) };
  const week = WEEK.exec(value);
  if (week) return { ...NOTHING, year: week[1] ?? '', week: Number(week[2]) };
  const found = DAY.exec(value);
  if (!found) return null;
  const [, year = '', monthText, day, hour, minute, zone, part] = found;
  return {
    ...NOTHING,
    year,
    month: Number(monthText),
    day: Number(day),
    dayPart: part === undefined ? null : (part as DayPart),
    time: hour === undefined ? null : `${hour}:${minute}`,
    zone: zone === undefined ? null : zone === 'Z' ? 'UTC' : zone,
  };
}

/** The numbers of an ISO 8601 duration with one or more whole parts; null where it is none. */
export function durationPartsOf(iso: string): readonly { readonly n: number; readonly unit: DurationUnit }[] | null {
  const found = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(iso);
  if (!found) return null;
  const parts = DURATION_UNITS.flatMap((unit, i) => {
    const digits = found[i + 1];
    return digits === undefined ? [] : [{ n: Number(digits), unit }];
  });
  return parts.length > 0 ? parts : null;
}

const DURATION_UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];
