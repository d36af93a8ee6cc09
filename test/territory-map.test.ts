import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import stored from '../data/basemap/outlines.json' with { type: 'json' };
import { decodeBaseMap, outlinesOf, type StoredOutlines } from '../src/model/base-map.ts';
import { flattenRings, liesIn } from '../src/monitor/match/geometry.ts';
import { knownSeats } from '../src/monitor/places/region-seats.ts';
import { makeTerritoryMap } from '../src/monitor/territory/territory-map.ts';

const outlines = outlinesOf(decodeBaseMap(stored as unknown as StoredOutlines));
const map = makeTerritoryMap(outlines);

describe('which state and region a position lies in', () => {
  // The outline of Khakassia ends just short of its seat.
  test.for(knownSeats().filter(({ code }) => code !== 'RU-KK'))('$en lies in $code', ({ code, lat, lon }) => {
    expect(map.at(lat, lon)).toEqual({ territory: code.slice(0, 2), admin1: code });
  });

  test.for([
    ['Sevastopol', 44.6, 33.53, 'UA', 'UA-40'],
    ['Kerch', 45.35, 36.47, 'UA', 'UA-43'],
    ['a quay of Odesa, off the thinned coast', 46.49, 30.76, 'UA', 'UA-51'],
    ['Homel', 52.44, 30.99, 'BY', null],
    ['the east of Chukotka', 66.16, -169.81, 'RU', 'RU-CHU'],
    ['the west of Chukotka', 68.05, 166.44, 'RU', 'RU-CHU'],
  ] as const)('%s', ([, lat, lon, territory, admin1]) => {
    expect(map.at(lat, lon)).toEqual({ territory, admin1 });
  });

  test.for([
    ['the open Black Sea', 43.5, 33],
    ['null island', 0, 0],
    ['off the globe', 95, 37],
    ['no number', Number.NaN, 37],
  ] as const)('%s lies in none', ([, lat, lon]) => {
    expect(map.at(lat, lon)).toBeNull();
  });

  test('a coordinate of another part of the same latitude is not Chukotka', () => {
    expect(map.at(67.64, 53.01)).toEqual({ territory: 'RU', admin1: 'RU-NEN' });
  });

  test('asking a cell as a whole answers as the outlines do, point by point', () => {
    const lat = fc.double({ min: 44, max: 60, noNaN: true });
    const lon = fc.double({ min: 22, max: 50, noNaN: true });
    const laid = outlines.map(({ code, polygons }) => ({ code, polygons: polygons.map((rings) => flattenRings(rings)) }));
    fc.assert(
      fc.property(lat, lon, (at, along) => {
        const inside = laid.find(({ polygons }) => polygons.some((rings) => liesIn(rings, at, along)));
        const found = map.at(at, along);
        if (inside) expect(found?.admin1 ?? found?.territory).toBe(inside.code);
        else if (found) expect(map.around(at, along)).toContainEqual(found);
      }),
      { numRuns: 500 },
    );
  });

  test('near a border every region a source may name is given', () => {
    expect(map.around(50.45, 30.52).map(({ admin1 }) => admin1)).toContain('UA-30');
    expect(map.around(50.6, 30.5).length).toBeGreaterThan(0);
    expect(map.around(53.72, 91.44).map(({ admin1 }) => admin1)).toEqual(['RU-KYA', 'RU-KK']);
  });

  test('no outlines, no answer', () => {
    expect(makeTerritoryMap([]).at(50, 30)).toBeNull();
  });
});
