import type { Position2D } from './place.ts';

/** One place of a gazetteer as its file lists it. Number of inhabitants, height and the like are not read. */
export interface GazetteerEntry {
  /** Id within the gazetteer. */
  readonly id: string;
  /** Which numbering `region` follows. */
  readonly scheme: 'geonames' | 'katottg';
  /** Main name first, then all others, in any script. */
  readonly names: readonly string[];
  /** Null where the gazetteer gives none. */
  readonly position: Position2D | null;
  /** ISO 3166-1 alpha-2 as the file has it. */
  readonly state: string;
  /** First-level unit in the numbering of the scheme. */
  readonly region: string;
  readonly kind: 'settlement' | 'admin2';
}
