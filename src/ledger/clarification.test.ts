import { expect, test } from 'vitest';
import type { Agreement, Reading } from '../model/index.ts';
import { clarificationValue } from './clarification.ts';
import { bookOf } from './dossier.ts';
import type { IncidentFacts } from './judge/incident.ts';
import { sampleAgreement, sampleReading } from './sample-reading.ts';

const sharing: IncidentFacts = { id: 'i', from: '2025-03-20', territory: 'UA', objects: ['rail'], act: 'intelligence_sharing' };
const monitors = sampleReading({ element: 'monitoring', value: { t: 'mechanism', status: 'named', by: ['US'] } });
const start = sampleReading({ element: 'entry_into_force', value: { t: 'start', mode: 'on_date_at_time', at: '2025-03-18' } });
const ask = (agreement: Agreement, readings: readonly Reading[], incident = sharing) => {
  const { questions } = bookOf(agreement, readings, new Map());
  return clarificationValue(agreement, readings, questions, [incident]);
};
const changesOf = (found: ReturnType<typeof ask>, element: string, holder: string): number | undefined =>
  found.find((item) => item.element === element && item.holder === holder)?.changes;

test('who monitors a limited halt changes no verdict', () => {
  expect(changesOf(ask(sampleAgreement({}), [monitors, start]), 'monitoring', 'UA')).toBe(0);
});

test('of a side of whom nothing is known, any word of a full truce is a version', () => {
  const truce = sampleAgreement({ kind: 'ceasefire' });
  expect(changesOf(ask(truce, [monitors, start]), 'monitoring', 'UA')).toBe(1);
  expect(changesOf(ask(truce, [monitors, start, { ...start, id: 'rd-ua', holder: 'UA' }]), 'monitoring', 'UA')).toBe(0);
});

test('the start that another names would settle it', () => {
  const energy = { ...sharing, act: 'attack', objects: ['substation'], from: '2025-03-10' };
  const objects = sampleReading({ holder: 'UA' });
  const found = ask(sampleAgreement({}), [start, objects], energy);
  expect(found[0]).toMatchObject({ element: 'entry_into_force', holder: 'UA', changes: 1, supposed: start.value });
});
