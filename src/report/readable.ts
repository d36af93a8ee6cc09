import type { SourceContext } from './source-context.ts';

/** Where a clause may end: what stands beyond is not needed to read the words. */
const BOUNDARY = /[,;:.!?–—()[\]„“”"«»\n]/;
const OPENING = /[„“"«]/g;
const CLOSING = /^\s?[“”"»]/;
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
    let [left, right] = [from, to];
    while (left > 0 && !isBoundary(text, left - 1)) left--;
    while (right < text.length && !isBoundary(text, right)) right++;
    if (right - left <= MOST) [from, to] = [left, right];
  }
  const shown = text.slice(from, to);
  const opened = (shown.match(OPENING) ?? []).length - (shown.match(/[”»]/g) ?? []).length;
  const closing = opened % 2 === 1 ? CLOSING.exec(text.slice(to))?.[0] : undefined;
  return shown + (closing ?? '');
}

/** A full stop behind a number belongs to it ("am 18. März"), as a comma within one does. */
const isBoundary = (text: string, at: number): boolean =>
  BOUNDARY.test(text[at] ?? '') &&
  !(/[.,:]/.test(text[at] ?? '') && /\d/.test(text[at - 1] ?? '') && /^[.,:](?:\d| \p{L})/u.test(text.slice(at, at + 3)));

/** True if too few words are left to be understood alone; the sentence around them is shown instead. */
export function isScrap(text: string): boolean {
  return wordsOf(text).length < 4;
}
