/** Marks of a timeline that its legend explains. */
export type TimelineMark = 'span' | 'clock' | 'open' | 'gap';

const MARKS: Readonly<Record<TimelineMark, string>> = {
  span: '<path d="M2 4h20v10h-20z" fill="currentColor" fill-opacity=".25" stroke="currentColor" stroke-dasharray="3 2"/>',
  clock: '<path d="M2 9h20" stroke="currentColor" stroke-width="6"/>',
  open: '<path d="M2 9h20" stroke="currentColor" stroke-width="2.5" stroke-dasharray="7 5"/>',
  gap: '<path d="M2 14l9-11M7 14l9-11M12 14l9-11" stroke="currentColor" stroke-opacity=".5"/>',
};

/** A small picture of a mark, without the hue of a side. */
export function timelineSwatch(mark: TimelineMark): string {
  return `<svg viewBox="0 0 24 18" width="24" height="18" aria-hidden="true">${MARKS[mark]}</svg>`;
}
