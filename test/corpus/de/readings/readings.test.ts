import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../../src/model/index.ts';
import { type Story, tell } from './tell.ts';

const halt: Story = {
  key: 'halt',
  date: '2031-05-02',
  text:
    'Nordlands Präsidentin Arn hat einem Vorschlag Mittellands zugestimmt, 30 Tage lang Angriffe auf südländische Energieanlagen einzustellen, wenn Südland dies ebenfalls tut. ' +
    'Das teilte ihr Amt mit. ' +
    'Eine vollständige 60-tägige Waffenruhe lehnte Arn ab. ' +
    'Südlands Sprecherin Cord erklärte, man sei zu einem Angriffsstopp für Kraftwerke und andere zivile Infrastruktur bereit. ' +
    'Unklar sei aber, wie eine solche Feuerpause überwacht werden solle, sagte Cord. ' +
    'Arns Berater Berg sagte, der Angriffsstopp gelte auch für Häfen. ' +
    'Nach Angaben aus Regierungskreisen soll der Angriffsstopp am Montag in Kraft treten.',
  told: [
    {
      say: 'Nordlands Präsidentin Arn hat einem Vorschlag Mittellands zugestimmt, 30 Tage lang Angriffe auf südländische Energieanlagen einzustellen, wenn Südland dies ebenfalls tut',
      by: 'Nordland',
    },
    {
      say: '30 Tage lang Angriffe auf südländische Energieanlagen einzustellen, wenn Südland dies ebenfalls tut',
      by: 'Ida Arn',
      act: 'agree',
      within: 0,
    },
    { say: 'Eine vollständige 60-tägige Waffenruhe', by: 'Ida Arn', act: 'reject', layer: 'act' },
    { say: 'man sei zu einem Angriffsstopp für Kraftwerke und andere zivile Infrastruktur bereit', by: 'Ute Cord', act: 'agree' },
    { say: 'wie eine solche Feuerpause überwacht werden solle', by: 'Ute Cord', act: 'doubt' },
    { say: 'der Angriffsstopp gelte auch für Häfen', by: 'Jost Berg' },
    { say: 'soll der Angriffsstopp am Montag in Kraft treten', by: 'anonymous: Regierungskreise', act: 'announce' },
  ],
};

const { ledger, reports } = tell(halt);
const of = (kind: string) => ledger.agreements.find((agreement) => agreement.kind === kind);
const cell = (kind: string, element: string, holder: string): readonly Reading[] =>
  ledger.readings.filter((reading) => reading.agreement === of(kind)?.id && reading.element === element && reading.holder === holder);
const words = (readings: readonly Reading[]) => readings.flatMap((reading) => reading.spans.map((span) => span.exact));

