import { expect, test } from 'vitest';
import { readBaseMap } from '../../src/feeds/base-map.ts';
import { nodeFiles } from '../../src/feeds/index.ts';
import { knownUnits } from '../../src/model/administrative-units.ts';
import { type LonLat, outlinesOf } from '../../src/model/base-map.ts';

const KM_PER_DEGREE = 111.2;

/** Area of a ring in square kilometres, on a plane through its middle latitude: good to a few per cent for a small region. */
function areaOf(ring: readonly LonLat[]): number {
  const shrink = Math.cos(((ring[0]?.[1] ?? 0) * Math.PI) / 180);
  let twice = 0;
  for (const [at, [lon, lat]] of ring.entries()) {
    const [nextLon, nextLat] = ring[(at + 1) % ring.length] ?? [lon, lat];
    twice += lon * nextLat - nextLon * lat;
  }
  return (Math.abs(twice) / 2) * KM_PER_DEGREE ** 2 * shrink;
}

test('every region that leaves by its code is larger than a square of 25 km', async () => {
  const outlines = outlinesOf(await readBaseMap(nodeFiles));
  const known = new Set(knownUnits().map(({ code }) => code));
  const areas = outlines
    .filter(({ code }) => known.has(code))
    .map(({ code, polygons }) => [code, polygons.reduce((sum, [outer = []]) => sum + areaOf(outer), 0)] as const);
  expect(areas.length).toBe(known.size);
  expect(areas.filter(([, area]) => area < 25 ** 2)).toEqual([]);
});
