import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../memory-files.ts';
import { importIncidents } from '../import-table.ts';
import { type SampleCell, workbookOf, workbookParts, zipOf } from './sample-workbook.ts';

const NOW = '2026-01-31T09:30Z';
const HEADER = ['id', 'from', 'admin1', 'objects', 'text'];
const ROW: readonly SampleCell[] = ['e-1', { date: 45_734 }, 'UA-51', 'substation', 'Ein Satz & ein <Zeichen>.'];

const importBytes = (bytes: Uint8Array, sheet?: string) =>
  importIncidents('t.xlsx', memoryFiles({ 't.xlsx': bytes }), { now: NOW, ...(sheet === undefined ? {} : { sheet }) });
const codes = async (bytes: Uint8Array) => {
  const { summary, rejected } = await importBytes(bytes);
  return [...summary.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code), ...rejected.map(({ code }) => code)];
};

describe('a workbook', () => {
  test('gives its rows with the numbers the program shows, dates as dates', async () => {
    const { summary, reports } = await importBytes(workbookOf([HEADER, ROW, [], ['e-2', '2025-03-21', 'UA-63', 'rail']]));
    expect(summary).toMatchObject({ format: 'excel', mapping: 'plain', totals: { read: 2, accepted: 2, merged: 0, rejected: 0 } });
    expect(reports.map(({ from, text, row }) => [from, text, row?.line])).toEqual([
      ['2025-03-18', 'Ein Satz & ein <Zeichen>.', 2],
      ['2025-03-21', null, 4],
    ]);
  });

  test.for([
    [45_734.5, '2025-03-18T12:00Z'],
    [45_734.104_166_7, '2025-03-18T02:30Z'],
    [61, '1900-03-01'],
    [59, '1900-02-28'],
  ] as const)('%d days are %s', async ([date, expected]) => {
    const { reports } = await importBytes(workbookOf([HEADER, ['e-1', { date }]]));
    expect(reports[0]?.from).toBe(expected);
  });

  test('days may count from 1904', async () => {
    const parts = workbookParts([HEADER, ['e-1', { date: 44_272 }]]);
    const workbook = parts['xl/workbook.xml'] ?? '';
    const { reports } = await importBytes(
      zipOf({ ...parts, 'xl/workbook.xml': workbook.replace('<sheets>', '<workbookPr date1904="1"/><sheets>') }),
    );
    expect(reports[0]?.from).toBe('2025-03-18');
  });

  test('reads inline text, prefixes, values of formulas, and no readings of names', async () => {
    const parts = workbookParts([HEADER]);
    const row =
      '<x:row r="9"><x:c r="A9" t="inlineStr"><x:is><x:t>e-9</x:t></x:is></x:c><x:c r="B9" t="str"><x:f>TEXT(A1)</x:f><x:v>2025-03-19</x:v></x:c><x:c r="E9" t="e"><x:v>#N/A</x:v></x:c></x:row>';
    const sheet = (parts['xl/worksheets/sheet1.xml'] ?? '')
      .replace('</sheetData>', `${row}</sheetData>`)
      .replace('<worksheet>', '<worksheet xmlns:x="x">');
    const { reports } = await importBytes(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': sheet }));
    expect(reports[0]).toMatchObject({ from: '2025-03-19', text: null, row: { key: 'e-9', line: 9 } });
  });

  test('says which of several sheets was read, and reads another by its name', async () => {
    const parts = workbookParts([HEADER, ROW]);
    const workbook = (parts['xl/workbook.xml'] ?? '').replace('</sheets>', '<sheet name="Andere" sheetId="2" r:id="rId2"/></sheets>');
    const relations = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      '</Rel',
      '<Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Rel',
    );
    const other = workbookParts([HEADER, ['e-1', '2025-03-20'], ['e-2', '2025-03-21']])['xl/worksheets/sheet1.xml'] ?? '';
    const bytes = zipOf({
      ...parts,
      'xl/workbook.xml': workbook,
      'xl/_rels/workbook.xml.rels': relations,
      'xl/worksheets/sheet2.xml': other,
    });
    const first = await importBytes(bytes);
    expect(first.summary.problems.map(({ code }) => code)).toContain('TB_EXCEL_SHEETS');
    expect(first.summary.totals.read).toBe(1);
    expect((await importBytes(bytes, 'Andere')).summary.totals.read).toBe(2);
    expect((await importBytes(bytes, 'Keine')).summary.problems.map(({ code }) => code)).toEqual(['TB_EXCEL_SHEET_MISSING']);
  });

  test('a row with a cell too many is rejected, one that ends early is not', async () => {
    const { summary } = await importBytes(workbookOf([HEADER, ['e-1', '2025-03-20'], ['e-2', '2025-03-20', null, null, null, 'more']]));
    expect(summary.totals).toEqual({ read: 2, accepted: 1, merged: 0, rejected: 1 });
    expect(summary.rejectedByCode).toEqual({ TB_ROW_RAGGED: 1 });
  });
});

