import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { topicsFor } from '../../src/i18n/index.ts';
import { contestedTerms } from '../../src/i18n/pages/method/contested-terms.generated.ts';
import { measuredFigures } from '../../src/i18n/pages/method/measured-figures.generated.ts';

const accuracy = readFileSync(new URL('../../docs/explanation/accuracy.md', import.meta.url), 'utf8');

test('every figure on the page on method stands in the page on accuracy', () => {
  for (const { value } of measuredFigures.figures)
    expect(accuracy).toMatch(new RegExp(`(?<![\\d.])${value.replace(/[./]/g, '\\$&')}(?![\\d])`));
  for (const { stated, statements, measured } of measuredFigures.reliability)
    expect(accuracy).toMatch(new RegExp(`\\| ${stated} \\([^|]*\\| ${statements} \\| ${measured} \\|`));
});

test('every figure and every set has its words', () => {
  for (const language of ['de', 'en'] as const) {
    const { figures } = topicsFor(language).pages.method;
    expect(measuredFigures.figures.filter(({ what, set }) => !figures.name[what] || !figures.set[set])).toEqual([]);
  }
});

test('what we write for a contested word is none of the contested words', () => {
  const quoted = (text: string): readonly string[] =>
    [...text.matchAll(/[„“]([^“”]+)[“”]/g)].map((found) => (found[1] ?? '').toLowerCase());
  for (const { id, words, ours } of contestedTerms)
    for (const language of ['de', 'en'] as const)
      expect(
        quoted(words[language]).filter((word) =>
          ours[language]
            .toLowerCase()
            .split(/[,;]\s*/)
            .includes(word),
        ),
        id,
      ).toEqual([]);
});
