import { regions } from './regions.generated.ts';

/** A region that reports name as a place, with the states in it. */
export interface Region {
  readonly code: string;
  /** ISO 3166-1 alpha-2 codes. */
  readonly states: readonly string[];
}

/** The regions a place lies in; none for a region itself and for what is in no list. */
export function regionsOf(place: string): readonly string[] {
  return regions.filter(({ states }) => states.includes(place)).map(({ code }) => code);
}
