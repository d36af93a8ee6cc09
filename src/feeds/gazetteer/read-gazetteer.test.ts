import { describe, expect, test } from 'vitest';
import { parseGazetteer, readGazetteer } from './read-gazetteer.ts';

const geonames = (cells: Readonly<Record<number, string>>): string => Array.from({ length: 19 }, (_, at) => cells[at] ?? '').join('\t');
const village = geonames({
  0: '7',
  1: 'Ozerne',
  2: 'Ozerne',
  3: 'OZR,Озерне,Seedorf',
  4: '49.5',
  5: '36.5',
  6: 'P',
  7: 'PPL',
  8: 'UA',
  10: '07',
});
const HEADER = 'Перший рівень;Другий рівень;Третій рівень;Четвертий рівень;Додатковий рівень;Категорія об’єкта;Назва об’єкта';

describe('tables of geonames.org', () => {
  test('a settlement with its names; a code of three capitals is no name', () => {
    expect(parseGazetteer(`${village}\n`, 'g.tsv')).toEqual({
      entries: [
        {
          id: '7',
          scheme: 'geonames',
          names: ['Ozerne', 'Озерне', 'Seedorf'],
          position: { lat: 49.5, lon: 36.5 },
          state: 'UA',
          region: '07',
          kind: 'settlement',
        },
      ],
      problems: [],
    });
  });

  test('a mountain is passed over', () => {
    const mountain = geonames({ 0: '8', 1: 'Berg', 4: '49', 5: '36', 6: 'T', 8: 'UA', 10: '07' });
    expect(parseGazetteer(`${village}\r\n${mountain}`, 'g.tsv')).toMatchObject({ entries: [{ id: '7' }], problems: [] });
  });

  test.for([
    ['too few columns', '9\tOrt'],
    ['latitude out of range', geonames({ 0: '9', 1: 'Ort', 4: '149', 5: '36', 6: 'P', 8: 'UA' })],
    ['no longitude', geonames({ 0: '9', 1: 'Ort', 4: '49', 5: 'x', 6: 'P', 8: 'UA' })],
    ['no country', geonames({ 0: '9', 1: 'Ort', 4: '49', 5: '36', 6: 'P' })],
  ] as const)('%s: rejected with its line, the others are kept', ([, row]) => {
    const { entries, problems } = parseGazetteer(`${village}\n${row}\n${village}`, 'g.tsv');
    expect(entries).toHaveLength(2);
    expect(problems).toMatchObject([{ code: 'TB_GAZETTEER_ROW', file: 'g.tsv', line: 2 }]);
  });
});

describe('the Ukrainian code of territories', () => {
  const region = 'UA63000000000041885;;;;;O;Вигадана';
  const village2 = 'UA63000000000041885;UA63010000000000001;UA63010010000000002;UA63010010010000003;;C;Озерне ';
  const district = 'UA63000000000041885;UA63010000000000001;;;;P;Озерський';

  test('settlements and districts, without positions', () => {
    const { entries, problems } = parseGazetteer(`\ufeff${HEADER}\n${region}\n${village2}\n${district}\n`, 'k.csv');
    expect(problems).toEqual([]);
    expect(entries).toEqual([
      { id: 'UA63010010010000003', scheme: 'katottg', names: ['Озерне'], position: null, state: 'UA', region: 'UA63', kind: 'settlement' },
      {
        id: 'UA63010000000000001',
        scheme: 'katottg',
        names: ['Озерський район'],
        position: null,
        state: 'UA',
        region: 'UA63',
        kind: 'admin2',
      },
    ]);
  });

  test.for([
    ['a broken code', 'UA6;;;;;C;Озерне'],
    ['no name', 'UA63000000000041885;UA63010010010000003;;;;C;'],
    ['an unknown kind', 'UA63000000000041885;UA63010010010000003;;;;Q;Озерне'],
    ['a column too few', 'UA63000000000041885;;;;C;Озерне'],
  ] as const)('%s: rejected with its line', ([, row]) => {
    const { entries, problems } = parseGazetteer(`${HEADER}\n${village2}\n${row}\n`, 'k.csv');
    expect(entries).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'TB_GAZETTEER_ROW', file: 'k.csv', line: 3 }]);
  });

  test('a quotation mark that never closes is a coded error', () => {
    expect(parseGazetteer(`${HEADER}\n"UA63;;;`, 'k.csv').problems).toMatchObject([{ code: 'TB_GAZETTEER_FORMAT' }]);
  });
});

describe('files that are neither', () => {
  test.for(['', 'name,lat,lon\nA,1,2', '{}'])('"%s"', (text) => {
    expect(parseGazetteer(text, 'x').problems).toMatchObject([{ code: 'TB_GAZETTEER_FORMAT', file: 'x' }]);
  });

  test('a file that is missing or binary', async () => {
    const missing = { readFile: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOENT' })) };
    expect((await readGazetteer('x', missing)).problems).toMatchObject([{ code: 'TB_FILE_UNREADABLE' }]);
    const zip = { readFile: () => Promise.resolve(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0])) };
    expect((await readGazetteer('x', zip)).problems).toMatchObject([{ code: 'TB_FILE_BINARY' }]);
  });
});
