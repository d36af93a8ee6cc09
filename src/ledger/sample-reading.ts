import { type Agreement, BLANK_READING, idOf, type Reading } from '../model/index.ts';
import { canonicalJson } from './value-key.ts';

/** A reading with everything filled in but what is given; for tests, the benchmark and editors that add one by hand. */
export function sampleReading(fields: Partial<Reading>): Reading {
  const reading: Reading = {
    id: '',
    agreement: 'halt',
    element: 'protected_objects',
    holder: 'RU',
    ...BLANK_READING,
    obliged: ['mutual'],
    value: { t: 'objects', include: ['energy_infrastructure'], exclude: [], open: null },
    heldFrom: '2025-03-18',
    knownFrom: fields.heldFrom ?? '2025-03-18',
    rule: 'sample',
    ...fields,
  };
  return reading.id === '' ? { ...reading, id: idOf('rd', canonicalJson(reading)) } : reading;
}

/** An agreement with everything filled in but what is given. */
export function sampleAgreement(fields: Partial<Agreement>): Agreement {
  return {
    id: 'halt',
    kind: 'limited_halt_of_attacks',
    track: 'roadmap',
    title: { de: 'Angriffsstopp', en: 'Halt of attacks' },
    cfClass: 'limited_halt_of_attacks',
    side: 'bilateral',
    partial: true,
    written: 'unclear',
    parties: ['RU', 'UA'],
    brokers: ['US'],
    mechanism: 'unclear',
    purposes: [],
    related: [],
    mentions: [],
    firstKnown: '2025-03-18',
    ...fields,
  };
}
