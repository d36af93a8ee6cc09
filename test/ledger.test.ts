import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCurated } from '../src/feeds/curated.ts';
import { asOf, bookOf, buildDossier, changesBetween, clarificationValue, commonText, type IncidentFacts } from '../src/ledger/index.ts';
import { sampleAgreement, sampleReading } from '../src/ledger/sample-reading.ts';

const read = (name: string) => {
  const { curated } = parseCurated(readFileSync(new URL(`../data/agreements/${name}.yaml`, import.meta.url), 'utf8'), name);
  if (!curated) throw new Error(`${name} is not read`);
  return curated;
};
const halt = read('energy-halt-2025-03');
const full = read('full-ceasefire-2025-03');
const names = new Map();
const at = (date: string) => bookOf(halt.agreement, halt.readings, names, date);
const sentences = (date: string, language: 'de' | 'en' = 'de') =>
  at(date).divergences.map(({ kind, sentence }) => `${kind}: ${sentence[language]}`);

describe('the energy halt over time', () => {
  test.for([
    ['2025-03-17', 'proposed'],
    ['2025-03-19', 'agreed_terms_differ'],
    ['2025-03-25', 'in_force_start_disputed'],
    ['2025-04-18', 'in_force_start_disputed'],
    ['2025-04-30', 'expired'],
  ] as const)('on %s it is %s', ([date, state]) => {
    expect(at(date).entry.overall.state).toBe(state);
  });

  test('on the 25th one side holds it to be in force since the 18th, the other since the 25th, the broker is silent', () => {
    expect(at('2025-03-25').entry.parties.map(({ holder, state }) => [holder, state])).toEqual([
      ['RU', 'claims_in_force'],
      ['UA', 'claims_in_force'],
      ['US', 'agreed'],
    ]);
  });

  test('who says thirty days and who says nothing is a sentence in both languages', () => {
    expect(sentences('2025-03-20')).toContain('one_side_silent: Russland nennt eine Dauer (30 Tage), die Ukraine nicht.');
    expect(sentences('2025-03-20')).toContain('one_side_silent: Russland nennt eine Dauer (30 Tage), die USA nicht.');
    expect(sentences('2025-03-20', 'en')).toContain('one_side_silent: Russia names a duration (30 days), Ukraine does not.');
  });

  test('the wider scope, the two starts and the clause that only one side has are found', () => {
    const kinds = at('2025-03-25').divergences.map(({ kind, element, a, b, within }) =>
      [kind, element, a.holder, b.holder, within].join(' '),
    );
    expect(kinds).toContain('scope_narrower protected_objects RU UA false');
    expect(kinds).toContain('start_differs entry_into_force RU UA false');
    expect(kinds).toContain('release_clause_only_one_side release_clause RU UA false');
    expect(kinds).toContain('scope_wider protected_objects US US true');
  });

  test('the start is an open question first and answered differently later', () => {
    const start = (date: string) => at(date).questions.find(({ element }) => element === 'entry_into_force');
    expect(start('2025-03-20')).toMatchObject({ state: 'open', to: ['RU', 'UA'], answers: [] });
    expect(start('2025-03-25')).toMatchObject({ state: 'answered_differently' });
    expect(start('2025-03-25')?.id).toBe(start('2025-03-20')?.id);
    expect(at('2025-03-25').questions.find(({ element }) => element === 'monitoring')).toMatchObject({ state: 'open', to: ['RU', 'UA'] });
  });

  test('a term without a start does not run; with one, its last day is open', () => {
    expect(at('2025-03-20').entry.clocks).toMatchObject([{ holder: 'RU', iso: 'P30D', from: null, to: null }]);
    expect(at('2025-03-25').entry.clocks).toMatchObject([{ holder: 'RU', from: '2025-03-18', to: '2025-04-17' }]);
    expect(at('2025-03-25').entry.clocks[0]?.note.de).toContain('nicht gesagt');
  });

  test('the early reading is ended and not erased', () => {
    const early = at('2025-03-30').readings.find(
      ({ holder, element, heldFrom }) => holder === 'RU' && element === 'protected_objects' && heldFrom === '2025-03-18',
    );
    expect(early).toMatchObject({ heldTo: '2025-03-25' });
  });

  test('the condition on aid and intelligence stays with the full truce', () => {
    const preconditions = bookOf(full.agreement, full.readings, names).entry.cells.filter(({ element }) => element === 'preconditions');
    expect(preconditions.map(({ holder, mark }) => [holder, mark])).toEqual([
      ['RU', 'only'],
      ['UA', 'silent'],
      ['US', 'silent'],
    ]);
    expect(at('2025-03-30').entry.cells.some(({ element }) => element === 'preconditions')).toBe(false);
  });
});