describe('a truce never seen, by the data of its actors alone', () => {
  test('two truces in one report stay two, each with its own term', () => {
    expect(ledger.agreements.map((agreement) => agreement.kind).sort()).toEqual(['ceasefire', 'limited_halt_of_attacks']);
    expect(words(cell('limited_halt_of_attacks', 'duration', 'NL'))).toEqual(['30 Tage lang']);
    expect(cell('limited_halt_of_attacks', 'duration', 'SL')).toEqual([]);
    expect(cell('ceasefire', 'duration', 'narration').map((reading) => reading.value)).toEqual([
      { t: 'duration', iso: 'P60D', until: null, counting: 'unstated' },
    ]);
  });

  test('each side has its own scope, with the open end as said', () => {
    expect(cell('limited_halt_of_attacks', 'protected_objects', 'NL').map((reading) => reading.value)).toEqual([
      { t: 'objects', include: ['energy_infrastructure'], exclude: [], open: null },
    ]);
    expect(cell('limited_halt_of_attacks', 'protected_objects', 'SL').map((reading) => reading.value)).toEqual([
      { t: 'objects', include: ['other_civilian_infrastructure', 'power_plant'], exclude: [], open: 'und andere zivile Infrastruktur' },
    ]);
  });

  test('the innermost authorised speaker fills the cell, and only once', () => {
    const [reciprocity, ...more] = cell('limited_halt_of_attacks', 'reciprocity', 'NL');
    expect(more).toEqual([]);
    expect(reciprocity?.spans[0]?.exact).toBe('wenn Südland dies ebenfalls tut');
    expect(reciprocity?.value).toEqual({ t: 'condition', kind: 'reciprocity', topics: [], on: ['SL'] });
    expect(reciprocity?.speaker).toBe('Ida Arn');
    expect(reciprocity?.statements).toEqual(['halt-0', 'halt-1']);
  });

  test('what the narrator tells stands in no party’s column', () => {
    expect(cell('ceasefire', 'parties_and_signatories', 'NL')).toEqual([]);
    const [told] = cell('ceasefire', 'parties_and_signatories', 'narration');
    expect(told?.value).toEqual({ t: 'parties', parties: ['NL'], commitment: 'rejected', polarity: 'neg' });
  });

  test('"such a pause" is the one spoken of last', () => {
    expect(words(cell('limited_halt_of_attacks', 'monitoring', 'SL'))).toEqual([expect.stringMatching(/ überwacht /)]);
    expect(cell('limited_halt_of_attacks', 'monitoring', 'SL')[0]?.value).toEqual({ t: 'mechanism', status: 'doubted', by: [] });
  });

  test('advisers and unnamed officials never fill their side’s column', () => {
    expect(
      ledger.readings.filter((reading) => ['NL', 'SL'].includes(reading.holder)).some((reading) => reading.speaker === 'Jost Berg'),
    ).toBe(false);
    const aside = ledger.readings.find((reading) => reading.speaker === 'Jost Berg');
    expect([aside?.holder, aside?.authority, aside?.side]).toEqual(['narration', 'adviser', 'NL']);
    const unnamed = ledger.readings.filter((reading) => reading.element === 'entry_into_force');
    expect(unnamed.map((reading) => [reading.holder, reading.authority])).toEqual([['narration', 'anonymous']]);
  });

  test('every span is its words, and every reading rests on something', () => {
    const texts = new Map(reports.map((report) => [report.key, report.text]));
    for (const reading of ledger.readings) {
      expect(reading.spans.length).toBeGreaterThan(0);
      for (const span of reading.spans) expect(texts.get(span.report)?.slice(span.start, span.end)).toBe(span.exact);
      if (reading.holder !== 'narration' && reading.stance !== 'silent') expect(reading.statements.length).toBeGreaterThan(0);
    }
  });
});

