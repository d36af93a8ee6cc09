import type { SvoVerb } from '../../lang/svo-entries.ts';
import type { Span, StatementForm } from '../../model/index.ts';
import type { Candidate, SpeakerClue } from '../attribution/candidate.ts';
import type { Quotation } from '../quotes.ts';
import { type SvoLexicon, type SvoToken, splitSvo } from './sentence-words.ts';

/** What the reader sees of one sentence. */
export interface SvoSentence {
  readonly text: string;
  readonly span: Span;
  readonly index: number;
  readonly headline: boolean;
  /** Quotations that overlap the sentence. */
  readonly quotations: readonly Quotation[];
}

interface Scene {
  readonly text: string;
  readonly tokens: readonly SvoToken[];
  readonly lexicon: SvoLexicon;
  readonly sentence: SvoSentence;
}

interface Range {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Longest sentence that is read; more is broken input. */
const MOST_TOKENS = 400;
/** Longest subject before a verb, in words. */
const LONGEST_SUBJECT = 14;
const MARKS = new Set([',', '.', ';', ':', '–', '—', '!', '?', '“', '”', '"', '(', ')']);

const spanOf = (tokens: readonly SvoToken[], range: Range): Span => ({
  start: tokens[range.from]?.start ?? 0,
  end: tokens[range.to - 1]?.end ?? tokens[range.from]?.start ?? 0,
});

/** Finds attributions in one sentence of a language with the order subject, verb, object. */
export function findSvoCandidates(sentence: SvoSentence, lexicon: SvoLexicon): Candidate[] {
  const tokens = splitSvo(sentence.text, sentence.span.start, sentence.span.end);
  if (tokens.length > MOST_TOKENS) return [];
  const scene: Scene = { text: sentence.text, tokens, lexicon, sentence };
  const found = bySource(scene);
  let subject: Range | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const verb = lexicon.verbs.get(tokens[at]?.lower ?? '');
    if (!verb || tokens[at]?.capital || isInsideQuote(scene, at) || isNoun(scene, at)) continue;
    const own = subjectBefore(scene, at);
    const inverted = own ? null : subjectAfter(scene, at);
    // "X announced a halt and asked Y to wait": a second verb after "and" has the subject of the first.
    const shared = !own && !inverted && followsAnd(scene, at) ? subject : null;
    const speaker = own ?? inverted ?? shared;
    if (!speaker) continue;
    if (own) subject = own;
    const made = inverted ? contentBefore(scene, at) : (contentAfter(scene, at, verb) ?? contentBefore(scene, (own ?? { from: at }).from));
    if (!made || made.content.to <= made.content.from) continue;
    const content = spanOf(tokens, made.content);
    found.push(candidate(scene, verb, at, speaker, content, made.direct));
  }
  return found;
}

