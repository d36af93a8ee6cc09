import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classesAbove, PLACE_PRECISIONS, type RestrictedPlace, type Site } from '../../model/index.ts';
import { matchReports, prepareSites } from './match-reports.ts';
import { sampleExactPlace, sampleIncidentReport, sampleSite } from './sample-site.ts';

const square = [
  [
    [29.99, 49.99],
    [30.01, 49.99],
    [30.01, 50.01],
    [29.99, 50.01],
    [29.99, 49.99],
  ],
] as const;
const hole = [
  [29.998, 49.998],
  [30.002, 49.998],
  [30.002, 50.002],
  [29.998, 50.002],
  [29.998, 49.998],
] as const;

interface Case {
  readonly name: string;
  readonly site?: Partial<Site>;
  readonly more?: readonly Site[];
  readonly place?: Partial<RestrictedPlace>;
  readonly objects?: readonly string[];
  readonly text?: string;
  readonly wanted: readonly string[];
}

const CASES: readonly Case[] = [
  { name: 'on the spot, no class stated', wanted: ['near substation'] },
  { name: 'on the spot, a wider class stated', objects: ['energy_infrastructure'], wanted: ['near substation'] },
  {
    name: 'on the spot, a finer class stated',
    site: { objects: ['power_plant'] },
    objects: ['thermal_power_plant'],
    wanted: ['near thermal_power_plant'],
  },
  { name: 'on the spot, another class stated', objects: ['hospital'], wanted: ['class_only hospital'] },
  { name: 'inside an outline', site: { outline: square }, wanted: ['within substation'] },
  { name: 'in the hole of an outline, out of its reach', site: { outline: [...square, hole] }, wanted: [] },
  {
    name: 'in the hole of an outline, known to a kilometre',
    site: { outline: [...square, hole] },
    place: { precision: 'locality_1km' },
    objects: ['power_grid'],
    wanted: ['near substation'],
  },
  {
    name: 'inside an outline, known to a kilometre only',
    site: { outline: square },
    place: { precision: 'locality_1km' },
    objects: ['power_grid'],
    wanted: ['near substation'],
  },
  {
    name: 'beside an outline within the precision',
    site: { outline: square },
    place: { lat: 50.0105, precision: 'vicinity_100m' },
    wanted: ['near substation'],
  },
  { name: 'beside an outline beyond the precision', site: { outline: square }, place: { lat: 50.0105 }, wanted: [] },
  { name: 'roughly there, no class stated', place: { precision: 'locality_1km' }, wanted: [] },
  {
    name: 'somewhere in the settlement, a class stated',
    place: { precision: 'settlement', lat: 50.03 },
    objects: ['energy_infrastructure'],
    wanted: ['near substation'],
  },
  {
    name: 'somewhere in the region, a class stated',
    place: { precision: 'admin1' },
    objects: ['energy_infrastructure'],
    wanted: ['class_only energy_infrastructure'],
  },
  { name: 'without a position', place: { lat: null, lon: null }, objects: ['rail'], wanted: ['class_only rail'] },
  {
    name: 'two sites of two classes',
    more: [sampleSite({ id: 'site-2', objects: ['oil_refinery'] })],
    objects: ['energy_infrastructure'],
    wanted: ['near oil_refinery', 'near substation'],
  },
  {
    name: 'two classes stated, a site for one of them',
    objects: ['hospital', 'power_grid'],
    wanted: ['near substation', 'class_only hospital'],
  },
  {
    name: 'named in the text',
    site: { names: ['Озерська ТЕС'], objects: ['thermal_power_plant'] },
    text: 'Пожежа на Озерській ТЕС після атаки',
    place: { precision: 'admin1' },
    wanted: ['named thermal_power_plant'],
  },
  {
    name: 'named with the region alone',
    site: { names: ['Озерська'] },
    text: 'Озерська громада',
    place: { precision: 'admin1' },
    wanted: [],
  },
  {
    name: 'named by its kind alone',
    site: { names: ['Power plant'] },
    text: 'a power plant burns',
    place: { precision: 'admin1' },
    wanted: [],
  },
  {
    name: 'named, but far from the place stated',
    site: { names: ['Lakeside refinery'], objects: ['oil_refinery'], position: { lat: 51, lon: 30 } },
    text: 'Like Lakeside refinery last week',
    wanted: [],
  },
  {
    name: 'named, but in another region',
    site: { names: ['Lakeside refinery'], admin1: 'AA-2' },
    text: 'Lakeside refinery',
    place: { precision: 'admin1' },
    wanted: [],
  },
  {
    name: 'two sites of one name',
    site: { names: ['Lakeside plant'], objects: ['thermal_power_plant'] },
    more: [sampleSite({ id: 'site-2', names: ['Lakeside Plant'], objects: ['industry'] })],
    text: 'Lakeside plant',
    place: { precision: 'admin1' },
    wanted: ['named thermal_power_plant', 'named industry'],
  },
  {
    name: 'across the 180th meridian',
    site: { position: { lat: 65, lon: 179.999 } },
    place: { lat: 65, lon: -179.999 },
    wanted: ['near substation'],
  },
];

