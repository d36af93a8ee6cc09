import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../memory-files.ts';
import { type ImportOptions, importIncidents } from './import-table.ts';

const NOW = '2026-01-31T09:30Z';

const importText = (text: string | Uint8Array, options: Partial<ImportOptions> = {}, name = 't.csv', piece?: number) =>
  importIncidents(name, memoryFiles({ [name]: text }, piece), { now: NOW, ...options });

const linesOf = async (text: string | Uint8Array, name?: string) => {
  const { rejected } = await importText(text, {}, name);
  return rejected.map(({ line, code }) => [line, code]);
};

const sumOf = ({ accepted, merged, rejected }: { accepted: number; merged: number; rejected: number }) => accepted + merged + rejected;

describe('forms of CSV', () => {
  const rows = [
    ['id', 'from', 'admin1', 'text'],
    ['e-1', '2025-03-20', 'UA-51', 'Zwei Wörter, „so“'],
    ['e-2', '2025-03-21', 'UA-63', 'Mehr'],
  ];
  const csv = (delimiter: string, end: string) => rows.map((cells) => cells.map((cell) => `"${cell}"`).join(delimiter)).join(end) + end;

  test.for([
    [',', '\n'],
    [';', '\r\n'],
    ['\t', '\r'],
    ['|', '\r\n'],
  ] as const)('delimiter %j with line end %j', async ([delimiter, end]) => {
    for (const piece of [1, 7, 65_536]) {
      const { reports, summary } = await importText(csv(delimiter, end), {}, 't.csv', piece);
      expect(reports.map(({ row, text }) => [row?.line, text])).toEqual([
        [2, 'Zwei Wörter, „so“'],
        [3, 'Mehr'],
      ]);
      expect(summary.problems).toEqual([]);
    }
  });

  test('a delimiter that nobody would guess is given', async () => {
    const { reports } = await importText('id^from\ne-1^2025-03-20\n', { dialect: { delimiter: '^' } });
    expect(reports).toHaveLength(1);
  });

  test.for([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${csv(',', '\n')}`, 'utf8'), []],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${csv(',', '\n')}`, 'utf16le'), []],
    ['UTF-16 without one', Buffer.from(csv(',', '\n'), 'utf16le'), ['TB_ENCODING_GUESSED']],
    [
      'Windows-1252',
      Buffer.from(csv(',', '\n').replace('ö', '\xf6').replace('„', '\x84').replace('“', '\x93'), 'latin1'),
      ['TB_ENCODING_GUESSED'],
    ],
  ] as const)('%s', async ([, bytes, problems]) => {
    for (const piece of [1, 3, 65_536]) {
      const { reports, summary } = await importText(bytes, {}, 't.csv', piece);
      expect(reports.map(({ text }) => text)).toEqual(['Zwei Wörter, „so“', 'Mehr']);
      expect(summary.problems.map(({ code }) => code)).toEqual(problems);
    }
  });

  test('an encoding that shows only far inside the file is still found', async () => {
    const filler = Array.from({ length: 4000 }, (_, at) => `f-${at},2025-03-20,UA-51,plain words and nothing else\n`).join('');
    const text = `id,from,admin1,text\n${filler}e-1,2025-03-20,UA-63,Stra\xdfe\n`;
    const { reports } = await importText(Buffer.from(text, 'latin1'));
    expect(reports.at(-1)?.text).toBe('Straße');
  });

  test('cells over several lines keep the lines of the rows right', async () => {
    const text = 'id,from,text\ne-1,2025-03-20,"one\ntwo\n\nthree"\n\ne-2,2025-03-21,x\ne-3,2025-03-22,"a ""b"" c"\n';
    const { reports } = await importText(text);
    expect(reports.map(({ row, text: words }) => [row?.line, words])).toEqual([
      [2, 'one\ntwo\n\nthree'],
      [7, 'x'],
      [8, 'a "b" c'],
    ]);
  });
});

