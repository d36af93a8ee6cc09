import { describe, expect, test } from 'vitest';
import { parseControl, readControl } from './control.ts';
import { findCrossing } from './find-crossing.ts';

const square = [
  [30, 50],
  [31, 50],
  [31, 51],
  [30, 51],
  [30, 50],
] as const;
const bowTie = [
  [30, 50],
  [31, 51],
  [31, 50],
  [30, 51],
  [30, 50],
] as const;
const feature = (properties: unknown, geometry: unknown): unknown => ({ type: 'Feature', properties, geometry });
const collection = (...features: readonly unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features });
const polygon = { type: 'Polygon', coordinates: [square] };
const all = { source: 'Invented Survey', all: 'BB' };

describe('areas and who holds them', () => {
  test('one holder for all, the day from the name of the file', () => {
    expect(parseControl(collection(feature({}, polygon)), 'a/areas_20250318.geojson', all)).toEqual({
      set: { date: '2025-03-18', source: 'Invented Survey', areas: [{ holder: 'BB', polygons: [[square]] }] },
      problems: [],
    });
  });

  test('a holder by property; a value that is not mapped is named', () => {
    const mapping = { source: 's', property: 'side', holders: { red: 'AA', blue: 'BB' }, date: '2025-03-18' };
    const text = collection(feature({ side: 'red' }, polygon), feature({ side: 'toString' }, polygon), feature(null, polygon));
    const { set, problems } = parseControl(text, 'x.geojson', mapping);
    expect(set?.areas.map(({ holder }) => holder)).toEqual(['AA']);
    expect(problems.map(({ code, message }) => [code, message.includes('toString')])).toEqual([
      ['TB_CONTROL_HOLDER', true],
      ['TB_CONTROL_HOLDER', false],
    ]);
  });

  test("a file of one's own says the holder itself", () => {
    const text = collection(feature({ holder: 'AA' }, polygon), feature({ holder: 'somebody' }, polygon));
    const { set, problems } = parseControl(text, 'x-2025-03-18.geojson', { source: 's' });
    expect(set?.areas.map(({ holder }) => holder)).toEqual(['AA']);
    expect(problems.map(({ code }) => code)).toEqual(['TB_CONTROL_HOLDER']);
  });

  test.for<[string, unknown]>([
    ['a point', { type: 'Point', coordinates: [30, 50] }],
    ['no geometry', null],
    ['a ring of three points', { type: 'Polygon', coordinates: [square.slice(0, 3)] }],
    ['a point off the globe', { type: 'Polygon', coordinates: [[...square.slice(0, 4), [30, 500]]] }],
    ['words for numbers', { type: 'Polygon', coordinates: [[['30', '50'], ...square]] }],
    ['coordinates that are no list', { type: 'MultiPolygon', coordinates: {} }],
    ['a polygon that is no list', { type: 'MultiPolygon', coordinates: [3] }],
  ])('%s is named, the other area is kept', ([, geometry]) => {
    const { set, problems } = parseControl(collection(feature({}, geometry), feature({}, polygon)), 'a-2025-03-18.geojson', all);
    expect(set?.areas).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toEqual(['TB_CONTROL_SHAPE']);
  });

  test('an outline that crosses itself is used, with a warning', () => {
    const { set, problems } = parseControl(JSON.stringify({ type: 'Polygon', coordinates: [bowTie] }), 'a-2025-03-18.geojson', all);
    expect(set?.areas).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'TB_CONTROL_CROSSES', severity: 'warning' }]);
  });

  test.for([
    ['no JSON', '{', 'a-2025-03-18.json', 'TB_CONTROL_BROKEN'],
    ['no GeoJSON', '{"a":1}', 'a-2025-03-18.json', 'TB_CONTROL_BROKEN'],
    ['no day', collection(), 'areas.geojson', 'TB_CONTROL_UNDATED'],
    ['an impossible day', collection(), 'areas-20251340.geojson', 'TB_CONTROL_UNDATED'],
  ] as const)('%s', ([, text, file, code]) => {
    expect(parseControl(text, file, all)).toMatchObject({ set: null, problems: [{ code }] });
  });

  test('a file that is missing or binary', async () => {
    const missing = { readFile: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOENT' })) };
    expect((await readControl('x', all, missing)).problems).toMatchObject([{ code: 'TB_FILE_UNREADABLE' }]);
    const zip = { readFile: () => Promise.resolve(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0])) };
    expect((await readControl('x', all, zip)).problems).toMatchObject([{ code: 'TB_FILE_BINARY' }]);
  });
});

describe('rings that cross themselves', () => {
  test.for<[string, readonly (readonly [number, number])[], boolean]>([
    ['a square', square, false],
    ['a bow tie', bowTie, true],
    [
      'a point given twice',
      [
        [30, 50],
        [31, 50],
        [31, 50],
        [31, 51],
        [30, 51],
        [30, 50],
      ],
      false,
    ],
    [
      'two squares that touch at a corner',
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 2],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
      false,
    ],
    [
      'two points',
      [
        [0, 0],
        [1, 0],
      ],
      false,
    ],
  ])('%s', ([, ring, crosses]) => {
    expect(findCrossing(ring) !== null).toBe(crosses);
  });
});
