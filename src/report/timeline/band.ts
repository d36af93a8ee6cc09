import type { ChartMessages } from '../../i18n/pages/charts/messages.ts';
import type { CountRange, CoverageGap } from '../../model/index.ts';
import { rangeText } from '../count-incidents.ts';
import { escaped } from '../html/escape.ts';
import { paintOf, shapePath } from '../shapes.ts';
import { type Side, slotOf } from '../sides.ts';
import { type DayWindow, daysBetween, dayText } from './day-window.ts';
import { type Plot, short } from './plot.ts';
import type { TimeGroups } from './time-groups.ts';

/** What one side's band of a timeline is drawn from. */
export interface BandInput {
  readonly groups: TimeGroups;
  readonly side: string;
  readonly sides: readonly Side[];
  readonly gaps: readonly CoverageGap[];
  readonly plot: Plot;
  readonly top: number;
  /** Whether it grows upwards from the axis below it, or downwards from the one above. */
  readonly up: boolean;
  readonly words: ChartMessages;
  readonly date: (value: string) => string;
  readonly linkTo: (days: DayWindow, side: string) => string | null;
  readonly id: string;
}

/** Height of one lane of bars, and how many there are at most: what does not fit stands in the table. */
const LANE = 14;
const LANES = 6;
/** Height of the tallest column; below `SHAPE` units for one incident it is a bar, not a stack of shapes. */
const COLUMNS = 88;
const SHAPE = 9;
const LABEL = 16;

interface Bar extends DayWindow {
  readonly count: CountRange;
  readonly lane: number;
}

/** Height that a side's band needs: lanes of bars next to the axis, then columns, then a number above them. */
export function bandHeight(groups: TimeGroups, side: string): number {
  const tallest = Math.max(0, ...columnsOf(groups, side).map(({ count }) => count.max));
  return Math.max(30, depthOf(barsOf(groups, side)) + tallest * unitOf(groups) + LABEL);
}

/** Draws one side's band: its name, the stretches without sources, bars of uncertain days, and a column for each day. */
export function bandSvg(input: BandInput): string {
  const { groups, side, sides, plot, top, up, words, date } = input;
  const slot = slotOf(sides, side);
  const name = sides.find(({ code }) => code === side)?.name ?? words.others;
  const height = bandHeight(groups, side);
  const axis = up ? top + height : top;
  const away = up ? -1 : 1;
  const linked = (days: DayWindow, count: CountRange, shape: string): string => {
    const [first, last] = [date(dayText(days.from)), date(dayText(days.to - 1))];
    const when = days.to - days.from === 1 ? first : words.timeline.uncertain(first, last);
    const label = escaped(words.timeline.day(when, [words.map.saidBy(name, words.events(count.min, count.max))]));
    const link = input.linkTo(days, side);
    return link === null
      ? `<g role="img" aria-label="${label}">${shape}</g>`
      : `<a href="${escaped(link)}" aria-label="${label}">${shape}</a>`;
  };
  const bars = barsOf(groups, side);
  const lines = bars.map((bar) => {
    const [x, end] = [plot.x(bar.from), plot.x(bar.to)];
    const y = axis + away * ((bar.lane + 0.5) * LANE + 1);
    const text = bar.count.max > 1 ? `<text class="in" x="${short(x + 4)}" y="${short(y)}" dy=".35em">${rangeText(bar.count)}</text>` : '';
    const line = `<path d="M${short(x + 1)} ${short(y - 5)}H${short(end - 1)}v10H${short(x + 1)}z" fill="${paintOf(slot)}" fill-opacity=".25" stroke="${paintOf(slot)}" stroke-dasharray="3 2"/>`;
    return linked(bar, bar.count, line + text);
  });
  const base = axis + away * (depthOf(bars) + 1);
  const columns = columnsOf(groups, side).map((column) =>
    linked(column, column.count, columnSvg(column, { plot, groups, base, away, slot })),
  );
  const y = up ? axis - 8 : axis + 19;
  const shape = `<path transform="translate(8 ${short(y - 4.5)})" d="${shapePath(slot, 5)}" fill="${slot === null ? 'none' : paintOf(slot)}" stroke="${paintOf(slot)}"/>`;
  const label = `${shape}<text class="name" x="19" y="${short(y)}">${escaped(slot === null ? words.timeline.othersSay : words.timeline.bandOf(name))}</text>`;
  return [gapsSvg(input, name, top, height), label, ...lines, ...columns].join('');
}

