/** The timeline of incidents: by day and side, with the clocks of each reading. */
export { type ClockBar, clockBarsOf } from './clock-bars.ts';
export { type DayWindow, daysBetween, dayText } from './day-window.ts';
export { type TimelineMark, timelineSwatch } from './swatch.ts';
export { groupByTime, type TimeColumn, type TimeGroups } from './time-groups.ts';
export { type TimelineInput, type TimelinePicture, timelineSvg } from './timeline-svg.ts';
