import type { Incident } from '../model/index.ts';

/** A party as charts show it: shape and hue go by its place among the columns of the book, so that it looks the same on every page. */
export interface Side {
  readonly code: string;
  readonly name: string;
  /** Place among the columns; shapes and hues repeat after six. */
  readonly slot: number;
}

/** Whose word an incident rests on: a side's, or that of others, who are no side. */
export const OTHERS = 'others';

/**
 * Codes of those who allege an incident, in the order of the sides; others where no side does. An incident that the sides
 * charge each other with belongs to both.
 */
export function allegersOf(incident: Incident, sides: readonly Side[]): readonly string[] {
  const found = sides.filter(({ code }) => incident.attribution.by.includes(code)).map(({ code }) => code);
  return found.length > 0 ? found : [OTHERS];
}

/** The sides of a book of incidents out of all holders: who accuses or is accused. Every other holder is a third party. */
export function sidesAmong(incidents: readonly Incident[], holders: readonly Side[]): readonly Side[] {
  const seen = new Set(incidents.flatMap(({ attribution }) => [...attribution.to, ...attribution.deniedBy]));
  return holders.filter(({ code }) => seen.has(code));
}

/** Slot of a side by its code; null for those who are no side. */
export function slotOf(sides: readonly Side[], code: string): number | null {
  return sides.find((side) => side.code === code)?.slot ?? null;
}
