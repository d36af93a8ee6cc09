import { describe, expect, test } from 'vitest';
import type { Agreement, Reading, Verdict } from '../../model/index.ts';
import { sampleAgreement, sampleReading } from '../sample-reading.ts';
import type { IncidentFacts } from './incident.ts';
import { judge } from './judge.ts';

const halt = sampleAgreement({});
const energy = sampleReading({});
const acts = sampleReading({ element: 'prohibited_acts', value: { t: 'acts', prohibited: ['attack'], permitted: [] } });
const area = sampleReading({ element: 'geographic_scope', value: { t: 'place', include: ['RU', 'UA'], exclude: [], domains: [] } });
const start = sampleReading({ element: 'entry_into_force', value: { t: 'start', mode: 'on_date_at_time', at: '2025-03-18' } });
const term = sampleReading({ element: 'duration', value: { t: 'duration', iso: 'P30D', until: null, counting: 'unstated' } });
const whole: readonly Reading[] = [energy, acts, area, start, term];
const claim = (
  state: 'suspended' | 'resumed' | 'released' | 'extended' | 'expired',
  at: string | null,
  heldFrom: string,
  holder = 'RU',
): Reading => sampleReading({ element: 'release_clause', holder, heldFrom, value: { t: 'state', state, at, by: [] } });
const substation: IncidentFacts = { id: 'i', from: '2025-03-20', territory: 'UA', objects: ['substation'] };
const without = (...gone: readonly Reading[]): readonly Reading[] => whole.filter((reading) => !gone.includes(reading));

interface Case {
  readonly name: string;
  readonly readings?: readonly Reading[];
  readonly incident?: Partial<IncidentFacts>;
  readonly agreement?: Agreement;
  readonly holder?: string;
  readonly asOf?: string;
  readonly verdict: Verdict;
}

const other = (reading: Reading, fields: Partial<Reading> = {}): Reading => sampleReading({ ...reading, id: '', holder: 'UA', ...fields });
const easter = sampleAgreement({ id: 'easter', kind: 'ceasefire', side: 'unilateral' });
const easterOf = (holder: string): readonly Reading[] => [
  sampleReading({
    agreement: 'easter',
    holder,
    element: 'prohibited_acts',
    obliged: ['RU'],
    heldFrom: '2025-04-19',
    value: { t: 'acts', prohibited: ['hostilities'], permitted: [] },
  }),
  sampleReading({
    agreement: 'easter',
    holder,
    element: 'geographic_scope',
    obliged: ['RU'],
    heldFrom: '2025-04-19',
    value: { t: 'place', include: ['UA', 'RU'], exclude: [], domains: [] },
  }),
  sampleReading({
    agreement: 'easter',
    holder,
    element: 'entry_into_force',
    obliged: ['RU'],
    heldFrom: '2025-04-19',
    value: { t: 'start', mode: 'by_unilateral_order', at: '2025-04-19T18:00+03:00' },
  }),
  sampleReading({
    agreement: 'easter',
    holder,
    element: 'duration',
    obliged: ['RU'],
    heldFrom: '2025-04-19',
    value: { t: 'duration', iso: 'PT30H', until: null, counting: 'unstated' },
  }),
];
const easterNight = { from: '2025-04-20T02:00Z', territory: 'UA', objects: ['residential'] };

