/** Who controlled which area on one day, as a source drew it. Nothing about forces or lines as such is kept. */
export interface ControlSet {
  /** `2025-03-18` */
  readonly date: string;
  readonly source: string;
  readonly areas: readonly {
    /** Holder code, as the user's mapping gives it. */
    readonly holder: string;
    /** Polygons: rings of [lon, lat], outer first, then holes. */
    readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[];
  }[];
}