/** The noun phrase a sentence opens with, up to its first verb; of "The council's version" the owner. */
export function findSvoSubject(text: string, span: Span, lexicon: SvoLexicon): Span | null {
  const tokens = splitSvo(text, span.start, span.end);
  let to = 0;
  while (to < tokens.length && to < LONGEST_SUBJECT) {
    const token = tokens[to];
    if (
      !token?.word ||
      lexicon.in('auxiliary', token.lower) ||
      lexicon.in('between', token.lower) ||
      (lexicon.verbs.has(token.lower) && !token.capital)
    )
      break;
    to++;
    if (/['’]s$/.test(token.lower)) return { start: span.start, end: token.end - 2 };
  }
  const last = tokens[to - 1];
  return last && to < tokens.length && isNominal(tokens, lexicon, { from: 0, to }) ? { start: span.start, end: last.end } : null;
}

function candidate(scene: Scene, verb: SvoVerb, at: number, speaker: Range, content: Span, direct: boolean): Candidate {
  const { tokens, lexicon, sentence } = scene;
  const form: StatementForm = direct ? 'direct' : holdsQuote(sentence, content) ? 'mixed' : verb.layer === 'act' ? 'reported' : 'indirect';
  return {
    rule: `${lexicon.code}.verb.${verb.layer}`,
    sentence: sentence.index,
    content: [content],
    cue: [{ start: tokens[at]?.start ?? 0, end: tokens[at]?.end ?? 0 }],
    speaker: clueOf(scene, speaker),
    form,
    layer: verb.layer,
    lemma: verb.lemma,
    entry: { act: verb.act, group: `${lexicon.code}.${verb.layer}` },
    negated: tokens.slice(Math.max(0, at - 3), at).some((token) => lexicon.in('negation', token.lower)),
    headline: sentence.headline,
  };
}

/** "According to X, …" and "…, according to X". */
function bySource(scene: Scene): Candidate[] {
  const { tokens, lexicon, sentence } = scene;
  const found: Candidate[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const source = lexicon.sources.find((words) => words.every((word, index) => tokens[at + index]?.lower === word));
    if (!source) continue;
    const from = at + source.length;
    let to = from;
    while (to < tokens.length && !MARKS.has(tokens[to]?.lower ?? '')) to++;
    if (to === from || to - from > LONGEST_SUBJECT) continue;
    const end = lastWord(tokens, tokens.length);
    const content: Range = at <= 1 ? { from: to + 1, to: end } : { from: 0, to: lastWord(tokens, at) };
    if (content.to <= content.from) continue;
    found.push({
      rule: `${lexicon.code}.adverbial.source`,
      sentence: sentence.index,
      content: [spanOf(tokens, content)],
      cue: [spanOf(tokens, { from: at, to: from })],
      speaker: clueOf(scene, { from, to }),
      form: holdsQuote(sentence, spanOf(tokens, content)) ? 'mixed' : 'indirect',
      layer: 'speech',
      lemma: '',
      negated: false,
      headline: sentence.headline,
    });
  }
  return found;
}

function clueOf({ text, tokens, lexicon }: Scene, range: Range): SpeakerClue {
  let { from } = range;
  const first = tokens[range.from]?.lower ?? '';
  if (range.to - range.from === 1) {
    const gender = lexicon.in('masculine', first) ? 'm' : lexicon.in('feminine', first) ? 'f' : lexicon.in('neuter', first) ? 'n' : null;
    const plural = lexicon.in('plural', first);
    if (gender || plural) return { kind: 'pronoun', span: spanOf(tokens, range), name: null, gender, plural };
  }
  if (lexicon.in('article', first) && from + 1 < range.to) from++;
  const span = spanOf(tokens, { from, to: range.to });
  // "its readout", "their statement": the owner holds the floor.
  if (lexicon.in('possessive', first) && lexicon.in('document', text.slice(span.start, span.end).toLowerCase().replaceAll(' ', '_'))) {
    return { kind: 'outer', span, name: null, gender: null, plural: null };
  }
  return { kind: 'phrase', span, name: span, gender: null, plural: null };
}

/** The noun phrase left of the verb and its auxiliaries, up to the clause boundary. */
function subjectBefore({ tokens, lexicon }: Scene, verb: number): Range | null {
  let to = verb;
  while (to > 0) {
    const word = tokens[to - 1]?.lower ?? '';
    if (!lexicon.in('auxiliary', word) && !lexicon.in('between', word)) break;
    to--;
  }
  // "The group, the armed wing of the movement, said …": an apposition between commas is stepped over.
  if (tokens[to - 1]?.lower === ',') {
    let comma = to - 2;
    while (comma > 0 && tokens[comma]?.lower !== ',' && to - comma < 14) comma--;
    const before = tokens[comma - 1];
    const opens = tokens[comma + 1];
    if (tokens[comma]?.lower !== ',' || !before?.word || !opens || lexicon.in('opener', opens.lower) || !lexicon.in('article', opens.lower))
      return null;
    to = comma;
  }
  let from = to;
  while (from > 0 && to - from < LONGEST_SUBJECT) {
    const token = tokens[from - 1];
    if (!token || MARKS.has(token.lower)) break;
    if (lexicon.in('opener', token.lower) && !(lexicon.in('and', token.lower) && joinsNames(tokens, from - 1))) break;
    // A weekday or "in recent weeks" before the subject belongs to the clause, not to the name.
    if (lexicon.verbs.has(token.lower) && !token.capital) break;
    from--;
  }
  while (from < to && lexicon.in('weekday', tokens[from]?.lower ?? '') && from + 1 < to) from++;
  return isNominal(tokens, lexicon, { from, to }) ? { from, to } : null;
}

/** "…, said the mayor on Monday": the noun phrase right after the verb, if a content stands before it. */
function subjectAfter({ tokens, lexicon }: Scene, verb: number): Range | null {
  const before = tokens[verb - 1]?.lower ?? '';
  if (!/^[,“”"?!]$/.test(before)) return null;
  const from = verb + 1;
  let to = from;
  while (to < tokens.length && to - from < LONGEST_SUBJECT) {
    const token = tokens[to];
    if (!token || MARKS.has(token.lower) || lexicon.in('opener', token.lower) || lexicon.in('weekday', token.lower)) break;
    if (lexicon.in('timePreposition', token.lower) && lexicon.in('weekday', tokens[to + 1]?.lower ?? '')) break;
    to++;
  }
  return isNominal(tokens, lexicon, { from, to }) ? { from, to } : null;
}

function contentAfter(scene: Scene, verb: number, entry: SvoVerb): { content: Range; direct: boolean } | null {
  const { tokens, lexicon } = scene;
  const frames = entry.frames;
  let at = skipTime(scene, verb + 1);
  const quote = quoteAt(scene, at);
  if (quote && frames.includes('direct')) return { content: quote, direct: true };
  if (MARKS.has(tokens[at]?.lower ?? '.')) return null;
  const end = contentEnd(scene, at);
  const toAt = (from: number): number => {
    for (let index = from; index < end; index++) {
      if (lexicon.in('infinitive', tokens[index]?.lower ?? '') && isVerbLike(tokens[index + 1])) return index;
      if (lexicon.in('opener', tokens[index]?.lower ?? '') || MARKS.has(tokens[index]?.lower ?? '')) return -1;
    }
    return -1;
  };
  if (frames.includes('object-infinitive')) {
    const to = toAt(at);
    if (to > at) return { content: { from: at, to: end }, direct: false };
  }
  if (frames.includes('infinitive')) {
    const to = toAt(at);
    if (to === at) return { content: { from: to, to: end }, direct: false };
    if (frames.includes('person') && to > at) return { content: { from: to, to: end }, direct: false };
  }
  if (frames.includes('person')) {
    const that = tokens.findIndex((token, index) => index >= at && index < at + 8 && lexicon.in('complementizer', token.lower));
    if (that > at) return { content: { from: that + 1, to: end }, direct: false };
    if (!frames.includes('infinitive')) {
      // Without "that", the person addressed is one name or pronoun.
      let next = at;
      while (next < end && (tokens[next]?.capital || lexicon.in('article', tokens[next]?.lower ?? ''))) next++;
      if (next === at) next++;
      at = next;
    }
  }
  if (lexicon.in('complementizer', tokens[at]?.lower ?? ''))
    return frames.includes('clause') ? { content: { from: at + 1, to: end }, direct: false } : null;
  if (frames.includes('of')) return { content: { from: at, to: end }, direct: false };
  if (frames.includes('clause') && hasVerb(scene, at, end)) return { content: { from: at, to: end }, direct: false };
  if (frames.includes('object')) return { content: { from: at, to: objectEnd(scene, at, end) }, direct: false };
  return null;
}

/** Content that stands before ", X said". */
function contentBefore(scene: Scene, at: number): { content: Range; direct: boolean } | null {
  const { tokens } = scene;
  const mark = tokens[at - 1]?.lower ?? '';
  if (!/^[,“”"?!]$/.test(mark)) return null;
  const to = lastWord(tokens, at);
  const quote = scene.sentence.quotations.find((each) => Math.abs(each.inner.end - (tokens[to - 1]?.end ?? -9)) <= 1);
  if (quote) {
    const from = tokens.findIndex((token) => token.start >= quote.inner.start);
    let end = to;
    while (end < at && (tokens[end]?.end ?? 0) <= quote.inner.end && tokens[end]?.lower !== ',') end++;
    return from >= 0 && from < end ? { content: { from, to: end }, direct: true } : null;
  }
  // A dateline ("WASHINGTON – ") is no content.
  let from = 0;
  for (let index = 0; index < Math.min(6, to); index++) if (/^[–—]$/.test(tokens[index]?.lower ?? '')) from = index + 1;
  return to - from >= 3 ? { content: { from, to }, direct: false } : null;
}

function contentEnd(scene: Scene, from: number): number {
  const { tokens, lexicon } = scene;
  const end = lastWord(tokens, tokens.length);
  // ", X said" at the end belongs to the level above.
  for (let index = from + 3; index < end; index++) {
    if (tokens[index]?.lower !== ',') continue;
    const verb = lexicon.verbs.get(tokens[end - 1]?.lower ?? '');
    if (verb?.frames.includes('direct') && end - index < 8) return index;
  }
  return end;
}

function objectEnd({ tokens, lexicon }: Scene, from: number, end: number): number {
  for (let index = from + 1; index < end; index++) {
    const word = tokens[index]?.lower ?? '';
    if (
      MARKS.has(word) ||
      (lexicon.in('opener', word) &&
        !lexicon.in('within', word) &&
        !(
          lexicon.in('and', word) &&
          !lexicon.verbs.has(tokens[index + 1]?.lower ?? '') &&
          !lexicon.in('between', tokens[index + 1]?.lower ?? '')
        ))
    )
      return index;
  }
  return end;
}

function skipTime({ tokens, lexicon }: Scene, from: number): number {
  let at = from;
  if (lexicon.in('timePreposition', tokens[at]?.lower ?? '') && lexicon.in('weekday', tokens[at + 1]?.lower ?? '')) at += 2;
  else if (lexicon.in('weekday', tokens[at]?.lower ?? '')) at++;
  if (tokens[at]?.lower === ',' && /[“"]/.test(tokens[at + 1]?.lower ?? '')) at++;
  return at;
}

function quoteAt({ sentence, tokens }: Scene, at: number): Range | null {
  const start = tokens[at]?.start ?? -1;
  const quote = sentence.quotations.find((each) => each.start >= start && each.start <= start + 2);
  if (!quote) return null;
  const from = tokens.findIndex((token) => token.start >= quote.inner.start);
  let to = from;
  while (to < tokens.length && (tokens[to]?.end ?? 0) <= quote.inner.end) to++;
  return from >= 0 && to > from ? { from, to } : null;
}

function lastWord(tokens: readonly SvoToken[], to: number): number {
  let last = to;
  while (last > 0 && !tokens[last - 1]?.word) last--;
  return last;
}

function isInsideQuote({ sentence, tokens }: Scene, at: number): boolean {
  const start = tokens[at]?.start ?? 0;
  return sentence.quotations.some((each) => each.inner.start <= start && start < each.inner.end);
}

/** "the report", "an order", "of orders": an article, preposition or adjective before the form makes it a noun. */
function isNoun({ tokens, lexicon }: Scene, at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  return (
    lexicon.in('article', before) ||
    lexicon.in('infinitive', before) ||
    lexicon.in('beforeNoun', before) ||
    (lexicon.in('passive', before) && lexicon.participleEndings.some((ending) => tokens[at]?.lower.endsWith(ending)))
  );
}

function followsAnd({ tokens, lexicon }: Scene, at: number): boolean {
  let before = at - 1;
  while (before > 0 && (lexicon.in('between', tokens[before]?.lower ?? '') || lexicon.in('auxiliary', tokens[before]?.lower ?? '')))
    before--;
  const word = tokens[before]?.lower ?? '';
  return lexicon.in('and', word) || lexicon.in('but', word);
}

function joinsNames(tokens: readonly SvoToken[], at: number): boolean {
  const left = tokens[at - 1];
  const right = tokens[at + 1];
  return left?.capital === true && right !== undefined && (right.capital || /^(?:the|some|other)$/.test(right.lower));
}

/** A subject names somebody: a pronoun, a capital, or an article with a noun. */
function isNominal(tokens: readonly SvoToken[], lexicon: SvoLexicon, range: Range): boolean {
  if (range.to <= range.from) return false;
  const words = tokens.slice(range.from, range.to);
  const [first] = words;
  if (!first) return false;
  if (
    words.length === 1 &&
    (lexicon.in('masculine', first.lower) ||
      lexicon.in('feminine', first.lower) ||
      lexicon.in('neuter', first.lower) ||
      lexicon.in('plural', first.lower))
  )
    return true;
  if (words.some((token) => lexicon.in('auxiliary', token.lower) || lexicon.in('first', token.lower))) return false;
  return (
    words.some((token) => token.capital) ||
    (lexicon.in('article', first.lower) && words.length > 1) ||
    words.every((token) => token.word && !lexicon.in('opener', token.lower))
  );
}

function isVerbLike(token: SvoToken | undefined): boolean {
  return token?.word === true && !token.capital && !/^(?:the|a|an|his|her|its|their)$/.test(token.lower);
}

function hasVerb({ tokens, lexicon }: Scene, from: number, end: number): boolean {
  for (let index = from + 1; index < end; index++) {
    const { lower = '', capital = false } = tokens[index] ?? {};
    if (
      lexicon.in('auxiliary', lower) ||
      lexicon.verbs.has(lower) ||
      (!capital && lower.length > 3 && /(?:ed|s)$/.test(lower) && !/(?:ss|us)$/.test(lower))
    )
      return true;
  }
  return false;
}

function holdsQuote(sentence: SvoSentence, content: Span): boolean {
  return sentence.quotations.some((each) => each.start >= content.start - 1 && each.end <= content.end + 1);
}
