import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FirePoint, RestrictedPlace } from '../model/index.ts';
import { corroboratedByFire, type FireQuestion } from './corroborate-fire.ts';

const place: RestrictedPlace = { reportId: 'report-1', lat: 49.9, lon: 36.2, precision: 'exact_10m', placeName: null };
const point = (at: string, lat = 49.9, lon = 36.2): FirePoint => ({ at, lat, lon, footprintKm: 0.4 });
const elsewhere = point('2025-03-20T11:00Z', 51, 30);

const ask = (points: readonly FirePoint[], given: Partial<FireQuestion> = {}): boolean | null =>
  corroboratedByFire({ from: '2025-03-20T02:30Z', to: null, place, points, embargoHours: 72, now: '2025-03-24T00:00Z', ...given });

describe('fire points', () => {
  test('answer yes or no for an incident past its embargo', () => {
    expect(ask([point('2025-03-20T11:00Z')])).toBe(true);
    expect(ask([elsewhere])).toBe(false);
    expect(ask([point('2025-03-20T11:00Z', 49.95)])).toBe(false);
  });

  test('answer nothing before the embargo has passed, to the minute', () => {
    expect(ask([point('2025-03-20T11:00Z')], { now: '2025-03-23T02:30Z' })).toBeNull();
    expect(ask([point('2025-03-20T11:00Z')], { now: '2025-03-23T02:31Z' })).toBe(true);
    expect(ask([point('2025-03-20T11:00Z')], { from: '2025-03-20', now: '2025-03-23T23:59Z' })).toBeNull();
  });

  test('answer nothing where nobody looked, where it always burns, and where the place or time is not known finely', () => {
    expect(ask([])).toBeNull();
    expect(ask([point('2025-03-25T11:00Z')])).toBeNull();
    expect(ask([point('2025-03-12T11:00Z'), point('2025-03-20T11:00Z')])).toBeNull();
    expect(ask([elsewhere], { from: null })).toBeNull();
    for (const precision of ['settlement', 'cell', 'admin1', 'unknown'] as const) {
      expect(ask([point('2025-03-20T11:00Z')], { place: { ...place, precision } })).toBeNull();
    }
    expect(ask([elsewhere], { place: { ...place, lat: null, lon: null } })).toBeNull();
  });

  test('before the event and a day after it are no corroboration', () => {
    expect(ask([elsewhere, point('2025-03-21T03:00Z')])).toBe(false);
  });

  test('never say anything but yes, no and nothing, and nothing within the embargo', () => {
    const some = fc.array(
      fc.record({ minute: fc.integer({ min: -40_000, max: 10_000 }), lat: fc.double({ min: 49.8, max: 50, noNaN: true }) }),
    );
    fc.assert(
      fc.property(some, fc.integer({ min: -1000, max: 20_000 }), (found, age) => {
        const start = Date.UTC(2025, 2, 20, 2, 30);
        const points = found.map(({ minute, lat }) => point(`${new Date(start + minute * 60_000).toISOString().slice(0, 16)}Z`, lat));
        const now = `${new Date(start + age * 60_000).toISOString().slice(0, 16)}Z`;
        const answer = ask(points, { now });
        expect([true, false, null]).toContain(answer);
        if (age <= 72 * 60) expect(answer).toBeNull();
      }),
    );
  });
});
