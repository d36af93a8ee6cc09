import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flattenRings, liesIn, metresBetween, metresToEdge } from './geometry.ts';

type Point = readonly [number, number];

/** How often a ring turns around a point: the slow definition, by summing angles. */
function windingNumber(ring: readonly Point[], lat: number, lon: number): number {
  let turned = 0;
  ring.forEach(([toX, toY], at) => {
    const [fromX, fromY] = ring.at(at - 1) ?? [0, 0];
    const step = Math.atan2(toY - lat, toX - lon) - Math.atan2(fromY - lat, fromX - lon);
    turned += step > Math.PI ? step - 2 * Math.PI : step < -Math.PI ? step + 2 * Math.PI : step;
  });
  return Math.round(turned / (2 * Math.PI));
}

const grid = fc.integer({ min: -20, max: 20 });
/** Off the lattice of the corners, so that no point lies on an edge where either answer is right. */
const between = fc.integer({ min: -200, max: 200 }).map((value) => value / 10 + 0.0317);

/** A star around the middle: rings of this kind never cross themselves. */
const star = fc.array(fc.double({ min: 2, max: 20, noNaN: true }), { minLength: 3, maxLength: 12 }).map((radii) =>
  radii.map((radius, at): Point => {
    const angle = (2 * Math.PI * at) / radii.length;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  }),
);

describe('a point in a polygon', () => {
  test('agrees with the winding number on simple rings', () => {
    fc.assert(
      fc.property(star, between, between, (ring, lat, lon) => {
        expect(liesIn(flattenRings([ring]), lat, lon)).toBe(windingNumber(ring, lat, lon) !== 0);
      }),
      { numRuns: 500 },
    );
  });

  test('agrees with the parity of the winding numbers on rings with holes and islands', () => {
    fc.assert(
      fc.property(fc.array(star, { minLength: 1, maxLength: 4 }), between, between, (rings, lat, lon) => {
        const turns = rings.reduce((sum, ring) => sum + Math.abs(windingNumber(ring, lat, lon)), 0);
        expect(liesIn(flattenRings(rings), lat, lon)).toBe(turns % 2 === 1);
      }),
      { numRuns: 300 },
    );
  });

  test('a ring that crosses itself gives an answer and no error', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(grid, grid), { maxLength: 10 }), between, between, (ring, lat, lon) => {
        expect(typeof liesIn(flattenRings([ring]), lat, lon)).toBe('boolean');
      }),
    );
  });

  test('a hole is outside, and the ring may be open or closed', () => {
    const outer: Point[] = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ];
    const hole: Point[] = [
      [1, 1],
      [3, 1],
      [3, 3],
      [1, 3],
      [1, 1],
    ];
    const rings = flattenRings([outer, hole]);
    expect([liesIn(rings, 0.5, 0.5), liesIn(rings, 2, 2), liesIn(rings, 3.5, 2), liesIn(rings, 5, 2)]).toEqual([true, false, true, false]);
  });
});

describe('metres', () => {
  test.for([
    ['Kyiv to Kharkiv', 50.4501, 30.5234, 49.9935, 36.2304, 410_000],
    ['one degree of latitude', 48, 37, 49, 37, 111_195],
    ['nothing', 48, 37, 48, 37, 0],
  ] as const)('%s', ([, latA, lonA, latB, lonB, wanted]) => {
    expect(Math.abs(metresBetween(latA, lonA, latB, lonB) - wanted)).toBeLessThanOrEqual(wanted * 0.005 + 1);
  });

  test('to the edge of an outline is that to its nearest point, from inside and outside', () => {
    const square = flattenRings([
      [
        [37, 48],
        [37.1, 48],
        [37.1, 48.1],
        [37, 48.1],
      ],
    ]);
    expect(metresToEdge(square, 47.99, 37.05)).toBeCloseTo(metresBetween(47.99, 37.05, 48, 37.05), -1);
    expect(metresToEdge(square, 48.01, 37.05)).toBeCloseTo(metresBetween(48.01, 37.05, 48, 37.05), -1);
    expect(metresToEdge(square, 48.11, 37.11)).toBeCloseTo(metresBetween(48.11, 37.11, 48.1, 37.1), -2);
  });
});
