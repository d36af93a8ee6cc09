import { describe, expect, test } from 'vitest';
import { reportNumber, reportPeriod } from './report-period.ts';

describe('the period of a daily report', () => {
  test('runs from the cut-off of the day before to its own, in the zone named', () => {
    expect(reportPeriod('2025-03-27', '18:00', 'Europe/Kyiv')).toEqual({
      date: '2025-03-27',
      cutOff: '18:00',
      zone: 'Europe/Kyiv',
      until: '2025-03-27T16:00Z',
      from: '2025-03-26T16:00Z',
      beforeFrom: '2025-03-25T16:00Z',
    });
  });

  test('has 23 hours where the clocks go forward', () => {
    const period = reportPeriod('2025-03-30', '18:00', 'Europe/Kyiv');
    expect([period?.from, period?.until]).toEqual(['2025-03-29T16:00Z', '2025-03-30T15:00Z']);
  });

  test('24:00 is the end of the day', () => {
    expect(reportPeriod('2024-12-31', '24:00', 'UTC')?.until).toBe('2025-01-01T00:00Z');
  });

  test.for([
    ['2025-02-30', '18:00', 'UTC'],
    ['2025-3-1', '18:00', 'UTC'],
    ['2025-03-27', '25:00', 'UTC'],
    ['2025-03-27', '24:30', 'UTC'],
    ['2025-03-27', '6pm', 'UTC'],
    ['2025-03-27', '18:00', 'Mars/Olympus'],
  ])('%s %s %s is none', ([date = '', cutOff = '', zone = '']) => {
    expect(reportPeriod(date, cutOff, zone)).toBeNull();
  });

  test('the number is that of the day in the year', () => {
    expect([reportNumber('2025-01-01'), reportNumber('2025-03-27'), reportNumber('2024-12-31')]).toEqual(['1/2025', '86/2025', '366/2024']);
  });
});
