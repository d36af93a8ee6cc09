/** Shapes by slot, as text. A side is told by its shape where there is no colour. */
const SIGNS = ['■', '◆', '●', '▲', '▼', '⬢'] as const;
const OTHER_SIGN = '○';

/** Hues by slot for pictures that no style sheet reaches; a page sets `--h0` and so on for light and dark. Never red or green. */
const HUES = ['#87560a', '#3f4f9c', '#0c6e82', '#7a3b8f', '#5a5a2e', '#8a4a66'] as const;
const OTHER_HUE = '#635f57';

/** Sign of a side in running text; null is for those who are no side. */
export function signOf(slot: number | null): string {
  return slot === null ? OTHER_SIGN : (SIGNS[slot % SIGNS.length] ?? OTHER_SIGN);
}

/** Paint of a side in a picture: the page's own colour, or the one it has everywhere else. */
export function paintOf(slot: number | null): string {
  const at = (slot ?? 0) % HUES.length;
  return slot === null ? `var(--soft,${OTHER_HUE})` : `var(--h${at},${HUES[at]})`;
}

/** The shape of a side round a point, as a path of the given half width. */
export function shapePath(slot: number | null, half: number): string {
  const n = (value: number): string => String(Math.round(value * 100) / 100);
  const round = `M${n(-half)} 0a${n(half)} ${n(half)} 0 1 0 ${n(half * 2)} 0a${n(half)} ${n(half)} 0 1 0 ${n(-half * 2)} 0z`;
  if (slot === null) return round;
  const corner = half * 1.3;
  const square = half * 0.9;
  return (
    [
      `M${n(-square)} ${n(-square)}h${n(square * 2)}v${n(square * 2)}h${n(-square * 2)}z`,
      `M0 ${n(-corner)}l${n(corner)} ${n(corner)}l${n(-corner)} ${n(corner)}l${n(-corner)} ${n(-corner)}z`,
      round,
      `M0 ${n(-half)}l${n(half * 1.1)} ${n(half * 1.9)}h${n(-half * 2.2)}z`,
      `M0 ${n(half)}l${n(half * 1.1)} ${n(-half * 1.9)}h${n(-half * 2.2)}z`,
      `M${n(-half)} 0l${n(half / 2)} ${n(-half * 0.87)}h${n(half)}l${n(half / 2)} ${n(half * 0.87)}l${n(-half / 2)} ${n(half * 0.87)}h${n(-half)}z`,
    ][slot % SIGNS.length] ?? round
  );
}
