import { paintOf } from '../shapes.ts';
import type { Side } from '../sides.ts';
import { AREA_PARTS } from './path-text.ts';

/** How far apart the lines of a hatch run, in units of the picture. */
const GAP = 6;

/** One pattern for each side and one for others: directions differ, so that they are told apart without colour and over each other. */
export function hatchPatterns(sides: readonly Side[], id: string): string {
  return [...sides.map(({ slot }) => slot), null]
    .map(
      (slot) =>
        `<pattern id="${hatchId(id, slot)}" patternUnits="userSpaceOnUse" width="${GAP}" height="${GAP}"${turned(slot)}>${drawn(slot)}</pattern>`,
    )
    .join('');
}

/** Id of the pattern of a slot; `id` keeps the maps of one page apart. */
export function hatchId(id: string, slot: number | null): string {
  return `${id}-h${slot ?? 'o'}`;
}

/** Paths stand in a group that is scaled down, and their pattern with them. The slots lean apart by 90 or 45 degrees. */
function turned(slot: number | null): string {
  const angle = slot === null ? 0 : ([45, -45, 0, 0][slot % 4] ?? 0);
  return ` patternTransform="scale(${AREA_PARTS})${angle === 0 ? '' : ` rotate(${angle})`}"`;
}

function drawn(slot: number | null): string {
  const paint = paintOf(slot);
  if (slot === null) return `<circle cx="${GAP / 2}" cy="${GAP / 2}" r="1" fill="${paint}"/>`;
  if (slot % 4 === 3) return `<path d="M0 ${GAP / 2}h${GAP}M${GAP / 2} 0v${GAP}" stroke="${paint}" stroke-width=".7"/>`;
  return `<path d="M${GAP / 2} 0v${GAP}" stroke="${paint}" stroke-width="1.5"/>`;
}
