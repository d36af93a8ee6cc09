import type { Both } from '../../model/index.ts';

/** A name on the base map: of a state, or of a sea. */
export interface MapLabel extends Both {
  readonly kind: 'state' | 'sea';
  /** Longitude and latitude of its middle. */
  readonly at: readonly number[];
  /** Views that show it; all where left out. */
  readonly views?: readonly string[];
}
