import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { topicsFor } from '../src/i18n/topics.ts';
import { PLACE_PRECISIONS } from '../src/model/index.ts';
import { KINDS } from '../src/monitor/match/answers.ts';

const folder = new URL('../src/monitor/', import.meta.url).pathname;
const sources = ['places', 'territory', 'match'].flatMap((part) =>
  readdirSync(join(folder, part))
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .map((name) => readFileSync(join(folder, part, name), 'utf8')),
);

/** Codes as they stand in the code, and those put together from a kind or an answer. */
const codes = new Set([
  ...sources.flatMap((text) => [...text.matchAll(/'(place_[a-z_]+)'/g)].map(([, code]) => code ?? '')),
  ...sources.flatMap((text) => [...text.matchAll(/why: '([a-z_]+)'/g)].map(([, why]) => `control_${why}`)),
  ...KINDS.map((kind) => `match_${kind}`),
]);

describe.each(['de', 'en'] as const)('reasons of places and matches in %s', (language) => {
  const { reasons, precision } = topicsFor(language).monitor.places;

  test('every reason the code gives has a sentence, and every sentence is used', () => {
    expect([...codes].sort()).toEqual(Object.keys(reasons).sort());
  });

  test('each is one sentence that names no value it was not given', () => {
    for (const say of Object.values(reasons)) {
      for (const value of PLACE_PRECISIONS) expect(say({ precision: value })).toMatch(/^[A-ZÄÖÜ].*\.$/);
      expect(say({})).not.toContain('undefined');
    }
    expect(Object.keys(precision)).toEqual([...PLACE_PRECISIONS]);
  });
});
