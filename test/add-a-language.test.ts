import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ConceptEntry } from '../src/lang/concepts.ts';
import type { SvoVerb, SvoWords } from '../src/lang/svo-entries.ts';
import { compileConcepts, matchConcepts } from '../src/text/mentions/match-concepts.ts';
import { splitWords } from '../src/text/mentions/split-words.ts';
import { findSvoCandidates } from '../src/text/svo/find-candidates.ts';
import { compileSvo } from '../src/text/svo/sentence-words.ts';

const page = readFileSync(new URL('../docs/how-to/add-a-language.md', import.meta.url), 'utf8');

/** The fenced block of the page with that name. */
function block(name: string): string {
  const found = new RegExp(`\`\`\`\\w+ ${name}\\n([\\s\\S]*?)\`\`\``).exec(page);
  return found?.[1] ?? '';
}

test('the worked example of the page on adding a language reads its sentence', () => {
  const lexicon = compileSvo('nl', parse(block('reporting')) as SvoVerb[], parse(block('words')) as SvoWords);
  const concepts = compileConcepts(parse(block('concepts')) as ConceptEntry[]);
  const expected = parse(block('expected')) as { speaker: string; cue: string; content: string; concepts: string[] };
  const text = block('sentence').trim();
  const found = findSvoCandidates({ text, span: { start: 0, end: text.length }, index: 0, headline: false, quotations: [] }, lexicon);
  expect(found).toHaveLength(1);
  const [{ speaker, cue, content } = expect.fail('no candidate')] = found;
  expect(text.slice(speaker.span?.start, speaker.span?.end)).toBe(expected.speaker);
  expect(text.slice(cue[0]?.start, cue[0]?.end)).toBe(expected.cue);
  expect(text.slice(content[0]?.start, content[0]?.end)).toBe(expected.content);
  expect(matchConcepts(concepts, splitWords(text)).map((hit) => hit.entry.code)).toEqual(expected.concepts);
});
