import { describe, expect, test } from 'vitest';
import { findQuotations } from './quotes.ts';

const inner = (text: string): string[] => findQuotations(text).quotations.map((found) => text.slice(found.inner.start, found.inner.end));

describe('quotation marks', () => {
  test.each([
    ['German', 'Er rief: „Halt!“ Dann ging er.', ['Halt!']],
    ['Swiss', 'Er rief: «Halt!» Dann ging er.', ['Halt!']],
    ['book', 'Er rief: »Halt!« Dann ging er.', ['Halt!']],
    ['straight', 'Er rief: "Halt!" Dann ging er.', ['Halt!']],
    ['English', 'Er rief: “Halt!” Dann ging er.', ['Halt!']],
    ['German, closed by a straight mark', 'Er rief: „Halt!" Dann ging er.', ['Halt!']],
    ['nested', 'Er rief: „Sie sagte ‚Halt‘ zu mir.“', ['Sie sagte ‚Halt‘ zu mir.']],
    ['two in a row', '„Ja“, sagte er. „Nein“, sagte sie.', ['Ja', 'Nein']],
  ])('%s', (_name, text, expected) => {
    expect(inner(text)).toEqual(expected);
  });

  test('an apostrophe is none', () => {
    expect(inner("Hans' Boot und Max’ Netz")).toEqual([]);
  });

  test('a paragraph ends an unclosed quotation, and the next one is found', () => {
    const found = findQuotations('Er rief: „Halt!\n\nSie rief: „Nein!“');
    expect(found.quotations).toHaveLength(1);
    expect(found.notices.map((notice) => notice.code)).toEqual(['unclosed_quote']);
  });
});
