import type { TimelineMessages } from '../../i18n/pages/charts/messages.ts';
import { escaped } from '../html/escape.ts';
import { paintOf, shapePath } from '../shapes.ts';
import type { Side } from '../sides.ts';
import type { ClockBar } from './clock-bars.ts';
import { daysBetween } from './day-window.ts';
import { type Plot, short } from './plot.ts';

/** What the row of one clock is drawn from. */
export interface ClockRowInput {
  readonly clock: ClockBar;
  readonly holders: readonly Side[];
  readonly plot: Plot;
  readonly top: number;
  readonly words: TimelineMessages;
  readonly date: (value: string) => string;
}

/** Draws from when to when an agreement is in force for one holder: a bar, dashed to the edge where an end is not stated. */
export function clockRow({ clock, holders, plot, top, words, date }: ClockRowInput): string {
  const holder = holders.find(({ code }) => code === clock.holder);
  const slot = holder?.slot ?? null;
  const name = holder?.name ?? clock.holder;
  const paint = paintOf(slot);
  const y = top + 8.5;
  const from = clock.from === null ? null : daysBetween(clock.from, null);
  const to = clock.to === null ? null : daysBetween(clock.to, null);
  const start = from === null ? plot.left : plot.x(from.from);
  const end = to === null ? plot.right : plot.x(to.from);
  const label = words.clock(
    name,
    clock.from === null ? words.startUnknown : date(clock.from),
    clock.to === null ? words.endUnknown : date(clock.to),
  );
  // Without an end only the beginning is certain, and the other way round.
  const sure = from !== null && to !== null ? solid(start, end, y, paint) : '';
  const open = from === null || to === null ? dashed(start, end, y, paint) : '';
  const edge = (x: number): string => `<path d="M${short(x)} ${short(y - 6)}v12" stroke="${paint}" stroke-width="2"/>`;
  const edges =
    (from === null || from.from < plot.window.from ? '' : edge(start)) + (to === null || to.from > plot.window.to ? '' : edge(end));
  const shape = `<path transform="translate(8 ${short(y)})" d="${shapePath(slot, 4)}" fill="${paint}" stroke="${paint}"/>`;
  return `<g class="clock" role="img" aria-label="${escaped(label)}">${shape}<text class="name" x="19" y="${short(y)}" dy=".35em">${escaped(name)}</text>${sure}${open}${edges}</g>`;
}

const solid = (from: number, to: number, y: number, paint: string): string =>
  to > from ? `<path d="M${short(from)} ${short(y)}H${short(to)}" stroke="${paint}" stroke-width="6"/>` : '';

const dashed = (from: number, to: number, y: number, paint: string): string =>
  to > from ? `<path d="M${short(from)} ${short(y)}H${short(to)}" stroke="${paint}" stroke-width="2.5" stroke-dasharray="7 5"/>` : '';