/** A column: a stack of shapes where they fit, else a bar; filled as far as it is certain, open up to the most it may be. */
function columnSvg(
  { from, to, count }: DayWindow & { readonly count: CountRange },
  at: { readonly plot: Plot; readonly groups: TimeGroups; readonly base: number; readonly away: 1 | -1; readonly slot: number | null },
): string {
  const { plot, groups, base, away, slot } = at;
  const paint = paintOf(slot);
  const [x, end] = [plot.x(from), plot.x(to)];
  const middle = (x + end) / 2;
  const unit = unitOf(groups);
  const filled = slot === null ? 'none' : paint;
  if (unit >= SHAPE && end - x >= SHAPE) {
    const stack = Array.from({ length: count.max }, (_, i) => {
      const sure = i < count.min;
      const look = sure ? `fill="${filled}" stroke="${paint}"` : `fill="none" stroke="${paint}" stroke-dasharray="2 1.5"`;
      return `<path transform="translate(${short(middle)} ${short(base + away * (i + 0.5) * unit)})" d="${shapePath(slot, 3.9)}" ${look}/>`;
    });
    // A wider target than the shapes, for a finger.
    const [top, height] = away < 0 ? [base - count.max * unit, count.max * unit] : [base, count.max * unit];
    return `<path class="hit" d="M${short(x)} ${short(top)}H${short(end)}v${short(height)}H${short(x)}z" fill="none"/>${stack.join('')}`;
  }
  const width = Math.max(1, Math.min(end - x - 1, 14));
  const box = (least: number, most: number): string => {
    const [a, b] = [base + away * least * unit, base + away * most * unit];
    return `x="${short(middle - width / 2)}" y="${short(Math.min(a, b))}" width="${short(width)}" height="${short(Math.abs(b - a))}"`;
  };
  const sure = count.min > 0 ? `<rect ${box(0, count.min)} fill="${paint}" fill-opacity="${slot === null ? '.35' : '1'}"/>` : '';
  const most = count.max > count.min ? `<rect ${box(count.min, count.max)} fill="none" stroke="${paint}" stroke-dasharray="2 2"/>` : '';
  const text =
    end - x >= 15
      ? `<text x="${short(middle)}" y="${short(base + away * (count.max * unit + 7))}" dy=".35em" text-anchor="middle">${rangeText(count)}</text>`
      : '';
  return sure + most + text;
}

function gapsSvg({ gaps, side, plot, words, date, id }: BandInput, name: string, top: number, height: number): string {
  return gaps
    .filter((gap) => gap.side === side || gap.side === null)
    .flatMap((gap) => {
      const days = daysBetween(gap.from, null);
      const until = daysBetween(gap.to, null);
      if (days === null || until === null) return [];
      // The day after the last is the first that has sources again.
      const [x, end] = [plot.x(days.from), plot.x(until.from)];
      if (end - x < 1) return [];
      const label = escaped(
        words.timeline.day(words.timeline.uncertain(date(gap.from), date(dayText(until.from - 1))), [words.timeline.gap(name)]),
      );
      return [
        `<rect class="gap" role="img" aria-label="${label}" x="${short(x)}" y="${short(top + 1)}" width="${short(end - x)}" height="${short(height - 2)}" fill="url(#${id}-gap)"/>`,
      ];
    })
    .join('');
}

function columnsOf(groups: TimeGroups, side: string): readonly (DayWindow & { readonly count: CountRange })[] {
  return groups.columns.flatMap(({ from, to, bySide }) =>
    bySide.filter((one) => one.side === side).map(({ count }) => ({ from, to, count })),
  );
}

/** Bars of uncertain days in lanes: none covers another. */
function barsOf(groups: TimeGroups, side: string): readonly Bar[] {
  const ends: number[] = [];
  const bars: Bar[] = [];
  for (const { from, to, bySide } of groups.spans) {
    const count = bySide.find((one) => one.side === side)?.count;
    if (!count) continue;
    const free = ends.findIndex((end) => end <= from);
    const lane = free < 0 ? ends.length : free;
    if (lane >= LANES) continue;
    ends[lane] = to;
    bars.push({ from, to, count, lane });
  }
  return bars;
}

const depthOf = (bars: readonly Bar[]): number => bars.reduce((deepest, { lane }) => Math.max(deepest, lane + 1), 0) * LANE;

/** Height of one incident; all bands have the same, so that they can be compared. */
function unitOf({ most }: TimeGroups): number {
  return Math.min(11, COLUMNS / most);
}