describe('bad rows', () => {
  const table = (...rows: readonly string[]) => `id,from,to,territory,lat,lon,objects\n${rows.join('\n')}\n`;

  test.for<readonly [string, string, string]>([
    ['latitude and longitude swapped, told by the country', 'e,2025-03-20,,UA,30.5,50.4,', 'TB_ROW_COORDINATES_SWAPPED'],
    ['swapped, told by the range', 'e,2025-03-20,,,131.9,43.1,', 'TB_ROW_COORDINATES_SWAPPED'],
    ['out of range', 'e,2025-03-20,,,95,200,', 'TB_ROW_COORDINATES_RANGE'],
    ['zero and zero', 'e,2025-03-20,,,0,0.0,', 'TB_ROW_COORDINATES_ZERO'],
    ['only one of the two', 'e,2025-03-20,,,50.4,,', 'TB_ROW_COORDINATES_BROKEN'],
    ['words for numbers', 'e,2025-03-20,,,north,30,', 'TB_ROW_COORDINATES_BROKEN'],
    ['a day that no calendar has', 'e,2025-02-30,,,,,', 'TB_ROW_DATE_BROKEN'],
    ['a date in the future', 'e,2026-02-01,,,,,', 'TB_ROW_DATE_FUTURE'],
    ['a moment in the future', 'e,2026-01-31T09:31Z,,,,,', 'TB_ROW_DATE_FUTURE'],
    ['the beginning of the calendar of a database', 'e,1753-01-01,,,,,', 'TB_ROW_DATE_OLD'],
    ['an end before the start', 'e,2025-03-20,2025-03-19,,,,', 'TB_ROW_END_BEFORE_START'],
    ['an end before the start, in hours', 'e,2025-03-20T10:00+02:00,2025-03-20T07:59Z,,,,', 'TB_ROW_END_BEFORE_START'],
    ['no date', 'e,,,,,,', 'TB_ROW_FIELD_MISSING'],
    ['an object that the ontology does not know', 'e,2025-03-20,,,,,castle', 'TB_ROW_CODE_UNKNOWN'],
    ['a cell too many', 'e,2025-03-20,,,,,rail,more', 'TB_ROW_RAGGED'],
    ['a cell too few', 'e,2025-03-20,,,,', 'TB_ROW_RAGGED'],
    ['a NUL', 'e,2025-03-20,,,,,ra\0il', 'TB_ROW_NUL'],
  ])('%s', async ([, row, code]) => {
    expect(await linesOf(table('a,2025-03-18,,,,,rail', row, 'b,2025-03-19,,,,,rail'))).toEqual([[3, code]]);
  });

  test('good neighbours of the bad ones', async () => {
    const { reports, summary } = await importText(
      table(
        'a,2025-03-20,2025-03-20,UA,"50,4","30,5",rail',
        'b,2025-03,,,-33.9,18.4,',
        'c,2025-03-20T10:00+02:00,2025-03-20T08:00Z,,,,',
        'd,2026-01-31,,,,,,,,',
      ),
    );
    expect(summary.totals).toEqual({ read: 4, accepted: 4, merged: 0, rejected: 0 });
    expect(reports.map(({ to }) => to)).toEqual([null, null, '2025-03-20T08:00Z', null]);
  });

  test('a formula is kept as it is written: only exports make it harmless', async () => {
    const { reports } = await importText('id,from,text\n=1+1,2025-03-20,"=HYPERLINK(""http://example.org"")"\n');
    expect(reports[0]).toMatchObject({ text: '=HYPERLINK("http://example.org")', row: { key: '=1+1' } });
  });

  test('a place far from its country is taken and said', async () => {
    const { summary } = await importText(table('a,2025-03-20,,UA,-10,-10,rail'));
    expect(summary.totals.accepted).toBe(1);
    expect(summary.problems.map(({ code, line }) => [code, line])).toEqual([['TB_ROW_PLACE_ELSEWHERE', 2]]);
  });

  test('an unknown region or state is left open and counted', async () => {
    const { reports, summary } = await importText('id,from,territory,admin1\na,2025-03-20,Ukrane,Nowhere\nb,2025-03-20,Ukraine,Nowhere\n');
    expect(reports.map(({ place }) => [place.territory, place.admin1])).toEqual([
      [null, null],
      ['UA', null],
    ]);
    expect(summary.problems.map(({ code, message }) => [code, message.includes('2.') || message.includes('1.')])).toEqual([
      ['TB_ROW_REGION_UNKNOWN', true],
      ['TB_ROW_TERRITORY_UNKNOWN', true],
    ]);
  });
});

