import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderByCell } from './order-by-cell.ts';

/** Enough positions that they are put in order, the given ones among them over and over. */
const many = (values: readonly number[]): Float64Array => Float64Array.from({ length: 25_000 }, (_, at) => values[at % values.length] ?? 0);

describe('the order of a search', () => {
  test('holds every number once, whatever the positions', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double(), fc.double()), { minLength: 1 }), (points) => {
        const order = orderByCell(many(points.map(([lat]) => lat)), many(points.map(([, lon]) => lon)));
        expect(order.length).toBe(25_000);
        expect(new Set(order).size).toBe(25_000);
        expect(Math.max(...order.subarray(0, 1000))).toBeLessThan(25_000);
      }),
      { numRuns: 5 },
    );
  });

  test('puts neighbours beside each other', () => {
    const [lat, lon] = [many([50, 10]), many([30, 20])];
    const order = orderByCell(lat, lon);
    expect([lat[order[0] ?? 0], lat[order[12_499] ?? 0], lat[order[12_500] ?? 0], lat[order[24_999] ?? 0]]).toEqual([10, 10, 50, 50]);
  });

  test('leaves a few as they are', () => {
    expect([...orderByCell(Float64Array.of(50, 10), Float64Array.of(30, 20))]).toEqual([0, 1]);
  });
});
