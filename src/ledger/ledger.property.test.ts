import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Agreement, ELEMENTS, type Element, idOf, OBJECT_CODES, type Reading, type ReadingValue } from '../model/index.ts';
import { supersede } from './as-of.ts';
import { bookOf } from './dossier.ts';
import type { IncidentFacts } from './judge/incident.ts';
import { judge } from './judge/judge.ts';
import { sampleAgreement, sampleReading } from './sample-reading.ts';
import { canonicalJson } from './value-key.ts';

const agreement = sampleAgreement({});
const names = new Map();
const holders = ['RU', 'UA', 'US'] as const;
const day = (first: number, last: number): fc.Arbitrary<string> =>
  fc.integer({ min: first, max: last }).map((n) => `2025-03-${String(n).padStart(2, '0')}`);
const maybeDay = (first: number, last: number): fc.Arbitrary<string | null> => fc.option(day(first, last), { nil: null });
const someHolders = fc.uniqueArray(fc.constantFrom(...holders), { maxLength: 2 }).map((list) => [...list].sort());

const valueArbitrary: Readonly<Partial<Record<Element, fc.Arbitrary<ReadingValue>>>> = {
  protected_objects: fc.record({
    t: fc.constant('objects' as const),
    include: fc.uniqueArray(fc.constantFrom(...OBJECT_CODES), { minLength: 1, maxLength: 3 }),
    exclude: fc.uniqueArray(fc.constantFrom(...OBJECT_CODES), { maxLength: 1 }),
    open: fc.constantFrom(null, null, 'and others'),
  }),
  entry_into_force: fc.record({
    t: fc.constant('start' as const),
    mode: fc.constantFrom('on_date_at_time' as const, 'upon_publication_by_third_party' as const, 'unstated' as const),
    at: maybeDay(10, 25),
  }),
  duration: fc.record({
    t: fc.constant('duration' as const),
    iso: fc.constantFrom('P5D', 'P30D', null),
    until: maybeDay(20, 28),
    counting: fc.constantFrom('unstated' as const, 'from_start_inclusive' as const),
  }),
  geographic_scope: fc.record({
    t: fc.constant('place' as const),
    include: someHolders,
    exclude: fc.constant([]),
    domains: fc.constant([]),
  }),
  prohibited_acts: fc.record({
    t: fc.constant('acts' as const),
    prohibited: fc.constantFrom(['attack'], ['hostilities'], []),
    permitted: fc.constant([]),
  }),
  preconditions: fc.record({
    t: fc.constant('condition' as const),
    kind: fc.constant('precondition' as const),
    topics: fc.uniqueArray(fc.constantFrom('end_military_aid', 'lift_sanctions'), { maxLength: 2 }),
    on: someHolders,
  }),
  parties_and_signatories: fc.record({
    t: fc.constant('parties' as const),
    parties: someHolders,
    commitment: fc.constantFrom('ready', 'agreed', 'ordered', 'rejected'),
    polarity: fc.constantFrom('pos' as const, 'neg' as const),
  }),
  release_clause: fc.record({
    t: fc.constant('state' as const),
    state: fc.constantFrom('released' as const, 'suspended' as const, 'resumed' as const, 'breach_alleged' as const, 'expired' as const),
    at: maybeDay(18, 26),
    by: someHolders,
  }),
};
const elements = ELEMENTS.filter((element) => valueArbitrary[element] !== undefined);

const reading: fc.Arbitrary<Reading> = fc.constantFrom(...elements).chain((element) =>
  fc
    .record({
      holder: fc.constantFrom<Reading['holder']>(...holders, 'narration'),
      value: valueArbitrary[element] ?? fc.constant<ReadingValue>({ t: 'text', topics: [] }),
      obliged: fc.constantFrom<readonly string[]>(['mutual'], ['RU'], ['UA'], ['unstated']),
      stance: fc.constantFrom<Reading['stance']>('asserts', 'asserts', 'asserts', 'disputes', 'silent'),
      authority: fc.constantFrom<Reading['authority']>('principal', 'spokesperson', 'adviser', 'anonymous'),
      arrangement: fc.constantFrom(null, null, 'US-UA'),
      heldFrom: fc.option(day(15, 26)),
      knownFrom: fc.option(day(15, 28), { freq: 20 }),
      report: fc.constantFrom('one', 'two', 'three'),
      modality: fc.constantFrom<Reading['modality']>([], ['conditional'], ['interrogative']),
      act: fc.constantFrom<Reading['act']>('agree', 'order', 'assert', 'doubt', null),
    })
    .map(({ report, ...fields }) =>
      made({
        ...fields,
        element,
        spans: [{ report, start: 0, end: 4, exact: 'Text' }],
        statements: fields.stance === 'silent' ? [] : [`st-${report}`],
      }),
    ),
);
const made = (fields: Partial<Reading>): Reading => sampleReading({ ...fields, id: idOf('rd', canonicalJson(fields)) });
const ledger = fc.array(reading, { maxLength: 25 });
const incident: fc.Arbitrary<IncidentFacts> = fc.record({
  id: fc.constant('i'),
  from: day(10, 28),
  territory: fc.constantFrom('RU', 'UA', 'MD', null),
  objects: fc.uniqueArray(fc.constantFrom(...OBJECT_CODES), { maxLength: 2 }),
  act: fc.constantFrom('attack', 'drone_strike', 'attempted_attack', 'intelligence_sharing'),
  by: fc.constantFrom('RU', 'UA', null),
});
const asOf = fc.option(day(15, 28));
const book = (readings: readonly Reading[], date: string | null, of: Agreement = agreement): ReturnType<typeof bookOf> =>
  bookOf(of, readings, names, date);
