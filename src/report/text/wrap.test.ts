import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { printable } from '../printable.ts';
import { hanging, padded, wrapped } from './wrap.ts';

test('a word that is wider than the line breaks behind a hyphen first', () => {
  expect(wrapped('die Energie- und Infrastruktur-Waffenruhe gilt', 20)).toEqual(['die Energie- und', 'Infrastruktur-', 'Waffenruhe gilt']);
});

test('a word that fits is not torn apart', () => {
  expect(wrapped('eine Mini-Waffenruhe', 16)).toEqual(['eine', 'Mini-Waffenruhe']);
});

test('no line is wider than it may be, and no word is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aß-é„“ .停👍Ж') }), fc.integer({ min: 4, max: 60 }), (text, width) => {
      const clean = printable(text);
      const lines = wrapped(clean, width);
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replace(/\s/g, '')).toBe(clean.replace(/\s/g, ''));
    }),
  );
});

test('wide characters count as two columns', () => {
  expect(padded('停战', 6)).toBe('停战  ');
  expect(hanging('· ', 'eins zwei drei', 8)).toEqual(['· eins', '  zwei', '  drei']);
});
