import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Correction, isSetAside, makeReport, type Reading } from '../model/index.ts';
import { applyCorrections, pendingCorrections } from './corrections.ts';
import { bookOf, buildDossier } from './dossier.ts';
import { sampleAgreement, sampleReading } from './sample-reading.ts';

const term = (iso: string) => ({ t: 'duration', iso, until: null, counting: 'unstated' }) as const;
const machine = sampleReading({ element: 'duration', value: term('P30D'), confidence: 0.8 });
const other = sampleReading({ element: 'duration', holder: 'UA', value: term('P30D') });
const agreement = sampleAgreement({});

let made = 0;
const entry = (fields: Partial<Correction> & Pick<Correction, 'action'>): Correction => {
  made++;
  return {
    id: `cor-${made}`,
    at: `2026-01-01T00:00:${String(made % 60).padStart(2, '0')}Z`,
    by: 'Ada',
    why: 'as read',
    reading: machine.id,
    ...fields,
  };
};
const idsInCells = (readings: readonly Reading[]): readonly string[] =>
  bookOf(agreement, readings, new Map()).entry.cells.flatMap(({ readings: held }) => held);
const find = (readings: readonly Reading[], id: string): Reading | undefined => readings.find((reading) => reading.id === id);

describe('one decision', () => {
  test('accepting marks the reading as reviewed and certain', () => {
    const accept = entry({ action: 'accept' });
    const [done] = applyCorrections([machine], [accept]);
    expect(done).toEqual({
      ...machine,
      confidence: 1,
      review: { state: 'accepted', by: 'Ada', at: accept.at, why: 'as read', entry: accept.id },
    });
    expect(idsInCells([machine])).toEqual(idsInCells(done ? [done] : []));
  });

  test('correcting puts the person’s reading in the column and keeps the machine’s beside it, words and origin unchanged', () => {
    const correct = entry({ action: 'correct', value: term('P20D') });
    const after = applyCorrections([machine], [correct]);
    const entered = after.find(({ origin }) => origin === 'curated');
    expect(entered).toMatchObject({ value: term('P20D'), spans: machine.spans, review: { state: 'entered', reading: machine.id } });
    const { review, supersededBy, ...kept } = find(after, machine.id) ?? machine;
    expect({ ...kept, supersededBy: null }).toEqual(machine);
    expect([review?.state, supersededBy]).toEqual(['corrected', entered?.id]);
    expect(idsInCells(after)).toContain(entered?.id);
    expect(idsInCells(after)).not.toContain(machine.id);
  });

  test('rejecting takes a reading out of the columns, and out of nothing else', () => {
    const after = applyCorrections([machine, other], [entry({ action: 'reject' })]);
    expect(after).toHaveLength(2);
    expect(idsInCells(after)).not.toContain(machine.id);
    expect(idsInCells(after)).toContain(other.id);
  });

  test('a reading is moved to another side, which the newsroom’s claim then speaks for', () => {
    const claim = sampleReading({ holder: 'narration', authority: 'narration', element: 'duration', value: term('P30D') });
    const after = applyCorrections([claim], [entry({ action: 'correct', reading: claim.id, holder: 'UA' })]);
    expect(after.find(({ origin }) => origin === 'curated')).toMatchObject({ holder: 'UA', authority: 'official' });
  });

  test('an added reading has the date and language of the report it cites, and is pending where the words are not', () => {
    const report = makeReport('r1', 'Both sides spoke of twenty days.', { language: 'en', date: '2025-03-19' });
    const words = { report: 'r1', start: 20, end: 31, exact: 'twenty days' };
    const add = entry({
      action: 'add',
      reading: null,
      agreement: 'halt',
      element: 'duration',
      holder: 'UA',
      value: term('P20D'),
      spans: [words],
    });
    const [added] = applyCorrections([], [add], { reports: [report] });
    expect(added).toMatchObject({ holder: 'UA', language: 'en', heldFrom: '2025-03-19', knownFrom: '2025-03-19', origin: 'curated' });
    const elsewhere = { reports: [makeReport('r1', 'Another text.')] };
    expect(applyCorrections([], [add], elsewhere)).toEqual([]);
    expect(pendingCorrections([], [add], elsewhere)).toEqual([add]);
    expect(pendingCorrections([], [add], { reports: [report], agreements: [] })).toEqual([add]);
  });

  test('an agreement may be named by a reading of it', () => {
    const add = entry({ action: 'add', reading: null, agreement: machine.id, element: 'duration', holder: 'UA', value: term('P20D') });
    expect(applyCorrections([machine], [add]).find(({ origin }) => origin === 'curated')?.agreement).toBe('halt');
  });

  test('an agreement that a curated file has taken over is found under its new id', () => {
    const add = entry({ action: 'add', reading: null, agreement: 'agr-1', element: 'duration', holder: 'UA', value: term('P20D') });
    const context = { agreements: [{ id: 'halt' }], moved: new Map([['agr-1', 'halt']]) };
    expect(applyCorrections([], [add], context)).toMatchObject([{ agreement: 'halt' }]);
    expect(applyCorrections([], [add], { agreements: [{ id: 'halt' }] })).toEqual([]);
  });

  test('what is decided about a reading that is not here waits', () => {
    const reject = entry({ action: 'reject', reading: 'rd-elsewhere' });
    expect(applyCorrections([machine], [reject])).toEqual([machine]);
    expect(pendingCorrections([machine], [reject])).toEqual([reject]);
  });
});

