import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isKnownReason, reasonInGerman } from '../../src/i18n/reasons.ts';
import { german } from '../../src/lang/de/index.ts';

const src = new URL('../../src/text/', import.meta.url).pathname;
const given = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) => [...readFileSync(src + file, 'utf8').matchAll(/\b(?:why|message): '([^']+)'/g)].map((found) => found[1] ?? ''));

test('every reason that the text layer gives has its German words', () => {
  expect(given.length).toBeGreaterThan(4);
  expect(given.filter((reason) => !isKnownReason(reason))).toEqual([]);
});

test('so has every kind of noise', () => {
  expect(german.noise.map(({ meaning }) => meaning).filter((meaning) => !isKnownReason(meaning))).toEqual([]);
});

test('the rule that set a sentence apart stays named', () => {
  expect(reasonInGerman('the sentence is set apart by de.gloss.verdict')).toContain('de.gloss.verdict');
});
