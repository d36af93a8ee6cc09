import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCrossing, readGeometry } from './outline.ts';

const polygon = (...rings: readonly (readonly (readonly [number, number])[])[]) => JSON.stringify({ type: 'Polygon', coordinates: rings });
const SQUARE = [
  [30, 50],
  [30.2, 50],
  [30.2, 50.1],
  [30, 50.1],
  [30, 50],
] as const;

const codeOf = (json: string): string | null => {
  const found = readGeometry(json);
  return 'fault' in found ? found.fault.code : null;
};

describe('outlines', () => {
  test('a square has its middle, however its ring runs and whether it is closed', () => {
    for (const ring of [SQUARE, [...SQUARE].reverse(), SQUARE.slice(0, -1)]) {
      expect(readGeometry(polygon(ring))).toMatchObject({ lon: 30.1, lat: 50.05 });
    }
  });

  test('of several polygons the largest is the site', () => {
    const small = SQUARE.map(([lon, lat]) => [lon / 10, lat / 10]);
    const found = readGeometry(JSON.stringify({ type: 'MultiPolygon', coordinates: [[small], [SQUARE]] }));
    expect(found).toMatchObject({ lon: 30.1, lat: 50.05 });
  });

  test('points and lines have a place and no outline', () => {
    expect(readGeometry('{"type":"Point","coordinates":[30,50]}')).toEqual({ lon: 30, lat: 50, outline: null });
    expect(readGeometry('{"type":"LineString","coordinates":[[30,50],[31,51],[32,52]]}')).toEqual({ lon: 31, lat: 51, outline: null });
  });

  test.for<readonly [string, string]>([
    [
      polygon([
        [30, 50],
        [30.2, 50.1],
        [30.2, 50],
        [30, 50.1],
        [30, 50],
      ]),
      'TB_SITE_CROSSES_ITSELF',
    ],
    [
      polygon(SQUARE, [
        [30.05, 50.02],
        [30.15, 50.08],
        [30.15, 50.02],
        [30.05, 50.08],
        [30.05, 50.02],
      ]),
      'TB_SITE_CROSSES_ITSELF',
    ],
    [
      polygon([
        [30, 50],
        [30.2, 50],
      ]),
      'TB_SITE_OUTLINE_BROKEN',
    ],
    ['{"type":"Polygon","coordinates":[[["a","b"],[1,2],[3,4],[1,1]]]}', 'TB_SITE_OUTLINE_BROKEN'],
    ['{"type":"Polygon","coordinates":[]}', 'TB_SITE_OUTLINE_BROKEN'],
    ['{"type":"GeometryCollection","geometries":[]}', 'TB_SITE_OUTLINE_BROKEN'],
    ['{"type":"Sphere","coordinates":[1,2]}', 'TB_SITE_OUTLINE_BROKEN'],
    ['nonsense', 'TB_SITE_OUTLINE_BROKEN'],
    ['null', 'TB_SITE_OUTLINE_BROKEN'],
  ])('%s is refused', ([json, code]) => {
    expect(codeOf(json)).toBe(code);
  });

  test('a star does not cross itself, and a circle does once two of its corners change places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 200 }), fc.integer({ min: 1, max: 1000 }), (corners, seed) => {
        const corner = (at: number, radius: number) => {
          const angle = (2 * Math.PI * at) / corners;
          return [30 + radius * Math.cos(angle), 50 + radius * Math.sin(angle)] as const;
        };
        const order = [...Array(corners).keys()];
        const closed = (places: readonly number[], radius: (at: number) => number) =>
          [...places, places[0] ?? 0].map((at) => corner(at, radius(at)));
        expect(findCrossing(closed(order, (at) => 1 + ((at * seed) % 7) / 10))).toBeNull();
        expect(findCrossing(closed([1, 0, ...order.slice(2)], () => 1))).not.toBeNull();
      }),
    );
  });
});
