import { messagesFor, topicsFor } from '../../i18n/index.ts';
import type { ReleasedBook } from '../../model/index.ts';
import { countIncidents } from '../count-incidents.ts';
import { escaped } from '../html/escape.ts';
import { OTHERS, type Side } from '../sides.ts';
import { bandHeight, bandSvg } from './band.ts';
import type { ClockBar } from './clock-bars.ts';
import { clockRow } from './clock-row.ts';
import { type DayWindow, daysBetween, dayText, spanOf, ticksIn } from './day-window.ts';
import { type Plot, plotOf, short, TIMELINE_WIDTH } from './plot.ts';
import { groupByTime, type TimeGroups } from './time-groups.ts';

/** What a timeline is drawn from. */
export interface TimelineInput {
  readonly book: Pick<ReleasedBook, 'incidents' | 'reports' | 'profile' | 'gaps'>;
  /** Sides in the order of their columns: the first is drawn above the axis, the others below. */
  readonly sides: readonly Side[];
  /** Every holder with a clock, side or not. */
  readonly holders: readonly Side[];
  readonly clocks: readonly ClockBar[];
  readonly language: 'de' | 'en';
  /** Days to show; null shows all. */
  readonly window: DayWindow | null;
  /** Where a mark of a side leads; null makes no link. */
  readonly linkTo: (days: DayWindow, side: string) => string | null;
  /** Keeps the ids of two timelines on one page apart. */
  readonly id: string;
}

/** A timeline, and what was drawn; the picture is empty where nothing has a date. */
export interface TimelinePicture {
  readonly svg: string;
  readonly groups: TimeGroups;
}

const AXIS = 22;
const CLOCK = 17;

/**
 * Draws incidents by day: what the first side tells above the axis, what the others tell below, and between them from when to
 * when the agreement is in force under each reading.
 */
export function timelineSvg(input: TimelineInput): TimelinePicture {
  const { book, sides, language, clocks, id } = input;
  const groups = groupByTime(book, sides, input.window ?? wholeWindow(input));
  const { window, dated } = groups;
  if (window === null) return { svg: '', groups };
  const words = topicsFor(language).pages.charts;
  const { date } = messagesFor(language);
  const { min, max } = countIncidents(dated, book.profile);
  const plot = plotOf(window);
  const [above, ...below] = bandsOf(groups, sides);
  const parts: string[] = [];
  let y = 4;
  const add = (height: number, drawn: string): void => {
    parts.push(drawn);
    y += height;
  };
  const addBand = (side: string, up: boolean): void =>
    add(bandHeight(groups, side), bandSvg({ ...input, gaps: book.gaps, groups, side, plot, top: y, up, words, date }));
  if (above !== undefined) addBand(above, true);
  const upper = y;
  add(AXIS, axisSvg(plot, y, language));
  for (const clock of clocks) add(CLOCK, clockRow({ clock, holders: input.holders, plot, top: y, words: words.timeline, date }));
  if (clocks.length > 0) add(4, `<path d="M${plot.left} ${short(y + 2)}H${plot.right}" stroke="currentColor" stroke-opacity=".6"/>`);
  const lower = y;
  for (const side of below) addBand(side, false);
  const height = Math.ceil(y + 4);
  const grid = ticksIn(window).map(
    (day) => `M${short(plot.x(day))} 4V${short(upper + 6)}M${short(plot.x(day))} ${short(upper + AXIS)}V${short(Math.max(lower, y))}`,
  );
  const about = words.timeline.about(words.events(min, max), date(dayText(window.from)), date(dayText(window.to - 1)));
  const svg = [
    `<svg class="timeline" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${TIMELINE_WIDTH} ${height}" role="group" aria-labelledby="${id}-t ${id}-d">`,
    `<title id="${id}-t">${escaped(words.timeline.title)}</title><desc id="${id}-d">${escaped(about)}</desc>`,
    `<defs><pattern id="${id}-gap" patternUnits="userSpaceOnUse" width="5" height="5" patternTransform="rotate(45)"><path d="M0 0v5" stroke="currentColor" stroke-opacity=".3"/></pattern></defs>`,
    `<path d="${grid.join('')}" fill="none" stroke="currentColor" stroke-opacity=".12"/>`,
    ...parts,
    '</svg>',
  ].join('');
  return { svg, groups };
}

/** Every day on which something happened or a clock starts or ends. */
function wholeWindow({ book, clocks }: TimelineInput): DayWindow | null {
  const days = book.incidents.flatMap(({ from, to }) => daysBetween(from, to) ?? []);
  // Clocks alone would stretch the chart over months in which nothing is told.
  return days.length === 0 ? null : spanOf([...days, ...clocks.flatMap(({ from }) => daysBetween(from, null) ?? [])]);
}

/** Every side has its band, also where it says nothing: an empty band is what there is to see. Others have one if they say something. */
function bandsOf({ columns, spans }: TimeGroups, sides: readonly Side[]): readonly string[] {
  const others = [...columns, ...spans].some(({ bySide }) => bySide.some(({ side }) => side === OTHERS));
  return [...sides.map(({ code }) => code), ...(others ? [OTHERS] : [])];
}

function axisSvg({ x, window, left, right }: Plot, top: number, language: 'de' | 'en'): string {
  const { day } = messagesFor(language);
  const oneYear = dayText(window.from).slice(0, 4) === dayText(window.to - 1).slice(0, 4);
  const labels = ticksIn(window)
    .filter((tick) => x(tick) < right - 30)
    .map((tick) => `<text x="${short(x(tick) + 3)}" y="${short(top + 15)}">${escaped(day(dayText(tick), oneYear))}</text>`);
  return `<path d="M${left} ${short(top)}H${right}" stroke="currentColor" stroke-opacity=".6"/><g class="ticks" aria-hidden="true">${labels.join('')}</g>`;
}
