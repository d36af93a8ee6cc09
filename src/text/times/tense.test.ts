import { expect, test } from 'vitest';
import { germanTimes } from '../../lang/de/time.ts';
import { indexPatterns } from './patterns.ts';
import { readTokens, vocabularyOf } from './readings.ts';
import { scan } from './scan.ts';
import { tenseAround } from './tense.ts';

const vocabulary = vocabularyOf(germanTimes, indexPatterns(germanTimes.rules).literals);

/** The tense around the word FREITAG of a sentence. */
function tenseIn(text: string): string | null {
  const tokens = scan(text);
  const at = tokens.starts.findIndex((start) => text.startsWith('Freitag', start));
  return tenseAround(at, at + 1, tokens, readTokens(tokens, vocabulary), germanTimes.grammar);
}

test.for([
  ['Am Freitag hatte niemand geantwortet.', 'past'],
  ['Am Freitag sollen die Waffen ruhen.', 'future'],
  ['Am Freitag beginnt die Ruhe.', 'future'],
  ['Am Freitag sind sie gegangen.', 'past'],
  ['Das Treffen ist für Freitag geplant.', 'future'],
  ['Wie das Amt am Freitag erklärte, soll die Ruhe bald beginnen.', 'past'],
  ['Wie das Amt am Montag schrieb, soll am Freitag verhandelt werden.', 'future'],
  ['Am Freitag tötete eine Lawine zwei Wanderer.', 'past'],
  ['Bis Freitag.', null],
] as const)('%s: %s', ([text, tense]) => expect(tenseIn(text)).toBe(tense));