describe('several decisions', () => {
  test('the later one counts, the earlier person’s reading stays beside it', () => {
    const first = entry({ action: 'correct', value: term('P20D'), at: '2026-01-01T00:00:00Z' });
    const second = entry({ action: 'correct', value: term('P10D'), at: '2026-01-02T00:00:00Z' });
    const after = applyCorrections([machine], [second, first]);
    expect(after.filter((reading) => !isSetAside(reading)).map(({ value }) => value)).toEqual([term('P10D')]);
    expect(after).toHaveLength(3);
  });

  test('a person’s reading is corrected like a machine’s, and withdrawn when the machine’s is accepted after all', () => {
    const first = entry({ action: 'correct', value: term('P20D'), at: '2026-01-01T00:00:00Z' });
    const mine = applyCorrections([machine], [first]).find(({ origin }) => origin === 'curated');
    const second = entry({ action: 'correct', reading: mine?.id ?? '', value: term('P10D'), at: '2026-01-02T00:00:00Z' });
    const third = entry({ action: 'accept', at: '2026-01-03T00:00:00Z' });
    const standing = (entries: readonly Correction[]) =>
      applyCorrections([machine], entries)
        .filter((reading) => !isSetAside(reading))
        .map(({ value }) => value);
    expect(standing([first, second])).toEqual([term('P10D')]);
    expect(standing([first, second, third])).toEqual([term('P30D')]);
  });

  test('an acceptance that is taken back leaves no trace in the confidence', () => {
    const entries = [entry({ action: 'accept', at: '2026-01-01T00:00:00Z' }), entry({ action: 'reject', at: '2026-01-02T00:00:00Z' })];
    expect(applyCorrections([machine], entries)[0]).toMatchObject({ confidence: 0.8, review: { state: 'rejected' } });
  });
});

test('ten thousand decisions about one reading take seconds at most', () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    entry({ action: 'correct', value: term(`P${index + 1}D`), at: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString() }),
  );
  const before = performance.now();
  const after = applyCorrections([machine], many);
  expect(performance.now() - before).toBeLessThan(3000);
  expect(after.filter((reading) => !isSetAside(reading)).map(({ value }) => value)).toEqual([term('P10000D')]);
});

test('the dossier counts what stands, and keeps the rest under setAside', () => {
  const correct = entry({ action: 'correct', value: term('P20D') });
  const input = { reports: [], annotations: [], actors: [], ledger: { agreements: [agreement], readings: [machine, other] } };
  expect(buildDossier({ ...input, corrections: [] })).toEqual(buildDossier(input));
  const dossier = buildDossier({ ...input, corrections: [correct] });
  expect(dossier.setAside?.map(({ id }) => id)).toEqual([machine.id]);
  expect(dossier.readings.map(({ id }) => id)).not.toContain(machine.id);
  expect(dossier.divergences.map(({ kind }) => kind)).toContain('duration_differs');
});

const pool = Array.from({ length: 6 }, (_, index) =>
  sampleReading({
    id: `rd-${index}`,
    element: 'duration',
    holder: index % 2 ? 'UA' : 'RU',
    value: term(`P${index + 1}D`),
    confidence: 0.5,
  }),
);
const anEntry: fc.Arbitrary<Correction> = fc
  .record({
    action: fc.constantFrom('accept', 'correct', 'reject', 'add'),
    target: fc.nat(7),
    days: fc.integer({ min: 1, max: 40 }),
    second: fc.nat(20),
    by: fc.constantFrom('Ada', 'Ben'),
  })
  .map(({ action, target, days, second, by }) => ({
    id: `cor-${action}-${target}-${days}-${second}-${by}`,
    at: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
    by,
    action,
    reading: action === 'add' ? null : `rd-${target}`,
    why: 'as read',
    ...(action === 'correct' || action === 'add' ? { value: term(`P${days}D`) } : {}),
    ...(action === 'add' ? { agreement: 'halt', element: 'duration' as const, holder: 'UA' } : {}),
  }));
const someEntries = fc.array(anEntry, { maxLength: 12 });

describe('properties', () => {
  test('the order of the entries decides nothing', () => {
    fc.assert(
      fc.property(someEntries, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (entries, keys) => {
        const shuffled = entries.map((item, index) => ({ item, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key);
        expect(
          applyCorrections(
            pool,
            shuffled.map(({ item }) => item),
          ),
        ).toEqual(applyCorrections(pool, entries));
      }),
    );
  });

  test('applying twice changes nothing', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const once = applyCorrections(pool, entries);
        expect(applyCorrections(once, entries)).toEqual(once);
      }),
    );
  });

  test('every machine’s reading stays, with its value, words and origin', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const after = new Map(applyCorrections(pool, entries).map((reading) => [reading.id, reading]));
        for (const { id, value, spans, origin, holder } of pool) expect(after.get(id)).toMatchObject({ value, spans, origin, holder });
      }),
    );
  });

  test('nothing a person decided is changed by a machine’s reading that comes later', () => {
    const late = sampleReading({ id: 'rd-late', element: 'duration', holder: 'UA', value: term('P99D') });
    fc.assert(
      fc.property(someEntries, (entries) => {
        const before = applyCorrections(pool, entries);
        expect(applyCorrections([...pool, late], entries).filter(({ id }) => id !== 'rd-late')).toEqual(before);
      }),
    );
  });

  test('of a reading and what people put in its place, at most one stands', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const after = applyCorrections(pool, entries);
        for (const { id } of pool) {
          const family = after.filter((reading) => reading.id === id || reading.review?.reading === id);
          expect(family.filter((reading) => !isSetAside(reading)).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
