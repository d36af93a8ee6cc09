import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation, Statement } from '../model/index.ts';
import { markedParagraphs, markedPieces } from './marked-text.ts';

const annotationOf = (
  statements: readonly Pick<Statement, 'id' | 'content' | 'level'>[],
  noise: readonly [number, number][] = [],
): Annotation => ({ statements, noise: noise.map(([start, end]) => ({ span: { start, end } })) }) as unknown as Annotation;

describe('marked text', () => {
  test('what nests is named from the outside in', () => {
    const text = 'A says that B says no.';
    const pieces = markedPieces(
      text,
      annotationOf([
        { id: 'inner', level: 1, content: [{ start: 19, end: 21 }] },
        { id: 'outer', level: 0, content: [{ start: 7, end: 21 }] },
      ]),
    );
    expect(pieces.map(({ start, end, statements }) => [text.slice(start, end), statements])).toEqual([
      ['A says ', []],
      ['that B says ', ['outer']],
      ['no', ['outer', 'inner']],
      ['.', []],
    ]);
  });

  test('pieces join to the text, whatever overlaps', () => {
    const span = (length: number) =>
      fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(
        fc
          .string({ minLength: 1, maxLength: 40 })
          .chain((text) =>
            fc.tuple(fc.constant(text), fc.array(fc.tuple(fc.array(span(text.length), { maxLength: 3 }), fc.nat(3)), { maxLength: 5 })),
          ),
        ([text, found]) => {
          const annotation = annotationOf(found.map(([content, level], i) => ({ id: String(i), level, content })));
          const pieces = markedPieces(text, annotation);
          expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
          const lines = markedParagraphs(text, annotation).flat();
          expect(
            lines
              .map(({ start, end }) => text.slice(start, end))
              .join('')
              .replace(/\s/g, ''),
          ).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });
});
