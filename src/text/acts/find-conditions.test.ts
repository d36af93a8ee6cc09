import { expect, test } from 'vitest';
import { germanActs } from '../../lang/de/acts.ts';
import { findConditions } from './find-conditions.ts';

const conditions = (text: string): string[] =>
  findConditions(text, { start: 0, end: text.length }, germanActs).map(({ start, end }) => text.slice(start, end));

test.for([
  ['Der Rat stimmte zu – wenn der Hafen offen bleibe.', ['wenn der Hafen offen bleibe']],
  ['Man kehre zurück, falls das Eis trage, und lösche die Ladung.', ['falls das Eis trage']],
  ['Das Fest beginne erst, wenn alle da seien.', ['wenn alle da seien']],
  ['Er komme nur wenn es regne, sagte sie.', ['nur wenn es regne']],
  ['Sie liefere unter der Bedingung, dass der Preis steige.', ['unter der Bedingung, dass der Preis steige']],
  ['Wenn, wie vereinbart, der Norden abziehe, öffne man das Tor.', ['Wenn, wie vereinbart, der Norden abziehe']],
  ['Sofern der Wind dreht, fährt das Boot. Danach ruht es.', ['Sofern der Wind dreht']],
  ['Man liefert, vorausgesetzt, die Straße ist frei.', ['vorausgesetzt, die Straße ist frei']],
  ['Die Fähre legt erst nach der Flut ab.', ['erst nach der Flut ab']],
  ['Die Boote liegen im Hafen.', []],
  ['Er fragte, ob sie komme.', []],
] as const)('%s', ([text, expected]) => {
  expect(conditions(text)).toEqual(expected);
});

test('spans count from the start of the text', () => {
  const text = 'Vorher. Sie komme, wenn es taue.';
  const [found] = findConditions(text, { start: 8, end: text.length }, germanActs);
  expect(found && text.slice(found.start, found.end)).toBe('wenn es taue');
});

test('reads anything without throwing', () => {
  for (const text of ['', '\ud800', 'wenn', ', '.repeat(10_000), 'wenn '.repeat(10_000)]) expect(() => conditions(text)).not.toThrow();
});