describe('matching reports to sites', () => {
  test.for(CASES)('$name', ({ site = {}, more = [], place = {}, objects = [], text, wanted }) => {
    const { matches } = matchReports(
      [sampleIncidentReport({ objects, text: text ?? null })],
      [sampleExactPlace(place)],
      prepareSites([sampleSite(site), ...more]),
    );
    expect((matches['ir-1'] ?? []).map(({ match, objectClass }) => `${match} ${objectClass}`)).toEqual(wanted);
  });

  test('no site at all leaves the stated class', () => {
    const { matches, restricted } = matchReports([sampleIncidentReport({ objects: ['rail'] })], [sampleExactPlace()], prepareSites([]));
    expect(matches['ir-1']).toEqual([{ objectClass: 'rail', match: 'class_only', reason: { code: 'match_class_only', values: {} } }]);
    expect(restricted).toEqual([]);
  });

  test('which site it was stands apart, once a site and in its surest way', () => {
    const { restricted } = matchReports(
      [sampleIncidentReport({ text: 'at Lakeside substation' })],
      [sampleExactPlace()],
      prepareSites([sampleSite({ names: ['Lakeside substation'] })]),
    );
    expect(restricted).toEqual([{ reportId: 'ir-1', siteId: 'site-1', objectClasses: ['substation'], match: 'named' }]);
  });
});

const position = fc.record({
  lat: fc.double({ min: 49.9, max: 50.1, noNaN: true }),
  lon: fc.double({ min: 29.9, max: 30.1, noNaN: true }),
});
const someClasses = fc.subarray(['substation', 'power_grid', 'energy_infrastructure', 'hospital', 'rail', 'infrastructure']);
const someSites = fc.array(
  fc.record({ position, objects: someClasses, territory: fc.constantFrom('AA', 'BB', null), named: fc.boolean(), round: fc.boolean() }),
  { maxLength: 12 },
);
const someReports = fc.array(
  fc.record({
    position,
    objects: someClasses,
    precision: fc.constantFrom(...PLACE_PRECISIONS),
    territory: fc.constantFrom('AA', 'BB', null),
  }),
  { maxLength: 12 },
);

type SomeSites = typeof someSites extends fc.Arbitrary<infer T> ? T : never;
type SomeReports = typeof someReports extends fc.Arbitrary<infer T> ? T : never;

function run(sites: SomeSites, reports: SomeReports, swap: (state: string | null) => string | null): ReturnType<typeof matchReports> {
  return matchReports(
    reports.map(({ objects, territory }, at) => {
      const report = sampleIncidentReport({ id: `ir-${at}`, objects, text: 'Hidden Hollow plant and others' });
      return { ...report, place: { ...report.place, territory: swap(territory), admin1: null } };
    }),
    reports.map(({ position: at, precision }, number) => sampleExactPlace({ reportId: `ir-${number}`, ...at, precision })),
    prepareSites(
      sites.map(({ position: at, objects, territory, named, round }, number) =>
        sampleSite({
          id: `secret-${number}`,
          objects,
          territory: swap(territory),
          admin1: null,
          names: named ? ['Hidden Hollow plant'] : [],
          position: at,
          outline: round
            ? [
                [
                  [at.lon - 0.01, at.lat - 0.01],
                  [at.lon + 0.01, at.lat - 0.01],
                  [at.lon, at.lat + 0.01],
                ],
              ]
            : null,
        }),
      ),
    ),
  );
}

describe('whatever the sites and reports', () => {
  test('what is kept with a report holds classes, kinds and the stated precision, and nothing of a site', () => {
    fc.assert(
      fc.property(someSites, someReports, (sites, reports) => {
        const { matches, restricted } = run(sites, reports, (state) => state);
        for (const list of Object.values(matches)) {
          for (const { objectClass, match, reason, ...rest } of list) {
            expect(rest).toEqual({});
            expect(reports.flatMap(({ objects }) => objects).concat(sites.flatMap(({ objects }) => objects))).toContain(objectClass);
            expect(reason.code).toBe(`match_${match}`);
            expect(Object.keys(reason.values).filter((key) => key !== 'precision')).toEqual([]);
            for (const value of Object.values(reason.values)) expect(PLACE_PRECISIONS).toContain(value);
          }
        }
        const said = JSON.stringify(matches);
        expect(said).not.toMatch(/secret|Hollow|\d\.\d/);
        for (const { siteId } of restricted) expect(siteId).toMatch(/^secret-/);
      }),
    );
  });

  test('with the states swapped the answers are the same', () => {
    fc.assert(
      fc.property(someSites, someReports, (sites, reports) => {
        const swap = (state: string | null): string | null => (state === 'AA' ? 'BB' : state === 'BB' ? 'AA' : state);
        expect(run(sites, reports, swap)).toEqual(run(sites, reports, (state) => state));
      }),
    );
  });

  test('the order of sites and reports changes nothing', () => {
    fc.assert(
      fc.property(someSites, someReports, (sites, reports) => {
        const forth = run(sites, reports, (state) => state);
        const back = run(sites.toReversed(), reports, (state) => state);
        expect(back.matches).toEqual(forth.matches);
        expect(back.restricted.length).toBe(forth.restricted.length);
      }),
    );
  });

  test('a stated class is met by classes above or below it alone', () => {
    fc.assert(
      fc.property(someSites, someReports, (sites, reports) => {
        const { matches } = run(sites, reports, (state) => state);
        reports.forEach(({ objects }, at) => {
          const found = (matches[`ir-${at}`] ?? []).map(({ objectClass }) => objectClass);
          const isKin = (a: string, b: string): boolean => classesAbove(a).has(b) || classesAbove(b).has(a);
          for (const said of objects) expect(found.some((code) => isKin(code, said))).toBe(true);
          if (objects.length > 0) for (const code of found) expect(objects.some((said) => isKin(code, said))).toBe(true);
        });
      }),
    );
  });
});
