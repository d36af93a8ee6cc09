import { describe, expect, test } from 'vitest';
import { german } from '../lang/de/index.ts';
import { findQuotations } from './quotes.ts';
import { findSentences } from './sentences.ts';

const sentences = (text: string): string[] =>
  findSentences(text, findQuotations(text).quotations, german.words).map((sentence) => text.slice(sentence.start, sentence.end));

describe('sentences', () => {
  test.each([
    ['two', 'Es regnet. Die Fähre wartet.', 2],
    ['an ordinal', 'Am 3. Juli kam die Fähre.', 1],
    ['a year at the end', 'Das war 2014. Danach kam niemand.', 2],
    ['an abbreviation', 'Dr. Holm kam, bzw. sie rief an.', 1],
    ['initials', 'J. K. Holm kam.', 1],
    ['a quotation of two sentences with its speaker', '„Wir gehen. Es ist spät“, sagte Holm.', 1],
    ['a quotation and a new sentence', 'Holm sagte: „Wir gehen.“ Dann war Ruhe.', 2],
    ['a headline', 'Holm: Wir gehen\n\nDie Fähre wartet.', 2],
    ['a question', 'Wer kommt? Niemand.', 2],
  ])('%s', (_name, text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  test('a line without a stop is a headline', () => {
    const text = 'Fähre fährt nicht\nEs regnet.';
    expect(findSentences(text, [], german.words).map((sentence) => sentence.headline)).toEqual([true, false]);
  });
});
