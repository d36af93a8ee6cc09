import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GazetteerEntry } from '../../model/index.ts';
import { indexGazetteer, type PlaceAnswer, type PlaceHint } from './gazetteer-index.ts';

const entry = (id: string, region: string, names: readonly string[], fields: Partial<GazetteerEntry> = {}): GazetteerEntry => ({
  id,
  scheme: 'geonames',
  names,
  position: { lat: 49, lon: 36 },
  state: 'UA',
  region,
  kind: 'settlement',
  ...fields,
});
const listed = (id: string, region: string, name: string): GazetteerEntry =>
  entry(id, region, [name], { scheme: 'katottg', position: null });

const gazetteer = indexGazetteer([
  entry('1', '07', ['Ozerne', 'Озерне']),
  entry('2', '05', ['Lisne', 'Лісне']),
  entry('3', '07', ['Lisne', 'Лісне'], { position: { lat: 49.5, lon: 36 } }),
  entry('4', '07', ['Hirske', 'Гірське']),
  listed('5', 'UA63', 'Гірське'),
  listed('6', 'UA63', 'Гірське'),
  listed('7', 'UA63', 'Озерне'),
  listed('8', 'UA63', 'Криве'),
  entry('9', '16', ['Mykolaiv'], { position: { lat: 46.98, lon: 31.99 } }),
  entry('10', '15', ['Mykolaiv']),
  entry('11', '61', ['Donetsk'], { state: 'RU' }),
  entry('12', '11', ['Alupka'], { state: 'RU', region: '999' }),
  entry('13', '07', ['Ozerskyi raion'], { kind: 'admin2' }),
  entry('14', '07', ['Ozerskyi raion'], { position: { lat: 49.9, lon: 36 } }),
]);

const short = (answer: PlaceAnswer): string => {
  if (answer.is === 'one') return `one ${answer.place.admin1 ?? answer.place.state}`;
  if (answer.is === 'unknown') return 'unknown';
  return `${answer.is} ${answer.candidates.map(({ admin1, state }) => admin1 ?? state).join(' ')}`;
};

describe('a place by its name', () => {
  test.for<[string, PlaceHint, string]>([
    ['Ozerne', {}, 'one UA-63'],
    ['ОЗЕРНЕ', {}, 'one UA-63'],
    ['м. Озерне', {}, 'one UA-63'],
    ['Ozerne village', {}, 'one UA-63'],
    ['Озерному', {}, 'one UA-63'],
    ['Lisne', {}, 'several UA-14 UA-63'],
    ['Lisne', { region: 'Kharkiv oblast' }, 'one UA-63'],
    ['Lisne', { region: 'UA-14' }, 'one UA-14'],
    ['Lisne', { region: 'Sumy' }, 'unknown'],
    ['Lisne', { state: 'RU' }, 'unknown'],
    ['Гірське', {}, 'several_in_region UA-63 UA-63'],
    ['Криве', {}, 'one UA-63'],
    ['Mykolaiv', {}, 'several UA-46 UA-48'],
    ['Mykolaiv', { region: 'Lviv' }, 'one UA-46'],
    ['Donetsk', {}, 'several RU-ROS UA-14'],
    ['Donetsk', { state: 'UA' }, 'one UA-14'],
    ['Alupka', {}, 'one RU'],
    ['Ozerskyi raion', {}, 'one UA-63'],
    ['Charkiw', {}, 'one UA-63'],
    ['Харькове', {}, 'one UA-63'],
    ['Kyjiw', {}, 'one UA-30'],
    ['', {}, 'unknown'],
    ['constructor', {}, 'unknown'],
  ])('%s %o', ([name, hint, wanted]) => {
    expect(short(gazetteer.lookup(name, hint))).toBe(wanted);
  });

  test('a list without positions answers where another has one, and stands for itself where none has', () => {
    expect(gazetteer.lookup('Озерне')).toMatchObject({ place: { position: { lat: 49 } } });
    expect(gazetteer.lookup('Криве')).toMatchObject({ place: { position: null } });
  });

  test('a seat that a gazetteer lists as well is one place', () => {
    expect(gazetteer.lookup('Mykolaiv', { region: 'UA-48' })).toMatchObject({ is: 'one', place: { isSeat: true } });
  });

  test('without any gazetteer the seats of regions are known, in four languages', () => {
    const own = indexGazetteer([]);
    for (const name of ['Tschernihiw', 'Chernihiv', 'Чернігів', 'Чернигов']) expect(short(own.lookup(name))).toBe('one UA-74');
  });

  test('a hint never adds a candidate, and no text is an error', () => {
    const names = fc.oneof(fc.constantFrom('Ozerne', 'Lisne', 'Гірське', 'Mykolaiv', 'Donetsk'), fc.string({ unit: 'binary' }));
    const hints = fc.record({
      region: fc.constantFrom('UA-63', 'UA-14', 'Lviv', 'nowhere', null),
      state: fc.constantFrom('UA', 'RU', null),
    });
    const count = (answer: PlaceAnswer): number => (answer.is === 'one' ? 1 : answer.is === 'unknown' ? 0 : answer.candidates.length);
    fc.assert(
      fc.property(names, hints, (name, hint) => {
        expect(count(gazetteer.lookup(name, hint))).toBeLessThanOrEqual(count(gazetteer.lookup(name)));
      }),
    );
  });

  test('the order of the entries changes no answer', () => {
    const entries = [entry('1', '07', ['Lisne']), entry('2', '05', ['Lisne']), listed('3', 'UA63', 'Lisne')];
    expect(indexGazetteer(entries.toReversed()).lookup('Lisne')).toEqual(indexGazetteer(entries).lookup('Lisne'));
  });
});
