import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CellBounds, cellBounds, cellOf, neighboursOf } from './grid.ts';

const lat = fc.double({ min: -90, max: 90, noNaN: true });
const lon = fc.double({ min: -180, max: 180, noNaN: true });

const boundsAt = (at: number, along: number): CellBounds => {
  const bounds = cellBounds(cellOf(at, along) ?? '');
  if (!bounds) throw new Error(`no cell at ${at}, ${along}`);
  return bounds;
};

/** Metres on the ellipsoid, written out here so that the grid is not measured with its own ruler. */
const metresOfLatitude = (at: number): number => {
  const sin = Math.sin((at * Math.PI) / 180);
  return ((6378137 * (1 - 0.00669438) * Math.PI) / 180) * (1 - 0.00669438 * sin * sin) ** -1.5;
};
const metresOfLongitude = (at: number): number => {
  const sin = Math.sin((at * Math.PI) / 180);
  return ((6378137 * Math.PI) / 180) * Math.cos((at * Math.PI) / 180) * (1 - 0.00669438 * sin * sin) ** -0.5;
};

describe('the fixed grid', () => {
  test.for([
    [48.5, 37, 'G25-N48.50-E037.00'],
    [48.5049, 37.49, 'G25-N48.50-E037.00'],
    [44.6, 33.52, 'G25-N44.50-E033.50'],
    [68.97, 33.08, 'G25-N68.75-E033.00'],
    [-0.1, -0.1, 'G25-S00.25-W000.50'],
    [0, 180, 'G25-N00.00-W180.00'],
    [90, 12, 'G25-N89.75-W180.00'],
  ] as const)('%s, %s lies in %s', ([at, along, id]) => {
    expect(cellOf(at, along)).toBe(id);
  });

  test.for([
    [90.1, 0],
    [0, 180.1],
    [Number.NaN, 0],
    [0, Number.POSITIVE_INFINITY],
  ] as const)('%s, %s lies in none', ([at, along]) => {
    expect(cellOf(at, along)).toBeNull();
  });

  test('the cell of any point contains it, and no other cell does', () => {
    fc.assert(
      fc.property(lat, lon, (at, along) => {
        const { south, west, north, east } = boundsAt(at, along);
        expect(south <= at && (at < north || at === 90)).toBe(true);
        const turned = along === 180 ? -180 : along;
        expect(west <= turned && turned < east).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('a cell is at least 25 km on each side wherever people live', () => {
    for (let south = -88; south < 88; south += 0.25) {
      const bounds = boundsAt(south, 0);
      const poleward = Math.max(Math.abs(bounds.south), Math.abs(bounds.north));
      expect((bounds.north - bounds.south) * metresOfLatitude(south)).toBeGreaterThan(25_000);
      expect((bounds.east - bounds.west) * metresOfLongitude(poleward)).toBeGreaterThan(25_000);
    }
  });

  test('and no larger than it need be between 43 and 70 degrees north', () => {
    for (let south = 43; south < 70; south += 0.25) {
      const bounds = boundsAt(south, 37.6);
      expect((bounds.east - bounds.west) * metresOfLongitude(bounds.south)).toBeLessThan(42_000);
    }
  });

  test('an id that is not one of a cell has no bounds', () => {
    for (const id of ['', 'G25-N48.60-E037.00', 'G25-N48.50-E037.10', 'G25-N95.00-E037.00', 'G25-N48.50-E037.00x', 'G25-S00.00-E000.00']) {
      expect(cellBounds(id)).toBeNull();
    }
  });

  test('neighbours touch, and being one is mutual, also where rows of two widths meet and at the 180th meridian', () => {
    fc.assert(
      fc.property(lat, lon, (at, along) => {
        const id = cellOf(at, along) ?? '';
        const around = neighboursOf(id);
        expect(around).not.toContain(id);
        for (const other of around) {
          expect(cellBounds(other)).not.toBeNull();
          expect(neighboursOf(other)).toContain(id);
        }
      }),
      { numRuns: 300 },
    );
    expect(neighboursOf('G25-N48.50-E037.00')).toEqual([
      'G25-N48.25-E036.50',
      'G25-N48.25-E037.00',
      'G25-N48.25-E037.50',
      'G25-N48.50-E036.50',
      'G25-N48.50-E037.50',
      'G25-N48.75-E036.50',
      'G25-N48.75-E037.00',
      'G25-N48.75-E037.50',
    ]);
    expect(neighboursOf('G25-N48.50-W180.00')).toContain('G25-N48.50-E179.50');
    expect(neighboursOf('G25-N48.60-E037.00')).toEqual([]);
  });
});
