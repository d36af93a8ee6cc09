import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ELEMENTS, type Reading } from '../model/index.ts';
import { sampleAgreement, sampleReading } from './sample-reading.ts';
import { shelveBooks, updateBooks } from './update-books.ts';

const agreements = ['a', 'b', 'c'].map((id, index) => sampleAgreement({ id, firstKnown: `2025-03-0${3 - index}` }));
const names = new Map();
const aReading: fc.Arbitrary<Reading> = fc
  .record({
    agreement: fc.constantFrom('a', 'b', 'c', 'unknown'),
    element: fc.constantFrom(...ELEMENTS.slice(0, 8)),
    holder: fc.constantFrom('RU', 'UA', 'US'),
    heldFrom: fc.constantFrom('2025-03-18', '2025-03-19', '2025-03-25'),
    days: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ days, ...fields }) =>
    sampleReading({ ...fields, value: { t: 'duration', iso: `P${days}D`, until: null, counting: 'unstated' } }),
  );
const readings = fc.array(aReading, { maxLength: 20 });

test('putting readings in later gives what computing everything at once gives', () => {
  fc.assert(
    fc.property(readings, readings, fc.constantFrom(null, '2025-03-20'), (first, more, asOf) => {
      const whole = shelveBooks(agreements, [...first, ...more], names, asOf);
      expect(updateBooks(shelveBooks(agreements, first, names, asOf), { readings: more }).books).toEqual(whole.books);
    }),
  );
});

test('a reading that is there already changes nothing, and other books are the very same', () => {
  const [here, there] = ['a', 'b'].map((agreement) => sampleReading({ agreement }));
  if (!here || !there) throw new Error('no readings');
  const shelf = shelveBooks(agreements, [here, there], names);
  expect(updateBooks(shelf, { readings: [here] })).toBe(shelf);
  const after = updateBooks(shelf, { readings: [sampleReading({ agreement: 'a', holder: 'UA' })] });
  const bookOf = (id: string, { books }: typeof shelf) => books.find(({ entry }) => entry.agreement.id === id);
  expect(bookOf('b', after)).toBe(bookOf('b', shelf));
  expect(bookOf('a', after)).not.toEqual(bookOf('a', shelf));
});

test('an agreement given anew takes the place of the former', () => {
  const shelf = shelveBooks(agreements, [sampleReading({ agreement: 'a' })], names);
  const after = updateBooks(shelf, { agreements: [sampleAgreement({ id: 'a', parties: ['RU', 'UA', 'PL'] })], readings: [] });
  expect(after.books[0]?.entry.parties.map(({ holder }) => holder)).toContain('PL');
});
