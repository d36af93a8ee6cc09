import { type AnchoredSpan, type Dossier, type Element, idOf, makeReport, type Reading, type Report } from '../../src/model/index.ts';

// A truce between two invented countries with an invented broker, small enough to be checked by eye.
const north =
  'Der Norden will 30 Tage lang keine Kraftwerke angreifen. Präsidentin Alba Nord sagte, man werde „Objekte der Stromversorgung“ schonen.';
const south =
  'Wir schonen Kraftwerke und andere zivile Anlagen, wenn der Norden es auch tut“, schrieb Minister Süd. Ein Datum nannte er nicht.';
const broker = 'Das Haus der Vermittler sprach von «Strom und Anlagen». Aus Kreisen hiess es, das halte nie.';

/** Three reports of one afternoon. */
export const exampleReports: readonly Report[] = [
  makeReport('01-norden', north, { date: '2031-05-02', outlet: 'Musterkurier', title: 'Norden schont Kraftwerke' }),
  makeReport('02-sueden', south, { date: '2031-05-03T18:00Z', outlet: 'Beispielbote' }),
  makeReport('03-vermittler', broker, { date: '2031-05-03', outlet: 'Probe-Zeitung', url: 'https://probe.example/3' }),
];

const agreement = 'ag-example';

function spanOf(report: string, exact: string): AnchoredSpan {
  const text = exampleReports.find(({ key }) => key === report)?.text ?? '';
  const start = text.indexOf(exact);
  if (start < 0) throw new Error(`"${exact}" is not in ${report}`);
  return { report, start, end: start + exact.length, exact };
}

const base: Omit<Reading, 'id' | 'element' | 'holder' | 'value' | 'spans'> = {
  agreement,
  obliged: ['mutual'],
  stance: 'asserts',
  evidence: [],
  statements: [],
  speaker: null,
  authority: 'principal',
  mode: 'indirect',
  act: 'promise',
  modality: [],
  language: 'de',
  originalLanguage: null,
  heldFrom: '2031-05-02',
  heldTo: null,
  knownFrom: '2031-05-02',
  knownTo: null,
  supersededBy: null,
  origin: 'machine',
  arrangement: null,
  confidence: 0.9,
  rule: 'example',
};

const reading = (
  element: Element,
  holder: string,
  value: Reading['value'],
  spans: readonly AnchoredSpan[],
  more: Partial<Reading> = {},
): Reading => ({
  ...base,
  id: idOf('rd', element, holder, JSON.stringify(value), JSON.stringify(spans)),
  element,
  holder,
  value,
  spans,
  ...more,
});

const power = { t: 'objects', include: ['power_plant'], exclude: [], open: null } as const;
const protectedNorth = reading('protected_objects', 'XN', power, [spanOf('01-norden', 'Objekte der Stromversorgung')], {
  speaker: 'Alba Nord',
  mode: 'mixed',
});
const protectedSouth = reading(
  'protected_objects',
  'XS',
  { ...power, open: 'andere zivile Anlagen' },
  [spanOf('02-sueden', 'Wir schonen Kraftwerke und andere zivile Anlagen')],
  { speaker: 'Minister Süd', mode: 'direct' },
);
const protectedBroker = reading('protected_objects', 'XM', power, [spanOf('03-vermittler', 'Strom und Anlagen')], {
  speaker: 'Haus der Vermittler',
  mode: 'mixed',
});
const durationNorth = reading(
  'duration',
  'XN',
  { t: 'duration', iso: 'P30D', until: null, counting: 'unstated' },
  [spanOf('01-norden', '30 Tage lang keine Kraftwerke angreifen')],
  { mode: 'reported' },
);
const mutualSouth = reading(
  'reciprocity',
  'XS',
  { t: 'condition', kind: 'reciprocity', topics: ['reciprocity'], on: ['XN'] },
  [spanOf('02-sueden', 'wenn der Norden es auch tut')],
  { speaker: 'Minister Süd', mode: 'direct' },
);
const startSouth = reading(
  'entry_into_force',
  'XS',
  { t: 'start', mode: 'unstated', at: null },
  [spanOf('02-sueden', 'Ein Datum nannte er nicht')],
  {
    stance: 'silent',
    mode: null,
  },
);
const silentSouth = reading('parties_and_signatories', 'XS', { t: 'parties', parties: ['XS'], commitment: 'ready', polarity: 'pos' }, [], {
  stance: 'silent',
  supersededBy: protectedSouth.id,
  heldTo: '2031-05-03',
});
const anonymous = reading(
  'next_step',
  'XM',
  { t: 'step', kind: 'talks', when: null, place: null, topics: [] },
  [spanOf('03-vermittler', 'das halte nie')],
  { authority: 'anonymous', speaker: 'anonymous: Kreise' },
);
const readings = [protectedNorth, protectedSouth, protectedBroker, durationNorth, mutualSouth, startSouth, silentSouth, anonymous];