const CASES: readonly Case[] = [
  { name: 'everything stated and fulfilled', verdict: 'covered' },
  // place
  {
    name: 'a place that the holder leaves out',
    readings: [
      ...without(area),
      sampleReading({ ...area, id: '', value: { t: 'place', include: ['RU', 'UA'], exclude: ['UA-14'], domains: [] } }),
    ],
    incident: { place: 'UA-14' },
    verdict: 'not_covered_place',
  },
  { name: 'a third country', incident: { territory: 'MD' }, verdict: 'not_covered_place' },
  { name: 'no area named', readings: without(area), verdict: 'reading_unknown' },
  { name: 'place unknown', incident: { territory: null }, verdict: 'indeterminate' },
  { name: 'a disputed place, both claimants covered', incident: { place: 'UA-43', claimedBy: ['RU', 'UA'] }, verdict: 'covered' },
  {
    name: 'a disputed place, one claimant covered, no definition',
    readings: [...without(area), sampleReading({ ...area, id: '', value: { t: 'place', include: ['UA'], exclude: [], domains: [] } })],
    incident: { place: 'UA-43', claimedBy: ['RU', 'UA'] },
    verdict: 'indeterminate',
  },
  {
    name: 'a disputed place that the holder counts to the territory left out',
    readings: [
      ...without(area),
      sampleReading({ ...area, id: '', value: { t: 'place', include: ['UA'], exclude: [], domains: [] } }),
      sampleReading({ element: 'definitions', value: { t: 'territory', of: 'RU', includes: ['zaporizhzhia_npp'], excludes: [] } }),
    ],
    incident: { place: 'zaporizhzhia_npp', claimedBy: ['RU', 'UA'], objects: ['nuclear_power_plant'] },
    verdict: 'not_covered_place',
  },
  {
    name: 'at sea, where only land is spoken of',
    readings: [
      ...without(area),
      sampleReading({ ...area, id: '', value: { t: 'place', include: ['RU', 'UA'], exclude: [], domains: ['land', 'air'] } }),
    ],
    incident: { domain: 'sea' },
    verdict: 'not_covered_place',
  },
  // act
  { name: 'sharing intelligence', incident: { act: 'intelligence_sharing' }, verdict: 'not_covered_act' },
  { name: 'a drone strike', incident: { act: 'drone_strike' }, verdict: 'covered' },
  { name: 'an intercepted attempt', incident: { act: 'attempted_attack' }, verdict: 'indeterminate' },
  { name: 'sabotage', incident: { act: 'sabotage' }, verdict: 'indeterminate' },
  {
    name: 'a movement of ships that the holder allows',
    readings: [
      ...without(acts),
      sampleReading({ ...acts, id: '', value: { t: 'acts', prohibited: ['attack'], permitted: ['air_strike'] } }),
    ],
    incident: { act: 'drone_strike' },
    verdict: 'not_covered_act',
  },
  { name: 'no act named: a halt is one of attacks', readings: without(acts), verdict: 'covered' },
  // objects
  { name: 'a railway', incident: { objects: ['rail'] }, verdict: 'not_covered_object' },
  { name: 'one of two objects, of which one is covered', incident: { objects: ['rail', 'substation'] }, verdict: 'indeterminate' },
  { name: 'infrastructure of unknown kind', incident: { objects: ['infrastructure'] }, verdict: 'indeterminate' },
  { name: 'object unknown', incident: { objects: [] }, verdict: 'indeterminate' },
  {
    name: 'a list with an open end',
    readings: [
      ...without(energy),
      sampleReading({ value: { t: 'objects', include: ['energy_infrastructure'], exclude: [], open: 'and other objects' } }),
    ],
    incident: { objects: ['rail'] },
    verdict: 'indeterminate',
  },
  {
    name: 'an exclusion',
    readings: [
      ...without(energy),
      sampleReading({ value: { t: 'objects', include: ['energy_infrastructure'], exclude: ['oil_and_gas'], open: null } }),
    ],
    incident: { objects: ['oil_refinery'] },
    verdict: 'not_covered_object',
  },
  // who is bound
  { name: 'attributed to a side that is bound', incident: { by: 'UA' }, verdict: 'covered' },
  { name: 'attributed to somebody who is not', incident: { by: 'BY' }, verdict: 'not_covered_actor' },
  {
    name: 'one side bound, attributed to nobody',
    readings: whole.map((reading) => sampleReading({ ...reading, id: '', obliged: ['RU'] })),
    verdict: 'indeterminate',
  },
  {
    name: 'one side bound, attributed to the other',
    readings: whole.map((reading) => sampleReading({ ...reading, id: '', obliged: ['RU'] })),
    incident: { by: 'UA' },
    verdict: 'not_covered_actor',
  },
  {
    name: 'whom it binds is not said',
    readings: whole.map((reading) => sampleReading({ ...reading, id: '', obliged: ['unstated'] })),
    verdict: 'indeterminate',
  },
  // start
  { name: 'before the start', incident: { from: '2025-03-17' }, verdict: 'before_start' },
  { name: 'no start named', readings: without(start), verdict: 'reading_unknown' },
  {
    name: 'set by publication of a third party, on the day itself',
    readings: [
      ...without(start),
      sampleReading({ ...start, id: '', value: { t: 'start', mode: 'upon_publication_by_third_party', at: '2025-03-20' } }),
    ],
    verdict: 'indeterminate',
  },
  {
    name: 'set by publication of a third party, the day after',
    readings: [
      ...without(start),
      sampleReading({ ...start, id: '', value: { t: 'start', mode: 'upon_publication_by_third_party', at: '2025-03-19' } }),
    ],
    verdict: 'covered',
  },
  {
    name: 'a start known to the month',
    readings: [...without(start), sampleReading({ ...start, id: '', value: { t: 'start', mode: 'on_date_at_time', at: '2025-03' } })],
    verdict: 'indeterminate',
  },
  {
    name: 'two starts named on one day, the incident between them',
    readings: [...whole, sampleReading({ ...start, id: '', value: { t: 'start', mode: 'on_date_at_time', at: '2025-03-25' } })],
    incident: { from: '2025-03-20' },
    verdict: 'indeterminate',
  },
  {
    name: 'two starts named on one day, the incident after both',
    readings: [...whole, sampleReading({ ...start, id: '', value: { t: 'start', mode: 'on_date_at_time', at: '2025-03-25' } })],
    incident: { from: '2025-03-26' },
    asOf: '2025-04-01',
    verdict: 'covered',
  },
  { name: 'a date that is none', incident: { from: 'in spring' }, verdict: 'indeterminate' },
  // end
  { name: 'the last day, counting unstated', incident: { from: '2025-04-17' }, asOf: '2025-04-30', verdict: 'indeterminate' },
  { name: 'the day before the last', incident: { from: '2025-04-16' }, asOf: '2025-04-30', verdict: 'covered' },
  { name: 'the day after the last', incident: { from: '2025-04-18' }, asOf: '2025-04-30', verdict: 'after_end' },
  {
    name: 'the last day, the first day counted',
    readings: [
      ...without(term),
      sampleReading({ ...term, id: '', value: { t: 'duration', iso: 'P30D', until: null, counting: 'from_start_inclusive' } }),
    ],
    incident: { from: '2025-04-17' },
    asOf: '2025-04-30',
    verdict: 'after_end',
  },
  {
    name: 'the last day, the first day not counted',
    readings: [
      ...without(term),
      sampleReading({ ...term, id: '', value: { t: 'duration', iso: 'P30D', until: null, counting: 'from_start_exclusive' } }),
    ],
    incident: { from: '2025-04-17' },
    asOf: '2025-04-30',
    verdict: 'covered',
  },
  {
    name: 'a term without a start does not run out',
    readings: without(start),
    incident: { from: '2026-03-20' },
    asOf: '2026-04-30',
    verdict: 'reading_unknown',
  },
  { name: 'no end named by anybody', readings: without(term), incident: { from: '2026-03-20' }, asOf: '2026-04-30', verdict: 'covered' },
  {
    name: 'no end of its own, another holder names one',
    readings: [...without(term), other(start), other(term)],
    incident: { from: '2025-04-20' },
    asOf: '2025-04-30',
    verdict: 'indeterminate',
  },
  {
    name: 'extended to a date',
    readings: [
      ...whole,
      sampleReading({
        element: 'extension',
        heldFrom: '2025-04-10',
        value: { t: 'extension', mode: 'mutual_consent', until: '2025-05-17' },
      }),
    ],
    incident: { from: '2025-05-01' },
    asOf: '2025-05-20',
    verdict: 'covered',
  },
  {
    name: 'extended without a date',
    readings: [...whole, claim('extended', null, '2025-04-10')],
    incident: { from: '2025-05-01' },
    asOf: '2025-05-20',
    verdict: 'indeterminate',
  },
  {
    name: 'an extension only provided for',
    readings: [...whole, sampleReading({ element: 'extension', value: { t: 'extension', mode: 'mutual_consent', until: null } })],
    incident: { from: '2025-05-01' },
    asOf: '2025-05-20',
    verdict: 'after_end',
  },
  // suspension and release
  { name: 'suspended', readings: [...whole, claim('suspended', '2025-03-19', '2025-03-19')], verdict: 'suspended_or_released' },
  {
    name: 'suspended and resumed',
    readings: [
      ...whole,
      claim('suspended', '2025-03-18', '2025-03-18'),
      sampleReading({
        element: 'release_clause',
        heldFrom: '2025-03-19',
        value: { t: 'state', state: 'resumed', at: '2025-03-19', by: [] },
      }),
    ],
    verdict: 'covered',
  },
  {
    name: 'in the days between suspension and resumption',
    readings: [...whole, claim('suspended', '2025-03-19', '2025-03-19'), claim('resumed', '2025-03-25', '2025-03-25')],
    asOf: '2025-04-01',
    verdict: 'suspended_or_released',
  },
  { name: 'released later', readings: [...whole, claim('released', '2025-03-25', '2025-03-25')], asOf: '2025-03-30', verdict: 'covered' },
  {
    name: 'release claimed by the other, no clause held',
    readings: [...whole, claim('released', '2025-03-19', '2025-03-19', 'UA')],
    verdict: 'covered',
  },
  {
    name: 'release claimed by the other under a clause held',
    readings: [
      ...whole,
      claim('released', '2025-03-19', '2025-03-19', 'UA'),
      sampleReading({ element: 'release_clause', value: { t: 'condition', kind: 'release_if_breached', topics: [], on: [] } }),
    ],
    verdict: 'indeterminate',
  },
  // attempts
  { name: 'an intercepted attack where the holder says nothing of attempts', incident: { attempted: 'yes' }, verdict: 'indeterminate' },
  { name: 'an attack that may have been intercepted', incident: { attempted: 'maybe' }, verdict: 'indeterminate' },
  {
    name: 'an intercepted attack of another kind than the holder halts',
    incident: { attempted: 'yes', act: 'ground_attack' },
    readings: [
      ...without(acts),
      sampleReading({ element: 'prohibited_acts', value: { t: 'acts', prohibited: ['drone_strike'], permitted: [] } }),
    ],
    verdict: 'not_covered_act',
  },
  {
    name: 'an intercepted attack where the holder counts attempts',
    incident: { attempted: 'yes', act: 'drone_strike' },
    readings: [
      ...without(acts),
      sampleReading({ element: 'prohibited_acts', value: { t: 'acts', prohibited: ['attack', 'attempted_attack'], permitted: [] } }),
    ],
    verdict: 'covered',
  },
  {
    name: 'an intercepted attack where the holder excepts attempts',
    incident: { attempted: 'yes', act: 'drone_strike' },
    readings: [
      ...without(acts),
      sampleReading({ element: 'prohibited_acts', value: { t: 'acts', prohibited: ['attack'], permitted: ['attempted_attack'] } }),
    ],
    verdict: 'not_covered_act',
  },
  // unilateral truce, two agreements at once
  {
    name: 'a unilateral truce, by the side that declared it',
    agreement: easter,
    readings: [...whole, ...easterOf('RU')],
    incident: { ...easterNight, by: 'RU' },
    asOf: '2025-04-30',
    verdict: 'covered',
  },
  {
    name: 'a unilateral truce, by the other side',
    agreement: easter,
    readings: [...whole, ...easterOf('RU')],
    incident: { ...easterNight, by: 'UA' },
    asOf: '2025-04-30',
    verdict: 'not_covered_actor',
  },
  {
    name: 'a unilateral truce, by nobody known',
    agreement: easter,
    readings: [...whole, ...easterOf('RU')],
    incident: easterNight,
    asOf: '2025-04-30',
    verdict: 'indeterminate',
  },
  {
    name: 'a unilateral truce, in the version of the other side',
    agreement: easter,
    readings: [...whole, ...easterOf('RU')],
    incident: easterNight,
    holder: 'UA',
    asOf: '2025-04-30',
    verdict: 'reading_unknown',
  },
  {
    name: 'thirty hours to the minute',
    agreement: easter,
    readings: easterOf('RU'),
    incident: { ...easterNight, by: 'RU', from: '2025-04-20T21:00Z' },
    asOf: '2025-04-30',
    verdict: 'after_end',
  },
  {
    name: 'the halt that had ended when the truce began',
    readings: [...whole, ...easterOf('RU')],
    incident: { from: '2025-04-20T02:00Z' },
    asOf: '2025-04-30',
    verdict: 'after_end',
  },
  // two understandings of one holder
  {
    name: 'two understandings that differ',
    readings: [
      ...whole,
      ...whole.map((reading) =>
        sampleReading({
          ...reading,
          id: '',
          arrangement: 'US-UA',
          ...(reading === energy ? { value: { t: 'objects', include: ['rail'], exclude: [], open: null } as const } : {}),
        }),
      ),
    ],
    verdict: 'indeterminate',
  },
  {
    name: 'two understandings that agree',
    readings: [...whole, ...whole.map((reading) => sampleReading({ ...reading, id: '', arrangement: 'US-UA' }))],
    verdict: 'covered',
  },
  {
    name: 'thirty days of one are not lent to the other',
    readings: [...whole, ...without(start, term).map((reading) => sampleReading({ ...reading, id: '', arrangement: 'US-UA' }))],
    verdict: 'indeterminate',
  },
  // what is said and what is not
  {
    name: 'two sets of objects on one day',
    readings: [...whole, sampleReading({ value: { t: 'objects', include: ['rail'], exclude: [], open: null } })],
    verdict: 'indeterminate',
  },
  {
    name: 'what a person has entered of the objects settles what machines read of them',
    readings: [
      ...without(energy),
      sampleReading({ ...energy, id: '', origin: 'curated' }),
      sampleReading({ arrangement: 'US-RU', value: { t: 'objects', include: ['rail'], exclude: [], open: null } }),
      sampleReading({ value: { t: 'objects', include: ['rail'], exclude: [], open: null } }),
    ],
    verdict: 'covered',
  },
  { name: 'nothing known of the holder', holder: 'UA', verdict: 'reading_unknown' },
  {
    name: 'the holder denies that there is an agreement',
    readings: [
      ...whole,
      sampleReading({
        element: 'parties_and_signatories',
        value: { t: 'parties', parties: ['RU'], commitment: 'rejected', polarity: 'neg' },
      }),
    ],
    verdict: 'reading_unknown',
  },
  {
    name: 'an adviser has named the start',
    readings: [...without(start), sampleReading({ ...start, id: '', authority: 'adviser' })],
    verdict: 'reading_unknown',
  },
  {
    name: 'a start that is only disputed',
    readings: [...without(start), sampleReading({ ...start, id: '', stance: 'disputes', towards: 'UA' })],
    verdict: 'reading_unknown',
  },
  { name: 'not yet known on the day asked for', asOf: '2025-03-17', verdict: 'reading_unknown' },
];

describe('verdicts under one reading', () => {
  test.for(CASES)('$name', ({ readings, incident, agreement, holder, asOf, verdict }) => {
    const made = judge({ ...substation, ...incident }, agreement ?? halt, readings ?? whole, holder ?? 'RU', asOf ?? '2025-03-21');
    expect(made.verdict).toBe(verdict);
  });

  test('the trace names every step and the readings it rests on', () => {
    const { arrangements } = judge(substation, halt, whole, 'RU', '2025-03-21');
    expect(arrangements).toHaveLength(1);
    expect(arrangements[0]?.trace.map(({ step, answer }) => [step, answer])).toEqual(
      ['reading', 'object', 'act', 'place', 'start', 'end', 'suspension', 'bound'].map((step) => [step, 'yes']),
    );
    expect(arrangements[0]?.trace[1]?.readings).toEqual([energy.id]);
  });

  test('a verdict names no guilt: who did it changes only whether the actor is bound', () => {
    for (const by of [null, 'RU', 'UA']) expect(judge({ ...substation, by }, halt, whole, 'RU', '2025-03-21').verdict).toBe('covered');
  });
});
