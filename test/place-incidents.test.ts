import { describe, expect, test } from 'vitest';
import { readIncidents } from '../src/app/read-incidents.ts';
import { type FileAccess, nodeFiles } from '../src/feeds/index.ts';
import { memoryFiles } from '../src/feeds/memory-files.ts';

/** A few files in memory; the base map comes from the package. */
function filesWith(given: Readonly<Record<string, string>>): FileAccess {
  const memory = memoryFiles(given);
  return { ...memory, readFile: (path) => (Object.hasOwn(given, path) ? memory : nodeFiles).readFile(path) };
}

const HEADER = 'id,from,lat,lon,precision,placeName,admin1,territory,objects,source';
const geonames = [
  '7',
  'Ozerne',
  'Ozerne',
  'Озерне',
  '49.5',
  '36.5',
  'P',
  'PPL',
  'UA',
  '',
  '07',
  ...Array.from({ length: 8 }, () => ''),
].join('\t');
const area = JSON.stringify({
  type: 'Feature',
  properties: { holder: 'ZZ' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [33, 44],
        [35, 44],
        [35, 46],
        [33, 46],
        [33, 44],
      ],
    ],
  },
});

describe('tables of incidents with files about places', () => {
  test('each report gets what can be told of its place, and nothing finer stays with it', async () => {
    const files = filesWith({
      'i.csv': [
        HEADER,
        'a,2025-03-20,44.95,34.10,vicinity_100m,,,,substation,s',
        'b,2025-03-20,,,settlement,Ozerne,,,,s',
        'c,2025-03-20,,,,,UA-14,,rail,s',
      ].join('\n'),
      'g.tsv': geonames,
      'areas-2025-03-18.geojson': area,
    });
    const { reports, matches, problems } = await readIncidents(['i.csv'], files, '2025-04-01', {
      gazetteers: ['g.tsv'],
      control: ['areas-2025-03-18.geojson'],
    });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(reports.map(({ place }) => [place.territory, place.admin1, place.cell, place.claimedBy, place.controlledBy])).toEqual([
      ['UA', 'UA-43', 'G25-N44.75-E034.00', ['RU', 'UA'], 'ZZ'],
      ['UA', 'UA-63', 'G25-N49.50-E036.50', [], null],
      ['UA', 'UA-14', null, ['RU', 'UA'], null],
    ]);
    expect(JSON.stringify(reports)).not.toMatch(/44\.95|34\.10?|Ozerne/);
    expect(Object.values(matches).map((list) => list.map(({ match, objectClass }) => `${match} ${objectClass}`))).toEqual([
      ['class_only substation'],
      ['class_only rail'],
    ]);
  });

  test('a file that cannot be used is named, the incidents are kept', async () => {
    const files = filesWith({ 'i.csv': `${HEADER}\na,2025-03-20,,,,,UA-63,,rail,s`, 'g.tsv': 'no gazetteer', 'x.geojson': area });
    const { reports, problems } = await readIncidents(['i.csv'], files, '2025-04-01', { gazetteers: ['g.tsv'], control: ['x.geojson'] });
    expect(reports).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['TB_GAZETTEER_FORMAT', 'TB_CONTROL_UNDATED']));
  });
});
