import { describe, expect, test } from 'vitest';
import { conceptLists } from '../../lang/concept-lists.ts';
import { compileConcepts, matchConcepts } from './match-concepts.ts';
import { splitWords } from './split-words.ts';

for (const [language, entries] of Object.entries(conceptLists)) {
  const matcher = compileConcepts(entries);
  const codesIn = (text: string) => matchConcepts(matcher, splitWords(text)).map((hit) => `${hit.entry.kind}:${hit.entry.code}`);

  describe(`the examples of every concept (${language})`, () => {
    test.for(entries.map((entry) => [`${entry.kind} ${entry.code}`, entry] as const))('%s', ([, entry]) => {
      const code = `${entry.kind}:${entry.code}`;
      expect(entry.yes.length).toBeGreaterThan(0);
      for (const yes of entry.yes) expect(codesIn(yes), yes).toContain(code);
      for (const no of entry.no) expect(codesIn(no), no).not.toContain(code);
    });
  });
}
