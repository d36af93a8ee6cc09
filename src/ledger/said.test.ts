import { describe, expect, test } from 'vitest';
import { type Actor, makeReport, type Report } from '../model/index.ts';
import { findOrigins } from './origins.ts';
import { findPositions } from './positions.ts';
import { relateStatements } from './relations.ts';
import { findRequests } from './requests.ts';
import { sampleReading } from './sample-reading.ts';
import { sampleSaid } from './sample-said.ts';

const office = (holder: string): Actor => ({
  id: `${holder.toLowerCase()}.office`,
  kind: 'office',
  name: `Amt ${holder}`,
  names: {},
  holder,
  source: 'sample',
});
const agency: Actor = { id: 'agency.xyz', kind: 'agency', name: 'xyz', names: {}, source: 'sample' };
const actors = [office('AA'), office('BB'), agency];
const report = (key: string, text: string, date = '2025-03-18'): Report => makeReport(key, text, { date });
const holderOf = (actor: string): string | null => actors.find(({ id }) => id === actor)?.holder ?? null;

describe('origins are counted, not outlets', () => {
  const wire =
    'Beide Seiten wollen ab Montag auf Angriffe gegen Kraftwerke verzichten, teilte das Amt mit. Einen Beginn nannte es nicht, und wer das prüft, blieb offen.';

  test('a copy with another first sentence is the same origin, a text of its own is another', () => {
    const reports = [
      report('one', `${wire} (xyz)`),
      report('two', `Eilmeldung aus der Hauptstadt am Abend. ${wire}`),
      report('three', 'Im Hafen wurde gestern ein neuer Kran aufgestellt, der größte des Landes.'),
    ];
    const origins = findOrigins(reports, [], actors, new Map());
    expect(origins.map(({ kind, reports: of }) => [kind, of]).sort()).toEqual([
      ['own reporting', ['three']],
      ['wire', ['one', 'two']],
    ]);
  });

  test('four reports of two readouts are two origins', () => {
    const reports = ['a', 'b', 'c', 'd'].map((key) => report(key, `Bericht ${key}`, key === 'd' ? '2025-03-19' : '2025-03-18'));
    const said = reports.flatMap((one) => [
      sampleSaid('Bericht', 'AA', [], {}, one),
      ...(one.key < 'c' ? [sampleSaid(one.key, 'BB', [], {}, one)] : []),
    ]);
    const origins = findOrigins(reports, said, actors, new Map());
    expect(origins.map(({ kind, label, reports: of }) => [kind, label, of]).sort()).toEqual([
      ['readout', 'Amt AA, 2025-03-18', ['a', 'b', 'c', 'd']],
      ['readout', 'Amt BB, 2025-03-18', ['a', 'b']],
    ]);
  });

  test('two readouts weeks apart stay two', () => {
    const reports = [report('a', 'eins'), report('b', 'zwei', '2025-04-18')];
    const said = [sampleSaid('eins', 'AA', [], {}, reports[0]), sampleSaid('zwei', 'AA', [], {}, reports[1])];
    expect(findOrigins(reports, said, actors, new Map())).toHaveLength(2);
  });
});

describe('requests', () => {
  const asked = sampleSaid(
    'um Systeme zur Luftabwehr',
    'AA',
    ['air_defence_aid'],
    { act: 'request', addressee: 'bb.office' },
    report('r1', 'um Systeme zur Luftabwehr'),
  );
  const answer = (act: 'agree' | 'reject' | 'announce' | 'assert', date = '2025-03-20', codes = ['air_defence_aid']) =>
    sampleSaid(`Antwort ${act}`, 'BB', codes, { act }, report('r2', `Antwort ${act}`, date));

  test.for([
    ['agree', 'granted'],
    ['reject', 'refused'],
    ['announce', 'under_review'],
    ['assert', 'answered'],
  ] as const)('answered by "%s" it is %s', ([act, outcome]) => {
    expect(findRequests([asked, answer(act)], holderOf)).toMatchObject([{ from: 'AA', to: 'BB', about: ['air_defence_aid'], outcome }]);
  });

  test('an answer before it, on something else, or by somebody else is none', () => {
    const others = [
      answer('agree', '2025-03-10'),
      answer('agree', '2025-03-20', ['sanctions']),
      sampleSaid('Antwort', 'CC', ['air_defence_aid'], { act: 'agree' }, report('r3', 'Antwort', '2025-03-20')),
    ];
    expect(findRequests([asked, ...others], holderOf)).toMatchObject([{ outcome: 'nothing_reported', answers: [] }]);
  });

  test('a date in it that lies ahead is when it is due', () => {
    const annotation = {
      ...asked.annotation,
      times: [{ span: { start: 3, end: 10 }, type: 'DATE' as const, value: '2025-04-01', rule: 'sample' }],
    };
    expect(findRequests([{ ...asked, annotation }], holderOf)).toMatchObject([{ due: '2025-04-01' }]);
  });
});

