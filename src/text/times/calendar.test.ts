import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorOf, dateOf, dayOf, dayText, easterOf, isSummerTime, weekdayOf, weekText } from './calendar.ts';

test('days and dates are each other inverse, and agree with the platform', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
      const { year, month, day: dayOfMonth } = dateOf(day);
      expect(dayOf(year, month, dayOfMonth)).toBe(day);
      expect(dayText(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      expect(weekdayOf(day) % 7).toBe(new Date(day * 86_400_000).getUTCDay());
    }),
  );
});

test.for([
  [2025, '2025-04-20'],
  [2024, '2024-03-31'],
  [2011, '2011-04-24'],
  [2038, '2038-04-25'],
] as const)('Easter of %d is %s', ([year, date]) => expect(dayText(easterOf(year))).toBe(date));

test('ISO weeks at the turn of the year belong to the year of their Thursday', () => {
  expect(weekText(dayOf(2005, 1, 1))).toBe('2004-W53');
  expect(weekText(dayOf(2024, 12, 30))).toBe('2025-W01');
});

test('summer time begins and ends on a Sunday', () => {
  const days = [dayOf(2025, 3, 29), dayOf(2025, 3, 30), dayOf(2025, 10, 25), dayOf(2025, 10, 26)];
  expect(days.map((day) => isSummerTime(day, 'eu'))).toEqual([false, true, true, false]);
  const abroad = [dayOf(2025, 3, 8), dayOf(2025, 3, 9), dayOf(2025, 11, 1), dayOf(2025, 11, 2)];
  expect(abroad.map((day) => isSummerTime(day, 'us'))).toEqual([false, true, true, false]);
});

test('the date of a report keeps its precision', () => {
  expect(anchorOf('2025-03')).toEqual({ year: 2025, month: 3, day: null });
  expect(anchorOf('2025-03-18T19:30Z').day).toBe(dayOf(2025, 3, 18));
  expect(anchorOf('soon')).toEqual({ year: null, month: null, day: null });
  expect(anchorOf('2025-13-01').month).toBeNull();
});
