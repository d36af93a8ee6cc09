import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffWords } from './diff-words.ts';

const joined = (first: string, second: string, without: 'first' | 'second'): string =>
  diffWords(first, second)
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

describe('two texts word by word', () => {
  test('what both hold is said once, the rest by which one', () => {
    expect(diffWords('attacks on energy facilities', 'attacks on energy and other facilities')).toEqual([
      { kind: 'same', text: 'attacks on energy ' },
      { kind: 'second', text: 'and other ' },
      { kind: 'same', text: 'facilities' },
    ]);
    expect(diffWords('thirty days', '')).toEqual([{ kind: 'first', text: 'thirty days' }]);
  });

  test('neither text loses a character', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'ab', ' ', '-', 'ü', '„', '\n'), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, (first, second) => {
        expect(joined(first, second, 'second')).toBe(first);
        expect(joined(first, second, 'first')).toBe(second);
      }),
    );
  });
});
