import { describe, expect, test } from 'vitest';
import { asOf, supersede } from './as-of.ts';
import { knownAt, rangeOf } from './instant.ts';
import { sampleReading } from './sample-reading.ts';

const energy = { t: 'objects', include: ['energy_infrastructure'], exclude: [], open: null } as const;
const wider = { t: 'objects', include: ['energy_infrastructure', 'rail'], exclude: [], open: null } as const;
const first = sampleReading({ heldFrom: '2025-03-18', value: energy });
const second = sampleReading({ heldFrom: '2025-03-19', value: wider });

describe('two axes of time', () => {
  test('a day is known at its end, a minute at once', () => {
    expect(knownAt('2025-03-18')).toBe(knownAt('2025-03-19T00:00Z'));
    expect(knownAt('2025-03-18T19:30Z')).toBe(rangeOf('2025-03-18T19:30Z')?.from);
    expect(rangeOf('2025-04-19T18:00+03:00')).toEqual(rangeOf('2025-04-19T15:00Z'));
    expect(rangeOf('no date')).toBeNull();
  });

  test('a report of the day is not known in the evening, and known at the date alone', () => {
    expect(asOf([first], '2025-03-18T22:00')).toEqual([]);
    expect(asOf([first], '2025-03-18')).toEqual([first]);
  });

  test('a later word ends the earlier one and does not erase it', () => {
    const all = supersede([second, first]);
    expect(all).toHaveLength(2);
    expect(all.find(({ id }) => id === first.id)).toMatchObject({ heldTo: '2025-03-19', supersededBy: second.id });
    expect(asOf([second, first], '2025-03-18').map(({ id }) => id)).toEqual([first.id]);
    expect(asOf([second, first], '2025-03-19').map(({ id }) => id)).toEqual([second.id]);
  });

  test('what a person entered is ended by a person alone; a machine ends machines', () => {
    const entered = sampleReading({ heldFrom: '2025-03-18', value: energy, origin: 'curated' });
    const read = sampleReading({ heldFrom: '2025-03-19', value: wider });
    const later = sampleReading({ heldFrom: '2025-03-20', value: { ...energy, include: ['rail'] }, origin: 'curated' });
    const of = (all: readonly ReturnType<typeof sampleReading>[], id: string) => all.find((one) => one.id === id);
    expect(of(supersede([entered, read]), entered.id)?.heldTo).toBeNull();
    const all = supersede([entered, read, later]);
    expect(of(all, entered.id)).toMatchObject({ heldTo: '2025-03-20', supersededBy: later.id });
    expect(of(all, read.id)).toMatchObject({ heldTo: '2025-03-20', supersededBy: later.id });
  });

  test('held-at looks back with the knowledge of today', () => {
    const told = sampleReading({ heldFrom: '2025-03-18', knownFrom: '2025-03-25', value: wider });
    expect(asOf([first, told], '2025-03-20').map(({ id }) => id)).toEqual([first.id]);
    expect(asOf([first, told], '2025-03-25', '2025-03-18')).toHaveLength(2);
    expect(asOf([second], '2025-03-25', '2025-03-18')).toEqual([]);
  });

  test('a repetition ends nothing, and a later change ends both', () => {
    const again = sampleReading({ heldFrom: '2025-03-20', value: energy });
    expect(supersede([first, again]).every(({ heldTo }) => heldTo === null)).toBe(true);
    const change = sampleReading({ heldFrom: '2025-03-21', value: wider });
    expect(supersede([first, again, change]).filter(({ supersededBy }) => supersededBy === change.id)).toHaveLength(2);
  });

  test('two understandings do not end one another, nor do two words of one day', () => {
    const placed = { ...first, id: 'rd-placed', arrangement: 'RU-US' };
    const other = sampleReading({ heldFrom: '2025-03-19', value: wider, arrangement: 'UA-US' });
    expect(asOf([placed, other], '2025-03-30')).toHaveLength(2);
    expect(asOf([first, placed, other], '2025-03-30')).toHaveLength(3);
    // What was said outside any understanding is ended by what the side says in its only one.
    expect(asOf([first, other], '2025-03-30').map(({ id }) => id)).toEqual([other.id]);
    const sameDay = sampleReading({ heldFrom: '2025-03-18', value: wider });
    expect(asOf([first, sameDay], '2025-03-30')).toHaveLength(2);
  });

  test('a paraphrase by the class above retells a list, quoted words widen it', () => {
    const objects = (include: readonly string[]) => ({ t: 'objects', include, exclude: [], open: null }) as const;
    const list = sampleReading({ heldFrom: '2025-03-25', value: objects(['oil_refinery', 'substation']) });
    const loose = sampleReading({ heldFrom: '2025-03-26', value: objects(['energy_infrastructure']), mode: 'indirect' });
    const quoted = sampleReading({ heldFrom: '2025-03-26', value: objects(['energy_infrastructure']), mode: 'direct' });
    const byOf = (other: typeof list) => supersede([list, other]).find(({ id }) => id === list.id)?.supersededBy;
    expect(byOf(loose)).toBeNull();
    expect(byOf(quoted)).toBe(quoted.id);
  });

  test('a silence is ended by the first word, and ends none', () => {
    const silence = sampleReading({ heldFrom: '2025-03-18', stance: 'silent', value: { t: 'text', topics: [] } });
    expect(asOf([silence, second], '2025-03-18').map(({ id }) => id)).toEqual([silence.id]);
    expect(asOf([silence, second], '2025-03-19').map(({ id }) => id)).toEqual([second.id]);
    const later = sampleReading({ heldFrom: '2025-03-21', stance: 'silent', value: { t: 'text', topics: [] } });
    expect(supersede([first, later]).every(({ heldTo }) => heldTo === null)).toBe(true);
  });

  test('an adviser ends no word of the principal', () => {
    const adviser = sampleReading({ heldFrom: '2025-03-20', value: wider, authority: 'adviser' });
    expect(supersede([first, adviser]).every(({ heldTo }) => heldTo === null)).toBe(true);
  });

  test('a report without a date is not known on any date', () => {
    const undated = sampleReading({ heldFrom: null, knownFrom: null });
    expect(asOf([undated], '2030-01-01')).toEqual([]);
    expect(asOf([undated], null)).toEqual([undated]);
  });
});