describe('rows that say the same', () => {
  test('are merged into the first, and so are later versions of one key', async () => {
    const { summary, merged } = await importText('id,from\na,2025-03-20\nb,2025-03-20\na,2025-03-20\na,2025-03-21\n');
    expect(summary.totals).toEqual({ read: 4, accepted: 2, merged: 2, rejected: 0 });
    expect(merged.map(({ line, into, why }) => [line, into, why])).toEqual([
      [4, 2, 'identical'],
      [5, 2, 'same_key'],
    ]);
    expect(summary.problems.map(({ code, line }) => [code, line])).toEqual([['TB_ROW_AGAIN', 5]]);
  });

  test('a broken row does not swallow its correction', async () => {
    const { summary } = await importText('id,from\na,2025-02-30\na,2025-03-02\n');
    expect(summary.totals).toEqual({ read: 2, accepted: 1, merged: 0, rejected: 1 });
  });

  test('ids do not depend on the order of rows or the name of the file', async () => {
    const idsOf = async (text: string, name: string) => (await importText(text, {}, name)).reports.map(({ id }) => id).sort();
    expect(await idsOf('id,from\na,2025-03-20\nb,2025-03-21\n', 'x.csv')).toEqual(
      await idsOf('from,id\n2025-03-21,b\n2025-03-20,a\n', 'y.csv'),
    );
  });
});

describe('headers', () => {
  const problemsOf = async (text: string, options?: Partial<ImportOptions>) =>
    (await importText(text, options)).summary.problems.map(({ code }) => code);

  test('a column that stands there twice is an error if it is read, and a warning if not', async () => {
    expect(await problemsOf('id,from,from\na,2025-03-20,2025-03-21\n')).toEqual(['TB_TABLE_HEADER_TWICE_READ']);
    expect(await problemsOf('id,from,x,x\na,2025-03-20,1,2\n')).toEqual(['TB_TABLE_HEADER_TWICE', 'TB_COLUMN_UNREAD']);
  });

  test('a column without a name is called by its place', async () => {
    const { summary } = await importText('id,,from\na,1,2025-03-20\n');
    expect(summary.columns.unread).toEqual(['column 2']);
    expect(summary.totals.accepted).toBe(1);
  });

  test('a table without a header is recognised by nobody', async () => {
    expect(await problemsOf('a,2025-03-20\nb,2025-03-21\n')).toEqual(['TB_TABLE_UNRECOGNISED']);
  });

  test('names of columns cannot reach into objects', async () => {
    const { reports } = await importText('id,from,__proto__,constructor,text\na,2025-03-20,x,y,z\n');
    expect(reports[0]?.text).toBe('z');
  });

  test('nothing, and nothing but line ends', async () => {
    for (const text of ['', '\n\n\r\n', '\ufeff']) expect(await problemsOf(text), JSON.stringify(text)).toEqual(['TB_TABLE_EMPTY']);
    expect((await importText('id,from\n')).summary.totals.read).toBe(0);
  });

  test('columns are put in place on the command line', async () => {
    const text = 'Datum,Gebiet,B,L\n20.03.2025,Oblast Charkiw,36.2,49.9\n';
    const { reports, positions } = await importText(text, {
      columns: { from: 'Datum', admin1: 'Gebiet', lat: 'L', lon: 'B' },
      values: { source: 'Desk', objects: 'rail; port' },
    });
    expect(reports[0]).toMatchObject({ from: '2025-03-20', source: 'Desk', objects: ['rail', 'port'], place: { admin1: 'UA-63' } });
    expect(positions[0]).toMatchObject({ reportId: reports[0]?.id, lat: 49.9, lon: 36.2 });
    expect(await problemsOf(text, { columns: { from: 'Tag' } })).toEqual(['TB_TABLE_COLUMN_MISSING']);
    expect(await problemsOf(text, { columns: { damage: 'Datum' } })).toEqual(['TB_TABLE_UNRECOGNISED']);
    expect(await problemsOf(text, { columns: { from: 'Datum', damage: 'Gebiet' } })).toEqual(['TB_MAPPING_FIELD_UNKNOWN']);
  });

  test('a refused column cannot be put in place either', async () => {
    expect(await problemsOf('from,capacity_mw\n2025-03-20,100\n', { columns: { text: 'capacity_mw' } })).toEqual(['TB_MAPPING_BROKEN']);
  });
});

