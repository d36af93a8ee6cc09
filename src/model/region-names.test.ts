import { describe, expect, test } from 'vitest';
import { regionNames } from './region-names.generated.ts';
import { mayLieIn, regionNamed, territoryNamed } from './region-names.ts';

describe('names of regions and states', () => {
  test.for([
    ['Kyiv Oblast', 'UA-32'],
    ['Kyiv', 'UA-30'],
    ['Київська область', 'UA-32'],
    ["Donets'k", 'UA-14'],
    ['Oblast Charkiw', 'UA-63'],
    ['Автономна Республіка Крим', 'UA-43'],
    ['Краснодарский край', 'RU-KDA'],
    ['Moscow Oblast', 'RU-MOS'],
    ['Moscow', 'RU-MOW'],
    ['Altai Krai', 'RU-ALT'],
    ['Altai Republic', 'RU-AL'],
    ['ua-63', 'UA-63'],
    ['Nowhere', null],
    ['', null],
  ] as const)('%s is %s', ([name, code]) => {
    expect(regionNamed(name)).toBe(code);
  });

  test('every name finds its own region', () => {
    const wrong = regionNames.flatMap(({ code, names }) =>
      names.filter((name) => regionNamed(name) !== code).map((name) => `${name} of ${code}`),
    );
    expect(wrong).toEqual([]);
  });

  test('states by name and code; a box only tells what is far off', () => {
    expect(['UKR', 'Россия', 'ukraine', 'Nowhere'].map(territoryNamed)).toEqual(['UA', 'RU', 'UA', null]);
    expect([mayLieIn('UA', 50, 30), mayLieIn('UA', 30, 50), mayLieIn('ZZ', 50, 30)]).toEqual([true, false, null]);
  });
});
