import type { Span } from '../../model/index.ts';
import { analyseWords } from './analyse-words.ts';
import type { SearchQuery } from './parse-query.ts';

/** Where the words of a search stand in a text, in order: what a page marks. Exactly what a store finds is marked. */
export function matchWords(text: string, language: string, query: SearchQuery): readonly Span[] {
  const terms = analyseWords(text, language);
  const wanted = new Set(query.words.flat());
  const spans: Span[] = [];
  const mark = (from: number, to: number): void => {
    const first = terms[from];
    const last = terms[to];
    if (first && last) spans.push({ start: first.start, end: last.end });
  };
  terms.forEach(({ term, extra }, at) => {
    if (wanted.has(term) || extra.some((other) => wanted.has(other))) mark(at, at);
    for (const phrase of query.phrases) {
      if (phrase.every((choices, further) => choices.includes(terms[at + further]?.term ?? ''))) mark(at, at + phrase.length - 1);
    }
  });
  return spans.sort((a, b) => a.start - b.start || b.end - a.end).filter((span, index, all) => span.start >= (all[index - 1]?.end ?? 0));
}

/** True if a text holds all that a search asks of its words; what every store must find, said without a store. */
export function holdsWords(text: string, language: string, query: SearchQuery): boolean {
  const terms = analyseWords(text, language);
  const all = new Set(terms.flatMap(({ term, extra }) => [term, ...extra]));
  const has = (choices: readonly string[]): boolean => choices.some((choice) => all.has(choice));
  return (
    query.words.every(has) &&
    !query.without.some(has) &&
    query.phrases.every((phrase) =>
      terms.some((_, at) => phrase.every((choices, further) => choices.includes(terms[at + further]?.term ?? ''))),
    )
  );
}
