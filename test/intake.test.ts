import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { ERRORS, type ErrorCode } from '../src/errors.ts';
import { type FileAccess, nodeFiles, parseCurated, readReports, reportDate, streamReports } from '../src/feeds/index.ts';
import { docxOf } from './intake/sample-documents.ts';

const DATED = '---\ndate: 2025-03-18\n---\n';
const TEXT = 'Der Sprecher sagte, die Pause gelte auch für den Hafen und die Stadt.';

function missing(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A file system in memory: paths to contents; an Error as content is what reading the file fails with. */
function memory(contents: Readonly<Record<string, string | Uint8Array | Error>>): FileAccess {
  const isFolder = (path: string): boolean => Object.keys(contents).some((name) => name.startsWith(`${path.replace(/\/$/, '')}/`));
  return {
    stat: async (path) => {
      if (path === 'pipe') return { kind: 'other' };
      if (path in contents) return { kind: 'file' };
      if (isFolder(path)) return { kind: 'folder' };
      throw missing('ENOENT');
    },
    readFile: async (path) => {
      const content = contents[path];
      if (content === undefined) throw missing('ENOENT');
      if (content instanceof Error) throw content;
      return typeof content === 'string' ? Buffer.from(content) : content;
    },
    readDir: async (path) => {
      if (path === 'locked') throw missing('EACCES');
      const names = Object.keys(contents).filter((name) => name.startsWith(`${path.replace(/\/$/, '')}/`));
      return [...new Set(names.map((name) => name.slice(path.replace(/\/$/, '').length + 1).split('/')[0] ?? ''))];
    },
  };
}

async function read(contents: Parameters<typeof memory>[0], ...paths: string[]) {
  const { reports, problems } = await readReports(paths, memory(contents));
  return { reports, problems, codes: problems.map((found) => found.code), keys: reports.map((report) => report.key) };
}

describe('the forms of a report', () => {
  test('a text with front matter', async () => {
    const body = `\r\n${TEXT}\r\n---\r\nEnde`;
    const { reports, codes } = await read({ 'a.txt': `\ufeff---\r\ndate: 2025-03-18\r\noutlet: Musterkurier\r\n---\r\n${body}` }, 'a.txt');
    expect(codes).toEqual([]);
    expect(reports).toMatchObject([
      { key: 'a', text: body, date: '2025-03-18', dateOrigin: 'front-matter', outlet: 'Musterkurier', language: 'de', source: 'a.txt' },
    ]);
  });

  test('one JSON object, its date also as "dct"', async () => {
    const { reports } = await read(
      { 'a.json': JSON.stringify({ text: TEXT, dct: '18.03.2025', outlet: 'Musterkurier', id: 9 }) },
      'a.json',
    );
    expect(reports).toMatchObject([{ key: 'a', text: TEXT, date: '2025-03-18', dateOrigin: 'field', outlet: 'Musterkurier' }]);
  });

  test('a JSON array, its keys the ids or the numbers', async () => {
    const entry = { text: TEXT, date: '2025-03-18' };
    const json = JSON.stringify([{ ...entry, id: 'x' }, entry, { ...entry, id: 7 }, { ...entry, id: 'x' }, { ...entry, id: 'x' }]);
    expect((await read({ 'a.json': json }, 'a.json')).keys).toEqual(['x', 'a#2', '7', 'x-2', 'x-3']);
  });

  test('a page, dated by itself unless the sidecar or front matter says otherwise', async () => {
    const html = `<html><head><meta name="date" content="2025-03-20"></head><body><article><h1>Pause</h1><p>${TEXT.repeat(4)}</p></article></body></html>`;
    const first = await read({ 'a.html': html }, 'a.html');
    expect(first.reports).toMatchObject([{ date: '2025-03-20', dateOrigin: 'page', language: 'de' }]);
    const sidecar = JSON.stringify([{ file: 'a.html', date: '2025-03-19' }]);
    const second = await read({ 'd/a.html': html, 'd/b.htm': DATED + html, 'd/reports.json': sidecar }, 'd');
    expect(second.reports.map((report) => [report.key, report.date, report.dateOrigin])).toEqual([
      ['a', '2025-03-19', 'sidecar'],
      ['b', '2025-03-18', 'front-matter'],
    ]);
  });

  test('the language is guessed where none is stated', async () => {
    const english = 'The spokesman said that the pause was agreed by both sides at the meeting.';
    const { reports } = await read(
      { 'a.md': DATED + english, 'b.md': `---\ndate: 2025-03\nlanguage: uk\n---\n${english}` },
      'a.md',
      'b.md',
    );
    expect(reports.map((report) => report.language)).toEqual(['en', 'uk']);
  });
});

describe('folders', () => {
  const folder = {
    'd/b.txt': TEXT,
    'd/a.txt': `---\noutlet: Aus der Datei\n---\n${TEXT}`,
    'd/README.md': 'Nichts für die Lesung',
    'd/.versteckt.txt': TEXT,
    'd/bild.jpg': 'x',
    'd/unter/c.txt': TEXT,
    'd/reports.json': JSON.stringify([
      { file: 'a.txt', date: '2025-03-18', outlet: 'Aus der Liste' },
      { file: 'b.txt', date: '19.03.2025', note: 'abends' },
      { file: 'weg.txt', date: '2025-03-20' },
    ]),
  };

  test('are read in order of name, with their sidecar, without what is no report', async () => {
    const { reports, problems } = await read(folder, 'd/');
    expect(reports.map((report) => [report.key, report.date, report.dateOrigin, report.outlet])).toEqual([
      ['a', '2025-03-18', 'sidecar', 'Aus der Datei'],
      ['b', '2025-03-19', 'sidecar', null],
    ]);
    expect(problems).toMatchObject([{ code: 'TB_SIDECAR_FILE_MISSING', severity: 'warning', file: 'd/reports.json' }]);
  });

  test('a file named alone has the sidecar of its folder too', async () => {
    const { reports, problems } = await read(folder, 'd/b.txt');
    expect(reports).toMatchObject([{ date: '2025-03-19', dateOrigin: 'sidecar' }]);
    expect(problems).toEqual([]);
  });

  test('the same file given twice is one report, equal names get numbers', async () => {
    expect((await read(folder, 'd', 'd/a.txt', './d/b.txt', 'd')).keys).toEqual(['a', 'b']);
    expect((await read({ 'x/a.txt': DATED + TEXT, 'y/a.txt': DATED + TEXT, 'y/a.md': DATED + TEXT }, 'x', 'y')).keys).toEqual([
      'a',
      'a-2',
      'a-3',
    ]);
  });
});

/** One way to provoke each code of intake; the test below fails if a code has none. */
const PROVOKED: { readonly [code in ErrorCode]?: readonly [Parameters<typeof memory>[0], ...string[]] } = {
  TB_FILE_UNREADABLE: [{ 'a.txt': missing('EACCES') }, 'a.txt'],
  TB_FILE_EMPTY: [{ 'a.txt': '' }, 'a.txt'],
  TB_FILE_BINARY: [{ 'a.txt': 'GIF89a' }, 'a.txt'],
  TB_FILE_FORMAT: [{ 'a.rst': TEXT }, 'a.rst'],
  TB_ENCODING_GUESSED: [{ 'a.txt': Buffer.from('Gespr\xe4che', 'latin1') }, 'a.txt'],
  TB_ENCODING_DAMAGED: [{ 'a.txt': Buffer.concat([Buffer.from('Gespräche für'), Buffer.from([0xff])]) }, 'a.txt'],
  TB_JSON_BROKEN: [{ 'a.json': '{\n"text": "x",\n}' }, 'a.json'],
  TB_JSON_SHAPE: [{ 'a.json': '[{"txt": "x"}]' }, 'a.json'],
  TB_HTML_EMPTY: [{ 'a.html': '<html><body></body></html>' }, 'a.html'],
  TB_HTML_BROKEN: [{ 'a.html': '<div>'.repeat(300) }, 'a.html'],
  TB_FRONT_MATTER_BROKEN: [{ 'a.txt': '---\ndate: [\n---\nText' }, 'a.txt'],
  TB_SIDECAR_BROKEN: [{ 'd/a.txt': DATED + TEXT, 'd/reports.json': '[{]' }, 'd'],
  TB_SIDECAR_FILE_MISSING: [{ 'd/a.txt': DATED + TEXT, 'd/reports.json': '[{"file": "b.txt"}]' }, 'd'],
  TB_FIELD_IGNORED: [{ 'a.txt': `---\ndate: 2025-03-18\nlanguage: Deutsch\n---\n${TEXT}` }, 'a.txt'],
  TB_LANGUAGE_UNKNOWN: [{ 'a.txt': `${DATED}Waffenruhe` }, 'a.txt'],
  TB_DATE_INVALID: [{ 'a.txt': `---\ndate: 2025-02-30\n---\n${TEXT}` }, 'a.txt'],
  TB_DATE_OF_DOCUMENT: [{ 'a.docx': docxOf(TEXT) }, 'a.docx'],
  TB_DATE_MISSING: [{ 'a.txt': TEXT }, 'a.txt'],
  TB_NOTHING_READ: [{ 'd/bild.jpg': 'x' }, 'd'],
};

describe('what is wrong is said, and the rest is read', () => {
  const good = { 'gut.txt': DATED + TEXT };

  test.for(Object.entries(PROVOKED))('%s', async ([code, [contents, ...paths]]) => {
    const { problems, keys } = await read({ ...contents, ...good }, ...paths, 'gut.txt');
    const found = problems.find((one) => one.code === code);
    expect(found, problems.map((one) => one.code).join()).toBeDefined();
    expect(found?.file).toBeTruthy();
    expect(found?.message).not.toMatch(/\{\w+\}/);
    expect(keys).toContain('gut');
  });

  test('every code that intake can give is provoked above', () => {
    const elsewhere = (code: string): boolean => !/^TB_(?:FILE|ENCODING|JSON|HTML|FRONT|SIDECAR|FIELD|LANGUAGE|DATE|NOTHING)_/.test(code);
    expect(Object.keys(ERRORS).filter((code) => !elsewhere(code) && !(code in PROVOKED))).toEqual([]);
  });

  test('lines and severities', async () => {
    const sidecar = '[\n {"file": "a.txt", "date": "2025-02-30"},\n {"date": "2025-03-18"}\n]';
    const { problems, reports } = await read(
      { 'd/a.txt': TEXT, 'd/b.json': '{\n "text": "x",\n "date": "gestern"\n}', 'd/reports.json': sidecar },
      'd',
    );
    expect(problems.map((found) => [found.code, found.file, found.line, found.severity])).toEqual([
      ['TB_DATE_INVALID', 'd/reports.json', 2, 'error'],
      ['TB_SIDECAR_BROKEN', 'd/reports.json', null, 'error'],
      ['TB_DATE_MISSING', 'd/a.txt', null, 'warning'],
      ['TB_DATE_INVALID', 'd/b.json', 3, 'error'],
      ['TB_DATE_MISSING', 'd/b.json', null, 'warning'],
      ['TB_LANGUAGE_UNKNOWN', 'd/b.json', null, 'warning'],
    ]);
    expect(reports.map((report) => report.date)).toEqual([null, null]);
  });

  test.for([
    ['{"text": 5}', ['TB_JSON_SHAPE']],
    ['[]', ['TB_FILE_EMPTY']],
    ['"x"', ['TB_JSON_SHAPE']],
    ['[[1], null, {"text": " "}]', ['TB_JSON_SHAPE', 'TB_JSON_SHAPE', 'TB_FILE_EMPTY']],
    ['[{"file": "a.txt"}]', ['TB_JSON_SHAPE']],
    ['', ['TB_FILE_EMPTY']],
  ] as const)('JSON %s', async ([json, codes]) => expect((await read({ 'a.json': json }, 'a.json')).codes).toEqual(codes));

  test('other ways to fail', async () => {
    expect((await read({}, 'weg.txt')).problems).toMatchObject([
      { code: 'TB_FILE_UNREADABLE', message: 'The file cannot be read: it does not exist.' },
    ]);
    expect((await read({}, 'pipe')).codes).toEqual(['TB_FILE_UNREADABLE']);
    expect((await read({ 'locked/a.txt': TEXT }, 'locked')).problems[0]?.message).toContain('you may not read it');
    expect((await read({ 'a.txt': '---\ndate: 2025-03-18\n---\n \n' }, 'a.txt')).codes).toEqual(['TB_FILE_EMPTY']);
    expect((await read({ 'd/a.txt': DATED + TEXT, 'd/reports.json': '{}' }, 'd')).codes).toEqual(['TB_SIDECAR_BROKEN']);
    expect((await read({ 'd/a.txt': DATED + TEXT, 'd/reports.json': missing('EACCES') }, 'd')).codes).toEqual(['TB_FILE_UNREADABLE']);
    expect((await read({ 'd/a.txt': DATED + TEXT, 'd/reports.json': '%PDF-1.4' }, 'd')).codes).toEqual(['TB_FILE_BINARY']);
    expect((await read({}, ...[])).codes).toEqual(['TB_NOTHING_READ']);
    // A Word file is told from an unknown ending, since that says more.
    expect((await read({ 'a.docx': 'PK\x03\x04' }, 'a.docx')).problems[0]?.message).toContain('Word');
  });
});

describe('properties', () => {
  const ending = fc.constantFrom('txt', 'md', 'json', 'html', 'htm', 'TXT', 'xyz', '');

  test('any bytes under any name give reports or problems and never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), ending, async (bytes, suffix) => {
        const { reports, problems } = await read({ [`a.${suffix}`]: bytes }, `a.${suffix}`);
        expect(reports.length + problems.length).toBeGreaterThan(0);
        for (const report of reports) expect(report.text.trim()).not.toBe('');
        for (const found of problems) expect(found.message).not.toMatch(/\{\w+\}/);
      }),
      { numRuns: 400 },
    );
  });

  test('the text of a report is the decoded file, to the last unit', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 200 })
      .filter((found) => /[a-z]/.test(found) && [...found].every((unit) => unit >= ' ' || '\n\r\t'.includes(unit)));
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('\n', '\r\n'), async (body, end) => {
        const { reports } = await read({ 'a.txt': `---${end}date: 2025-03-18${end}---${end}${body}` }, 'a.txt');
        expect(reports[0]?.text).toBe(body);
      }),
      { numRuns: 500 },
    );
  });

  test('front matter and sidecars of any shape never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 80 }), fc.json(), async (yaml, json) => {
        const { reports } = await read(
          { 'd/a.txt': `---\n${yaml}\n---\n${TEXT}`, 'd/reports.json': json, 'd/b.json': json, 'd/c.txt': TEXT },
          'd',
        );
        expect(reports.some((report) => report.key === 'c')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('on a real file system', () => {
  const root = mkdtempSync(join(tmpdir(), 'intake-'));
  afterAll(() => rmSync(root, { recursive: true }));

  test('files, folders, broken links and circles', async () => {
    writeFileSync(join(root, 'a.txt'), DATED + TEXT);
    symlinkSync(join(root, 'weg.txt'), join(root, 'b.txt'));
    symlinkSync(join(root, 'c.txt'), join(root, 'c.txt'));
    const { reports, problems } = await readReports([root, join(root, 'nichts')], nodeFiles);
    expect(reports.map((report) => report.key)).toEqual(['a']);
    expect(problems.map((found) => found.message)).toEqual([
      'The file cannot be read: it does not exist.',
      'The file cannot be read: its links run in a circle.',
      'The file cannot be read: it does not exist.',
    ]);
  });

  test('a hundred thousand reports in one file', async () => {
    const path = join(root, 'viele.json');
    writeFileSync(path, JSON.stringify(Array.from({ length: 100_000 }, () => ({ id: 'gleich', text: 'und der und', date: '2025-03-18' }))));
    let count = 0;
    for await (const { reports } of streamReports([path], nodeFiles)) count += reports.length;
    expect(count).toBe(100_000);
  });
});

describe('the examples of the pages', () => {
  const docs = new URL('../docs/', import.meta.url).pathname;
  const howTo = readFileSync(join(docs, 'how-to/read-your-reports.md'), 'utf8');
  const blocks = Object.fromEntries([...howTo.matchAll(/```\w+ (\S+)\n([\s\S]*?)```/g)].map((found) => [`d/${found[1]}`, found[2] ?? '']));

  test('are read as the how-to says', async () => {
    const { reports, problems } = await read({ ...blocks, 'd/strait.txt': 'Der Sprecher sagte, der Sund sei frei.' }, 'd');
    expect(problems).toEqual([]);
    expect(reports.map(({ key, date, outlet, language }) => [key, date, outlet, language])).toEqual([
      ['ferry-1', '2025-03-20', 'Musterkurier', 'de'],
      ['archive#2', '2025-03-21', null, 'en'],
      ['harbour', '2025-03-18T19:30Z', 'Musterkurier', 'de'],
      ['strait', '2025-03-19', 'Beispielbote', 'de'],
    ]);
  });

  test('every date of the how-to is one', () => {
    const rows = [...howTo.matchAll(/^\| (`\d.*?) \| (.*?) \|$/gm)];
    expect(rows).toHaveLength(5);
    for (const [, written = '', meaning = ''] of rows) {
      const dates = [...written.matchAll(/`([^`]+)`/g)].map((found) => reportDate(found[1] ?? ''));
      expect(dates).not.toContain(null);
      const shown = /`([^`]+)`/.exec(meaning)?.[1];
      if (shown) expect(new Set(dates)).toEqual(new Set([shown]));
    }
  });

  test('the curated file of the reference is valid', () => {
    const page = readFileSync(join(docs, 'reference/curated-readings.md'), 'utf8');
    const { curated, problems } = parseCurated(/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '', 'page.yaml');
    expect(problems).toEqual([]);
    expect(curated?.readings.map((reading) => reading.stance)).toEqual(['asserts', 'silent']);
  });
});
