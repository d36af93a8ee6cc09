import { type Annotation, idOf, type Mention, makeReport, type Report, type Statement } from '../model/index.ts';
import type { Said } from './mentions-in.ts';

/** A statement with its report, standing and mentions, made from little; for tests of what is computed from statements. */
export function sampleSaid(
  text: string,
  holder: string | null,
  codes: readonly string[],
  fields: Partial<Statement> = {},
  report: Report = makeReport(`r-${idOf('x', text)}`, text, { date: '2025-03-18' }),
): Said {
  const start = Math.max(0, report.text.indexOf(text));
  const span = { start, end: start + text.length };
  const mentions: readonly Mention[] = codes.map((code) => ({ span, kind: 'topic', code, rule: 'sample' }));
  const statement: Statement = {
    id: idOf('st', report.key, text),
    report: report.key,
    content: [span],
    cue: [],
    speakerSpan: null,
    speakers: [{ name: holder ?? 'somebody', kind: 'actor', actor: holder === null ? null : `${holder.toLowerCase()}.office` }],
    onBehalfOf: null,
    via: [],
    level: 0,
    within: null,
    form: 'indirect',
    layer: 'speech',
    act: 'assert',
    modality: [],
    polarity: 'pos',
    conditions: [],
    addressee: null,
    when: null,
    headline: false,
    inferredByNarrator: false,
    editorialInserts: [],
    rule: 'sample',
    confidence: 1,
    ...fields,
  };
  const annotation: Annotation = {
    report: report.key,
    sentences: [],
    statements: [statement],
    silences: [],
    glosses: [],
    times: [],
    quantities: [],
    mentions,
    noise: [],
    events: [],
    claims: [],
    rejected: [],
    notices: [],
    discourse: [],
  };
  return { statement, report, standing: { holder, authority: 'principal', relays: false }, mentions, annotation };
}
