import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../memory-files.ts';
import { importIncidents } from './import-table.ts';
import { readLiteral } from './python-literal.ts';

const importText = (text: string, name = 't.csv') => importIncidents(name, memoryFiles({ [name]: text }), { now: '2026-01-31T09:30Z' });

describe('daily totals', () => {
  const table = (...rows: readonly string[]) =>
    `time_start,time_end,model,launch_place,target,launched,destroyed,affected region,destroyed_details\n${rows.join('\n')}\n`;

  test('are sums for the country, the day and the kind of act: no region, no place of launch, no type of weapon', async () => {
    const { countryTotals, summary } = await importText(
      table(
        `2025-03-19 20:00,2025-03-20 08:00,Shahed-136/131,Somewhere,south,10.0,6.0,"['Region A', 'Region B']","{'south': 6, 'north': nan}"`,
        `2025-03-20 09:00,2025-03-20 11:00,Lancet,,Region A,2,1,,{}`,
        `2025-03-20 09:00,2025-03-20 11:00,Lancet,,Region A,2,1,,{}`,
        `2025-03-20,2025-03-20,Kalibr,Elsewhere,,4,,,`,
        `2025-03-21,2025-03-21,Shahed-136/131,,,,3,,`,
      ),
    );
    expect(summary.totals).toEqual({ read: 5, accepted: 3, merged: 2, rejected: 0 });
    const short = countryTotals.map(({ day, act, launched, intercepted, rows, launchedMissing, interceptedMissing }) => [
      day,
      act,
      launched,
      intercepted,
      rows,
      launchedMissing,
      interceptedMissing,
    ]);
    expect(short).toEqual([
      ['2025-03-20', 'drone_strike', 12, 7, 2, 0, 0],
      ['2025-03-20', 'missile_strike', 4, 0, 1, 0, 1],
      ['2025-03-21', 'drone_strike', 0, 3, 1, 1, 0],
    ]);
    expect(JSON.stringify(countryTotals)).not.toMatch(/Somewhere|Elsewhere|Region|south|Shahed|Lancet|Kalibr/);
    expect(new Set(countryTotals.flatMap((total) => Object.keys(total)))).toEqual(
      new Set([
        'id',
        'source',
        'speaker',
        'territory',
        'day',
        'act',
        'launched',
        'intercepted',
        'rows',
        'launchedMissing',
        'interceptedMissing',
      ]),
    );
  });
});

describe('literals of Python in cells', () => {
  test.for<readonly [string, readonly string[] | null]>([
    ["['a, b', \"it's\"]", ['a, b', "it's"]],
    ["{'north': 3, 'east': nan, 'west': None}", ['3']],
    ["('a', ('b', 'c'))", ['a', 'b', 'c']],
    ['{}', []],
    ['["x", 1.5, true]', ['x', '1.5', 'true']],
    ["'a'", null],
    ['[a b]', null],
    ["['a'", null],
    ["['a']]", null],
    ['plain', null],
  ])('%s', ([cell, entries]) => {
    expect(readLiteral(cell)).toEqual(entries);
  });
});

describe('sites', () => {
  test('a register gives names, class and place, and nothing of what else it knows', async () => {
    const text = 'country,name,fuel,capacity_mw,lat,lon,owner,commissioning_year\nUKR,Sample plant,Coal,4711,49.1,30.5,Somebody Ltd,1984\n';
    const { sites, summary } = await importText(text);
    expect(sites).toHaveLength(1);
    expect(Object.keys(sites[0] ?? {}).sort()).toEqual(['admin1', 'id', 'names', 'objects', 'outline', 'position', 'source', 'territory']);
    expect(JSON.stringify(sites)).not.toMatch(/4711|Somebody|1984/);
    expect(summary.columns.dropped).toEqual(['capacity_mw', 'owner']);
  });

  test('GeoJSON of OpenStreetMap gives outlines, and leaves military objects', async () => {
    const feature = (properties: object, geometry: object) => JSON.stringify({ type: 'Feature', properties, geometry });
    const ring = [
      [30, 50],
      [30.1, 50],
      [30.1, 50.1],
      [30, 50],
    ];
    const text = `{"type":"FeatureCollection","features":[\n${[
      feature(
        { osm_id: 1, power: 'plant', 'plant:source': 'nuclear', 'name:uk': 'Зразкова АЕС', name: 'Sample NPP', voltage: '750' },
        { type: 'Polygon', coordinates: [ring] },
      ),
      feature({ osm_id: 2, railway: 'station' }, { type: 'Point', coordinates: [30, 50] }),
      feature({ osm_id: 3, landuse: 'military' }, { type: 'Point', coordinates: [30, 50] }),
      feature({ osm_id: 4, amenity: 'school' }, { type: 'Point', coordinates: [0, 0] }),
    ].join(',\n')}]}`;
    const { sites, rejected } = await importText(text, 't.geojson');
    expect(sites.map(({ objects, names, outline }) => [objects, names, outline?.[0]?.length ?? null])).toEqual([
      [['nuclear_power_plant'], ['Sample NPP', 'Зразкова АЕС'], 4],
      [['rail'], [], null],
    ]);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([
      [4, 'TB_ROW_NOT_WANTED'],
      [5, 'TB_ROW_COORDINATES_ZERO'],
    ]);
  });
});

describe('fire points', () => {
  test('are never incidents, and hold nothing of how strong a fire was', async () => {
    const text =
      'latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,confidence,frp\n49.9,36.2,340.1,0.4,0.4,2025-03-20,0124,h,17.2\n';
    const { reports, firePoints, positions } = await importText(text);
    expect([reports, positions]).toEqual([[], []]);
    expect(firePoints).toEqual([{ at: '2025-03-20T01:24Z', lat: 49.9, lon: 36.2, footprintKm: 0.4 }]);
  });
});
