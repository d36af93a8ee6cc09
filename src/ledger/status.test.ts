import { describe, expect, test } from 'vitest';
import type { OverallState, Reading } from '../model/index.ts';
import { bookOf } from './dossier.ts';
import { sampleAgreement, sampleReading } from './sample-reading.ts';

type Claimed = Extract<Reading['value'], { t: 'state' }>['state'];

const agreement = sampleAgreement({ brokers: [] });
const consent = (holder: string, commitment: string, heldFrom = '2025-03-18', polarity: 'pos' | 'neg' = 'pos'): Reading =>
  sampleReading({ holder, element: 'parties_and_signatories', heldFrom, value: { t: 'parties', parties: [holder], commitment, polarity } });
const start = (holder: string, at: string): Reading =>
  sampleReading({ holder, element: 'entry_into_force', heldFrom: '2025-03-19', value: { t: 'start', mode: 'on_date_at_time', at } });
const claims = (holder: string, state: Claimed, heldFrom = '2025-03-25'): Reading =>
  sampleReading({ holder, element: 'release_clause', heldFrom, value: { t: 'state', state, at: null, by: [] } });
const term = (holder: string): Reading =>
  sampleReading({ holder, element: 'duration', value: { t: 'duration', iso: 'P30D', until: null, counting: 'unstated' } });
const state = (...readings: readonly Reading[]): OverallState => bookOf(agreement, readings, new Map(), '2025-04-30').entry.overall.state;
const party = (holder: string, ...readings: readonly Reading[]) =>
  bookOf(agreement, readings, new Map(), '2025-04-30').entry.parties.find((one) => one.holder === holder);

describe('the state of the whole follows from what each side says', () => {
  test.for<[string, readonly Reading[], OverallState]>([
    ['nothing said', [], 'proposed'],
    ['one side proposes', [consent('RU', 'proposed')], 'proposed'],
    ['one side is ready, of the other nothing is known', [consent('RU', 'ready')], 'contested_before_start'],
    [
      'one side is ready, the other refuses',
      [consent('RU', 'ready'), consent('UA', 'rejected', '2025-03-18', 'neg')],
      'contested_before_start',
    ],
    ['both refuse', [consent('RU', 'rejected', '2025-03-18', 'neg'), consent('UA', 'rejected', '2025-03-18', 'neg')], 'rejected'],
    ['one side orders it', [consent('RU', 'ordered')], 'declared_one_side'],
    ['both agree, nobody names a start', [consent('RU', 'agreed'), consent('UA', 'agreed')], 'agreed_terms_differ'],
    ['one side holds it to be in force', [start('RU', '2025-03-18')], 'declared_one_side'],
    ['both from the same day', [start('RU', '2025-03-18'), start('UA', '2025-03-18')], 'in_force_undisputed'],
    ['both, from two days', [start('RU', '2025-03-18'), start('UA', '2025-03-25')], 'in_force_start_disputed'],
    [
      'a breach is alleged',
      [start('RU', '2025-03-18'), start('UA', '2025-03-18'), claims('UA', 'breach_alleged')],
      'in_force_breach_alleged',
    ],
    [
      'one side considers itself free',
      [start('RU', '2025-03-18'), start('UA', '2025-03-18'), claims('RU', 'released')],
      'suspended_or_release_claimed',
    ],
    ['prolonged', [start('RU', '2025-03-18'), start('UA', '2025-03-18'), claims('RU', 'extended')], 'extended'],
    ['the term has run out by every count', [start('RU', '2025-03-18'), term('RU')], 'expired'],
    ['a term without a start has not', [consent('RU', 'agreed'), consent('UA', 'agreed'), term('RU')], 'agreed_terms_differ'],
    ['said to be done', [consent('RU', 'agreed'), claims('UA', 'concluded')], 'concluded'],
  ])('%s', ([, readings, wanted]) => {
    expect(state(...readings)).toBe(wanted);
  });
});

describe('the state of a side', () => {
  test('goes up the ladder and keeps where it has been; a weaker word later takes nothing back', () => {
    const course = party(
      'RU',
      consent('RU', 'ready', '2025-03-13'),
      consent('RU', 'ordered', '2025-03-18'),
      consent('RU', 'ready', '2025-03-20'),
    );
    expect(course).toMatchObject({
      state: 'ordered',
      since: '2025-03-18',
      previous: [{ state: 'agreed_in_principle', since: '2025-03-13' }],
    });
  });

  test('a refusal takes it back, and consent after it counts again', () => {
    expect(party('UA', consent('UA', 'agreed', '2025-03-11'), consent('UA', 'rejected', '2025-03-12', 'neg'))?.state).toBe('rejected');
    expect(party('UA', consent('UA', 'rejected', '2025-03-12', 'neg'), consent('UA', 'agreed', '2025-03-14'))?.state).toBe('agreed');
  });

  test('an adviser changes nothing, and a start that lies ahead is not yet in force', () => {
    expect(party('RU', { ...consent('RU', 'ordered'), authority: 'adviser' })?.state).toBe('silent');
    expect(party('RU', start('RU', '2025-05-20'))?.state).toBe('silent');
  });
});
