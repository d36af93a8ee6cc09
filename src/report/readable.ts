import type { SourceContext } from './source-context.ts';

/** Where a clause may end: what stands beyond is not needed to read the words. */
const CLAUSE = /[,;:.!?–—()[\]„“”"«»\n]/;
/** Where a sentence or a quotation ends, if the clause alone cannot be read either. */
const SENTENCE = /[;:.!?()[\]„“”"«»\n]/;
/** What is left of an opened quotation up to its end, if that is near. */
const CLOSING = /^[^„“”"«»]{0,60}[“”"»]/;
const NEAR = 60;
/** Longer clauses are not shown whole: the words alone are then easier to read. */
const MOST = 150;
/** Words with which a clause or a noun phrase may well begin, though they are written small. */
const BEGINNINGS =
  /^(?:wenn|sofern|falls|dass|ab|bis|erst|nur|auf|in|im|am|an|zu|mit|für|von|gegen|über|nach|um|der|die|das|den|dem|des|ein\w*|kein\w*|alle\w*|beide\w*|je|sei|gelte|the|a|an|if|until|from|to|all|both|each|on|in|at|for|with)\b/u;

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];

/** German writes its nouns large: a piece without one, or one that ends in a verb and begins in the middle, cannot be read alone. */
function isFragment(text: string, language: string): boolean {
  const words = wordsOf(text);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (language !== 'de') return words.length < 2;
  if (!words.some((word) => /^[\p{Lu}\p{N}]/u.test(word))) return true;
  // A piece that ends in a preposition or an article was cut before its noun.
  if (/^(?:auf|in|im|am|an|zu|mit|für|von|gegen|über|nach|um|der|die|das|den|dem|des|und|oder|ein\w*)$/u.test(last)) return true;
  const endsSmall = /^\p{Ll}/u.test(last);
  return endsSmall && (words.length < 4 || (/^\p{Ll}/u.test(first) && !BEGINNINGS.test(text)));
}

/**
 * The words as they can be read: whole words, a quotation mark that was opened is closed, and a piece cut from the middle of a
 * phrase with the clause around it. Always a stretch of the report as it stands, never a paraphrase; inside a quotation it
 * never leaves it, so that marks around it stay true.
 */
export function readable({ before, exact, after }: SourceContext, language: string): string {
  let [from, to] = [before.length, before.length + exact.length];
  const text = before + exact + after;
  const isWord = (at: number): boolean => /[\p{L}\p{N}-]/u.test(text[at] ?? '');
  while (from > 0 && isWord(from) && isWord(from - 1)) from--;
  while (to < text.length && isWord(to - 1) && isWord(to)) to++;
  if (isFragment(text.slice(from, to), language)) {
    for (const ends of [CLAUSE, SENTENCE]) {
      let [left, right] = [from, to];
      while (left > 0 && !isBoundary(text, left - 1, ends)) left--;
      while (right < text.length && !isBoundary(text, right, ends)) right++;
      if (right - left <= MOST) [from, to] = [left, right];
      if (!isScrap(text.slice(from, to))) break;
    }
  } else from -= led(text.slice(0, from), text.slice(from, to));
  return balanced(text, from, to, language);
}

/** The stretch with the marks that its quotations lack on the left or on the right, where they stand near. */
function balanced(text: string, from: number, to: number, language: string): string {
  const [opens, closes] = language === 'de' ? ['„«', '“»'] : ['“«', '”»'];
  let depth = 0;
  let missing = 0;
  for (const mark of text.slice(from, to)) {
    if (opens.includes(mark)) depth++;
    else if (closes.includes(mark) && depth > 0) depth--;
    else if (closes.includes(mark)) missing++;
  }
  const start = missing > 0 ? Math.max(...[...opens].map((mark) => text.lastIndexOf(mark, from))) : -1;
  const left = start >= 0 && from - start <= NEAR ? start : from;
  const closing = depth > 0 ? CLOSING.exec(text.slice(to))?.[0] : undefined;
  return text.slice(left, to) + (closing ?? '');
}

/** How many characters before the words belong to them: the article of an adjective, the conjunction of a clause that ends in its verb. */
function led(before: string, words: string): number {
  const opener = /^\p{Ll}/u.test(words) ? /\b(?:der|die|das|den|dem|des|diese\w*|jede\w*|the|a|an)\s$/iu : /(?!)/;
  const conjunction = /\p{Ll}\W*$/u.test(words) && /\s\p{Ll}+\W*$/u.test(words) ? /\b(?:dass|ob|wenn|sofern|that|whether)\s$/u : /(?!)/;
  return (opener.exec(before) ?? conjunction.exec(before))?.[0].length ?? 0;
}

/** A full stop behind a number belongs to it ("am 18. März"), as a comma within one does. */
const isBoundary = (text: string, at: number, ends: RegExp): boolean =>
  ends.test(text[at] ?? '') &&
  !(/[.,:]/.test(text[at] ?? '') && /\d/.test(text[at - 1] ?? '') && /^[.,:](?:\d| \p{L})/u.test(text.slice(at, at + 3)));

/** True if too few words are left to be understood alone; the sentence around them is shown instead. */
export function isScrap(text: string): boolean {
  return wordsOf(text).length < 4;
}
