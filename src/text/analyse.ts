import type { Language } from '../lang/language.ts';
import type { Noise, Notice } from '../model/index.ts';
import type { Analysis } from './attribution/analysis.ts';
import { findClauses } from './clauses.ts';
import { findQuotations } from './quotes.ts';
import { withoutMarks } from './sentence-tokens.ts';
import { findSentences } from './sentences.ts';
import { tokenize } from './tokens.ts';

/** Forms looked up before, for each language: reports repeat their words. Emptied when full, so that memory stays flat. */
const remembered = new WeakMap<Language, Map<string, unknown>>();
const MOST_FORMS = 100_000;

function formsOf(language: Language): Map<string, unknown> {
  const known = remembered.get(language);
  if (known && known.size < MOST_FORMS) return known;
  const fresh = new Map<string, unknown>();
  remembered.set(language, fresh);
  return fresh;
}

/** Most words and marks of a sentence that is parsed. */
const LONGEST_SENTENCE = 500;

/** Parses a text into sentences with tokens and clauses. */
export function analyse(
  stored: string,
  language: Language,
  noise: readonly Noise[] = [],
): { readonly analyses: readonly Analysis[]; readonly notices: readonly Notice[] } {
  const text = withoutNoise(stored, noise);
  const { quotations, notices } = findQuotations(text);
  const seen = formsOf(language);
  let next = 0;
  const analyses = findSentences(text, quotations, language.words).map((sentence, index): Analysis => {
    while ((quotations[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next++;
    let stop = next;
    while ((quotations[stop]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) stop++;
    const words = tokenize(text, sentence.start, sentence.end, language, seen);
    // Longer than any sentence a newsroom writes: broken input, which is not parsed, so that reading stays linear.
    if (words.length > LONGEST_SENTENCE) return { text, language, sentence, index, tokens: [], clauses: [], fragments: [] };
    const { tokens, fragments } = withoutMarks(words, quotations.slice(next, stop));
    return { text, language, sentence, index, tokens, clauses: findClauses(tokens), fragments };
  });
  return { analyses, notices };
}

/** Blanks noise out, so that what was glued to it is read alone and every offset stays. */
function withoutNoise(text: string, noise: readonly Noise[]): string {
  if (noise.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { span: whole, rule } of noise) {
    if (whole.start < at) continue;
    // Of words that stand twice in a row one copy is read.
    const span =
      rule === 'noise.doubled-words' ? { start: whole.start, end: whole.start + Math.ceil((whole.end - whole.start) / 2) } : whole;
    pieces.push(text.slice(at, span.start), text.slice(span.start, span.end).replace(/[^\n]/g, ' '));
    at = span.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
