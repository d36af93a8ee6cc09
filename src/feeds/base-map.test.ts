import { describe, expect, test } from 'vitest';
import { knownUnits } from '../model/administrative-units.ts';
import { type LonLat, outlinesOf } from '../model/base-map.ts';
import { readBaseMap } from './base-map.ts';
import { nodeFiles } from './node-files.ts';

const map = await readBaseMap(nodeFiles);
const outlines = outlinesOf(map);

function holds(ring: readonly LonLat[], [lon, lat]: LonLat): boolean {
  let inside = false;
  ring.forEach(([x, y], at) => {
    const [nx, ny] = ring[(at + 1) % ring.length] ?? [x, y];
    if (y > lat !== ny > lat && lon < ((nx - x) * (lat - y)) / (ny - y) + x) inside = !inside;
  });
  return inside;
}

const regionsAt = (place: LonLat): string[] =>
  outlines
    .filter(({ polygons }) => polygons.some((rings) => rings.filter((ring) => holds(ring, place)).length % 2 === 1))
    .map(({ code }) => code);

describe('the outlines that are shipped', () => {
  test('every unit that has a name has an outline, and every unit with an outline has a name', () => {
    const drawn = outlines.map(({ code }) => code).filter((code) => code.includes('-'));
    expect(drawn.sort()).toEqual(
      knownUnits()
        .map(({ code }) => code)
        .sort(),
    );
  });

  test('Ukraine has its 27 units, Russia the 83 that the General Assembly recognises', () => {
    expect(outlines.filter(({ territory }) => territory === 'UA')).toHaveLength(27);
    expect(outlines.filter(({ territory, code }) => territory === 'RU' && code.includes('-'))).toHaveLength(83);
  });

  test('every ring is closed and has an area', () => {
    for (const ring of outlines.flatMap(({ polygons }) => polygons.flat())) {
      expect(ring[0]).toEqual(ring.at(-1));
      expect(ring.length).toBeGreaterThanOrEqual(4);
    }
  });

  // Positions of town halls and the like, to a hundredth of a degree.
  test.for<[string, LonLat, string]>([
    ['Sevastopol', [33.53, 44.6], 'UA-40'],
    ['Simferopol', [34.1, 44.95], 'UA-43'],
    ['Yalta', [34.16, 44.51], 'UA-43'],
    ['Kerch', [36.44, 45.35], 'UA-43'],
    ['Kyiv', [30.52, 50.45], 'UA-30'],
    ['Bila Tserkva', [30.12, 49.8], 'UA-32'],
    ['Mykolaiv', [32.0, 46.97], 'UA-48'],
    ['Odesa', [30.71, 46.48], 'UA-51'],
    ['Kherson', [32.61, 46.64], 'UA-65'],
    ['Enerhodar', [34.65, 47.5], 'UA-23'],
    ['Zaporizhzhia', [35.14, 47.84], 'UA-23'],
    ['Donetsk', [37.8, 48.0], 'UA-14'],
    ['Mariupol', [37.55, 47.1], 'UA-14'],
    ['Luhansk', [39.31, 48.57], 'UA-09'],
    ['Kharkiv', [36.23, 49.99], 'UA-63'],
    ['Sumy', [34.8, 50.91], 'UA-59'],
    ['Chernihiv', [31.29, 51.5], 'UA-74'],
    ['Dnipro', [35.05, 48.46], 'UA-12'],
    ['Lviv', [24.03, 49.84], 'UA-46'],
    ['Uzhhorod', [22.3, 48.62], 'UA-21'],
    ['Izmail', [28.84, 45.35], 'UA-51'],
    ['Belgorod', [36.59, 50.6], 'RU-BEL'],
    ['Kursk', [36.19, 51.73], 'RU-KRS'],
    ['Sudzha', [35.27, 51.19], 'RU-KRS'],
    ['Bryansk', [34.37, 53.25], 'RU-BRY'],
    ['Rostov', [39.7, 47.24], 'RU-ROS'],
    ['Krasnodar', [38.98, 45.04], 'RU-KDA'],
    ['Maykop', [40.1, 44.61], 'RU-AD'],
    ['Voronezh', [39.2, 51.67], 'RU-VOR'],
    ['Engels', [46.1, 51.48], 'RU-SAR'],
    ['Moscow', [37.62, 55.75], 'RU-MOW'],
    ['Ryazan', [39.74, 54.63], 'RU-RYA'],
    ['Chita', [113.5, 52.03], 'RU-ZAB'],
    ['Chișinău', [28.86, 47.01], 'MD'],
    ['Tulcea', [28.79, 45.17], 'RO'],
    ['Homel', [30.98, 52.43], 'BY'],
  ])('%s lies where it belongs and nowhere else', ([, place, code]) => {
    expect(regionsAt(place)).toEqual([code]);
  });

  test('a place in the open Black Sea lies in no outline', () => {
    expect(regionsAt([33, 43.5])).toEqual([]);
  });
});