describe('no exact place, and nothing refused, stands in a report', () => {
  test('whatever the columns are', async () => {
    const text =
      'id,from,lat,lon,placeName,capacity_mw,damage_grade,victim_name,weapon_type\na,2025-03-20,49.912345,36.254321,Sampletown,4711,total,Somebody,Thing\n';
    const { reports, positions, summary } = await importText(text);
    expect(summary.columns.dropped).toEqual(['capacity_mw', 'damage_grade', 'victim_name', 'weapon_type']);
    expect(JSON.stringify(reports)).not.toMatch(/49\.9|36\.2|Sampletown|4711|total|Somebody|Thing/);
    expect(JSON.stringify(positions)).not.toMatch(/4711|total|Somebody|Thing/);
    expect(positions).toEqual([
      { reportId: reports[0]?.id, lat: 49.912345, lon: 36.254321, precision: 'locality_1km', placeName: 'Sampletown', regionName: null },
    ]);
  });
});

describe('rows that would swallow the file', () => {
  test('a quotation mark that is never closed costs its own row', async () => {
    const { summary, rejected } = await importText('id,from,text\na,2025-03-20,x\nb,2025-03-20,"open\nc,2025-03-21,y\nd,2025-03-22,z\n');
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([[3, 'TB_ROW_QUOTE_OPEN']]);
    expect(summary.totals).toEqual({ read: 4, accepted: 3, merged: 0, rejected: 1 });
  });

  test('a row of five million characters is one rejected row', async () => {
    const text = `id,from,text\na,2025-03-20,x\nb,2025-03-20,${'y'.repeat(5_000_000)}\nc,2025-03-21,z\n`;
    expect(await linesOf(text)).toEqual([[3, 'TB_ROW_TOO_LONG']]);
    expect(await linesOf(text.replace('y', '"y'))).toEqual([[3, 'TB_ROW_TOO_LONG']]);
  });

  test('a cell of half a million characters is named', async () => {
    expect(await linesOf(`id,from,text\na,2025-03-20,${'y'.repeat(500_000)}\n`)).toEqual([[2, 'TB_ROW_CELL_TOO_LONG']]);
  });

  test('a file made of opened quotation marks ends, and everything in it is counted', async () => {
    const text = `id,from,text\n${'"a\n'.repeat(1_100_000)}`;
    const { summary } = await importText(text);
    expect(summary.totals.read).toBe(sumOf(summary.totals));
    expect(summary.totals.rejected).toBeGreaterThan(0);
  });
});

describe('JSON', () => {
  const rows = ['{"id":"a","from":"2025-03-20","objects":["rail","port"]}', '{"id":"b","from":"2025-03-21","place":{"admin1":"UA-63"}}'];

  test.for([
    ['lines', rows.join('\n'), [1, 2]],
    ['a list', `[\n${rows.join(',\n')}\n]`, [2, 3]],
    ['an object with the list', `{"made": {"by": ["us"]},\n "incidents": [${rows.join(', ')}]}`, [2, 2]],
    ['one object', rows[0] ?? '', [1]],
  ] as const)('%s', async ([, text, lines]) => {
    for (const piece of [1, 5, 65_536]) {
      const { reports } = await importText(text, {}, 't.json', piece);
      expect(reports.map(({ row }) => row?.line)).toEqual(lines);
      expect(reports[0]?.objects).toEqual(['rail', 'port']);
    }
  });

  test('GeoJSON gives its points as exact places', async () => {
    const feature = (id: string, geometry: unknown) =>
      JSON.stringify({ type: 'Feature', id, properties: { from: '2025-03-20' }, geometry });
    const text = `{"type":"FeatureCollection","features":[${feature('a', { type: 'Point', coordinates: [36.2, 49.9] })},${feature('b', null)}]}`;
    const { reports, positions, summary } = await importText(text, {}, 't.geojson');
    expect(summary.format).toBe('geojson');
    expect(reports.map(({ row }) => row?.key)).toEqual(['a', 'b']);
    expect(positions.map(({ lat, lon }) => [lat, lon])).toEqual([[49.9, 36.2]]);
  });

  test('a broken entry costs itself', async () => {
    expect(await linesOf(`${rows[0]}\n{"id": "x", "from"\n${rows[1]}\n17\n`, 't.jsonl')).toEqual([
      [2, 'TB_ROW_BROKEN'],
      [4, 'TB_ROW_BROKEN'],
    ]);
    expect(await linesOf(`[${rows[0]},\n{"id": "x, "from": "2025-03-20"},\n${rows[1]},\n"text"]`, 't.json')).toEqual([
      [2, 'TB_ROW_BROKEN'],
      [4, 'TB_ROW_BROKEN'],
    ]);
  });

  test('a list that does not end says so', async () => {
    const { summary, reports } = await importText(`[${rows[0]},\n{"id": "x"`, {}, 't.json');
    expect(reports).toHaveLength(1);
    expect(summary.totals).toEqual({ read: 2, accepted: 1, merged: 0, rejected: 1 });
  });

  test('an entry without end does not fill the memory', async () => {
    const { summary } = await importText(`[{"id":"a","from":"2025-03-20","text":"${'x'.repeat(6_000_000)}"},${rows[1]}]`, {}, 't.json');
    expect(summary.rejectedByCode).toEqual({ TB_ROW_TOO_LONG: 1 });
    expect(summary.totals.accepted).toBe(1);
  });

  test('what import writes can be imported again and says the same', async () => {
    const { reports } = await importText(rows.join('\n'), {}, 't.jsonl');
    const again = await importText(reports.map((report) => JSON.stringify(report)).join('\n'), {}, 'u.jsonl');
    expect(again.reports.map(({ place, objects, from, knownFrom }) => ({ place, objects, from, knownFrom }))).toEqual(
      reports.map(({ place, objects, from, knownFrom }) => ({ place, objects, from, knownFrom })),
    );
  });
});

