import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { topicsFor } from '../src/i18n/index.ts';

const folder = new URL('../src/monitor/', import.meta.url);
const source = ['cluster', 'grade'].flatMap((name) =>
  readdirSync(new URL(`${name}/`, folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(`${name}/${file}`, folder), 'utf8')),
);
const codes = (pattern: RegExp): readonly string[] => [
  ...new Set(source.flatMap((text) => [...text.matchAll(pattern)].map((found) => found[1] ?? ''))),
];

test.each(['de', 'en'] as const)('every reason of grading and grouping has words: %s', (language) => {
  const { reason, same } = topicsFor(language).monitor.grades;
  const grading = [
    ...codes(/(?:because|information)\((?:\d, )?'([a-z_]+)'/g),
    ...codes(/made\('[a-z_]+', '([a-z_]+)'/g),
    'both_sides_report',
  ];
  const grouping = codes(/(?:maybe|same)\((?:\d, )?'([a-z_]+)'/g);
  expect(grading.length).toBeGreaterThan(8);
  expect(grouping.length).toBeGreaterThan(8);
  expect(grading.filter((code) => !(code in reason))).toEqual([]);
  expect([...grouping, 'answer', 'general_answer', 'decided'].filter((code) => !(code in same))).toEqual([]);
});
