import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildProgram } from '../src/cli/program.ts';
import type { ExitCode, Terminal } from '../src/cli/terminal.ts';
import { memoryFiles } from '../src/feeds/memory-files.ts';
import { plain } from '../src/report/index.ts';

const TABLE =
  'id,from,admin1,objects,lat,lon,damage\na,2025-03-20,UA-51,rail,46.4,30.7,9\nb,2025-02-30,UA-63,,,,\na,2025-03-20,UA-51,rail,46.4,30.7,9\n';

async function run(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const written: Record<string, string> = {};
  let [out, err, code] = ['', '', -1 as ExitCode | -1];
  const terminal: Terminal = {
    out: async (text) => {
      out += text;
      return true;
    },
    err: (text) => {
      err += text;
    },
    files: memoryFiles(files),
    lines: async function* () {},
    append: async (path, text) => {
      written[path] = (written[path] ?? '') + text;
    },
    now: () => '2026-01-31T09:30:00Z',
    columns: 100,
    paint: plain,
  } as Terminal;
  const program = buildProgram(terminal, '0.0.0', (ended) => {
    code = ended;
  });
  program.exitOverride();
  await program.parseAsync(['node', 'trucebook', 'import', ...args]);
  return { out, err, code, written };
}

const DESK = `
id: desk
title: { de: Tabelle des Büros, en: Table of the desk }
kind: incidents
recognise: [Datum, Art]
key: []
fields:
  from: Datum
  act: { from: Art, terms: { Drohne: drone_strike } }
examples: []
`;

describe('trucebook import', () => {
  test('says what became of every row, in German and English, and exits with 1 if one was rejected', async () => {
    const { out, code } = await run({ 't.csv': TABLE }, 't.csv', '--dry-run');
    expect(code).toBe(1);
    for (const line of [
      /gelesen +3/,
      /angenommen +1/,
      /zusammengeführt +1/,
      /abgewiesen +1/,
      /Zeile 3: TB_ROW_DATE_BROKEN/,
      /nie gespeichert: damage/,
    ]) {
      expect(out).toMatch(line);
    }
    expect((await run({ 't.csv': TABLE }, 't.csv', '--lang', 'en', '--dry-run')).out).toMatch(/accepted +1/);
  });

  test('writes reports, restricted places and rejected rows to files of their own', async () => {
    const { written } = await run({ 't.csv': TABLE }, 't.csv', '--reports', 'r', '--restricted', 'p', '--rejected', 'x');
    expect(written['r']).not.toMatch(/46\.4|30\.7/);
    expect(JSON.parse(written['p'] ?? '')).toMatchObject({ lat: 46.4, lon: 30.7 });
    expect(JSON.parse(written['x'] ?? '')).toMatchObject({ line: 3, code: 'TB_ROW_DATE_BROKEN' });
  });

  test('writes nothing in a dry run', async () => {
    expect((await run({ 't.csv': TABLE }, 't.csv', '--reports', 'r', '--dry-run')).written).toEqual({});
  });

  test('gives the same as JSON', async () => {
    const { out } = await run({ 't.csv': TABLE }, 't.csv', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ schema: 'trucebook/import@1', totals: { read: 3, accepted: 1, merged: 1, rejected: 1 } });
  });

  test('compares with an older version', async () => {
    const { out, code } = await run(
      { 'n.csv': 'id,from\na,2025-03-21\n', 'o.csv': 'id,from\na,2025-03-20\n' },
      'n.csv',
      '--against',
      'o.csv',
    );
    expect(out).toMatch(/geändert +1[\s\S]*from: 2025-03-20 → 2025-03-21/);
    expect(code).toBe(0);
  });

  test('takes a mapping of the desk, and says what is wrong with one', async () => {
    const files = {
      't.csv': 'Datum,Art\n20.03.2025,Drohne\n',
      'desk.yaml': DESK,
      'bad.yaml': DESK.replace('from: Datum', 'from: capacity'),
    };
    expect((await run(files, 't.csv', '--mapping', 'desk.yaml')).code).toBe(0);
    expect((await run(files, 't.csv', '--mapping', 'bad.yaml')).err).toMatch(/TB_MAPPING_BROKEN/);
    expect((await run(files, 't.csv', '--mapping', 'nobody')).err).toMatch(/TB_MAPPING_UNKNOWN/);
    expect((await run(files, 'none.csv')).err).toMatch(/TB_FILE_UNREADABLE/);
  });

  test('reads the mapping that the reference page prints, and its example', async () => {
    const page = readFileSync(new URL('../docs/reference/incident-tables.md', import.meta.url), 'utf8');
    const yaml = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const files = {
      't.csv': 'Nummer;Datum;Art;Gebiet;Ziel\n1;20.03.2025;Drohne;Oblast Charkiw;Umspannwerk, Bahn\n2;21.03.2025;Übung;;\n',
      'desk.yaml': yaml,
    };
    const { written, code } = await run(files, 't.csv', '--mapping', 'desk.yaml', '--reports', 'r');
    expect(code).toBe(0);
    expect(JSON.parse(written['r'] ?? '')).toMatchObject({
      from: '2025-03-20',
      act: 'drone_strike',
      objects: ['substation', 'rail'],
      source: 'Desk',
      place: { admin1: 'UA-63' },
    });
  });
});