describe('whatever the bytes are', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '2025-03-20',
      '2025-02-30',
      '',
      'UA',
      'UA-63',
      '49.9',
      '36.2',
      '0',
      '999',
      'rail',
      'castle',
      '"',
      '""',
      "'",
      '\0',
      '\ufffd',
      '\ud800',
      '=1+1',
      '[',
      '{',
      '}',
      'é',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const csv = fc
    .array(fc.array(cell, { minLength: 1, maxLength: 8 }), { maxLength: 30 })
    .chain((rows) => fc.constantFrom(',', ';', '\t').map((mark) => rows.map((cells) => cells.join(mark)).join('\n')));

  const reconciles = async (bytes: string | Uint8Array, name: string, piece: number) => {
    const { summary, reports, positions, rejected, merged } = await importText(bytes, {}, name, piece);
    expect(summary.totals.read).toBe(sumOf(summary.totals));
    expect([reports.length, merged.length, rejected.length]).toEqual([
      summary.totals.accepted,
      summary.totals.merged,
      summary.totals.rejected,
    ]);
    expect(Object.values(summary.rejectedByCode).reduce((sum, rows) => sum + rows, 0)).toBe(rejected.length);
    const ids = new Set(reports.map(({ id }) => id));
    expect(positions.every(({ reportId }) => ids.has(reportId))).toBe(true);
    for (const row of rejected) expect([row.file, row.line > 0, row.message !== '', row.remedy !== '']).toEqual([name, true, true, true]);
  };

  test('a table reconciles to the last row', async () => {
    await fc.assert(
      fc.asyncProperty(csv, fc.integer({ min: 1, max: 40 }), async (text, piece) => {
        await reconciles(`id,from,territory,admin1,lat,lon,objects,text\n${text}`, 't.csv', piece);
      }),
      { numRuns: 150 },
    );
  });

  test('JSON reconciles to the last entry', async () => {
    const text = fc.array(fc.oneof(fc.json(), cell, fc.constant('{"from":"2025-03-20"}')), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('\n', ',', '\n]['), fc.integer({ min: 1, max: 40 }), async (parts, mark, piece) => {
        await reconciles(`${mark === '\n' ? '' : '['}${parts.join(mark)}`, 't.json', piece);
      }),
      { numRuns: 150 },
    );
  });

  test('bytes never throw, whatever the file is called', async () => {
    const name = fc.constantFrom('t.csv', 't.json', 't.xlsx', 't', 't.geojson');
    const start = fc.constantFrom('', 'from,id\n', '{"features":[', '[', 'PK\x03\x04', '\xff\xfe', '\xfe\xff');
    await fc.assert(
      fc.asyncProperty(name, start, fc.uint8Array({ maxLength: 300 }), async (path, head, bytes) => {
        await reconciles(Buffer.concat([Buffer.from(head, 'latin1'), bytes]), path, 17);
      }),
      { numRuns: 200 },
    );
  });

  test('the pieces in which a file comes change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(csv, fc.integer({ min: 1, max: 9 }), async (text, piece) => {
        const whole = await importText(`id,from,text\n${text}`);
        const parts = await importText(`id,from,text\n${text}`, {}, 't.csv', piece);
        expect(parts).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });
});
