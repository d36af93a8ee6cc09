import { readLedger } from '../../../../src/ledger/read/index.ts';
import {
  type Actor,
  type Annotation,
  type Mention,
  makeReport,
  type Report,
  type Silence,
  type Speaker,
  type Statement,
} from '../../../../src/model/index.ts';
import { findMentions } from '../../../../src/text/mentions/index.ts';

/** A war that never was: every name is invented, so that nothing in the code can know it. */
export const actors: readonly Actor[] = [
  {
    id: 'nl',
    kind: 'state',
    name: 'Nordland',
    names: { de: ['Nordland', 'Nordlands', 'nordländische', 'nordländischen'] },
    holder: 'NL',
    source: 'invented',
  },
  {
    id: 'sl',
    kind: 'state',
    name: 'Südland',
    names: { de: ['Südland', 'Südlands', 'südländische', 'südländischen'] },
    holder: 'SL',
    source: 'invented',
  },
  { id: 'ml', kind: 'state', name: 'Mittelland', names: { de: ['Mittelland', 'Mittellands'] }, holder: 'ML', source: 'invented' },
  { id: 'bund', kind: 'organisation', name: 'Inselbund', names: { de: ['Inselbund'] }, source: 'invented' },
  { id: 'arn', kind: 'person', name: 'Ida Arn', names: { de: ['Arn'] }, roles: [{ of: 'nl', authority: 'principal' }], source: 'invented' },
  {
    id: 'berg',
    kind: 'person',
    name: 'Jost Berg',
    names: { de: ['Berg'] },
    roles: [{ of: 'nl', authority: 'adviser' }],
    source: 'invented',
  },
  {
    id: 'cord',
    kind: 'person',
    name: 'Ute Cord',
    names: { de: ['Cord'] },
    roles: [{ of: 'sl', authority: 'spokesperson' }],
    source: 'invented',
  },
  {
    id: 'dahl',
    kind: 'person',
    name: 'Per Dahl',
    names: { de: ['Dahl'] },
    roles: [{ of: 'ml', authority: 'principal' }],
    source: 'invented',
  },
  { id: 'bote', kind: 'outlet', name: 'Inselbote', names: { de: ['Inselbote'] }, source: 'invented' },
];

/** One statement of a told report, by the words of its content. */
export interface Told {
  readonly say: string;
  readonly by: string;
  readonly act?: Statement['act'];
  readonly layer?: Statement['layer'];
  /** Position in the list of the statement it is nested in. */
  readonly within?: number;
  readonly when?: string;
  readonly via?: string;
  readonly insert?: string;
}

export interface Story {
  readonly key: string;
  readonly date: string;
  readonly text: string;
  readonly told: readonly Told[];
  readonly silent?: { readonly words: string; readonly by: string };
}

function speaker(name: string): Speaker {
  if (name.startsWith('anonymous')) return { name, kind: 'anonymous', actor: null };
  const actor = actors.find((one) => one.name === name);
  return actor
    ? { name, kind: actor.kind === 'outlet' ? 'medium' : 'actor', actor: actor.id }
    : { name, kind: 'unregistered', actor: null };
}

function place(text: string, words: string): { readonly start: number; readonly end: number } {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the story: ${words}`);
  return { start, end: start + words.length };
}

function annotationOf(story: Story): Annotation {
  const { key, text } = story;
  const mentions: Mention[] = [...findMentions(text, 'de')];
  for (const actor of actors) {
    for (const name of actor.names['de'] ?? []) {
      for (const found of text.matchAll(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'gu'))) {
        mentions.push({ span: { start: found.index, end: found.index + name.length }, kind: 'actor', code: actor.id, rule: 'test' });
      }
    }
  }
  for (const found of text.matchAll(/(Nord|Süd)l[aä]nd(?:s|ische[nr]?)?/g)) {
    const code = found[1] === 'Nord' ? 'NL' : 'SL';
    mentions.push({ span: { start: found.index, end: found.index + found[0].length }, kind: 'place', code, rule: 'territory' });
  }
  const statements = story.told.map((told, at): Statement => {
    const level = told.within === undefined ? 0 : 1;
    return {
      id: `${key}-${at}`,
      report: key,
      content: [place(text, told.say)],
      cue: [],
      speakerSpan: null,
      speakers: told.by.split(' + ').map(speaker),
      onBehalfOf: null,
      via: told.via ? [speaker(told.via)] : [],
      level,
      within: told.within === undefined ? null : `${key}-${told.within}`,
      form: 'indirect',
      layer: told.layer ?? 'speech',
      act: told.act ?? 'assert',
      modality: [],
      polarity: 'pos',
      conditions: [],
      addressee: null,
      when: told.when ?? null,
      headline: false,
      inferredByNarrator: false,
      editorialInserts: told.insert ? [place(text, told.insert)] : [],
      rule: 'test',
      confidence: 1,
    };
  });
  const silences: Silence[] = story.silent
    ? [{ span: place(text, story.silent.words), speakers: [speaker(story.silent.by)], when: null, rule: 'test' }]
    : [];
  const times = [...text.matchAll(/(\d+) Tage(?: lang)?|(\d+)-tägige?n?/g)].map((found) => ({
    span: { start: found.index, end: found.index + found[0].length },
    type: 'DURATION' as const,
    value: `P${found[1] ?? found[2]}D`,
    rule: 'test',
  }));
  const quantities = [...text.matchAll(/(je )?(\d+) (?:Kriegsgefangene|verwundete)/g)].map((found) => ({
    span: { start: found.index, end: found.index + found[0].length },
    value: Number(found[2]),
    unit: null,
    perSide: found[1] !== undefined,
    approximation: null,
  }));
  const sentences = [...text.matchAll(/[^.!?\n]+[.!?]?/g)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
  return {
    report: key,
    sentences,
    statements,
    silences,
    glosses: [],
    times,
    quantities,
    mentions,
    noise: [],
    events: [],
    claims: [],
    rejected: [],
    notices: [],
    discourse: [],
  };
}

/** Reads told stories into a ledger, in the order given. */
export function tell(...stories: readonly Story[]): {
  readonly ledger: ReturnType<typeof readLedger>;
  readonly reports: readonly Report[];
} {
  const reports = stories.map((story) => makeReport(story.key, story.text, { date: story.date }));
  return { ledger: readLedger({ reports, annotations: stories.map(annotationOf), actors }), reports };
}
