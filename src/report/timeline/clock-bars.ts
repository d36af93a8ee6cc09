import type { DossierAgreement, Reading } from '../../model/index.ts';

/** From when to when an agreement is in force by one holder's reading; null where the holder does not say. */
export interface ClockBar {
  readonly holder: string;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * The clocks of an agreement, and a clock without an end for every holder who names a start and no duration. Holders who name
 * neither have none.
 */
export function clockBarsOf({ clocks, cells }: DossierAgreement, readings: readonly Reading[]): readonly ClockBar[] {
  const bars: ClockBar[] = clocks.map(({ holder, from, to }) => ({ holder, from, to }));
  const current = new Set(cells.flatMap((cell) => cell.readings));
  for (const { id, holder, value } of readings) {
    if (!current.has(id) || value.t !== 'start' || value.at === null) continue;
    const day = value.at.slice(0, 10);
    if (!bars.some((bar) => bar.holder === holder && bar.from === day)) bars.push({ holder, from: day, to: null });
  }
  // A duration counted from nothing adds nothing beside a start of the same holder.
  const told = [...new Map(bars.map((bar) => [keyOf(bar), bar])).values()].filter(
    ({ holder, from, to }) => from !== null || to !== null || !bars.some((bar) => bar.holder === holder && bar.from),
  );
  return told.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

const keyOf = ({ holder, from, to }: ClockBar): string => `${holder} ${from ?? ''} ${to ?? ''}`;
