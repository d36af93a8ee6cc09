/** One word of a text as the concept lists see it. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case, `ss` for `ß`, hyphens and soft hyphens left out ("energieinfrastruktur" for "Energie-Infrastruktur"). */
  readonly form: string;
  /** A sentence begins here. */
  readonly opensSentence: boolean;
  /** A comma, colon, bracket or dash stands before it: a clause may begin here. */
  readonly opensClause: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\u00ad\u2010\u2011'’-]*/gu;
const BLANK = 32;
const HYPHENS = /[\u00ad\u2010\u2011'’-]/g;
const HYPHENATED = /[\u00ad\u2010\u2011'’ß-]/;
/** A full stop after one of these ends no sentence. */
const ABBREVIATIONS: ReadonlySet<string> = new Set('anm d red nr z b u a ca bzw mio mrd dr st prof vgl usw etc art abs'.split(' '));

/** A word's form as concept patterns know it. */
export function formOf(word: string): string {
  const lower = word.toLowerCase();
  return HYPHENATED.test(lower) ? lower.replace(HYPHENS, '').replaceAll('ß', 'ss') : lower;
}

function endsSentence(gap: string, before: string, after: string): boolean {
  if (/[!?\n\r\u2026]/.test(gap)) return true;
  if (!/\.\s/.test(gap)) return false;
  if (ABBREVIATIONS.has(before) || /^\d{1,2}$/.test(before)) return false;
  return after !== after.toLowerCase() || /[„“"»«‚]/.test(gap) || /^\d/.test(after);
}

/** The text split last: concepts and events are looked for in the same words, one after the other. */
let last: { readonly text: string; readonly words: readonly Word[] } | null = null;

/** Splits a text into words with the boundaries that matter to concepts; linear in the text, for any text. */
export function splitWords(text: string): readonly Word[] {
  if (last?.text === text) return last.words;
  const words = split(text);
  // A long text is not held in memory for the sake of one that may never come again.
  last = text.length <= 100_000 ? { text, words } : null;
  return words;
}

function split(text: string): readonly Word[] {
  const words: Word[] = [];
  let last = 0;
  let before = '';
  for (const found of text.matchAll(WORD)) {
    const start = found.index;
    const end = start + found[0].length;
    const form = formOf(found[0]);
    // Most words follow another after one blank: nothing opens there.
    const plain = start - last === 1 && words.length > 0 && text.charCodeAt(last) === BLANK;
    const gap = plain ? '' : text.slice(last, Math.min(start, last + 200));
    words.push({
      start,
      end,
      form,
      opensSentence: !plain && (words.length === 0 || endsSentence(gap, before, found[0])),
      opensClause: !plain && (words.length === 0 || /[,;:()[\]–—]|\s-\s/.test(gap)),
    });
    last = end;
    before = form;
  }
  return words;
}
