import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Annotation, makeReport, type Span } from '../model/index.ts';
import { annotate } from './pipeline.ts';

const read = (text: string): Annotation => annotate(makeReport('t', text, { date: '2025-03-20' }));

const spansOf = (annotation: Annotation): Span[] =>
  annotation.statements.flatMap((stmt) => [
    ...stmt.content,
    ...stmt.cue,
    ...(stmt.speakerSpan ? [stmt.speakerSpan] : []),
    ...(stmt.verbatim ?? []),
    ...(stmt.clause ? [stmt.clause] : []),
    ...stmt.conditions,
  ]);

const PIECES = [
  'Die Sprecherin sagte',
  ', ',
  'dass ',
  'die Fähre ',
  'ablege',
  '. ',
  '„',
  '“',
  '"',
  '«',
  '»',
  ' und ',
  'laut ',
  'dem Amt ',
  'zufolge',
  ': ',
  ' – ',
  '(',
  ')',
  '\n\n',
  '\r\n',
  'habe ',
  'zu gehen',
  'Er ',
  'stimmte dem Plan zu',
  '\u0000',
  '\ud800',
  'hieß es',
  'so Holm weiter',
  '2024 ',
  'wie ',
];
const newsLike = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('reading any text', () => {
  test('keeps every span inside the text and content pieces in order', () => {
    fc.assert(
      fc.property(fc.oneof(newsLike, fc.string({ unit: 'binary', maxLength: 400 })), (text) => {
        const annotation = read(text);
        for (const span of [...spansOf(annotation), ...annotation.sentences]) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
        for (const stmt of annotation.statements) {
          expect(stmt.content.length).toBeGreaterThan(0);
          for (let at = 1; at < stmt.content.length; at++) {
            expect(stmt.content[at]?.start).toBeGreaterThanOrEqual(stmt.content[at - 1]?.end ?? 0);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('gives ids once, and every statement within one that exists', () => {
    fc.assert(
      fc.property(newsLike, (text) => {
        const ids = read(text).statements.map((stmt) => stmt.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const stmt of read(text).statements) if (stmt.within !== null) expect(ids).toContain(stmt.within);
      }),
      { numRuns: 150 },
    );
  });

  test('a paragraph in front that says nothing moves all spans by its length', () => {
    const body = 'Die Sprecherin sagte, die Fähre lege ab. Man werde pünktlich sein.\n\n„Wir gehen“, sagte Holm.';
    fc.assert(
      fc.property(fc.constantFrom('Es regnete.\n\n', 'Am Ufer lag Schnee.\r\n\r\n', 'Der Tag war lang. Es wurde kalt.\n\n'), (prefix) => {
        const plain = read(body).statements.map((stmt) => [stmt.rule, stmt.content]);
        const moved = read(prefix + body).statements.map((stmt) => [
          stmt.rule,
          stmt.content.map((span) => ({ start: span.start - prefix.length, end: span.end - prefix.length })),
        ]);
        expect(moved).toEqual(plain);
      }),
    );
  });
});

describe('hostile texts', () => {
  const time = (text: string): number => {
    const start = performance.now();
    read(text);
    return performance.now() - start;
  };

  test.each([
    ['unclosed marks', '„'],
    ['ambiguous marks', '" a '],
    ['open brackets', '( '],
    ['commas', 'a, '],
    ['one long noun phrase', 'der große '],
    ['verbs without end', 'sagte und '],
    ['a word without end', 'a'],
    ['names without end', 'Holm '],
  ])('100,000 %s are read in time that grows with the length', (_name, piece) => {
    time(piece.repeat(2_000));
    const small = Math.max(20, time(piece.repeat(10_000)));
    expect(time(piece.repeat(100_000))).toBeLessThan(small * 40);
  });

  test('an unclosed mark gives a notice', () => {
    expect(read('Er sagte: „Wir gehen.').notices.map((notice) => notice.code)).toEqual(['unclosed_quote']);
  });
});
