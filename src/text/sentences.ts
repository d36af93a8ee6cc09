import type { WordIndex } from '../lang/words.ts';
import { WORD } from '../lang/words.ts';
import type { Span } from '../model/index.ts';
import { trimmed } from '../model/index.ts';
import type { Quotation } from './quotes.ts';

/** One sentence with its place in the text; a headline or caption without full stop is one too. */
export interface Sentence extends Span {
  /** Number of the paragraph (a run of lines without an empty line). */
  readonly paragraph: number;
  /** True if the line has no final stop, as headlines have. */
  readonly headline: boolean;
}

const BREAK = /[.!?…]+|\r?\n(?:[ \t\u00a0]*\r?\n)*/g;
const WORD_BEFORE = /[\p{L}\p{N}.]+$/u;
const CLOSERS = /[“”"«»‘’)\]]/;

/**
 * Splits a text into sentences. A full stop after an abbreviation, an ordinal ("3. Juli") or an initial does not end
 * one, nor does anything inside a quotation: „…! …“, sagte X. is one sentence. A line break always ends one.
 */
export function findSentences(text: string, quotations: readonly Quotation[], words: WordIndex): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let paragraph = 0;
  let next = 0;
  const push = (to: number, headline: boolean): void => {
    const span = trimmed(text, { start: from, end: to });
    if (span.end > span.start) sentences.push({ start: span.start, end: span.end, paragraph, headline });
    from = to;
  };
  for (const found of text.matchAll(BREAK)) {
    const at = found.index;
    while (next < quotations.length && (quotations[next]?.end ?? 0) <= at) next++;
    const around = quotations[next];
    const inside = around !== undefined && around.start < at && at < around.end;
    const after = at + found[0].length;
    if (found[0].includes('\n')) {
      if (inside) continue;
      push(at, !endsSentence(text, from, at));
      from = after;
      if (found[0].replace(/[^\n]/g, '').length > 1) paragraph++;
      continue;
    }
    let end = after;
    if (inside) {
      // The stop right before the closing mark ends the sentence if the text goes on with a new one.
      if (around.end - after > 1 || !startsSentence(text, around.end, words)) continue;
      end = around.end;
    } else {
      while (end < text.length && end - after < 3 && CLOSERS.test(text.charAt(end))) end++;
      if (!isStop(text, from, at, end, found[0], words)) continue;
    }
    push(end, false);
  }
  push(text.length, !endsSentence(text, from, text.length));
  return sentences;
}

function endsSentence(text: string, from: number, to: number): boolean {
  let at = to - 1;
  while (at > from && /[\s“”"«»‘’)\]]/.test(text.charAt(at))) at--;
  return at >= from && /[.!?…:]/.test(text.charAt(at));
}

function startsSentence(text: string, at: number, words: WordIndex): boolean {
  let next = at;
  while (next < text.length && next - at < 4 && /[\s„“"«»(]/.test(text.charAt(next))) next++;
  if (next >= text.length) return true;
  if (next === at) return false;
  const letter = text.charAt(next);
  if (/\p{Lu}|\p{N}|[-–+*]/u.test(letter)) {
    // „…!“ Das sagte X: a capital goes on; a name right after the mark ("… “ Müller sagte") does as well.
    return letter !== '–' && letter !== '-' && words.bits.size > 0;
  }
  return false;
}

function isStop(text: string, from: number, at: number, end: number, stops: string, words: WordIndex): boolean {
  if (end < text.length && !/\s/.test(text.charAt(end))) return /[„“"«»]/.test(text.charAt(end)) && stops !== '.';
  if (end >= text.length) return true;
  let next = end;
  while (next < text.length && next - end < 6 && /[\s„“”"«»(‚[]/.test(text.charAt(next))) next++;
  const letter = text.charAt(next);
  if (/\p{Ll}/u.test(letter)) return false;
  if (stops !== '.') return true;
  const before = WORD_BEFORE.exec(text.slice(Math.max(from, at - 24), at))?.[0] ?? '';
  if (before === '') return true;
  if (/^\p{N}+$/u.test(before)) return !isOrdinal(before, text, next, words);
  if (/^\p{L}$/u.test(before)) return before === before.toLowerCase();
  const lower = before.toLowerCase();
  return ((words.bits.get(lower) ?? 0) & WORD.abbreviation) === 0 && !/^\p{L}(?:\.\p{L})+$/u.test(before);
}

/** "am 3. Juli", "der 2. Weltkrieg", "im 19. Jahrhundert", but "im Jahr 2014. Danach": four digits are a year. */
function isOrdinal(number: string, text: string, next: number, words: WordIndex): boolean {
  if (number.length > 2) return false;
  const word = /^[\p{L}]+/u.exec(text.slice(next, next + 24))?.[0]?.toLowerCase() ?? '';
  const bits = words.bits.get(word) ?? 0;
  if ((bits & WORD.month) !== 0 || /^\p{N}/u.test(text.charAt(next))) return true;
  const closed =
    WORD.definite | WORD.indefinite | WORD.masculine | WORD.feminine | WORD.preposition | WORD.prepositionArticle | WORD.adverb;
  return word !== '' && (bits & closed) === 0;
}