describe('prices, relays, silence', () => {
  test('a price put before the truce it is for goes to that truce and not to the limited halt', () => {
    const { ledger: priced } = tell({
      key: 'price',
      date: '2031-05-03',
      text:
        'Nordland stoppte Angriffe auf Energieanlagen. Arn fordert ein Ende der Waffenlieferungen an Südland. ' +
        'Eine vollständige Waffenruhe sei nur möglich, wenn die Militärhilfe reduziert werde.',
      told: [
        { say: 'ein Ende der Waffenlieferungen an Südland', by: 'Ida Arn', act: 'demand' },
        { say: 'Eine vollständige Waffenruhe sei nur möglich, wenn die Militärhilfe reduziert werde', by: 'Ida Arn', act: 'condition' },
      ],
    });
    const full = priced.agreements.find((agreement) => agreement.kind === 'ceasefire')?.id;
    const conditions = priced.readings.filter((reading) => reading.element === 'preconditions' && reading.holder === 'NL');
    expect(conditions.length).toBe(2);
    for (const reading of conditions) {
      expect(reading.agreement).toBe(full);
      expect(reading.value).toMatchObject({ kind: 'precondition' });
    }
    expect(conditions.flatMap(({ value }) => (value.t === 'condition' ? value.topics : [])).sort()).toEqual([
      'end_military_aid',
      'less_military_aid',
    ]);
  });

  test('an outlet relays, another holder does not', () => {
    const text = 'Dahl sagte dem Inselboten, Südland habe einer Waffenruhe im Norden zugestimmt. Cord sagte, die Waffenruhe gelte 10 Tage.';
    const { ledger: relayed } = tell({
      key: 'relay',
      date: '2031-05-04',
      text,
      told: [
        { say: 'Südland habe einer Waffenruhe im Norden zugestimmt', by: 'Per Dahl', via: 'Inselbote' },
        { say: 'einer Waffenruhe im Norden', by: 'Südland', act: 'agree', within: 0 },
        { say: 'die Waffenruhe gelte 10 Tage', by: 'Ute Cord', via: 'Inselbote' },
      ],
    });
    const consent = relayed.readings.filter((reading) => reading.element === 'parties_and_signatories');
    expect(consent.map((reading) => [reading.holder, reading.value])).toEqual([
      ['ML', { t: 'parties', parties: ['SL'], commitment: 'agreed', polarity: 'pos' }],
    ]);
    expect(
      relayed.readings.filter((reading) => reading.element === 'duration').map((reading) => [reading.holder, reading.speaker]),
    ).toEqual([['SL', 'Ute Cord']]);
  });

  test('no reaction is a silent reading of that side', () => {
    const { ledger: quiet } = tell({
      key: 'quiet',
      date: '2031-05-05',
      text: 'Nordland befahl einen Stopp der Angriffe auf Kraftwerke. Aus Südland kam dazu keine Reaktion.',
      told: [{ say: 'einen Stopp der Angriffe auf Kraftwerke', by: 'Nordland', act: 'order', layer: 'act' }],
      silent: { words: 'Aus Südland kam dazu keine Reaktion', by: 'Südland' },
    });
    const silent = quiet.readings.filter((reading) => reading.stance === 'silent');
    expect(silent.map((reading) => [reading.holder, reading.element, reading.heldFrom])).toEqual([
      ['SL', 'parties_and_signatories', '2031-05-05'],
    ]);
  });

  test('words that the newsroom inserted are not the speaker’s', () => {
    const { ledger: inserted } = tell({
      key: 'insert',
      date: '2031-05-06',
      text: 'Cord sprach von einer Waffenruhe für Strom (-Netze, Anm. d. Red.) und Kraftwerke.',
      told: [{ say: 'einer Waffenruhe für Strom (-Netze, Anm. d. Red.) und Kraftwerke', by: 'Ute Cord', insert: '(-Netze, Anm. d. Red.)' }],
    });
    expect(inserted.flags.map((flag) => flag.kind)).toContain('editorial_insertion');
    for (const reading of inserted.readings) for (const span of reading.spans) expect(span.exact).not.toContain('Anm.');
  });

  test('an exchange counts each side and the wounded apart', () => {
    const { ledger: exchange } = tell({
      key: 'swap',
      date: '2031-05-07',
      text: 'Arn kündigte an, beide Länder wollten je 40 Kriegsgefangene austauschen. Zudem entlasse Nordland 7 verwundete südländische Soldaten.',
      told: [
        { say: 'beide Länder wollten je 40 Kriegsgefangene austauschen', by: 'Ida Arn', act: 'announce' },
        { say: 'Zudem entlasse Nordland 7 verwundete südländische Soldaten', by: 'Ida Arn', act: 'announce' },
      ],
    });
    const counts = exchange.readings
      .filter((reading) => reading.element === 'exchange')
      .flatMap((reading) => (reading.value.t === 'count' ? reading.value.items : []));
    expect(counts).toEqual(
      expect.arrayContaining([
        { n: 40, of: 'prisoners', perSide: true },
        { n: 7, of: 'wounded', perSide: false },
      ]),
    );
  });
});

