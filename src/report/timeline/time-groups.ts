import type { Incident, ReleasedBook } from '../../model/index.ts';
import { countBySide, type SideCount } from '../count-by-side.ts';
import { type Side, voicesIn } from '../sides.ts';
import { columnStart, type DayWindow, daysBetween, daysPerColumn, spanOf } from './day-window.ts';

/** Incidents whose day is known, by the columns of the chart. */
export interface TimeColumn extends DayWindow {
  readonly bySide: readonly SideCount[];
}

/** Incidents of which only some days are known between which they lie, those of the same days together. */
export interface TimeSpan extends DayWindow {
  readonly bySide: readonly SideCount[];
}

/** Incidents of a book by time. */
export interface TimeGroups {
  readonly window: DayWindow | null;
  readonly daysPerColumn: 1 | 7 | 28;
  readonly columns: readonly TimeColumn[];
  /** Largest count of a side in any column, at least 1: all bands have one scale. */
  readonly most: number;
  readonly spans: readonly TimeSpan[];
  readonly undated: readonly Incident[];
  /** Incidents in the window. */
  readonly dated: readonly Incident[];
}

/** Groups incidents by the days that the release leaves them; `asked` is the window to show, else all days are. */
export function groupByTime(
  book: Pick<ReleasedBook, 'incidents' | 'reports' | 'profile'>,
  sides: readonly Side[],
  asked: DayWindow | null = null,
): TimeGroups {
  const voicesOf = voicesIn(book.reports, sides);
  const all = book.incidents.map((incident) => ({ incident, days: daysBetween(incident.from, incident.to) }));
  const window = asked ?? spanOf(all.flatMap(({ days }) => days ?? []));
  const width = window === null ? 1 : daysPerColumn(window);
  const columns = new Map<string, { days: DayWindow; incidents: Incident[] }>();
  const spans: typeof columns = new Map();
  const dated: Incident[] = [];
  for (const { incident, days } of all) {
    if (days === null || window === null || days.from >= window.to || days.to <= window.from) continue;
    dated.push(incident);
    const start = columnStart(days.from, width);
    const fits = days.to <= start + width;
    const key = fits ? { from: start, to: start + width } : days;
    const into = fits ? columns : spans;
    const group = into.get(`${key.from} ${key.to}`);
    if (group) group.incidents.push(incident);
    else into.set(`${key.from} ${key.to}`, { days: key, incidents: [incident] });
  }
  const counted = (groups: typeof columns): readonly TimeColumn[] =>
    [...groups.values()]
      .sort((a, b) => a.days.from - b.days.from || a.days.to - b.days.to)
      .map(({ days, incidents }) => ({ ...days, bySide: countBySide(incidents, sides, voicesOf, book.profile) }));
  const drawn = counted(columns);
  return {
    window,
    daysPerColumn: width,
    columns: drawn,
    most: drawn.reduce((most, { bySide }) => Math.max(most, ...bySide.map(({ count }) => count.max)), 1),
    spans: counted(spans),
    undated: all.flatMap(({ incident, days }) => (days === null ? [incident] : [])),
    dated,
  };
}
