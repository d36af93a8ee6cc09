import { describe, expect, test } from 'vitest';
import { coreference, holderOf, type Referent } from './index.ts';

const date = '2025-03-19';
const kreml: Referent = { actor: 'ru.presidency', name: 'Kreml', gender: 'm', kind: 'office', holder: 'RU', at: 90 };
const putin: Referent = { actor: 'wladimir-putin', name: 'Wladimir Putin', gender: 'm', kind: 'person', holder: 'RU', at: 10 };
const trump: Referent = { actor: 'donald-trump', name: 'Donald Trump', gender: 'm', kind: 'person', holder: 'US', at: 30 };
const leavitt: Referent = { actor: 'karoline-leavitt', name: 'Karoline Leavitt', gender: 'f', kind: 'person', holder: 'US', at: 40 };
const ministry: Referent = {
  actor: 'ua.foreign_ministry',
  name: 'ukrainisches Außenministerium',
  gender: 'n',
  kind: 'ministry',
  holder: 'UA',
  at: 50,
};
const rebels: Referent = { actor: 'farc', name: 'FARC', gender: 'f', kind: 'armed_group', holder: 'farc', at: 60 };
const medium: Referent = { actor: 'wsj', name: 'medium: Wall Street Journal', gender: 'n', kind: 'medium', at: 5 };
const all = [putin, trump, leavitt, ministry, rebels, medium];

describe('coreference', () => {
  test.for([
    ['er', 'Donald Trump'],
    ['sie', 'Karoline Leavitt'],
    ['dieser', 'Donald Trump'],
    ['der Kremlchef', undefined],
    ['die Sprecherin', 'Karoline Leavitt'],
    ['der Präsident', 'Donald Trump'],
    ['das Ministerium', 'ukrainisches Außenministerium'],
    ['die Rebellen', 'FARC'],
    ['der Bericht', 'medium: Wall Street Journal'],
    ['der Republikaner', 'Donald Trump'],
    ['die Bürgermeisterin', undefined],
  ])('%s', ([words = '', name]) => expect(coreference(words, all, { date })?.name).toBe(name));

  test('an adjective decides between two of the same post', () =>
    expect(coreference('der Staatschef', all, { date, holder: 'RU' })?.name).toBe('Wladimir Putin'));

  test('a person is preferred to an office of the same gender', () =>
    expect(coreference('er', [putin, kreml], { date })?.name).toBe('Wladimir Putin'));

  test('"man" is an institution, "demnach" whoever spoke last', () => {
    expect(coreference('man', [trump, kreml])?.name).toBe('Kreml');
    expect(coreference('demnach', [trump, kreml])?.name).toBe('Kreml');
  });

  test('nothing before, nothing found', () => expect(coreference('er', [])).toBeNull());
});

describe('holderOf', () => {
  const speaker = (actor: string): { name: string; kind: 'actor'; actor: string } => ({ name: actor, kind: 'actor', actor });
  test('goes from the spokesperson over the office to the state', () =>
    expect(holderOf(speaker('dmitri-peskow'), date)).toEqual({ holder: 'RU', authority: 'spokesperson', of: 'ru.presidency' }));
  test('a former president speaks for nobody', () => expect(holderOf(speaker('joe-biden'), date).holder).toBeNull());
  test('the same person did so in office', () => expect(holderOf(speaker('joe-biden'), '2023-05').holder).toBe('US'));
  test('an adviser is no principal', () => expect(holderOf(speaker('dmytro-lytwyn'), date).authority).toBe('adviser'));
  test('an organisation holds for itself', () => expect(holderOf(speaker('hisbollah'), date).holder).toBe('hisbollah'));
  test('an unregistered minister holds for the government named', () =>
    expect(holderOf({ name: 'Jonas Beispiel', kind: 'unregistered', actor: null }, date, undefined, 'Regierung des Südsudan').holder).toBe(
      'SS',
    ));
  test('an unnamed source holds nothing', () =>
    expect(holderOf({ name: 'anonymous: Beamte', kind: 'anonymous', actor: null }, date)).toEqual({
      holder: null,
      authority: 'anonymous',
      of: null,
    }));
});
