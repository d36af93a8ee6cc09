import { describe, expect, test } from 'vitest';
import { knownUnits } from '../../model/administrative-units.ts';
import { regionNames } from '../../model/region-names.generated.ts';
import { regionSeats } from './region-seats.generated.ts';
import { knownSeats, regionByGeonames, regionByKatottg, regionsNamed } from './region-seats.ts';

describe('names of regions', () => {
  test('every unit of the map has names and a seat, and no other has', () => {
    const codes = (list: readonly { readonly code: string }[]): string[] => list.map(({ code }) => code).sort();
    expect(codes(regionSeats)).toEqual(codes(knownUnits()));
    expect(codes(regionNames)).toEqual(codes(knownUnits()));
    // The region round Kyiv is run from the city, which is a unit of its own.
    expect(knownSeats()).toHaveLength(regionSeats.length - 1);
  });

  test('every unit is found by each of its names, and by its code', () => {
    for (const unit of knownUnits()) {
      const names = regionNames.find(({ code }) => code === unit.code)?.names ?? [];
      for (const name of [unit.code, unit.de, unit.en, unit.short.de, unit.short.en, ...names]) {
        expect(regionsNamed(name), name).toContain(unit.code);
      }
    }
  });

  test('no two units share a code of a gazetteer', () => {
    const numbers = regionSeats.map(({ code, geonames }) => `${code.slice(0, 2)}.${geonames}`);
    expect(new Set(numbers).size).toBe(numbers.length);
    const codes = regionSeats.flatMap(({ katottg }) => katottg ?? []);
    expect(codes).toHaveLength(27);
    expect(new Set(codes).size).toBe(27);
  });

  test.for<[string, readonly string[]]>([
    ['Donetsk Oblast', ['UA-14']],
    ["Donets'ka oblast", ['UA-14']],
    ["Khmel'nyts'kyy", ['UA-68']],
    ["Zaporiz'ka oblast", ['UA-23']],
    ['Харківська область', ['UA-63']],
    ['Курская обл.', ['RU-KRS']],
    ['Gebiet Belgorod', ['RU-BEL']],
    ['Belgorodskaya oblast', ['RU-BEL']],
    ['Autonomous Republic of Crimea', ['UA-43']],
    ['Республика Крым', ['UA-43']],
    ['KIEV CITY', ['UA-30']],
    ['Kyiv Oblast', ['UA-32']],
    ['Kyiv', ['UA-30', 'UA-32']],
    ['Moscow', ['RU-MOS', 'RU-MOW']],
    ['Oblast Moskau', ['RU-MOS']],
    ['ua-14', ['UA-14']],
    ['', []],
    ['oblast', []],
    ['constructor', []],
  ])('%s', ([name, codes]) => {
    expect(regionsNamed(name)).toEqual(codes);
  });

  test('codes of gazetteers', () => {
    expect(regionByGeonames('UA', '11')).toBe('UA-43');
    expect(regionByGeonames('RU', '11')).toBe('RU-BU');
    expect(regionByGeonames('UA', '99')).toBeNull();
    expect(regionByKatottg('UA44080000000012345')).toBe('UA-09');
    expect(regionByKatottg('UA99')).toBeNull();
  });
});
