import type { SentencePattern } from '../../lang/noise-entries.ts';
import type { Span } from '../../model/index.ts';

interface CompiledPattern {
  readonly pattern: SentencePattern;
  readonly expression: RegExp;
}

/** Longest sentence that patterns are tried on; beyond it a sentence is no German sentence but broken input. */
const LONGEST_SENTENCE = 2000;

/** Compiles glosses or silences; `anchored` patterns must begin the sentence. */
export function compilePatterns(patterns: readonly SentencePattern[], anchored: boolean): readonly CompiledPattern[] {
  return patterns.map((pattern) => ({
    pattern,
    expression: new RegExp(anchored ? `^\\s*(?:${pattern.pattern})` : `(?<![\\p{L}\\p{N}])(?:${pattern.pattern})`, 'u'),
  }));
}

/** The sentences in which a pattern is found, each with the first rule that matches. */
export function findSentences(
  text: string,
  sentences: readonly Span[],
  patterns: readonly CompiledPattern[],
): readonly { readonly span: Span; readonly rule: string }[] {
  const found: { span: Span; rule: string }[] = [];
  for (const sentence of sentences) {
    if (sentence.end - sentence.start > LONGEST_SENTENCE) continue;
    const words = text.slice(sentence.start, sentence.end);
    const hit = patterns.find(({ expression }) => expression.test(words));
    if (hit) found.push({ span: sentence, rule: hit.pattern.id });
  }
  return found;
}
