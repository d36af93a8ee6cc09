import { expect, test } from 'vitest';
import type { Reading } from '../../model/index.ts';
import { sampleReading } from '../sample-reading.ts';
import { labels } from './labels.generated.ts';
import { type Difference, sayDivergence } from './say-divergence.ts';

// Two states at peace stand in for the sides: what is tested are articles, number and symmetry.
const energy = { t: 'objects', include: ['energy_infrastructure'], exclude: [], open: null } as const;
const more = {
  t: 'objects',
  include: ['energy_infrastructure', 'other_civilian_infrastructure'],
  exclude: [],
  open: 'und andere',
} as const;
const day = (at: string): Reading['value'] => ({ t: 'start', mode: 'on_date_at_time', at });
const consent = (parties: readonly string[], commitment: string): Reading['value'] => ({
  t: 'parties',
  parties,
  commitment,
  polarity: 'pos',
});

function reading(holder: string, element: Reading['element'], value: Reading['value'], fields: Partial<Reading> = {}): Reading {
  return sampleReading({ holder, element, value, obliged: ['unstated'], mode: 'indirect', spans: [], evidence: [], ...fields });
}

function said(difference: Partial<Difference> & Pick<Difference, 'a' | 'b' | 'kind'>, language: 'de' | 'en' = 'de'): string {
  return sayDivergence({ within: false, silent: false, ...difference }, language, new Map());
}

test('names have their article and verbs their number', () => {
  const [a, b] = [reading('CH', 'entry_into_force', day('2031-03-18')), reading('NL', 'entry_into_force', day('2031-03-25'))];
  expect(said({ a, b, kind: 'start_differs' })).toBe('Als Beginn nennt die Schweiz den 18. März 2031, die Niederlande den 25. März 2031.');
  expect(said({ a: b, b: a, kind: 'start_differs' })).toBe(
    'Als Beginn nennen die Niederlande den 25. März 2031, die Schweiz den 18. März 2031.',
  );
  expect(said({ a, b, kind: 'start_differs' }, 'en')).toBe('Switzerland names 18 March 2031 as the start, the Netherlands 25 March 2031.');
});

test('the wider version is named with what it has more, whichever comes first', () => {
  const [a, b] = [reading('CH', 'protected_objects', energy), reading('NL', 'protected_objects', more)];
  const wider = 'Weiter fassen es die Niederlande: auch andere zivile Infrastruktur.';
  expect(said({ a, b, kind: 'scope_narrower' })).toContain(wider);
  expect(said({ a: b, b: a, kind: 'scope_wider' })).toContain(wider);
});

test('an order to one’s own side is told from an agreement of both', () => {
  const [a, b] = [
    reading('CH', 'parties_and_signatories', consent(['CH'], 'ordered')),
    reading('NL', 'parties_and_signatories', consent(['CH', 'NL'], 'agreed')),
  ];
  expect(said({ a, b, kind: 'commitment_strength_differs' })).toBe(
    'die Schweiz spricht von einem Befehl an die eigenen Truppen, die Niederlande von einer Einigung zwischen der Schweiz und den Niederlanden.',
  );
});

test('who is silent is said to be so, and only what is quoted has marks', () => {
  const span = { report: 'r', start: 0, end: 10, exact: 'auf Anlagen am Fluss' };
  const own = reading('CH', 'protected_objects', energy, { spans: [span], verbatim: true });
  const told = reading('CH', 'protected_objects', energy, { spans: [span] });
  const silent = reading('NL', 'protected_objects', energy, { stance: 'silent' });
  const kind = 'one_side_silent';
  expect(said({ a: own, b: silent, kind, silent: true })).toBe(
    'die Schweiz nennt geschützte Objekte („Anlagen am Fluss“), die Niederlande nicht.',
  );
  expect(said({ a: told, b: silent, kind, silent: true })).not.toContain('„');
});

test('one side’s two words stand with their days', () => {
  const [a, b] = [
    reading('NL', 'protected_objects', more, { heldFrom: '2031-03-18' }),
    reading('NL', 'protected_objects', energy, { heldFrom: '2031-03-19T21:00Z' }),
  ];
  expect(said({ a, b, kind: 'scope_wider', within: true })).toBe(
    'die Niederlande nannten am 18. März als geschützt Energieinfrastruktur und andere zivile Infrastruktur, am 19. März Energieinfrastruktur. Die zuerst genannte Fassung ist weiter: auch andere zivile Infrastruktur.',
  );
});

test('no word of the ledger passes a verdict', () => {
  expect(JSON.stringify(labels)).not.toMatch(/violat|verletzt|verstoß|gebrochen/i);
});
