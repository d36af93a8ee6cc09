import type { VerbForm, VerbLookup } from '../lang/verb.ts';
import type { WordIndex } from '../lang/words.ts';

export type TokenKind =
  | 'word'
  | 'number'
  | 'comma'
  | 'stop'
  | 'colon'
  | 'semicolon'
  | 'dash'
  | 'open'
  | 'close'
  | 'mark'
  | 'quote'
  | 'other';

/** One word, number or mark with what the lexicons know of it. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly kind: TokenKind;
  /** Closed classes of the word as bits, see `WORD`. */
  readonly bits: number;
  /** True if the first letter is a capital. */
  readonly capital: boolean;
  readonly verbs: readonly VerbForm[];
}

export interface TokenKnowledge {
  readonly words: WordIndex;
  readonly lookupVerb: VerbLookup;
}

// Words keep inner hyphens, apostrophes and full stops of abbreviations ("z.B.", "U.S."), numbers their separators. Every
// alternative starts with another class of character and has no nested repetition, so that the scan is linear.
const TOKEN =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:[-’'‑/&][\p{L}\p{N}]+|(?<=\b\p{L})\.(?=\p{L}\b))*-?|\p{N}+(?:[.,:]\p{N}+)*(?:-?\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*)?|[^\s]/gu;
const KINDS: Readonly<Record<string, TokenKind>> = {
  ',': 'comma',
  '.': 'stop',
  '!': 'stop',
  '?': 'stop',
  '…': 'stop',
  ':': 'colon',
  ';': 'semicolon',
  '–': 'dash',
  '—': 'dash',
  '-': 'dash',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
};
const NONE: readonly VerbForm[] = [];
const MARK = /[„“”"«»‚‘’‹›']/;

interface Known {
  readonly lower: string;
  readonly kind: TokenKind;
  readonly bits: number;
  readonly capital: boolean;
  readonly verbs: readonly VerbForm[];
}

/** Splits a stretch of text into tokens; the knowledge of each form is looked up once a call. */
export function tokenize(text: string, from: number, to: number, knowledge: TokenKnowledge, seen: Map<string, unknown>): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = from;
  for (;;) {
    const found = TOKEN.exec(text);
    if (!found || found.index >= to) return tokens;
    const form = found[0].length > to - found.index ? found[0].slice(0, to - found.index) : found[0];
    let known = seen.get(form) as Known | undefined;
    if (!known) {
      known = know(form, knowledge);
      seen.set(form, known);
    }
    const start = found.index;
    tokens.push({
      start,
      end: start + form.length,
      text: form,
      lower: known.lower,
      kind: known.kind,
      bits: known.bits,
      capital: known.capital,
      verbs: known.verbs,
    });
  }
}

function know(form: string, { words, lookupVerb }: TokenKnowledge): Known {
  const first = form.charAt(0);
  const lower = form.toLowerCase();
  // "30-Tage-Frist" and "30-tägig" are words; the last part tells noun from adjective.
  const compound = /^\p{N}+-(?:.*-)?(\p{L})[^-]*$/u.exec(form)?.[1];
  const kind =
    KINDS[form] ??
    (compound ? 'word' : undefined) ??
    (/\p{L}/u.test(first) ? 'word' : /\p{N}/u.test(first) ? 'number' : MARK.test(first) ? 'mark' : 'other');
  const initial = compound ?? first;
  const capital = kind === 'word' && initial !== initial.toLowerCase();
  const verbs = kind === 'word' && form.length < 40 ? lookupVerb(lower) : NONE;
  return { lower, kind, bits: kind === 'word' ? (words.bits.get(lower) ?? 0) : 0, capital, verbs };
}
