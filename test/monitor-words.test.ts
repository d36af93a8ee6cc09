import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { INTERFACE_LANGUAGES, topicsFor } from '../src/i18n/index.ts';

const folder = new URL('../src/monitor/', import.meta.url).pathname;
const codesIn = (part: string, call: RegExp): string[] => [
  ...new Set(
    readdirSync(join(folder, part), { encoding: 'utf8' })
      .filter((name) => /(?<!\.test)\.ts$/.test(name))
      .flatMap((name) => [...readFileSync(join(folder, part, name), 'utf8').matchAll(call)].map((found) => found[1] ?? '')),
  ),
];

describe.for(INTERFACE_LANGUAGES)('every code that monitoring gives has its words: %s', (language) => {
  const { grades } = topicsFor(language).monitor;

  test('grades', () => {
    const codes = codesIn('grade', /\b(?:because|made|information)\((?:'\w+', |\d, )?'(\w+)'/g);
    expect(codes.length).toBeGreaterThan(8);
    expect(codes.filter((code) => !(code in grades.reason) && !(code in grades.occurrence))).toEqual([]);
    for (const sentence of Object.values(grades.reason))
      expect(sentence({ source: 'S', grade: 'B', origins: '2', means: 'saw' })).toMatch(/\.$/);
  });

  test('sameness', () => {
    const codes = codesIn(
      'cluster',
      /\b(?:maybe|same)\((?:\d, |place === 'cell' \? 2 : 1, |objects === 'unknown' \? 'class_unknown' : )?'(\w+)'/g,
    );
    expect(codes.length).toBeGreaterThan(8);
    expect(codes.filter((code) => !(code in grades.same))).toEqual([]);
  });
});
