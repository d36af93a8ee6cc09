import { WORD } from '../lang/words.ts';
import { finiteForm, MODALS } from './predicate.ts';
import type { ParseToken } from './sentence-tokens.ts';
import { isAdjective, isFiniteAt } from './sentence-tokens.ts';
import type { TokenKind } from './tokens.ts';

/** A stretch of a sentence between two boundary marks or conjunctions. */
export interface Segment {
  readonly from: number;
  to: number;
  readonly boundary: TokenKind | null;
  readonly coordinated: boolean;
}

const DETERMINER = WORD.definite | WORD.indefinite | WORD.possessive | WORD.demonstrative | WORD.quantifier;
/** Words that may stand between a boundary and a subordinator: "und dass", "auch wenn", "nur weil". */
const BEFORE_OPENER = new Set([
  'und',
  'oder',
  'aber',
  'sondern',
  'auch',
  'selbst',
  'nur',
  'erst',
  'gerade',
  'doch',
  'jedoch',
  'denn',
  'dann',
  'vor',
  'allem',
  'insbesondere',
  'so',
  'also',
  'zum',
  'beispiel',
  'etwa',
  'sowie',
]);

/** The word that opens a clause with the verb at its end: subordinator, question word or relative pronoun; null for a main clause. */
export function openerOf(tokens: readonly ParseToken[], segment: Segment): { at: number; relative: boolean; sure: boolean } | null {
  let at = segment.from;
  while (
    at < segment.to - 1 &&
    at - segment.from < 3 &&
    BEFORE_OPENER.has(tokens[at]?.lower ?? '') &&
    !((tokens[at]?.bits ?? 0) & WORD.interrogative)
  )
    at++;
  const token = tokens[at];
  if (!token) return null;
  const next = tokens[at + 1];
  const startsSentence = segment.boundary === null && segment.from === 0;
  if ((token.bits & WORD.subordinator) !== 0 && !((token.bits & WORD.preposition) !== 0 && !UM.has(token.lower))) {
    if (PLAIN.has(token.lower)) return { at, relative: false, sure: true };
    // "Wie Holm, ein Sprecher des Amtes, mitteilte": the verb comes after the apposition.
    if (
      token.lower === 'wie' &&
      next &&
      (next.capital || (next.bits & DETERMINER) !== 0) &&
      segment.to - at <= 7 &&
      firstFinite(tokens, segment, false) < 0
    ) {
      return { at, relative: false, sure: true };
    }
    if (verbFinal(tokens, at, segment) || zuFinal(tokens, at, segment))
      return { at, relative: false, sure: token.lower !== 'als' && token.lower !== 'wie' };
    return null;
  }
  if ((token.bits & WORD.interrogative) !== 0 && (!startsSentence || verbFinal(tokens, at, segment))) {
    if (verbFinal(tokens, at, segment) || next === undefined) return { at, relative: false, sure: false };
  }
  if (startsSentence || segment.boundary === 'colon') return null;
  const preposition = (token.bits & (WORD.preposition | WORD.genitivePreposition)) !== 0;
  const candidate = preposition ? next : token;
  if (candidate && (candidate.bits & WORD.relative) !== 0) {
    const place = preposition ? at + 1 : at;
    if (place + 1 >= segment.to) return { at: place, relative: true, sure: true };
    if (!preposition && secondPlace(tokens, place, segment)) return null;
    if (verbFinal(tokens, place, segment) && !articleLike(tokens, place, segment)) return { at: place, relative: true, sure: false };
    if (firstFinite(tokens, segment, false) < 0 && !hasZuInfinitive(tokens, segment) && preposition && !articleLike(tokens, place, segment))
      return { at: place, relative: true, sure: false };
  }
  return null;
}

/** Subordinators that are nothing else. */
const PLAIN = new Set([
  'dass',
  'daß',
  'ob',
  'weil',
  'wenn',
  'falls',
  'sofern',
  'obwohl',
  'obgleich',
  'nachdem',
  'bevor',
  'ehe',
  'sobald',
  'solange',
  'sodass',
  'indem',
  'zumal',
  'wobei',
  'wohingegen',
  'insofern',
]);
const UM = new Set(['um', 'ohne', 'statt', 'anstatt', 'während', 'bis', 'seit', 'außer']);

function zuFinal(tokens: readonly ParseToken[], at: number, segment: Segment): boolean {
  return UM.has(tokens[at]?.lower ?? '') && hasZuInfinitive(tokens, { ...segment, from: at });
}

/** True if the finite verb is the last word of the segment or followed only by what is put behind the bracket. */
function verbFinal(tokens: readonly ParseToken[], at: number, segment: Segment): boolean {
  const last = tokens[segment.to - 1];
  if (!last) return false;
  if (isFiniteAt(tokens, segment.to - 1) && !last.capital) return segment.to - 1 > at && !closesBracket(tokens, at, segment.to - 1);
  for (let verb = segment.to - 2; verb > at + 1; verb--) {
    const token = tokens[verb];
    if (!token || !isFiniteAt(tokens, verb) || token.capital) continue;
    const after = tokens[verb + 1];
    const before = tokens[verb - 1];
    if (!after || !before) return false;
    // Behind the bracket only prepositional phrases, comparisons and coordinated parts may stand.
    if (
      (after.bits & (WORD.preposition | WORD.prepositionArticle | WORD.coordinator)) !== 0 ||
      after.lower === 'als' ||
      after.lower === 'wie'
    )
      return verb - at > 1;
    return false;
  }
  return false;
}

