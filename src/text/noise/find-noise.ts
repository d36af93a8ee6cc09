import type { NoiseRule } from '../../lang/noise-entries.ts';
import type { Noise, Span } from '../../model/index.ts';

interface CompiledNoise {
  readonly rule: NoiseRule;
  readonly expression: RegExp;
}

/** Longest line that is compared with others as a repeated caption; longer lines are paragraphs. */
const LONGEST_CAPTION = 400;
/** Fewest words of a repeated line or phrase; shorter repetitions are ordinary German ("sehr, sehr"). */
const FEWEST_WORDS_LINE = 5;

/** Compiles the noise rules of a language once; the result is passed to {@link findNoise}. */
export function compileNoise(rules: readonly NoiseRule[]): readonly CompiledNoise[] {
  return rules.map((rule) => {
    const anchored = {
      line: `^[ \\t]*(?:${rule.pattern})[ \\t]*$`,
      start: `^[ \\t]*(?:${rule.pattern})`,
      end: `(?:${rule.pattern})(?=[ \\t]*$)`,
      inline: `(?:${rule.pattern})`,
    }[rule.where];
    return { rule, expression: new RegExp(anchored, 'gmu') };
  });
}

/**
 * Finds text that is no part of the report: page controls, credits, prompts, repeated captions and doubled words.
 * The spans are sorted, do not overlap, and each says on what evidence it was cut; the text itself is left as it is.
 */
export function findNoise(text: string, rules: readonly CompiledNoise[]): readonly Noise[] {
  const found: Noise[] = [];
  for (const { rule, expression } of rules) {
    for (const match of text.matchAll(expression)) {
      const lead = match[0].length - match[0].trimStart().length;
      const start = match.index + lead;
      const end = start + match[0].trim().length;
      if (end > start) found.push({ span: { start, end }, rule: rule.id, why: rule.meaning });
    }
  }
  found.push(...repeatedLines(text), ...doubledPhrases(text));
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Noise[] = [];
  for (const noise of found) {
    const last = kept.at(-1);
    if (!last || noise.span.start >= last.span.end) kept.push(noise);
  }
  return kept;
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
    lines.push({ start, end: at });
    start = at + 1;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** The words of a line, as a set and a list; numbers count, so that a year more makes a near copy and no other. */
const wordsIn = (line: string): string[] => line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * A line that stands again, or almost again, in the line after it is a caption that the page carried twice; the first,
 * shorter copy is cut. Only neighbours are compared, which keeps it linear.
 */
function repeatedLines(text: string): Noise[] {
  const found: Noise[] = [];
  let previous: { span: Span; words: string[] } | null = null;
  for (const line of linesOf(text)) {
    const raw = text.slice(line.start, Math.min(line.end, line.start + LONGEST_CAPTION + 1));
    if (raw.trim() === '') continue;
    const words = raw.length > LONGEST_CAPTION ? [] : wordsIn(raw);
    if (previous && words.length >= FEWEST_WORDS_LINE && previous.words.length >= FEWEST_WORDS_LINE) {
      const here = new Set(words);
      const shared = previous.words.filter((word) => here.has(word)).length;
      // Every word of the first copy stands in the second, in the same order at the start: no chance likeness.
      if (shared === previous.words.length && words.slice(0, 3).join(' ') === previous.words.slice(0, 3).join(' ')) {
        const lead = text.slice(previous.span.start, previous.span.end);
        const start = previous.span.start + (lead.length - lead.trimStart().length);
        found.push({
          span: { start, end: start + lead.trim().length },
          rule: 'noise.repeated-line',
          why: 'The next line says the same: a caption that the page carried twice.',
        });
      }
    }
    previous = { span: line, words };
  }
  return found;
}

const WORD = /\p{L}{2,30}(?![\p{L}\p{N}])/gu;
const LONGEST_DOUBLED = 5;

/**
 * "unter Berufung auf unter Berufung auf": two to five words, a blank apart, that stand again at once. Walks over the
 * words and compares ends, since a pattern with a back-reference took more time than all other noise rules together.
 */
function doubledPhrases(text: string): Noise[] {
  const found: Noise[] = [];
  // The words of the present run of words with one blank between them.
  let run: { start: number; end: number; word: string }[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const word = match[0];
    const last = run.at(-1);
    if (!last || start !== last.end + 1 || text.charCodeAt(last.end) !== 32) run = [];
    run.push({ start, end: start + word.length, word });
    if (run.length > 2 * LONGEST_DOUBLED) run.shift();
    for (let length = 2; length <= LONGEST_DOUBLED && 2 * length <= run.length; length++) {
      const from = run.length - 2 * length;
      let same = true;
      for (let at = from; same && at < from + length; at++) same = run[at]?.word === run[at + length]?.word;
      if (!same) continue;
      found.push({
        span: { start: run[from]?.start ?? start, end: start + word.length },
        rule: 'noise.doubled-words',
        why: 'The same words stand twice in a row; they are read once.',
      });
      run = [];
      break;
    }
  }
  return found;
}
