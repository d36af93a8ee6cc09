import type { DayWindow } from './day-window.ts';

/** The plot of a timeline: its edges, and where a day lies in it. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly window: DayWindow;
  readonly x: (day: number) => number;
}

/** Width of every timeline in its own units; a page scales it. */
export const TIMELINE_WIDTH = 900;

/** Room for the names of bands and clocks. */
const LEFT = 118;

/** The plot of a window; days outside it lie on its edges. */
export function plotOf(window: DayWindow): Plot {
  const right = TIMELINE_WIDTH - 8;
  const scale = (right - LEFT) / (window.to - window.from);
  return { left: LEFT, right, window, x: (day) => Math.min(right, Math.max(LEFT, LEFT + (day - window.from) * scale)) };
}

/** A coordinate as it is written: a tenth of a unit is enough. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
