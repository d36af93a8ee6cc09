import { expect, test } from 'vitest';
import { isScrap, readable } from './readable.ts';

const shown = (sentence: string, exact: string, language = 'de'): string => {
  const at = sentence.indexOf(exact);
  return readable({ before: sentence.slice(0, at), exact, after: sentence.slice(at + exact.length) }, language).trim();
};

test.for([
  [
    'Über die Ausweitung soll in den kommenden Tagen am Hafen verhandelt werden, sagte er.',
    'kommenden Tagen am Hafen verhandelt',
    'Über die Ausweitung soll in den kommenden Tagen am Hafen verhandelt werden',
  ],
  ['Es sei unklar, wie die Ruhe überwacht werden solle.', 'überwacht', 'wie die Ruhe überwacht werden solle'],
  ['Der Norden schont Kraftwerke und Leitungen.', 'Kraftwerke und Leitungen', 'Kraftwerke und Leitungen'],
  ['Er will schweigen, wenn der Süden dies auch tut.', 'wenn der Süden dies auch tut', 'wenn der Süden dies auch tut'],
  ['Er gab „sofort den Befehl“ dazu.', 'Er gab „sofort den Befehl', 'Er gab „sofort den Befehl“'],
  [
    'Das Haus will „erste Gespräche“, um eine „Ruhe am Fluss“ zu finden.',
    'Gespräche“, um eine „Ruhe',
    '„erste Gespräche“, um eine „Ruhe am Fluss“',
  ],
  ['Man habe gefragt, ob der Süden das wolle.', 'der Süden das wolle', 'ob der Süden das wolle'],
  ['Gemeint seien die beiden Häuser am Fluss.', 'beiden Häuser', 'die beiden Häuser'],
  ['Das Haus nennt es „sehr hilfreich für alle“ und schweigt.', 'hilfreich', 'sehr hilfreich für alle'],
  ['Beginnen soll es mit der Strom-Waffenruhe.', 'Strom', 'Strom-Waffenruhe'],
] as const)('%s', ([sentence, exact, wanted]) => expect(shown(sentence, exact)).toBe(wanted));

test('a clause that is too long is not pulled in', () => {
  expect(shown(`Weil ${'das und jenes und '.repeat(20)} überwacht wird`, 'überwacht')).toBe('überwacht');
});

test('English words of a phrase stay as they are', () => {
  expect(shown('The palace named energy sites only.', 'energy sites', 'en')).toBe('energy sites');
});

test('fewer than four words are a scrap', () => {
  expect(isScrap('den Befehl')).toBe(true);
  expect(isScrap('wenn der Süden dies tut')).toBe(false);
});
