import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { englishReporting } from '../../lang/en/reporting.generated.ts';
import { englishWords } from '../../lang/en/words.generated.ts';
import { findQuotations } from '../quotes.ts';
import { findSvoCandidates } from './find-candidates.ts';
import { compileSvo } from './sentence-words.ts';

const lexicon = compileSvo('en', englishReporting, englishWords);

const read = (text: string) =>
  findSvoCandidates(
    { text, span: { start: 0, end: text.length }, index: 0, headline: false, quotations: findQuotations(text).quotations },
    lexicon,
  );

/** `{s:The mayor} {c:said} {q:it was open}.` → the plain sentence and its parts. */
function unmark(example: string): { text: string; parts: Record<string, string> } {
  const parts: Record<string, string> = {};
  const text = example.replace(/\{(\w):([^}]*)\}/g, (_whole, part: string, words: string) => {
    parts[part] = words;
    return words;
  });
  return { text, parts };
}

describe('English reporting verbs', () => {
  for (const verb of englishReporting) {
    test.for(verb.yes)(`${verb.lemma}: %s`, (example) => {
      const { text, parts } = unmark(example);
      const made = read(text).map((each) => ({
        s: each.speaker.span && text.slice(each.speaker.span.start, each.speaker.span.end),
        c: text.slice(each.cue[0]?.start, each.cue[0]?.end),
        q: text.slice(each.content[0]?.start, each.content[0]?.end),
      }));
      expect(made).toContainEqual({ ...parts, s: parts['s']?.replace(/^(?:The|the) /, '') });
    });
    test.for(verb.no)(`${verb.lemma} leaves: %s`, (text) => {
      expect(read(text).filter((each) => each.lemma === verb.lemma)).toEqual([]);
    });
  }

  test.for([
    ['According to the council, the port is open.', 'council', 'the port is open'],
    ['The port is open, according to the council.', 'council', 'The port is open'],
    ['The mayor announced a halt and asked the council to wait.', 'mayor', 'to wait'],
    ['The Harbour Guard, the armed wing of the council, said Monday it would stop.', 'Harbour Guard', 'it would stop'],
  ] as const)('%s', ([text, speaker, content]) => {
    const parts = read(text).map((each) => [
      each.speaker.span && text.slice(each.speaker.span.start, each.speaker.span.end),
      text.slice(each.content[0]?.start, each.content[0]?.end),
    ]);
    expect(parts).toContainEqual([speaker, content]);
  });

  test('spans lie in the sentence, whatever it is', () => {
    const words = fc.constantFrom(
      'said',
      'The',
      'mayor',
      ',',
      '“',
      '”',
      'that',
      'told',
      'to',
      'Monday',
      'and',
      'asked',
      'according',
      '\ud800',
      '.',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => {
        const text = list.join(' ');
        for (const each of read(text)) {
          for (const span of [...each.content, ...each.cue]) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
    );
  });
});
