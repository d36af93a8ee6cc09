import { describe, expect, test } from 'vitest';
import { knownUnits } from './administrative-units.ts';
import { regionClaims } from './claims.generated.ts';
import { claimantsOf } from './claims.ts';

describe('regions that two states claim', () => {
  test.for<[string, string | null, readonly string[]]>([
    ['UA-43', '2014-03-17', []],
    ['UA-43', '2014-03-18', ['RU', 'UA']],
    ['UA-43', '2014-03-18T09:00Z', ['RU', 'UA']],
    ['UA-43', '2014-03', ['RU', 'UA']],
    ['UA-43', '2014', ['RU', 'UA']],
    ['UA-43', '2013', []],
    ['UA-14', '2022-09-29', []],
    ['UA-14', null, ['RU', 'UA']],
    ['UA-63', null, []],
    ['nowhere', null, []],
  ])('%s on %s', ([region, day, claimants]) => {
    expect(claimantsOf(region, day)).toEqual(claimants);
  });

  test('each names a known unit, at least two states in order, the recognised one among them, and a source for each', () => {
    const units = new Set(knownUnits().map(({ code }) => code));
    for (const { region, claimants, sources } of regionClaims) {
      expect(units.has(region)).toBe(true);
      expect(claimants).toEqual([...claimants].sort());
      expect(claimants).toContain(region.slice(0, 2));
      expect(new Set(claimants).size).toBeGreaterThan(1);
      expect(sources).toHaveLength(claimants.length);
    }
  });
});
