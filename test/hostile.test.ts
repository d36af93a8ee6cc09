import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Annotation, makeReport, type Span } from '../src/model/index.ts';
import { annotate } from '../src/text/pipeline.ts';

const LANGUAGES = ['de', 'en', 'xx'];

/** Every `{start, end}` anywhere in an annotation, so that a field added later is checked too. */
function spansOf(value: unknown): Span[] {
  const spans: Span[] = [];
  const waiting: unknown[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if ('start' in next && 'end' in next) spans.push(next as Span);
    for (const inner of Object.values(next)) if (inner !== undefined && inner !== null) waiting.push(inner);
  }
  return spans;
}

/** Pieces that follow each other without overlap; `expect` a piece would take minutes on megabytes. */
function outOfOrder(spans: readonly Span[]): Span | undefined {
  return spans.find((piece, at) => at > 0 && piece.start < (spans[at - 1]?.end ?? 0));
}

function read(text: string, language = 'de', date: string | null = '2025-03-18'): Annotation {
  const report = makeReport('feind', text, { language, date });
  const annotation = annotate(report);
  const broken = spansOf(annotation).find(
    ({ start, end }) => !(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length),
  );
  expect(broken, 'a span lies outside the text').toBeUndefined();
  expect(report.text === text).toBe(true);

  expect(annotation.report).toBe('feind');
  expect(outOfOrder(annotation.sentences), 'sentences overlap').toBeUndefined();
  const ids = new Set(annotation.statements.map((stmt) => stmt.id));
  expect(ids.size, 'two statements have one id').toBe(annotation.statements.length);
  for (const stmt of annotation.statements) {
    if (stmt.content.length === 0) throw new Error(`${stmt.rule}: a statement without content`);
    if (stmt.content.some(({ start, end }) => start === end)) throw new Error(`${stmt.rule}: an empty piece of content`);
    if (outOfOrder(stmt.content)) throw new Error(`${stmt.rule}: pieces of content overlap or are out of order`);
    if (stmt.within !== null && !ids.has(stmt.within)) throw new Error(`${stmt.rule}: nested in a statement that is not there`);
    if (stmt.within === stmt.id) throw new Error(`${stmt.rule}: nested in itself`);
    if (!(stmt.confidence >= 0 && stmt.confidence <= 1)) throw new Error(`${stmt.rule}: confidence ${stmt.confidence}`);
  }
  return annotation;
}

const NEWS =
  'Kiew/Moskau – Der Sprecher der Regierung sagte am Dienstag: „Wir prüfen den Vorschlag für 30 Tage.“ Laut der Agentur habe man sich auf 175 Gefangene je Seite verständigt. «Das gilt», fügte er hinzu, »auch für Häfen«. The spokesman said: "We agree." ';

describe('a text that means no harm', () => {
  test('has statements, so that the checks below have something to check', () => {
    const { statements, sentences } = read(NEWS);
    expect(sentences.length).toBeGreaterThan(2);
    expect(statements.length).toBeGreaterThan(1);
    expect(statements.map((stmt) => stmt.content.map((piece) => NEWS.slice(piece.start, piece.end)).join(' ')).join('|')).toContain(
      'Wir prüfen den Vorschlag für 30 Tage.',
    );
  });

  test('reads the same twice: no state is carried from one report to the next', () => {
    const first = read(NEWS);
    read('„'.repeat(50));
    expect(read(NEWS)).toEqual(first);
  });
});

