import { WORD } from '../lang/words.ts';
import type { Quotation } from './quotes.ts';
import type { Token } from './tokens.ts';

/** A token of the parse: a word, or a whole verbatim utterance that stands for one constituent. */
export interface ParseToken extends Token {
  /** The quotation, if the token stands for a whole quoted utterance. */
  readonly quotation?: Quotation;
}

/** What the parser sees of one sentence, and the fragments in quotation marks within it. */
export interface SentenceTokens {
  readonly tokens: readonly ParseToken[];
  readonly fragments: readonly Quotation[];
}

const FINITE = new Set(['indicative', 'subjunctive1', 'subjunctive2', 'imperative']);
const NONE: Token['verbs'] = [];

/**
 * Takes the quotation marks out of a sentence: an utterance of its own („…“, sagte X) becomes one token, a fragment in
 * the middle of a clause keeps its words and loses its marks.
 */
export function withoutMarks(words: readonly Token[], quotations: readonly Quotation[]): SentenceTokens {
  const tokens = flatten(words);
  const fragments: Quotation[] = [];
  if (quotations.length === 0)
    return { tokens: tokens.some((token) => token.kind === 'mark') ? tokens.filter((token) => token.kind !== 'mark') : tokens, fragments };
  const out: ParseToken[] = [];
  let next = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) continue;
    const quotation = quotations[next];
    if (!quotation || token.start < quotation.start) {
      if (token.kind !== 'mark') out.push(token);
      continue;
    }
    let last = index;
    while (last + 1 < tokens.length && (tokens[last + 1]?.end ?? 0) <= quotation.end) last++;
    if (isUtterance(out, tokens, index, last)) {
      out.push({
        start: quotation.start,
        end: quotation.end,
        text: '„“',
        lower: '„“',
        kind: 'quote',
        bits: 0,
        capital: false,
        verbs: NONE,
        quotation,
      });
    } else {
      fragments.push(quotation);
      for (let inner = index; inner <= last; inner++) {
        const word = tokens[inner];
        // A comma within a fragment („klar, offen und gut“) does not part clauses of the sentence around it.
        if (word && word.kind !== 'mark')
          out.push(
            word.kind === 'comma' ? { ...word, kind: 'other' } : /^(?:und|oder|aber)$/.test(word.lower) ? { ...word, bits: 0 } : word,
          );
      }
    }
    index = last;
    next++;
  }
  return { tokens: out, fragments };
}

/** Whether the tokens from an opening to a closing mark are an utterance of their own and not a fragment or a title. */
function isUtterance(before: readonly ParseToken[], tokens: readonly Token[], from: number, to: number): boolean {
  const previous = before.at(-1);
  const after = tokens[to + 1];
  const lastInside = tokens[to - 1];
  const opensClause =
    previous === undefined || ['colon', 'comma', 'stop', 'dash', 'semicolon', 'open', 'close', 'quote'].includes(previous.kind);
  const stopInside = lastInside?.kind === 'stop';
  const closesClause = stopInside || after === undefined || ['comma', 'stop', 'dash', 'semicolon', 'colon', 'close'].includes(after.kind);
  let words = 0;
  let finite = 0;
  for (let index = from + 1; index < to; index++) {
    const token = tokens[index];
    if (!token) continue;
    if (token.kind === 'word') words++;
    if (canBeFinite(token) && (!token.capital || index === from + 1)) finite++;
  }
  if (previous?.kind === 'colon') return closesClause || finite > 0;
  if (!closesClause) {
    // „Wir gehen“ sagte X: the comma was forgotten.
    return opensClause && finite > 0 && after !== undefined && !after.capital && canBeFinite(after) && words > 2;
  }
  if (stopInside && finite > 0 && words > 3) return true;
  if (!opensClause) return false;
  if (previous === undefined) return finite > 0 || after?.kind === 'comma' || (stopInside && words > 1);
  return finite > 0 && words > 2;
}

/** True if the word at a position can be a finite verb: not after zu, and no noun unless it opens the sentence. */
export function isFiniteAt(tokens: readonly ParseToken[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && canBeFinite(token) && tokens[at - 1]?.lower !== 'zu';
}

/** True if the word can be a finite verb and is no word of a closed class. */
export function canBeFinite(token: Token): boolean {
  if (token.kind !== 'word' || token.verbs.length === 0) return false;
  if ((token.bits & CLOSED) !== 0) return false;
  return token.verbs.some((form) => FINITE.has(form.mood) && form.mood !== 'imperative');
}

const CLOSED =
  WORD.definite |
  WORD.indefinite |
  WORD.possessive |
  WORD.demonstrative |
  WORD.quantifier |
  WORD.masculine |
  WORD.feminine |
  WORD.preposition |
  WORD.prepositionArticle |
  WORD.subordinator |
  WORD.adverb |
  WORD.coordinator;

/** How many words a bracket may hold to be read over like an apposition. */
const SHORT_BRACKET = 14;

/** Takes the boundaries out that part no clauses: stops of dates and abbreviations, brackets without a verb. */
function flatten(tokens: readonly Token[]): readonly Token[] {
  let out: Token[] | null = null;
  const plain = (at: number): void => {
    out ??= [...tokens];
    const token = out[at];
    if (token) out[at] = { ...token, kind: 'other' };
  };
  let open = -1;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    if (token.text === '.' && at < tokens.length - 1 && tokens[at + 1]?.kind !== 'mark') plain(at);
    if (token.kind === 'open') open = at;
    if (token.kind !== 'close' || open < 0) continue;
    const inner = tokens.slice(open + 1, at);
    if (inner.length <= SHORT_BRACKET && !inner.some((word) => canBeFinite(word) && !word.capital)) {
      for (let between = open; between <= at; between++) if (/^[,;:([)\]–-]$/.test(tokens[between]?.text ?? '')) plain(between);
    }
    open = -1;
  }
  return out ?? tokens;
}

/** Whether a word between article and noun only looks like a verb. */
export function isAdjective(tokens: readonly ParseToken[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return (
    before !== undefined &&
    after?.capital === true &&
    (before.bits & (WORD.definite | WORD.indefinite | WORD.possessive)) !== 0 &&
    before.lower !== 'das'
  );
}
