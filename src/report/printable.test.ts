import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable, shortened } from './printable.ts';

test('foreign text cannot steer a terminal or reorder a line', () => {
  expect(printable('a\u001b[31mrot\u0007\n b\u202egnu\u0000\ud800')).toBe('a[31mrot bgnu');
});

test('any text becomes one well-formed line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const line = printable(text);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be gone.
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f]|\p{Surrogate}/u);
    }),
  );
});

test('shortened text ends at a word, says so and never exceeds its length', () => {
  expect(shortened('eins zwei drei', 20)).toBe('eins zwei drei');
  expect(shortened('eins zwei, drei vier fünf', 15)).toBe('eins zwei […]');
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 10, max: 60 }), (text, most) => {
      const short = shortened(text, most);
      expect(short === text || short.endsWith('[…]')).toBe(true);
      expect(short.length).toBeLessThanOrEqual(Math.max(most + 2, 0));
    }),
  );
});