describe('what could be asked and agreed', () => {
  const incidents: readonly IncidentFacts[] = ['2025-03-20', '2025-03-22', '2025-03-28'].map((from) => ({
    id: from,
    from,
    territory: 'UA',
    objects: ['substation'],
  }));

  test('the question of the start would settle most', () => {
    const current = asOf(halt.readings, '2025-03-20');
    const values = clarificationValue(halt.agreement, current, at('2025-03-20').questions, incidents);
    expect(values[0]).toMatchObject({ element: 'entry_into_force', changes: 3, of: 3 });
  });

  test('asking takes less than a tenth of a second for a thousand incidents', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({
      ...incidents[index % 3],
      id: `${index}`,
      from: '2025-03-22',
      territory: 'UA',
      objects: ['substation'],
    }));
    const current = asOf(halt.readings, '2025-03-20');
    const { questions } = at('2025-03-20');
    clarificationValue(halt.agreement, current, questions, many);
    const before = performance.now();
    clarificationValue(halt.agreement, current, questions, many);
    // The machine that tests may be busy with other things; the promise of 100 ms is measured by the benchmark.
    expect(performance.now() - before).toBeLessThan(1000);
  });

  test('the common text holds what all say, and names who has said nothing', () => {
    const clauses = commonText(halt.agreement, asOf(halt.readings, '2025-03-30'));
    const objects = clauses.find(({ element }) => element === 'protected_objects');
    expect(objects?.meet).toMatchObject({ t: 'objects' });
    expect(objects?.meet?.t === 'objects' && objects.meet.include).not.toContain('other_civilian_infrastructure');
    expect(objects?.union?.t === 'objects' && objects.union.include).toContain('other_civilian_infrastructure');
    expect(clauses.find(({ element }) => element === 'entry_into_force')?.meet).toMatchObject({ at: '2025-03-25' });
    expect(clauses.find(({ element }) => element === 'duration')).toMatchObject({ holders: ['RU'], missing: ['UA'], agreed: false });
    expect(clauses.find(({ element }) => element === 'prohibited_acts')).toMatchObject({ agreed: true });
  });
});

describe('the whole book', () => {
  const input = { reports: [], annotations: [], actors: [], curated: [halt, full] };

  test('curated agreements enter as they are, and the same input gives the same bytes', () => {
    const book = buildDossier({ ...input, asOf: '2025-03-30' });
    expect(book.agreements.map(({ agreement }) => agreement.id).sort()).toEqual(['energy-halt-2025-03', 'full-ceasefire-2025-03']);
    const turned = { ...input, curated: [full, { ...halt, readings: [...halt.readings].reverse() }] };
    expect(JSON.stringify(buildDossier({ ...turned, asOf: '2025-03-30' }))).toBe(JSON.stringify(book));
    expect(book.holders.map(({ name }) => name.de)).toEqual(['Russland', 'Ukraine', 'USA']);
    expect(book.readings.every(({ stance, evidence }) => stance === 'silent' || evidence.length > 0)).toBe(true);
  });

  test('between two dates the start is answered and the state changes', () => {
    const changes = changesBetween(buildDossier({ ...input, asOf: '2025-03-20' }), buildDossier({ ...input, asOf: '2025-03-25' }));
    const kinds = new Set(changes.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['contradiction', 'question_answered', 'reading_new', 'reading_superseded', 'status']);
    expect(changes.find(({ kind, agreement }) => kind === 'status' && agreement === halt.agreement.id)?.text.de).toContain(
      'Beginn ist strittig',
    );
  });

  test('a machine-found agreement of the same kind and time joins the curated one', () => {
    const found = sampleAgreement({ id: 'agr-machine', firstKnown: '2025-03-19', parties: ['RU', 'UA'] });
    const other = sampleAgreement({ id: 'agr-later', firstKnown: '2026-01-30', parties: ['RU', 'UA'] });
    const reading = sampleReading({ agreement: 'agr-machine', spans: [{ report: 'r', start: 0, end: 1, exact: 'x' }] });
    const late = sampleReading({ agreement: 'agr-later', heldFrom: '2026-01-30' });
    const book = buildDossier({ ...input, ledger: { agreements: [found, other], readings: [reading, late] } });
    expect(book.agreements.map(({ agreement }) => agreement.id).sort()).toEqual([
      'agr-later',
      'energy-halt-2025-03',
      'full-ceasefire-2025-03',
    ]);
    expect(book.readings.find(({ id }) => id === reading.id)?.agreement).toBe('energy-halt-2025-03');
  });
});