const cell = (element: Element, holder: string, mark: 'agree' | 'differ' | 'only' | 'silent', ...found: readonly Reading[]) => ({
  element,
  holder,
  mark,
  readings: found.map(({ id }) => id),
});

/** A dossier over {@link exampleReports} with something in every section that is printed. */
export const exampleDossier: Dossier = {
  schema: 'trucebook/dossier@1',
  asOf: '2031-05-04',
  heldAt: null,
  reports: exampleReports.map(({ id, key, date, outlet, language, url, title }) => ({
    id,
    key,
    date,
    outlet,
    language,
    url,
    title,
    origin: null,
  })),
  agreements: [
    {
      agreement: {
        id: agreement,
        kind: 'limited_halt_of_attacks',
        track: 'roadmap',
        title: { de: 'Verzicht auf Angriffe auf Kraftwerke, Mai 2031', en: 'Halt of attacks on power plants, May 2031' },
        cfClass: 'limited_halt_of_attacks',
        side: 'parallel_unilateral',
        partial: true,
        written: 'unclear',
        parties: ['XN', 'XS'],
        brokers: ['XM'],
        mechanism: 'unclear',
        purposes: [],
        related: [],
        mentions: [],
        firstKnown: '2031-05-02',
      },
      overall: {
        state: 'agreed_terms_differ',
        why: { de: 'Beide sagen zu, jede mit eigenen Worten.', en: 'Both promise, each in its own words.' },
      },
      parties: [
        { agreement, holder: 'XN', state: 'agreed', since: '2031-05-02', readings: [protectedNorth.id], previous: [] },
        { agreement, holder: 'XS', state: 'agreed_conditionally', since: '2031-05-03', readings: [mutualSouth.id], previous: [] },
      ],
      cells: [
        cell('protected_objects', 'XN', 'agree', protectedNorth),
        cell('protected_objects', 'XM', 'agree', protectedBroker),
        cell('protected_objects', 'XS', 'differ', protectedSouth),
        cell('entry_into_force', 'XN', 'silent'),
        cell('entry_into_force', 'XS', 'silent', startSouth),
        cell('entry_into_force', 'XM', 'silent'),
        cell('duration', 'XN', 'only', durationNorth),
        cell('duration', 'XS', 'silent'),
        cell('duration', 'XM', 'silent'),
        cell('reciprocity', 'XS', 'only', mutualSouth),
        cell('monitoring', 'XN', 'silent'),
        cell('monitoring', 'XS', 'silent'),
      ],
      clocks: [
        {
          holder: 'XN',
          iso: 'P30D',
          from: null,
          to: null,
          note: { de: 'Kein Beginn genannt; die Frist läuft nicht.', en: 'No start is stated; the clock does not run.' },
        },
      ],
    },
  ],
  readings,
  divergences: [
    {
      id: 'dv-1',
      agreement,
      element: 'protected_objects',
      kind: 'scope_wider',
      a: { holder: 'XS', reading: protectedSouth.id },
      b: { holder: 'XN', reading: protectedNorth.id },
      within: false,
      sentence: {
        de: 'Der Süden schont auch andere zivile Anlagen, der Norden nur die Stromversorgung.',
        en: 'The South also spares other civilian sites, the North only the power supply.',
      },
      renderingOnly: false,
      asOf: '2031-05-04',
      rule: 'example',
    },
  ],
  openQuestions: [
    {
      id: 'oq-1',
      agreement,
      element: 'entry_into_force',
      text: { de: 'Ab wann gilt der Verzicht?', en: 'From when does the halt apply?' },
      raisedBy: 'empty_slot',
      spans: [spanOf('02-sueden', 'Ein Datum nannte er nicht')],
      state: 'open',
      answers: [],
      to: ['XN', 'XS'],
    },
  ],
  relations: [],
  origins: exampleReports.map(({ key }) => ({ id: `or-${key}`, kind: 'own reporting', label: key, reports: [key], why: 'example' })),
  requests: [
    {
      id: 'rq-1',
      kind: 'demand',
      from: 'XS',
      to: 'XN',
      about: ['reciprocity'],
      statement: 'st-1',
      span: spanOf('02-sueden', 'wenn der Norden es auch tut'),
      due: '2031-05-10',
      outcome: 'nothing_reported',
      answers: [],
    },
  ],
  positions: [],
  silences: [],
  timeline: [
    {
      at: '2031-05-02',
      kind: 'reading_new',
      agreement,
      holder: 'XN',
      text: { de: 'Der Norden nennt 30 Tage.', en: 'The North names 30 days.' },
      refs: [durationNorth.id],
    },
  ],
  statements: [],
  flags: [
    {
      kind: 'gloss',
      span: spanOf('03-vermittler', 'Aus Kreisen hiess es'),
      note: { de: 'Satz der Redaktion.', en: 'The newsroom’s own sentence.' },
    },
  ],
  holders: [
    { code: 'XN', name: { de: 'Norden', en: 'North' } },
    { code: 'XM', name: { de: 'Vermittler', en: 'Brokers' } },
    { code: 'XS', name: { de: 'Süden', en: 'South' } },
  ],
};