const bytes = (value: unknown): string => JSON.stringify(value);

describe('properties of the ledger', () => {
  test('the generated ledgers are worth judging: most kinds of verdict, divergence and state occur in them', () => {
    const verdicts = new Set<string>();
    const kinds = new Set<string>();
    const states = new Set<string>();
    for (const readings of fc.sample(fc.array(reading, { minLength: 15, maxLength: 25 }), { numRuns: 150, seed: 7 })) {
      const made = book(readings, null);
      for (const { kind } of made.divergences) kinds.add(kind);
      states.add(made.entry.overall.state);
      for (const what of fc.sample(incident, { numRuns: 8, seed: 7 }))
        for (const holder of holders) verdicts.add(judge(what, agreement, readings, holder, null).verdict);
    }
    expect([verdicts.size, kinds.size, states.size].map((size, index) => size >= ([6, 8, 5][index] ?? 0))).toEqual([true, true, true]);
  });

  test('the order of intake does not matter, and a report that comes twice changes nothing', () => {
    void fc.assert(
      fc.property(ledger, asOf, fc.infiniteStream(fc.nat()), (readings, date, chance) => {
        const shuffled = readings
          .map((one) => ({ one, at: chance.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const wanted = bytes(book(readings, date));
        expect(bytes(book(shuffled, date))).toBe(wanted);
        expect(bytes(book([...readings, ...shuffled], date))).toBe(wanted);
      }),
    );
  });

  test('later readings end earlier ones and erase none', () => {
    void fc.assert(
      fc.property(ledger, (readings) => {
        const ended = supersede(readings);
        expect(new Set(ended.map(({ id }) => id))).toEqual(new Set(readings.map(({ id }) => id)));
        for (const { supersededBy } of ended) if (supersededBy !== null) expect(ended.some(({ id }) => id === supersededBy)).toBe(true);
        expect(bytes(supersede(ended))).toBe(bytes(ended));
      }),
    );
  });

  test('every divergence names two readings that are there, and every cell and answer one', () => {
    void fc.assert(
      fc.property(ledger, asOf, (readings, date) => {
        const { entry, divergences, questions, readings: all } = book(readings, date);
        const ids = new Set(all.map(({ id }) => id));
        for (const { a, b } of divergences) {
          expect([ids.has(a.reading), ids.has(b.reading), a.reading !== b.reading]).toEqual([true, true, true]);
        }
        for (const cell of entry.cells) for (const id of cell.readings) expect(ids.has(id)).toBe(true);
        for (const question of questions) for (const id of question.answers) expect(ids.has(id)).toBe(true);
        for (const party of entry.parties) for (const id of party.readings) expect(ids.has(id)).toBe(true);
      }),
    );
  });

  test('no reading without evidence unless it is a silence', () => {
    void fc.assert(
      fc.property(ledger, asOf, (readings, date) => {
        for (const one of book(readings, date).readings)
          expect(one.stance === 'silent' || one.spans.length + one.evidence.length > 0).toBe(true);
      }),
    );
  });

  test('neither an adviser nor an anonymous voice nor the newsroom fills a column', () => {
    void fc.assert(
      fc.property(ledger, asOf, (readings, date) => {
        const { entry, readings: all } = book(readings, date);
        const byId = new Map(all.map((one) => [one.id, one]));
        for (const cell of entry.cells) {
          for (const id of cell.readings) {
            expect(byId.get(id)?.holder).toBe(cell.holder);
            if (byId.get(id)?.stance !== 'silent') expect(['principal', 'spokesperson', 'official']).toContain(byId.get(id)?.authority);
          }
        }
        expect(entry.parties.map(({ holder }) => holder)).not.toContain('narration');
      }),
    );
  });

  test('without a report, what rested on others is as if it had never been there', () => {
    void fc.assert(
      fc.property(ledger, asOf, fc.constantFrom('one', 'two', 'three'), (readings, date, gone) => {
        const left = readings.filter(({ spans }) => spans.every(({ report }) => report !== gone));
        const after = book(left, date);
        const before = book(readings, date);
        const kept = new Set(left.map(({ id }) => id));
        for (const one of after.readings) expect(one.spans.every(({ report }) => report !== gone)).toBe(true);
        // Exactly: every reading of the other reports is still there, and none of the one that has gone.
        expect(after.readings.filter(({ rule }) => rule !== 'ledger.silence').map(({ id }) => id)).toEqual(
          before.readings.filter(({ id, rule }) => rule !== 'ledger.silence' && kept.has(id)).map(({ id }) => id),
        );
      }),
    );
  });

  test('what is unknown never becomes covered: taking readings away from a verdict never makes it so', () => {
    const needed: readonly Element[] = ['protected_objects', 'geographic_scope', 'entry_into_force'];
    void fc.assert(
      fc.property(
        ledger,
        incident,
        fc.constantFrom(...holders),
        asOf,
        fc.constantFrom(...needed),
        (readings, what, holder, date, element) => {
          const lacking = readings.filter((one) => one.element !== element);
          expect(judge(what, agreement, lacking, holder, date).verdict).not.toBe('covered');
          const vague = { ...what, territory: null, objects: [] };
          expect(judge(vague, agreement, readings, holder, date).verdict).not.toBe('covered');
          const undated = { ...what, from: 'unknown' };
          expect(judge(undated, agreement, readings, holder, date).verdict).not.toBe('covered');
        },
      ),
    );
  });

  test('what has happened never changes a reading', () => {
    void fc.assert(
      fc.property(ledger, incident, asOf, (readings, what, date) => {
        const before = bytes(readings);
        for (const holder of holders) judge(what, agreement, readings, holder, date);
        expect(bytes(readings)).toBe(before);
      }),
    );
  });
});

const MIRROR: Readonly<Record<string, string>> = { RU: 'UA', UA: 'RU' };
const swap = (code: string): string => MIRROR[code] ?? code;
function mirrored(one: Reading): Reading {
  const codes = (list: readonly string[]): readonly string[] => list.map(swap);
  const { value } = one;
  const turned: ReadingValue =
    value.t === 'place'
      ? { ...value, include: codes(value.include) }
      : value.t === 'condition'
        ? { ...value, on: codes(value.on) }
        : value.t === 'parties'
          ? { ...value, parties: codes(value.parties) }
          : value.t === 'state'
            ? { ...value, by: codes(value.by) }
            : value;
  return { ...one, holder: swap(one.holder), obliged: codes(one.obliged), value: turned };
}

describe('the mirror', () => {
  const OPPOSITE: Readonly<Record<string, string>> = { scope_wider: 'scope_narrower', scope_narrower: 'scope_wider' };
  const turned = (kind: string, a: string, b: string, swapped: (code: string) => string, within: boolean): string => {
    const [x, y] = [swapped(a), swapped(b)];
    return within || x <= y ? `${kind} ${x} ${y}` : `${OPPOSITE[kind] ?? kind} ${y} ${x}`;
  };

  test('with the parties exchanged every divergence, status, cell, question and verdict comes back exchanged and otherwise equal', () => {
    const same = (code: string): string => code;
    void fc.assert(
      fc.property(ledger, incident, asOf, (readings, what, date) => {
        const view = (of: ReturnType<typeof bookOf>, code: (holder: string) => string): unknown => ({
          divergences: of.divergences
            .map(({ kind, element, within, a, b }) => `${element} ${turned(kind, a.holder, b.holder, code, within)}`)
            .sort(),
          parties: of.entry.parties
            .map(({ holder, state, since, previous }) => `${code(holder)} ${state} ${since} ${bytes(previous)}`)
            .sort(),
          cells: of.entry.cells
            .map(({ element, holder, mark, readings: list }) => `${element} ${code(holder)} ${mark} ${list.length}`)
            .sort(),
          questions: of.questions
            .map(({ element, state, to, answers }) => `${element} ${state} ${to.map(code).sort().join()} ${answers.length}`)
            .sort(),
          overall: of.entry.overall.state,
          clocks: of.entry.clocks.map(({ holder, iso, from, to }) => `${code(holder)} ${iso} ${from} ${to}`).sort(),
        });
        const other = readings.map(mirrored);
        expect(view(book(other, date), same)).toEqual(view(book(readings, date), swap));
        const turnedIncident: IncidentFacts = {
          ...what,
          territory: what.territory && swap(what.territory),
          by: what.by ? swap(what.by) : null,
        };
        for (const holder of holders) {
          expect(judge(turnedIncident, agreement, other, swap(holder), date).verdict).toBe(
            judge(what, agreement, readings, holder, date).verdict,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
