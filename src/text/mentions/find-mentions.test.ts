import { describe, expect, test } from 'vitest';
import { findMentions } from './find-mentions.ts';

const found = (text: string, kind: string) =>
  findMentions(text, 'de')
    .filter((mention) => mention.kind === kind)
    .map((mention) => `${mention.code}: ${text.slice(mention.span.start, mention.span.end)}`);

describe('which agreement a name means', () => {
  test.for([
    ['Eine vollständige Waffenruhe gilt.', 'full_ceasefire: vollständige Waffenruhe'],
    ['eine 14-tägige Feuerpause', 'ceasefire: 14-tägige Feuerpause'],
    ['eine Waffenruhe für Kraftwerke und Bahnhöfe', 'limited_halt: Waffenruhe für Kraftwerke und Bahnhöfe'],
    ['eine Mini-Waffenruhe', 'limited_halt: Mini-Waffenruhe'],
    ['ein Stopp der Angriffe auf Stromnetze', 'limited_halt: Stopp der Angriffe auf Stromnetze'],
    ['Sie wollen auf Angriffe gegen Häfen verzichten.', 'limited_halt: Angriffe gegen Häfen verzichten'],
    ['Man werde keine Kraftwerke angreifen.', 'limited_halt: keine Kraftwerke angreifen'],
    ['eine Waffenruhe im Schwarzen Meer', 'maritime_truce: Waffenruhe im Schwarzen Meer'],
    ['eine Waffenruhe über die Ostertage', 'holiday_truce: Waffenruhe'],
    ['die Einstellung der Kampfhandlungen', 'full_ceasefire: Einstellung der Kampfhandlungen'],
    ['Eine solche Feuerpause hielte nicht.', 'this_truce: solche Feuerpause'],
    ['Zur Erweiterung der Waffenruhe kam es nicht.', 'the_truce: Waffenruhe'],
    ['Diese Vereinbarung endete.', 'this_agreement: Vereinbarung'],
    ['Die Vereinbarung endete.', 'the_agreement: Vereinbarung'],
  ] as const)('%s', ([text, expected]) => {
    expect(found(text, 'agreement')).toEqual([expected]);
  });

  test('a line, a talk of attacks and a pause for lunch are none', () => {
    for (const text of [
      'Die Waffenstillstandslinie verläuft am Fluss.',
      'Die Angriffe auf Kraftwerke dauern an.',
      'eine Pause in der Sitzung',
    ]) {
      expect(found(text, 'agreement')).toEqual([]);
    }
  });
});

describe('objects and conditions', () => {
  test('the last member of an ellipsis keeps only its object', () => {
    expect(found('eine Energie- und Infrastruktur-Waffenruhe', 'object')).toEqual([
      'energy_infrastructure: Energie- und Infrastruktur',
      'other_civilian_infrastructure: und Infrastruktur',
    ]);
  });

  test('an open end is marked', () => {
    const open = findMentions('Kraftwerke und andere zivile Infrastruktur', 'de').filter((mention) => mention.open);
    expect(open.map((mention) => mention.code)).toEqual(['other_civilian_infrastructure']);
  });

  test('a condition is the whole clause, mutual or not', () => {
    expect(found('Sie stimmt zu, wenn der Norden dies ebenfalls tut, und reist ab.', 'element')).toContain(
      'reciprocity_clause: wenn der Norden dies ebenfalls tut',
    );
    expect(found('Das gelte erst, wenn die Sanktionen aufgehoben seien.', 'element')).toContain(
      'condition_clause: erst, wenn die Sanktionen aufgehoben seien',
    );
  });

  test('aid that is to end is another topic than aid', () => {
    expect(found('neue Waffenlieferungen an den Süden', 'topic')).toEqual(['military_aid: Waffenlieferungen']);
    expect(found('ein Ende der Waffenlieferungen', 'topic')).toEqual(['end_military_aid: Ende der Waffenlieferungen']);
    expect(found('die Aufhebung der Sanktionen', 'topic')).toEqual(['lift_sanctions: Aufhebung der Sanktionen']);
  });
});

test('whose land is meant is a place with the code of the state', () => {
  expect(found('norwegische Kraftwerke und Anlagen in Schweden', 'place')).toEqual(['NO: norwegische', 'SE: Schweden']);
});