/** "die USA würden … prüfen", "der Sohn habe … verletzt": the last word is no finite verb where an auxiliary stands before. */
function closesBracket(tokens: readonly ParseToken[], from: number, last: number): boolean {
  const token = tokens[last];
  const participle = token?.verbs.some((form) => form.mood === 'participle2') === true;
  const infinitive = token?.verbs.some((form) => form.mood === 'infinitive') === true;
  if (!participle && !infinitive) return false;
  for (let at = from + 1; at < last; at++) {
    const other = tokens[at];
    if (!other || other.capital || !isFiniteAt(tokens, at)) continue;
    const lemma = finiteForm(other)?.lemma ?? '';
    if (participle && (lemma === 'haben' || lemma === 'sein' || lemma === 'werden')) return true;
    if (infinitive && (lemma === 'werden' || MODALS.has(lemma))) return true;
  }
  return false;
}

/** "die Polizei spricht von …", "die kranken Tiere würden …": an article with its noun and the verb right behind, which goes on. */
function secondPlace(tokens: readonly ParseToken[], at: number, segment: Segment): boolean {
  let noun = at + 1;
  while (noun < segment.to && noun - at < 4 && !tokens[noun]?.capital && tokens[noun]?.bits === 0 && tokens[noun]?.kind === 'word') noun++;
  return tokens[noun]?.capital === true && noun + 1 < segment.to - 1 && !tokens[noun + 1]?.capital && isFiniteAt(tokens, noun + 1);
}

/** "die Lage eskaliere": an article before its noun and the verb right behind it, in the subjunctive of reported speech. */
function articleLike(tokens: readonly ParseToken[], at: number, segment: Segment): boolean {
  const verb = tokens[segment.to - 1];
  const form = verb ? finiteForm(verb) : null;
  const next = tokens[at + 1];
  if (!next || !form) return false;
  // A relative pronoun needs a noun before the comma: "meinte nun, der Mann könne …" has none.
  const before = tokens[segment.from - 2];
  if (next.capital && before && !before.capital && before.kind === 'word' && segment.boundary === 'comma') return true;
  const nounPhrase = next.capital || (next.bits === 0 && next.verbs.length === 0);
  return (
    nounPhrase &&
    form.mood !== 'indicative' &&
    segment.boundary === 'comma' &&
    segment.to - at <= 6 &&
    !tokens[at - 1]?.capital &&
    (tokens[at]?.bits ?? 0) !== 0
  );
}

/** Position of the first finite verb of a stretch, of the last one where the verb closes its clause; -1 without one. */
export function firstFinite(tokens: readonly ParseToken[], segment: Segment, final: boolean): number {
  if (final) {
    for (let at = segment.to - 1; at > segment.from; at--) {
      const token = tokens[at];
      if (token && !token.capital && isFiniteAt(tokens, at)) return at;
    }
    return -1;
  }
  for (let at = segment.from; at < segment.to; at++) {
    const token = tokens[at];
    if (!token || !isFiniteAt(tokens, at) || isAdjective(tokens, at)) continue;
    if (token.capital && !(at === 0 && firstVerb(tokens))) continue;
    return at;
  }
  return -1;
}

/** A capital at the start of a sentence is a verb only where the next word can follow one. */
function firstVerb(tokens: readonly ParseToken[]): boolean {
  const form = tokens[0] ? finiteForm(tokens[0]) : null;
  const next = tokens[1];
  return (
    form !== null &&
    next !== undefined &&
    (next.kind === 'colon' ||
      ((next.bits & (DETERMINER | WORD.masculine | WORD.feminine | WORD.neuter)) !== 0 && form.persons.includes('3s')))
  );
}

/** Whether an infinitive with zu closes a stretch. */
export function endsWithZu(tokens: readonly ParseToken[], segment: Segment): boolean {
  return hasZuInfinitive(tokens, { ...segment, from: Math.max(segment.from, segment.to - 2) });
}

const JOINED_ZU =
  /^(?:ab|an|auf|aus|bei|durch|ein|fest|fort|frei|her|heran|heraus|hin|hinaus|los|mit|nach|um|vor|voran|vorbei|weg|weiter|wieder|zurück|zusammen)zu\p{L}+(?:en|ern|eln)$/u;

/** Whether a stretch holds an infinitive with zu. */
export function hasZuInfinitive(tokens: readonly ParseToken[], segment: Segment): boolean {
  for (let at = segment.to - 1; at >= segment.from; at--) {
    const token = tokens[at];
    if (!token || token.capital) continue;
    if (token.verbs.some((form) => form.mood === 'zu_infinitive') && !(token.bits & ~WORD.prefix)) return true;
    // A verb no list knows: at the end of its clause only an infinitive stands behind "zu" or holds it ("aufzuweichen").
    const unknown = at === segment.to - 1 && at > segment.from + 1 && token.bits === 0 && token.verbs.length === 0;
    if (unknown && JOINED_ZU.test(token.lower)) return true;
    if (tokens[at - 1]?.lower !== 'zu') continue;
    if (token.verbs.some((form) => form.mood === 'infinitive')) return true;
    if (unknown && /(?:en|eln|ern)$/.test(token.lower)) return true;
  }
  return false;
}
