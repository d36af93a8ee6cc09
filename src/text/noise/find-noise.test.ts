import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { germanGlosses } from '../../lang/de/gloss.generated.ts';
import { germanNoise } from '../../lang/de/noise.generated.ts';
import { germanSilences } from '../../lang/de/silence.generated.ts';
import { compileNoise, compilePatterns, findNoise, findSentences } from './index.ts';

const rules = compileNoise(germanNoise);
const whole = (text: string) => [{ start: 0, end: text.length }];

describe('page noise', () => {
  for (const rule of germanNoise) {
    test.for(rule.yes)(`${rule.id} finds: %s`, (text) => {
      expect(findNoise(text, rules).map((noise) => noise.rule)).toContain(rule.id);
    });
    test.for(rule.no)(`${rule.id} leaves: %s`, (text) => {
      expect(findNoise(text, rules).map((noise) => noise.rule)).not.toContain(rule.id);
    });
  }

  test('a caption that stands twice is cut once', () => {
    const text = 'Die Hafenmauer wurde im Herbst neu gebaut.\nDie Hafenmauer wurde im Herbst 2019 neu gebaut. Foto: Muster\n';
    expect(findNoise(text, rules).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'Die Hafenmauer wurde im Herbst neu gebaut.',
      'Foto: Muster',
    ]);
  });

  test('doubled words are found as one piece', () => {
    const text = 'Das schreibt der Bote unter Berufung auf unter Berufung auf die Stadt.';
    expect(findNoise(text, rules).map(({ span }) => text.slice(span.start, span.end))).toEqual(['unter Berufung auf unter Berufung auf']);
  });

  test('spans are sorted, apart and inside the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        let last = 0;
        for (const { span } of findNoise(text, rules)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          last = span.end;
        }
      }),
    );
  });

  const hostile: readonly (readonly [string, string])[] = [
    ['plus signs', '+'.repeat(200_000)],
    ['letters', 'a'.repeat(200_000)],
    ['short words', 'ab '.repeat(70_000)],
    ['credits', 'Bild: A/'.repeat(25_000)],
    ['tags', '<a '.repeat(60_000)],
    ['hat nicht', 'hat nicht '.repeat(20_000)],
  ];
  test.for(hostile)('hostile text of %s is read in time', { timeout: 10_000 }, ([, text]) => {
    expect(findNoise(text, rules).length).toBeLessThanOrEqual(text.length);
    expect(findSentences(text, whole(text), compilePatterns(germanSilences, false))).toEqual([]);
  });
});

describe.each([
  ['glosses', germanGlosses, compilePatterns(germanGlosses, true)],
  ['silences', germanSilences, compilePatterns(germanSilences, false)],
] as const)('%s', (_name, patterns, compiled) => {
  for (const pattern of patterns) {
    test.for(pattern.yes)(`${pattern.id} finds: %s`, (text) => {
      expect(findSentences(text, whole(text), compiled)).toHaveLength(1);
    });
    test.for(pattern.no)(`${pattern.id} leaves: %s`, (text) => {
      expect(
        findSentences(
          text,
          whole(text),
          compiled.filter((each) => each.pattern.id === pattern.id),
        ),
      ).toEqual([]);
    });
  }
});
