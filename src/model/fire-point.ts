/**
 * One satellite detection of heat. Restricted, and never an incident: it may only answer, with yes or no, whether an
 * already reported incident past its embargo is corroborated. It holds nothing of how strong the fire was.
 */
export interface FirePoint {
  /** `2025-03-18T01:24Z` */
  readonly at: string;
  readonly lat: number;
  readonly lon: number;
  /** Edge of the ground that one detection stands for. */
  readonly footprintKm: number;
}
