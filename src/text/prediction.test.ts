import { expect, test } from 'vitest';
import { makeReport } from '../model/index.ts';
import { annotate } from './pipeline.ts';
import { toPrediction } from './prediction.ts';

const contentsOf = (text: string): string[] =>
  toPrediction(annotate(makeReport('example', text, { date: '2025-03-20' }))).statements.map(({ content }) =>
    content.map(([start, end]) => text.slice(start, end)).join(' … '),
  );

test('free indirect sentences that follow on each other are exchanged as one piece', () => {
  const text = 'Die Wirtin sagte, es sei spät. Morgen komme der Bote. Er bringe zwei Briefe.';
  expect(contentsOf(text)).toContain('Morgen komme der Bote. Er bringe zwei Briefe');
});

test('a sentence in the indicative or a new paragraph parts them', () => {
  const text = 'Die Wirtin sagte, es sei spät. Morgen komme der Bote. Die Tür fiel zu. Er bringe zwei Briefe.\n\nSie habe keine Zeit.';
  expect(contentsOf(text)).toEqual(expect.arrayContaining(['Morgen komme der Bote', 'Er bringe zwei Briefe', 'Sie habe keine Zeit']));
});

test('words in marks within a clause are listed beside it', () => {
  expect(contentsOf('Der Verband sagte, die Abgabe sei „ungerecht und teuer“.')).toContain('ungerecht und teuer');
});