describe('what reports say around the words of a side', () => {
  const list: Story = {
    key: 'list',
    date: '2031-05-25',
    text:
      'Nordland und Südland sprachen über einen Stopp der Angriffe auf Energieanlagen. Nordland hat eine Liste von Anlagen veröffentlicht. ' +
      'Sie umfasst Raffinerien, Pipelines und Umspannwerke. Die Pause gelte ab dem Wochenende und könne im Einvernehmen verlängert werden. ' +
      'Halte sich eine Seite nicht daran, sei die andere nicht mehr gebunden. Cord erklärte, das Startdatum sei falsch. ' +
      'Eine Dauer nennt Südland nicht. Südland stimmte einer Feuerpause zu – sofern Nordland ebenfalls zustimmt.',
    told: [
      { say: 'Die Pause gelte ab dem Wochenende und könne im Einvernehmen verlängert werden', by: 'Nordland' },
      { say: 'Halte sich eine Seite nicht daran, sei die andere nicht mehr gebunden', by: 'Nordland' },
      { say: 'das Startdatum sei falsch', by: 'Ute Cord' },
      { say: 'einer Feuerpause', by: 'Südland', act: 'agree', layer: 'act' },
    ],
  };
  const told = tell(list).ledger.readings;
  const one = (element: string, holder: string) => told.filter((reading) => reading.element === element && reading.holder === holder);

  test('a list that a side has published is its version of what is protected', () => {
    expect(one('protected_objects', 'NL').map((reading) => reading.value)).toEqual([
      { t: 'objects', include: ['oil_gas_pipeline', 'oil_refinery', 'substation'], exclude: [], open: null },
    ]);
  });

  test('start, extension and release clause belong to the side that names them', () => {
    expect(one('entry_into_force', 'NL')).toHaveLength(1);
    expect(one('extension', 'NL').map((reading) => reading.value)).toEqual([{ t: 'extension', mode: 'mutual_consent', until: null }]);
    expect(one('release_clause', 'NL').map((reading) => reading.value)).toMatchObject([{ kind: 'release_if_breached' }]);
  });

  test('who calls the other side’s date false disputes it and names none', () => {
    expect(one('entry_into_force', 'SL').map((reading) => [reading.stance, reading.value])).toEqual([
      ['disputes', { t: 'start', mode: 'unstated', at: null }],
    ]);
  });

  test('what a side leaves out is a silent reading of it', () => {
    expect(one('duration', 'SL').map((reading) => [reading.stance, reading.spans[0]?.exact])).toEqual([
      ['silent', 'Eine Dauer nennt Südland nicht.'],
    ]);
  });

  test('a condition behind a consent is the consenting side’s, though the newsroom tells of the consent', () => {
    expect(one('reciprocity', 'SL').map((reading) => reading.spans[0]?.exact)).toEqual(['sofern Nordland ebenfalls zustimmt']);
    expect(one('parties_and_signatories', 'SL')).toEqual([]);
  });
});

describe('properties', () => {
  const later: Story = {
    key: 'later',
    date: '2031-05-20',
    text: 'Südlands Sprecherin Cord sagte, die Angriffe auf Kraftwerke in Nordland würden 15 Tage ausgesetzt.',
    told: [{ say: 'die Angriffe auf Kraftwerke in Nordland würden 15 Tage ausgesetzt', by: 'Ute Cord', act: 'promise' }],
  };

  test('reports of one truce are put together, in any order, and a report given twice counts once', () => {
    const once = tell(halt, later).ledger;
    expect(once.agreements.filter((agreement) => agreement.kind === 'limited_halt_of_attacks')).toHaveLength(1);
    expect(tell(later, halt).ledger.readings).toEqual(once.readings);
    expect(tell(halt, later, halt).ledger.readings).toEqual(once.readings);
  });

  test('the same kind of truce years later is another one', () => {
    const again = tell(halt, { ...later, date: '2033-05-20' }).ledger;
    expect(again.agreements.filter((agreement) => agreement.kind === 'limited_halt_of_attacks')).toHaveLength(2);
  });

  test('swapping the parties swaps the columns and nothing else', () => {
    const swapWords = (text: string) =>
      text.replace(
        /Nordland|Südland|nordländisch|südländisch/g,
        (word) => ({ Nordland: 'Südland', Südland: 'Nordland', nordländisch: 'südländisch', südländisch: 'nordländisch' })[word] ?? word,
      );
    const swapName = (name: string) =>
      ({ Nordland: 'Südland', Südland: 'Nordland', 'Ida Arn': 'Ute Cord', 'Ute Cord': 'Ida Arn' })[name] ?? name;
    // The adviser has no twin on the other side.
    const plain = { ...halt, told: halt.told.filter((told) => told.by !== 'Jost Berg') };
    const mirrored: Story = {
      ...plain,
      text: swapWords(plain.text),
      told: plain.told.map((told) => ({ ...told, say: swapWords(told.say), by: swapName(told.by) })),
    };
    const shape = (story: Story, flip: boolean) =>
      tell(story)
        .ledger.readings.map(({ element, holder, value, stance, obliged }) => {
          const text = JSON.stringify({ element, holder, value, stance, obliged });
          return flip ? text.replace(/"(NL|SL)"/g, (_, code: string) => (code === 'NL' ? '"SL"' : '"NL"')) : text;
        })
        .sort();
    expect(shape(mirrored, true)).toEqual(shape(plain, false));
  });
});
