import type { Mention, Span } from '../../model/index.ts';
import { itemsWithin } from './spans-between.ts';

/** Longest insertion, in characters; a longer stretch between brackets is a sentence of its own. */
const LONGEST = 200;
const ROUND = /\([^()\n]*\)/g;
const SQUARE = /\[[^[\]\n]*\]/g;

/**
 * What a newsroom has put into somebody's words: round brackets that say so ("Anm. d. Red."), and square brackets with words in
 * them. Dots in square brackets leave words out and insert none. `mentions` are sorted by where they begin.
 */
export function findInserts(text: string, quoted: Span, mentions: readonly Mention[]): readonly Span[] {
  const words = text.slice(quoted.start, quoted.end);
  const found: Span[] = [];
  for (const [pattern, round] of [
    [ROUND, true],
    [SQUARE, false],
  ] as const) {
    for (const match of words.matchAll(pattern)) {
      const span = { start: quoted.start + match.index, end: quoted.start + match.index + match[0].length };
      if (match[0].length > LONGEST) continue;
      const signed = round && itemsWithin(mentions, span).some(({ kind, code }) => kind === 'element' && code === 'newsroom_note');
      if (signed || (!round && /\p{L}/u.test(match[0]))) found.push(span);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
