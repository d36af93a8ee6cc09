import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../memory-files.ts';
import { actWords } from './act-words.generated.ts';
import { attackWords } from './attack-words.generated.ts';
import { faultOfMapping, MAPPINGS, recogniseMapping } from './choose-mapping.ts';
import { importIncidents } from './import-table.ts';
import { objectWords } from './object-words.generated.ts';
import { outcomeWords } from './outcome-words.generated.ts';
import { parseMapping } from './parse-mapping.ts';
import { refusedColumns } from './refused-columns.generated.ts';
import { refusalOf } from './refused-columns.ts';
import type { MappingExample, TableMapping } from './table-mapping.ts';
import { findWords, type WordList } from './word-lists.ts';

const NOW = '2026-01-31T09:30Z';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** The value at a path such as `place.admin1`. */
const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null | undefined)?.[name], value);

async function importExample(mapping: TableMapping, { row }: MappingExample) {
  const columns = [...new Set([...mapping.recognise, ...Object.keys(row)])];
  const csv = `${columns.map(quoted).join(',')}\n${columns.map((column) => quoted(row[column] ?? '')).join(',')}\n`;
  return importIncidents('t.csv', memoryFiles({ 't.csv': csv }), { mapping, now: NOW });
}

describe.for(MAPPINGS.map((mapping) => [mapping.id, mapping] as const))('mapping %s', ([id, mapping]) => {
  test('can be used, and recognises its own columns', () => {
    expect(faultOfMapping(mapping)).toBeNull();
    expect(recogniseMapping([...mapping.recognise, ...mapping.key])?.id).toBe(id);
  });

  test('its file is one that a desk could write', () => {
    const yaml = readFileSync(new URL(`mappings/${id}.yaml`, import.meta.url), 'utf8');
    expect(parseMapping(yaml, 'm.yaml')).toMatchObject({ id });
  });

  test.for(mapping.examples.map((example, index) => [index + 1, example] as const))('example %i', async ([, example]) => {
    const result = await importExample(mapping, example);
    if (example.rejected !== undefined) {
      expect(result.rejected.map(({ code }) => code)).toEqual([example.rejected]);
      return;
    }
    expect(result.rejected).toEqual([]);
    const [made] = [...result.reports, ...result.countryTotals, ...result.sites, ...result.firePoints];
    const [position] = result.positions;
    const found = Object.fromEntries(
      Object.keys(example.gives ?? {}).map((path) => [path, path.startsWith('exact.') ? at(position, path.slice(6)) : at(made, path)]),
    );
    expect(found).toEqual(example.gives);
  });

  test('has examples of what it takes and of what it leaves out', () => {
    expect(mapping.examples.filter(({ gives }) => gives !== undefined).length).toBeGreaterThan(0);
  });
});

test('every mapping in the folder is one of the ready ones', () => {
  const files = readdirSync(new URL('mappings', import.meta.url)).filter((file) => file.endsWith('.yaml'));
  expect(files.map((file) => file.replace('.yaml', '')).sort()).toEqual(MAPPINGS.map(({ id }) => id).sort());
});

describe('word lists', () => {
  const lists: readonly (readonly [WordList, typeof actWords])[] = [
    ['objects', objectWords],
    ['acts', actWords],
    ['outcomes', outcomeWords],
  ];
  const cases = lists.flatMap(([list, entries]) => entries.map((entry) => [list, entry.code, entry] as const));

  test.for(cases)('%s: %s finds its sentences and leaves the others', ([list, code, { yes, no }]) => {
    for (const sentence of yes) expect(findWords(list, sentence), sentence).toContain(code);
    for (const sentence of no) expect(findWords(list, sentence), sentence).not.toContain(code);
  });

  test('an object counts only in a sentence about an attack', () => {
    for (const { yes } of attackWords)
      for (const sentence of yes) expect(findWords('objects', `${sentence.slice(0, -1)}, substation.`)).toContain('substation');
    for (const { no } of attackWords)
      for (const sentence of no) expect(findWords('objects', `${sentence.slice(0, -1)}, substation.`)).toEqual([]);
  });
});

describe('refused columns', () => {
  test.for(refusedColumns.map((entry) => [entry.why, entry] as const))('%s', ([why, { yes, no }]) => {
    for (const column of yes) expect(refusalOf(column), column).toBe(why);
    for (const column of no) expect(refusalOf(column), column).not.toBe(why);
  });

  test('no field of ours is refused', () => {
    const fields = MAPPINGS.flatMap(({ fields }) => Object.keys(fields));
    expect(fields.filter((field) => refusalOf(field) !== null)).toEqual([]);
  });
});