describe('a workbook that is none, or a trap', () => {
  const parts = workbookParts([HEADER, ROW]);
  const sheet = 'xl/worksheets/sheet1.xml';
  const entities = Array.from({ length: 12 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('');
  const laughs = `<!DOCTYPE lolz [<!ENTITY a0 "ha">${entities}]>`;

  test.for<readonly [string, Uint8Array, string]>([
    ['an archive without a workbook', zipOf({ 'a.txt': 'x' }), 'TB_EXCEL_BROKEN'],
    ['a truncated archive', workbookOf([HEADER, ROW]).subarray(0, 400), 'TB_EXCEL_BROKEN'],
    ['a billion laughs', zipOf({ ...parts, [sheet]: `${laughs}<worksheet>&a12;</worksheet>` }), 'TB_EXCEL_DOCTYPE'],
    [
      'a billion laughs among the shared texts',
      zipOf({ ...parts, 'xl/sharedStrings.xml': `${laughs}<sst><si><t>&a12;</t></si></sst>` }),
      'TB_EXCEL_DOCTYPE',
    ],
    ['an external entity', zipOf({ ...parts, [sheet]: '<!DOCTYPE w SYSTEM "file:///etc/passwd"><worksheet/>' }), 'TB_EXCEL_DOCTYPE'],
    ['a sheet of zeros that unpacks to thirty megabytes', zipOf({ ...parts, [sheet]: Buffer.alloc(30_000_000) }), 'TB_EXCEL_BOMB'],
    [
      'a part that lies about its size',
      zipOf({ ...parts, [sheet]: `<worksheet>${' '.repeat(100_000)}</worksheet>` }, { [sheet]: 10 }),
      'TB_EXCEL_BROKEN',
    ],
    ['elements a thousand deep', zipOf({ ...parts, [sheet]: `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}` }), 'TB_EXCEL_BOMB'],
    [
      'three million characters without a tag',
      zipOf({ ...parts, [sheet]: `<worksheet>${'ab cd'.repeat(600_000)}</worksheet>` }),
      'TB_EXCEL_BOMB',
    ],
    ['XML that is broken at once', zipOf({ ...parts, [sheet]: '<worksheet><row' }), 'TB_EXCEL_BROKEN'],
    ['a sheet without rows', workbookOf([]), 'TB_TABLE_EMPTY'],
    [
      'a cell of two hundred thousand characters',
      workbookOf([HEADER, ['e-1', '2025-03-20', null, null, 'x'.repeat(200_000)]]),
      'TB_ROW_CELL_TOO_LONG',
    ],
    ['an old workbook', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'TB_TABLE_FORMAT'],
  ])('%s is refused', async ([, bytes, code]) => {
    expect(await codes(bytes)).toEqual([code]);
  });

  test('rows before the place where it breaks are kept, and the break is counted', async () => {
    const rows = Array.from({ length: 2000 }, (_, at): SampleCell[] => [`e-${at}`, '2025-03-20', 'UA-51', 'rail', 'x'.repeat(30)]);
    const good = workbookParts([HEADER, ...rows]);
    const cut = (good[sheet] ?? '').slice(0, -400);
    const { summary } = await importBytes(zipOf({ ...good, [sheet]: cut }));
    const { read, accepted, rejected } = summary.totals;
    expect(accepted).toBeGreaterThan(1900);
    expect([rejected, read]).toEqual([1, accepted + 1]);
    expect(summary.rejectedByCode).toEqual({ TB_EXCEL_BROKEN: 1 });
  });
});
