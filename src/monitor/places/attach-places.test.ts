import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GazetteerEntry, type IncidentPlace, PLACE_PRECISIONS, type RestrictedPlace } from '../../model/index.ts';
import type { RegionOutline } from '../../model/region-outline.ts';
import { cellBounds } from '../grid.ts';
import { sampleExactPlace, sampleIncidentReport } from '../match/sample-site.ts';
import { makeControlHistory } from '../territory/control-history.ts';
import { makeTerritoryMap } from '../territory/territory-map.ts';
import { attachPlaces, type PlaceBooks } from './attach-places.ts';
import { indexGazetteer } from './gazetteer-index.ts';

/** Two states side by side, each of two regions, in places where the real ones lie, so that real claims and names apply. */
const block = (code: string, territory: string, west: number): RegionOutline => ({
  code,
  territory,
  polygons: [
    [
      [
        [west, 44],
        [west + 2, 44],
        [west + 2, 52],
        [west, 52],
        [west, 44],
      ],
    ],
  ],
});
const outlines = [block('UA-63', 'UA', 34), block('UA-43', 'UA', 36), block('RU-BEL', 'RU', 38), block('RU-KRS', 'RU', 40)];
const village = (id: string, region: string, name: string, lon: number): GazetteerEntry => ({
  id,
  scheme: 'geonames',
  names: [name],
  position: { lat: 50, lon },
  state: 'UA',
  region,
  kind: 'settlement',
});
const books: PlaceBooks = {
  territory: makeTerritoryMap(outlines),
  gazetteer: indexGazetteer([
    village('1', '07', 'Ozerne', 35.1),
    village('2', '07', 'Lisne', 35.1),
    village('3', '11', 'Lisne', 37.1),
    village('4', '07', 'Hirske', 35.1),
    village('5', '07', 'Hirske', 35.6),
    village('6', '15', 'Mykolaiv', 24),
    { ...village('7', '07', 'Ozerskyi raion', 35), kind: 'admin2' },
  ]),
  control: makeControlHistory(
    [
      {
        date: '2025-03-18',
        source: 's',
        areas: [
          {
            holder: 'ZZ',
            polygons: [
              [
                [
                  [36, 44],
                  [38, 44],
                  [38, 52],
                  [36, 52],
                  [36, 44],
                ],
              ],
            ],
          },
        ],
      },
    ],
    { withinDays: 30, elsewhereOwn: false },
  ),
};

const blank: IncidentPlace = {
  precision: 'unknown',
  territory: null,
  admin1: null,
  cell: null,
  claimedBy: [],
  controlledBy: null,
  domain: null,
};

function placed(exact: Partial<RestrictedPlace>, place: Partial<IncidentPlace> = {}, options: Partial<PlaceBooks> = {}): string {
  const report = sampleIncidentReport({ from: '2025-03-20', place: { ...blank, ...place } });
  const { reports, notes } = attachPlaces([report], [sampleExactPlace(exact)], { ...books, ...options });
  const found = reports[0]?.place ?? blank;
  const fields = [found.precision, found.territory, found.admin1, found.cell, found.claimedBy.join('+'), found.controlledBy];
  return `${fields.map((field) => field || '-').join(' ')} | ${notes.map(({ reason }) => reason.code).join(' ')}`;
}
const named = (placeName: string, regionName: string | null = null): Partial<RestrictedPlace> => ({
  lat: null,
  lon: null,
  precision: 'settlement',
  placeName,
  regionName,
});

