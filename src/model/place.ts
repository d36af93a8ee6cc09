/** How finely a place is known, from a spot to nothing; the order is that of fineness. `cell` is the fixed grid of 25 km. */
export const PLACE_PRECISIONS = [
  'exact_10m',
  'vicinity_100m',
  'locality_1km',
  'settlement',
  'cell',
  'admin2',
  'admin1',
  'country',
  'unknown',
] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];

/** A position in degrees, WGS 84. Restricted: it is used for matching and never stands in anything that leaves. */
export interface Position2D {
  readonly lat: number;
  readonly lon: number;
}

/** Where something happened, as coarse as it is kept with the incident; a finer position stays in the restricted store. */
export interface IncidentPlace {
  readonly precision: PlacePrecision;
  /** State as recognised by the United Nations General Assembly, ISO 3166-1 alpha-2; null if unknown. */
  readonly territory: string | null;
  /** Region, ISO 3166-2; null if unknown. */
  readonly admin1: string | null;
  /** Id of a cell of the fixed grid (see `src/monitor/grid.ts`); null if the place is not known that finely. */
  readonly cell: string | null;
  /** States that claim the place, where it is disputed. */
  readonly claimedBy: readonly string[];
  /** Who controlled it on the day, as the polygons given say; null if they do not tell. */
  readonly controlledBy: string | null;
  readonly domain: 'land' | 'air' | 'sea' | null;
}

/**
 * Where a report says it happened, as finely as it says. Restricted: importers give it apart from the report, and it serves
 * matching and the coarse place alone.
 */
export interface RestrictedPlace {
  readonly reportId: string;
  /** Degrees, WGS 84; null where only names are given. */
  readonly lat: number | null;
  readonly lon: number | null;
  /** How finely the source itself takes the position to be known. */
  readonly precision: PlacePrecision;
  /** Name of the settlement or spot as written; null if none. */
  readonly placeName: string | null;
  /** Name or ISO 3166-2 code of the region as written, which tells places of one name apart. */
  readonly regionName?: string | null;
}