const word = fc.constantFrom(
  ...[
    'Der',
    'Sprecher',
    'sagte',
    'sagte er',
    'Putin',
    'er',
    'sie',
    'habe',
    'sei',
    'dass',
    'laut',
    'zufolge',
    'nach Angaben',
    'der Agentur',
  ],
  ...[
    'Kiew',
    'Kreml',
    'teilte',
    'mit',
    'nicht',
    'wenn',
    'auch',
    '30 Tage',
    'am Dienstag',
    '18. März',
    '2025',
    '175',
    'je',
    'Waffenruhe',
    'Foto:',
  ],
  ...[
    '„',
    '“',
    '”',
    '«',
    '»',
    '"',
    "'",
    '‚',
    '‘',
    '(',
    ')',
    ',',
    '.',
    ':',
    ';',
    '–',
    '?',
    '!',
    '…',
    '\n',
    '\r\n',
    '\n\n',
    '\u0000',
    '\ud800',
  ],
  ...['said', 'that', 'according to', 'Mehr anzeigen', 'Heißt:', '\u00a0', '\u200b', '\ufeff', '💥', 'é', '\udc00', '||', '***'],
);
const shaken = fc.array(word, { maxLength: 60 }).chain((words) => fc.constantFrom(' ', '', '\n').map((between) => words.join(between)));
const anyUnits = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 300 });
const cutNews = fc
  .tuple(fc.nat(NEWS.length), fc.nat(NEWS.length), fc.nat(NEWS.length))
  .map(([a, b, c]) => NEWS.slice(a) + NEWS.slice(0, b) + NEWS.slice(c, b));

describe('any text', () => {
  test.for([
    ['arbitrary units with lone surrogates', anyUnits],
    ['arbitrary graphemes', fc.string({ unit: 'grapheme', maxLength: 300 })],
    ['words of news in any order', shaken],
    ['news cut in pieces', cutNews],
  ] as const)('%s: nothing is thrown, every span lies in the text', ([, texts]) => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom(null, '2025-03', '2025-03-18', '2025-03-18T19:30Z', 'kein Datum'),
        (text, language, date) => {
          read(text, language, date);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

const MEGABYTE = 1_000_000;
const fill = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** What is repeated until it is long; each has been, or might be, quadratic in some stage. */
const REPEATED: readonly (readonly [string, string])[] = [
  ['one word without end', 'a'],
  ['capitals without end', 'Ä'],
  ['blanks', ' '],
  ['line ends', '\r\n'],
  ['empty lines', '\n\n'],
  ['NUL', '\u0000'],
  ['lone surrogates', '\ud83d'],
  ['joined marks', 'e\u0301\u0301'],
  ['right to left', 'السلام '],
  ['full stops', '.'],
  ['commas', ', '],
  ['colons', 'A: '],
  ['brackets', '('],
  ['dashes', ' – '],
  ['digits', '7'],
  ['grouped digits', '1.000.'],
  ['dates', 'am 18. März 2025 '],
  ['durations', '30 Tage lang '],
  ['verbs', 'sagte '],
  ['dass', 'dass er sagte, '],
  ['pronouns', 'Er sagte. '],
  ['sources', 'laut dem Sprecher '],
  ['names', 'Wladimir Putin '],
  ['half names', 'Wladimir Wladimir '],
  ['truces', 'Waffenruhe und Waffenruhe oder '],
  ['compounds', 'Energieinfrastruktur-'],
  ['statements', 'Der Sprecher sagte, er sei bereit. '],
  ['quotations', '„Ja“, sagte er. '],
  ['closing marks only', '“ '],
  ['nested marks', '„ ‚ « ‹ '],
  ['straight marks', '" a '],
  ['apostrophes', "'s "],
  ['conditions', 'wenn er nicht sagte, dass, '],
  ['the same line', 'Mehr anzeigen\n'],
  ['English', 'He said that he said that '],
];

describe('a long text', () => {
  test.for(REPEATED)('100,000 units of %s', ([, piece]) => {
    for (const language of ['de', 'en']) read(fill(piece, 100_000), language);
  });

  test.for(['„', '“', '"', '«', '»', '‚', '"a ', '„a. ', '«a\n\n', '(„'])('100,000 unclosed %j', (mark) => {
    read(mark.repeat(100_000));
  });

  test('ten megabytes in one line', () => {
    read(fill(NEWS, 10 * MEGABYTE));
  });

  test('ten megabytes without a blank', () => {
    read(fill('Waffenruhe', 10 * MEGABYTE));
  });

  test('a megabyte of one sentence', () => {
    read(fill('und der Sprecher der Regierung des Landes sagte dass er laut Angaben der Agentur bereit sei ', MEGABYTE));
  });
});
