import type { PlacePrecision } from '../../model/index.ts';

/**
 * Metres around a position within which the event lies, by the precision its source states. The first three are what the
 * words say; a settlement is taken as five kilometres from its centre, which holds most towns and not the largest cities.
 * Anything coarser tells nothing about single sites.
 */
const RADIUS: Readonly<Record<PlacePrecision, number | null>> = {
  exact_10m: 10,
  vicinity_100m: 100,
  locality_1km: 1000,
  settlement: 5000,
  cell: null,
  admin2: null,
  admin1: null,
  country: null,
  unknown: null,
};

/**
 * Metres by which the grounds of a site reach beyond the point that stands for it in a register without an outline. Without
 * it an exactly placed event on the grounds would miss the point in their middle.
 */
export const GROUNDS = 250;

/** Metres around a position within which the event lies, or null where the precision is too coarse for single sites. */
export function radiusOf(precision: PlacePrecision): number | null {
  return RADIUS[precision];
}

/** Whether a precision is fine enough that a site at the spot can be meant without being said. */
export function isFine(precision: PlacePrecision): boolean {
  return (RADIUS[precision] ?? Number.POSITIVE_INFINITY) <= 100;
}
