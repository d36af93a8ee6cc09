import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { germanCompoundParts } from '../../lang/de/compound-parts.generated.ts';
import { analyseWords, foldWord } from './analyse-words.ts';
import { holdsWords, matchWords } from './match-words.ts';
import { parseQuery } from './parse-query.ts';
import { makeCompoundSplitter } from './split-compound.ts';

const split = makeCompoundSplitter(germanCompoundParts);

describe('compounds', () => {
  test.for(germanCompoundParts.yes)('$word is taken apart', ({ word, parts }) => {
    expect([...split(foldWord(word))].sort()).toEqual([...parts].sort());
  });
  test.for(germanCompoundParts.no)('%s is one word', (word) => {
    expect(split(foldWord(word))).toEqual([]);
  });
});

describe('what is found', () => {
  const cases: readonly [typed: string, text: string, language: string, found: readonly string[]][] = [
    ['Infrastruktur', 'Die Energieinfrastruktur bleibt verschont.', 'de', ['Energieinfrastruktur']],
    ['Infrastruktur', 'Energie-Infrastruktur', 'de', ['Infrastruktur']],
    ['angreifen', 'In der Nacht griff niemand an; angegriffen wurde am Morgen.', 'de', ['angegriffen']],
    ['Angriff', 'Er sprach von Angriffen auf Umspannwerke.', 'de', ['Angriffen']],
    ['Häuser', 'Das Haus', 'de', ['Haus']],
    ['grosse', 'Die größeren Häfen, die große Bucht', 'de', ['größeren', 'große']],
    ['keine', 'Es gab keine Frist.', 'de', ['keine']],
    ['facility', 'Energy facilities were listed.', 'en', ['facilities']],
    ['енергетика', 'Об’єкти енергетики', 'uk', ['енергетики']],
    ["об'єкт", 'Об’єкти енергетики', 'uk', ['Об’єкти']],
    ['перемирие', 'О перемирии не говорили', 'ru', ['перемирии']],
    ['"dreißig Tage"', 'Dreissig Tage gilt sie, nicht dreißig volle Tage.', 'de', ['Dreissig Tage']],
    ['„am Morgen“', 'am frühen Morgen, am Morgen', 'de', ['am Morgen']],
    ['2025', 'Im März 2025', 'de', ['2025']],
  ];
  test.for(cases)('%s in "%s"', ([typed, text, language, found]) => {
    const query = parseQuery(typed);
    expect(matchWords(text, language, query).map(({ start, end }) => text.slice(start, end))).toEqual(found);
    expect(holdsWords(text, language, query)).toBe(true);
  });

  test.for([
    ['Teil', 'Der Vorteil liegt beim Hafen.', 'de'],
    ['"volle Tage"', 'Tage, volle', 'de'],
    ['Frist -Hafen', 'Die Frist im Hafen', 'de'],
    ['Frist Brücke', 'Die Frist', 'de'],
  ] as const)('%s is not in "%s"', ([typed, text, language]) => {
    expect(holdsWords(text, language, parseQuery(typed))).toBe(false);
  });

  test('fields are taken out of the words', () => {
    expect(parseQuery('Frist speaker:"Der Rat" holder:UA from:2025-03-18')).toEqual({
      words: [['frist']],
      phrases: [],
      without: [],
      fields: { speaker: 'Der Rat', holder: 'UA', from: '2025-03-18' },
    });
  });

  test('nothing typed is an error, and terms are letters and digits only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('de', 'en', 'uk', 'ru', 'fr'), (text, language) => {
        parseQuery(text);
        let end = 0;
        for (const term of analyseWords(text, language)) {
          expect(term.start).toBeGreaterThanOrEqual(end);
          end = term.end;
          for (const one of [term.term, ...term.extra]) expect(one).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
        }
      }),
    );
  });

  test('every word of a text finds that text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Umspannwerke', 'angegriffen', 'gälte', 'Waffenruhen', 'енергетичних', 'перемирия', 'strikes', 'Übergabe', 'l’été'),
        fc.constantFrom('de', 'en', 'uk', 'ru'),
        (word, language) => {
          expect(holdsWords(`x ${word} y`, language, parseQuery(word))).toBe(true);
        },
      ),
    );
  });
});
