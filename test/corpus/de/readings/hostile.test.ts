import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLedger } from '../../../../src/ledger/read/index.ts';
import { type Annotation, makeReport, type Statement } from '../../../../src/model/index.ts';
import { findMentions } from '../../../../src/text/mentions/index.ts';
import { actors } from './tell.ts';

const pieces = [
  'Waffenruhe',
  'Angriffe auf Kraftwerke',
  'einzustellen',
  'wenn',
  'auch',
  '30-tägige',
  'Das',
  'Arn',
  'Südland',
  'nicht',
  'und andere zivile Infrastruktur',
  'überwachen',
  ',',
  '. ',
  '\n\n',
  '„',
  '“',
  '«',
  '(',
  '-',
  '\ud800',
  '\u0000',
  '\r\n',
  'ß',
  '😀',
  'solche',
  'Befehl',
  'in Kraft',
  'Kriegsgefangene austauschen',
  'verlängern',
  'je 40',
];
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(' ')),
);

test('mentions of any text lie within it, in order, and none is empty', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      let last = 0;
      for (const { span } of findMentions(text, 'de')) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
        last = span.start;
      }
    }),
    { numRuns: 400 },
  );
});

test('an unknown language has no mentions', () => {
  expect(findMentions('Waffenruhe', 'xx')).toEqual([]);
});

/** Statements with contents cut anywhere, nested in one another in any way, even in a circle. */
function annotationOf(text: string, cuts: readonly (readonly [number, number, number, number])[]): Annotation {
  const at = (share: number) => Math.floor(share * text.length);
  const acts = ['assert', 'agree', 'reject', 'condition', 'demand', 'order', 'doubt', 'deny'] as const;
  const statements = cuts.map(([a, b, c, parent], index): Statement => {
    const actor = actors[index % actors.length];
    return {
      id: `s${index}`,
      report: 'r',
      content: [{ start: at(Math.min(a, b)), end: at(Math.max(a, b)) }],
      cue: [],
      speakerSpan: null,
      speakers: actor ? [{ name: actor.name, kind: 'actor', actor: actor.id }] : [],
      onBehalfOf: null,
      via: [],
      level: 0,
      within: parent < 0.5 ? null : `s${Math.floor(c * cuts.length)}`,
      form: 'mixed',
      layer: c < 0.5 ? 'speech' : 'act',
      act: acts[Math.floor(c * acts.length)] ?? 'assert',
      modality: [],
      polarity: 'pos',
      conditions: [{ start: at(Math.min(b, c)), end: at(Math.max(b, c)) }],
      addressee: null,
      when: null,
      headline: false,
      inferredByNarrator: false,
      editorialInserts: [],
      rule: 'test',
      confidence: 1,
    };
  });
  return {
    report: 'r',
    sentences: [{ start: 0, end: text.length }],
    statements,
    silences: [{ span: { start: 0, end: at(0.5) }, speakers: statements[0]?.speakers ?? [], when: null, rule: 'test' }],
    glosses: [],
    times: [],
    quantities: [],
    mentions: findMentions(text, 'de'),
    noise: [],
    events: [],
    claims: [],
    rejected: [],
    notices: [],
    discourse: [],
  };
}

test('reading never throws, and every span of a reading is its words', () => {
  const unit = fc.double({ min: 0, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(hostile, fc.array(fc.tuple(unit, unit, unit, unit), { maxLength: 8 }), (text, cuts) => {
      const report = makeReport('r', text, { date: '2031-05-02' });
      for (const reading of readLedger({ reports: [report], annotations: [annotationOf(text, cuts)], actors }).readings) {
        for (const span of reading.spans) expect(text.slice(span.start, span.end)).toBe(span.exact);
      }
    }),
    { numRuns: 300 },
  );
});

test('ten times the text takes not much more than ten times as long', () => {
  const sentence =
    'Arn sagte, Nordland werde 30 Tage lang keine Angriffe auf Kraftwerke und andere zivile Infrastruktur führen, wenn Südland dies auch tut. ';
  const run = (copies: number): number => {
    const text = sentence.repeat(copies);
    const from = performance.now();
    findMentions(text, 'de');
    return performance.now() - from;
  };
  run(500);
  const best = (copies: number) => Math.min(...[1, 2, 3].map(() => run(copies)));
  // Quadratic would be a hundred times; the rest is room for a busy machine.
  expect(best(5000)).toBeLessThan(best(500) * 50 + 50);
});
