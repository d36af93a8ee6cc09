import { regionClaims } from './claims.generated.ts';

/** A first-level unit that more than one state calls its own, with what each rests that on. */
export interface RegionClaim {
  /** ISO 3166-2, on the recognised border. */
  readonly region: string;
  /** All states that claim it, the recognised one among them; ISO 3166-1 alpha-2, in order. */
  readonly claimants: readonly string[];
  readonly since: string;
  readonly recognition: string;
  readonly sources: readonly string[];
}

const BY_REGION: ReadonlyMap<string, RegionClaim> = new Map(regionClaims.map((claim) => [claim.region, claim]));
const UNDISPUTED: readonly string[] = [];

/**
 * Every state that claims a region, the recognised one among them, where it is disputed on the day; none where it is not.
 * Without a day it is today's state of claims; a day known to the month or year counts if the claim began within it.
 */
export function claimantsOf(region: string, day: string | null = null): readonly string[] {
  const claim = BY_REGION.get(region);
  if (!claim) return UNDISPUTED;
  return day !== null && claim.since.slice(0, day.length) > day.slice(0, 10) ? UNDISPUTED : claim.claimants;
}
