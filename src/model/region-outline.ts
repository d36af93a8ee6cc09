/** Outline of a first-level unit, or of a whole neighbouring state, on the recognised borders. */
export interface RegionOutline {
  /** ISO 3166-2 (`UA-63`), or ISO 3166-1 alpha-2 for a neighbour (`RO`). */
  readonly code: string;
  /** ISO 3166-1 alpha-2 of the state it belongs to. */
  readonly territory: string;
  /** Polygons: outer ring first, then holes; rings of [lon, lat], closed. */
  readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[];
}
