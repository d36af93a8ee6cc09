import type { VerbForm, VerbLookup } from '../../lang/verb.ts';

/** A word of a content with its verb analyses; `main` is false inside subordinate clauses. */
export interface ActWord {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  readonly verbs: readonly VerbForm[];
  readonly main: boolean;
  /** True if a comma, dash, colon or sentence end stands right before it. */
  readonly opens: boolean;
  /** True if a sentence ends right before it. */
  readonly sentence: boolean;
}

const WORD = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;
const BLANK = 32;
const GAP = 8;
/** An act shows in the first words of a content; the bound keeps every pattern linear on hostile input. */
const LONGEST = 400;
const FINITE = new Set(['indicative', 'subjunctive1', 'subjunctive2']);

/** Splits a content into words and tells main clauses from subordinate ones by the word that opens them. */
export function actWordsOf(text: string, openers: ReadonlySet<string>, lookupVerb: VerbLookup): readonly ActWord[] {
  const words: ActWord[] = [];
  let main = true;
  let last = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match && words.length < LONGEST; match = WORD.exec(text)) {
    // Most words follow another after one blank: nothing opens there.
    const plain = words.length > 0 && match.index - last === 1 && text.charCodeAt(last) === BLANK;
    const between = plain ? '' : text.slice(last, match.index);
    const sentence = words.length === 0 || (!plain && /[.!?…]/.test(between));
    const opens = sentence || (!plain && /[,;:–—-]/.test(between));
    const lower = match[0].toLowerCase();
    // The first clause of a content counts as main even if its "dass" was cut off with the cue.
    if (opens) main = words.length === 0 || !openers.has(lower);
    last = match.index + match[0].length;
    words.push({ start: match.index, end: last, lower, verbs: lower.length < 40 ? lookupVerb(lower) : [], main, opens, sentence });
  }
  return words;
}

type Item =
  | { readonly kind: 'gap' }
  | { readonly kind: 'start' }
  | { readonly kind: 'infinitive' }
  | { readonly kind: 'verb'; readonly lemma: string }
  | { readonly kind: 'words'; readonly exact: ReadonlySet<string>; readonly open: readonly string[] };

/** A pattern of an act rule, ready to match. */
export type ActPattern = readonly Item[];

/** Reads a pattern in the notation of the act rules. */
export function compilePattern(pattern: string): ActPattern {
  return pattern.split(' ').map((part): Item => {
    if (part === '…') return { kind: 'gap' };
    if (part === '^') return { kind: 'start' };
    if (part === '~inf') return { kind: 'infinitive' };
    if (part.startsWith('~')) return { kind: 'verb', lemma: part.slice(1) };
    const words = part.split('|');
    return {
      kind: 'words',
      exact: new Set(words.filter((word) => !word.endsWith('*'))),
      open: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    };
  });
}

function fits(item: Item, word: ActWord): boolean {
  if (item.kind === 'verb') return word.verbs.some((form) => form.lemma === item.lemma && form.prefix === null && FINITE.has(form.mood));
  if (item.kind === 'infinitive') return word.verbs.some((form) => form.mood === 'infinitive' || form.mood === 'zu_infinitive');
  if (item.kind === 'words') return item.exact.has(word.lower) || item.open.some((text) => word.lower.startsWith(text));
  return false;
}

/** False if a word that the pattern cannot do without is not among those present; most patterns end here. */
export function couldMatch(pattern: ActPattern, present: ReadonlySet<string>): boolean {
  for (const item of pattern) {
    if (item.kind !== 'words' || item.open.length > 0) continue;
    let found = false;
    for (const word of item.exact) {
      if (present.has(word)) {
        found = true;
        break;
      }
    }
    if (!found) return false;
  }
  return true;
}

/** Finds a pattern; gives the position of its first word, or -1. With `mainOnly`, subordinate words are passed over. */
export function findPattern(pattern: ActPattern, words: readonly ActWord[], mainOnly: boolean): number {
  const anchored = pattern[0]?.kind === 'start';
  const first = pattern[anchored ? 1 : 0];
  const last = anchored ? Math.min(1, words.length) : words.length;
  for (let at = 0; at < last; at++) {
    const word = words[at];
    if (!word || (mainOnly && !word.main)) continue;
    // Most places end here, before anything is walked over.
    if (first && first.kind !== 'gap' && !fits(first, word)) continue;
    if (matchAt(pattern, anchored ? 1 : 0, words, at, mainOnly)) return at;
  }
  return -1;
}

function matchAt(pattern: ActPattern, start: number, words: readonly ActWord[], from: number, mainOnly: boolean): boolean {
  let at = from;
  let gap = 0;
  for (let index = start; index < pattern.length; index++) {
    const item = pattern[index];
    if (!item) return false;
    if (item.kind === 'gap') {
      gap = GAP;
      continue;
    }
    const limit = at + gap;
    let found = -1;
    for (let next = at; next <= limit && next < words.length; next++) {
      const word = words[next];
      // A pattern holds within one sentence; only its first word may open one.
      if (!word || (next > from && word.sentence)) break;
      if ((!mainOnly || word.main) && fits(item, word)) {
        found = next;
        break;
      }
    }
    if (found < 0) return false;
    at = found + 1;
    gap = 0;
  }
  return true;
}