describe('the place of a report', () => {
  test.for<[string, Partial<RestrictedPlace>, Partial<IncidentPlace>, string]>([
    ['by position', { lat: 50, lon: 35 }, {}, 'exact_10m UA UA-63 G25-N50.00-E035.00 - - | place_by_position control_outside'],
    [
      'in a disputed region, with who held it',
      { lat: 50, lon: 37 },
      {},
      'exact_10m UA UA-43 G25-N50.00-E037.00 RU+UA ZZ | place_by_position',
    ],
    ['known to the region only', { lat: 50, lon: 35, precision: 'admin1' }, {}, 'admin1 UA UA-63 - - - | place_by_position'],
    ['known to the state only', { lat: 50, lon: 35, precision: 'country' }, {}, 'country UA - - - - | place_by_position'],
    ['at sea', { lat: 43, lon: 33 }, {}, 'exact_10m - - G25-N43.00-E033.00 - - | place_outside control_outside'],
    [
      'at sea off a stated region',
      { lat: 43, lon: 33 },
      { territory: 'UA', admin1: 'UA-51' },
      'exact_10m UA UA-51 G25-N43.00-E033.00 - - | place_outside control_outside',
    ],
    [
      'stated on this side of a line it lies just beyond',
      { lat: 50, lon: 38.05 },
      { territory: 'UA', admin1: 'UA-43' },
      'exact_10m UA UA-43 G25-N50.00-E038.00 RU+UA - | place_by_position control_outside',
    ],
    ['stated far from where it lies', { lat: 50, lon: 39 }, { territory: 'UA', admin1: 'UA-63' }, 'unknown - - - - - | place_contradicted'],
    [
      'another region of the state stated',
      { lat: 50, lon: 36.9 },
      { territory: 'UA', admin1: 'UA-63' },
      'country UA - - - - | place_contradicted',
    ],
    ['another state stated', { lat: 50, lon: 35 }, { territory: 'RU' }, 'unknown - - - - - | place_contradicted'],
    [
      'a disputed region counted to its other claimant',
      { lat: 50, lon: 37 },
      { territory: 'RU' },
      'exact_10m UA UA-43 G25-N50.00-E037.00 RU+UA ZZ | place_by_position',
    ],
    [
      'region by name beside the position',
      { lat: 50, lon: 35, regionName: 'Kharkiv Oblast' },
      {},
      'exact_10m UA UA-63 G25-N50.00-E035.00 - - | place_by_position control_outside',
    ],
    ['by name', named('Ozerne'), {}, 'settlement UA UA-63 G25-N50.00-E035.00 - - | place_by_name control_outside'],
    ['by a name of two places', named('Lisne'), {}, 'country UA - - - - | place_several'],
    [
      'by a name of two places, with the region',
      named('Lisne', 'Crimea'),
      {},
      'settlement UA UA-43 G25-N50.00-E037.00 RU+UA ZZ | place_by_name',
    ],
    ['by a name of two places of one region', named('Hirske'), {}, 'admin1 UA UA-63 - - - | place_several'],
    ['by a name nobody lists, with the region', named('Nowhere', 'Sumy oblast'), {}, 'admin1 UA UA-59 - - - | place_unlisted'],
    ['by a name nobody lists', named('Nowhere'), {}, 'unknown - - - - - | place_unlisted'],
    ['by a name that a seat shares', named('Mykolaiv'), {}, 'settlement UA UA-48 G25-N46.75-E032.00 - - | place_seat control_outside'],
    ['by the name of a district', named('Ozerskyi raion'), {}, 'admin2 UA UA-63 - - - | place_by_name'],
    ['by name in a state that has none of it', named('Ozerne'), { territory: 'RU' }, 'country RU - - - - | place_unlisted'],
  ])('%s', ([, exact, place, wanted]) => {
    expect(placed(exact, place)).toBe(wanted);
  });

  test('a seat that shares its name stays open where names are taken strictly', () => {
    expect(placed(named('Mykolaiv'), {}, { strictNames: true })).toBe('country UA - - - - | place_several');
  });

  test('without map, gazetteer and polygons nothing is guessed', () => {
    const none = { territory: null, gazetteer: null, control: null };
    expect(placed({ lat: 50, lon: 35 }, { territory: 'UA' }, none)).toBe('exact_10m UA - G25-N50.00-E035.00 - - | place_outside');
    expect(placed(named('Ozerne'), { territory: 'UA' }, none)).toBe('unknown UA - - - - | ');
  });

  test('a report without an exact place keeps its place and gets its claims', () => {
    const report = sampleIncidentReport({ place: { ...blank, precision: 'admin1', territory: 'UA', admin1: 'UA-14' } });
    expect(attachPlaces([report], [], books).reports[0]?.place).toMatchObject({ admin1: 'UA-14', claimedBy: ['RU', 'UA'] });
  });

  test('the city of a region is not contradicted by the region around it', () => {
    const city = makeTerritoryMap([block('UA-30', 'UA', 34), block('UA-32', 'UA', 36)]);
    expect(placed({ lat: 50, lon: 37.5 }, { territory: 'UA', admin1: 'UA-30' }, { territory: city, control: null })).toBe(
      'exact_10m UA UA-32 G25-N50.00-E037.50 - - | place_by_position',
    );
  });

  test('whatever is given, the report holds no position and no name, and a cell no finer than the grid', () => {
    const exact = fc.record({
      lat: fc.option(fc.double({ min: 43, max: 53, noNaN: true })),
      lon: fc.option(fc.double({ min: 33, max: 43, noNaN: true })),
      precision: fc.constantFrom(...PLACE_PRECISIONS),
      placeName: fc.constantFrom('Ozerne', 'Lisne', 'Hidden Hollow', null),
      regionName: fc.constantFrom('Kharkiv oblast', 'Kyiv', 'nowhere', null),
    });
    const place = fc.record({ territory: fc.constantFrom('UA', 'RU', null), admin1: fc.constantFrom('UA-63', 'RU-BEL', null) });
    fc.assert(
      fc.property(exact, place, (given, stated) => {
        const report = sampleIncidentReport({ place: { ...blank, ...stated } });
        const { reports, notes } = attachPlaces([report], [sampleExactPlace(given)], books);
        const found = reports[0]?.place ?? blank;
        expect(Object.keys(found).sort()).toEqual(Object.keys(blank).sort());
        expect(JSON.stringify([found, notes])).not.toMatch(/Hollow|Ozerne|Lisne|\d\.\d{3}/);
        if (found.cell !== null) expect(cellBounds(found.cell)).not.toBeNull();
        if (PLACE_PRECISIONS.indexOf(found.precision) > PLACE_PRECISIONS.indexOf('settlement')) expect(found.cell).toBeNull();
        if (found.admin1 !== null) expect(found.territory).toBe(found.admin1.slice(0, 2));
      }),
      { numRuns: 500 },
    );
  });
});
