import type { MatchKind } from './incident.ts';
import type { Position2D } from './place.ts';

/**
 * A protected site. Restricted: it serves matching and stays in the restricted store; an incident keeps the class alone.
 * There is deliberately no field for capacity, criticality, redundancy, damage, repair or defence.
 */
export interface Site {
  readonly id: string;
  /** Object classes of the ontology. */
  readonly objects: readonly string[];
  readonly territory: string | null;
  readonly admin1: string | null;
  /** Names by which a report may call it; empty if it has none. */
  readonly names: readonly string[];
  readonly position: Position2D;
  /** Outer ring and holes of its polygon in [lon, lat]; null for a point. */
  readonly outline: readonly (readonly (readonly [number, number])[])[] | null;
  /** The register it comes from. */
  readonly source: string;
}

/** Which site a report was matched to. Restricted: for a person's review only; the report and its incident keep the class. */
export interface RestrictedMatch {
  readonly reportId: string;
  readonly siteId: string;
  /** Object classes of that site. */
  readonly objectClasses: readonly string[];
  readonly match: MatchKind;
}