describe('positions', () => {
  test('a change from consent to refusal is a shift, an assertion in between is none', () => {
    const said = [
      sampleSaid('eins', 'AA', ['full_ceasefire'], { act: 'agree', when: '2025-03-11' }),
      sampleSaid('zwei', 'AA', ['full_ceasefire'], { act: 'assert', when: '2025-03-12' }),
      sampleSaid('drei', 'AA', ['full_ceasefire'], { act: 'agree', when: '2025-03-13' }),
      sampleSaid('vier', 'AA', ['full_ceasefire'], { act: 'reject', when: '2025-03-14' }),
      sampleSaid('fünf', 'BB', ['full_ceasefire'], { act: 'reject', when: '2025-03-15' }),
    ];
    const shifts = findPositions(said).filter(({ shiftFrom }) => shiftFrom !== null);
    expect(shifts.map(({ span, shiftFrom }) => [span.exact, shiftFrom])).toEqual([['vier', said[2]?.statement.id]]);
  });

  test('anonymous voices take no position for a side', () => {
    const one = sampleSaid('eins', 'AA', ['full_ceasefire'], { act: 'agree' });
    expect(findPositions([{ ...one, standing: { ...one.standing, authority: 'anonymous' } }])).toEqual([]);
  });
});

describe('relations', () => {
  const base = { statements: ['s1'] };
  const a = sampleReading({ ...base, holder: 'AA' });
  const kinds = (...readings: Parameters<typeof relateStatements>[0]['readings']) =>
    relateStatements({ readings, divergences: [], questions: [] }).map(({ from, to, kind }) => `${from} ${kind} ${to}`);

  test('the same again repeats, the same from another confirms', () => {
    expect(kinds(a, sampleReading({ holder: 'AA', heldFrom: '2025-03-19', statements: ['s2'] }))).toEqual(['s2 repeats s1']);
    expect(kinds(a, sampleReading({ holder: 'BB', heldFrom: '2025-03-19', statements: ['s2'] }))).toEqual(['s2 confirms s1']);
  });

  test('a later version supersedes, a release withdraws, a fuller word elaborates', () => {
    const other = sampleReading({
      heldFrom: '2025-03-19',
      statements: ['s2'],
      value: { t: 'objects', include: ['rail'], exclude: [], open: null },
    });
    expect(kinds({ ...a, supersededBy: other.id }, other)).toEqual(['s2 supersedes s1']);
    const talks = (place: string | null, statement: string, heldFrom: string) =>
      sampleReading({
        element: 'next_step',
        heldFrom,
        statements: [statement],
        value: { t: 'step', kind: 'talks', when: null, place, topics: [] },
      });
    const fuller = talks('SA', 's4', '2025-03-19');
    expect(kinds({ ...talks('TR', 's3', '2025-03-18'), supersededBy: fuller.id }, fuller)).toEqual(['s4 elaborates s3']);
  });

  test('a second count completes the first, in the next report', () => {
    const count = (n: number, of: string, heldFrom: string, statement: string) =>
      sampleReading({
        element: 'exchange',
        heldFrom,
        statements: [statement],
        value: { t: 'count', items: [{ n, of, perSide: false }], when: null },
      });
    expect(kinds(count(175, 'prisoners', '2025-03-18', 's1'), count(23, 'wounded', '2025-03-19', 's2'))).toEqual(['s2 elaborates s1']);
  });

  test('a denial of a version denies just that version', () => {
    const start = (at: string, statement: string) =>
      sampleReading({
        holder: 'AA',
        element: 'entry_into_force',
        statements: [statement],
        value: { t: 'start', mode: 'on_date_at_time', at },
      });
    const denial = sampleReading({ ...start('2025-03-18', 's9'), id: '', holder: 'BB', stance: 'disputes', towards: 'AA' });
    expect(kinds(start('2025-03-18', 's1'), start('2025-03-25', 's2'), denial)).toEqual(['s9 denies s1']);
  });
});
