import { WORD } from '../../lang/words.ts';
import type { Span } from '../../model/index.ts';
import type { Clause } from '../clauses.ts';
import type { NounPhrase } from '../phrases/noun-phrase.ts';
import { isTimeWord, NOM, readPhrase, readSimplePhrase } from '../phrases/noun-phrase.ts';
import type { ParseToken } from '../sentence-tokens.ts';
import type { Analysis } from './analysis.ts';
import { spanBetween } from './analysis.ts';
import type { SpeakerClue } from './candidate.ts';

const PREPOSITION = WORD.preposition | WORD.prepositionArticle | WORD.genitivePreposition;
/** Words in front of a subject that do not belong to its name. */
const FOCUS = new Set(['auch', 'nur', 'sogar', 'selbst', 'doch', 'und', 'aber', 'denn', 'zudem', 'allein', 'sowohl']);
/** Words behind a subject in the front field: "Der Kreml allerdings sagte". */
const TRAILING = new Set([
  'allerdings',
  'indes',
  'indessen',
  'jedoch',
  'aber',
  'hingegen',
  'dagegen',
  'wiederum',
  'selbst',
  'dann',
  'derweil',
  'dabei',
  'daraufhin',
  'nun',
  'ihrerseits',
  'seinerseits',
  'zudem',
  'auch',
  'ebenfalls',
  'heute',
  'gestern',
]);

/** A subject with the positions its span covers, appositions included. */
export interface Subject {
  readonly phrase: NounPhrase;
  readonly first: number;
  readonly last: number;
}

/** Finds the subject of a clause: its front field if that can be nominative, else the first nominative after the verb. */
export function findSubject(analysis: Analysis, clause: Clause, without: readonly string[] = []): Subject | null {
  const subject = searchSubject(analysis, clause, without);
  const plural = clause.predicate?.plural ?? null;
  if (!subject || subject.phrase.pronoun || plural === null) return subject;
  // With a verb in the singular "die Werft" is feminine and "der Rat" masculine; the noun alone does not show it.
  const article = analysis.tokens[subject.phrase.from]?.lower ?? '';
  const gender = plural
    ? null
    : /^(?:die|eine|diese|seine|ihre|keine)$/.test(article)
      ? 'f'
      : article === 'der'
        ? 'm'
        : subject.phrase.gender;
  return { ...subject, phrase: { ...subject.phrase, gender, plural } };
}

function searchSubject(analysis: Analysis, clause: Clause, without: readonly string[] = []): Subject | null {
  const { tokens } = analysis;
  const predicate = clause.predicate;
  if (!predicate) return null;
  const final = clause.kind === 'sub' || clause.kind === 'relative';
  const opener = clause.opener ?? clause.first - 1;
  // "bei dem sie sagte": behind a preposition the pronoun cannot be the subject.
  const asSubject = clause.kind === 'relative' && ((tokens[opener - 1]?.bits ?? 0) & PREPOSITION) === 0;
  if (final) return afterPosition(analysis, clause, opener, asSubject);
  if (clause.kind === 'infinitive') return null;
  const front = clause.positions.filter(
    (at) => at < predicate.finite && !(tokens[at] && FOCUS.has(tokens[at].lower) && at <= clause.first + 1),
  );
  const first = front[0];
  if (first !== undefined) {
    const token = tokens[first];
    const isPhrase = token && (token.bits & PREPOSITION) === 0;
    // "Das teilte X mit": the pronoun alone is the object of a reporting verb.
    const alone = front.length === 1 && /^(?:das|dies|den|dem)$/.test(token?.lower ?? '');
    const phrase =
      isPhrase && !alone ? (readPhrase(tokens, first, predicate.finite, true) ?? nameAtStart(tokens, first, predicate.finite)) : null;
    if (phrase && (phrase.cases & NOM) !== 0 && agrees(phrase, predicate.plural) && !isTime(tokens, phrase)) {
      const behind = afterPosition(analysis, clause, predicate.finite, false);
      if (
        behind !== null &&
        phrase.head === first &&
        phrase.to === first + 1 &&
        !phrase.pronoun &&
        /^(?:(?:da|hier|wo)r?(?:auf|von|mit|bei|zu|nach|für|gegen|in|über|um|an|aus)|\p{L}+(?:lich|weise|ig))$/u.test(token?.lower ?? '')
      )
        return behind;
      const marked = behind !== null && behind.phrase.cases === NOM && (behind.phrase.pronoun || !(phrase.cases === NOM));
      if (!(marked && !phrase.pronoun && behind.first <= predicate.finite + 2)) {
        let last = front.at(-1) ?? first;
        while (last > phrase.head && TRAILING.has(tokens[last]?.lower ?? '')) last--;
        return { phrase, first, last: Math.max(last, phrase.to - 1) };
      }
    }
  }
  return afterPosition(analysis, clause, predicate.finite, false, without);
}

function nameAtStart(tokens: readonly ParseToken[], at: number, to: number): NounPhrase | null {
  const token = tokens[at];
  if (!token?.capital || at !== 0) return null;
  if ((token.bits & (WORD.definite | WORD.demonstrative | WORD.quantifier | WORD.interrogative | WORD.prefix)) !== 0) return null;
  if ((token.bits & (WORD.adverb | WORD.subordinator)) !== 0) return null;
  // "Kurz nach der Wahl" is no name.
  if (((tokens[at + 1]?.bits ?? 0) & PREPOSITION) !== 0 && tokens[at + 1]?.lower !== 'von') return null;
  let end = at + 1;
  while (end < to && tokens[end]?.capital) end++;
  return { from: at, to: end, head: at, cases: NOM, gender: null, plural: null, pronoun: false, preposition: null };
}

function isTime(tokens: readonly ParseToken[], phrase: NounPhrase): boolean {
  return isTimeWord(tokens[phrase.head]) && phrase.to - phrase.head === 1;
}

function agrees(phrase: NounPhrase, plural: boolean | null): boolean {
  return plural === null || phrase.plural === null || phrase.plural === plural;
}

/** The first nominative phrase after a position of a clause; phrases after a preposition are passed over. */
function afterPosition(
  analysis: Analysis,
  clause: Clause,
  after: number,
  relative: boolean,
  without: readonly string[] = [],
): Subject | null {
  const { tokens } = analysis;
  const predicate = clause.predicate;
  if (!predicate) return null;
  const positions = clause.positions.filter((at) => at > after && !predicate.parts.includes(at));
  let index = 0;
  while (index < positions.length) {
    const at = positions[index] ?? 0;
    const token = tokens[at];
    if (!token) break;
    let stop = index;
    while (stop + 1 < positions.length && positions[stop + 1] === (positions[stop] ?? 0) + 1) stop++;
    const to = (positions[stop] ?? at) + 1;
    if (token.kind === 'word' && (token.bits & PREPOSITION) !== 0) {
      const inner = readPhrase(tokens, at + 1, to);
      const next = inner ? inner.to : at + 1;
      while (index < positions.length && (positions[index] ?? 0) < next) index++;
      continue;
    }
    const phrase = readPhrase(tokens, at, to, false, without);
    if (!phrase) {
      index++;
      continue;
    }
    if ((phrase.cases & NOM) !== 0 && agrees(phrase, predicate.plural) && !isTime(tokens, phrase) && tokens[at]?.lower !== 'sich') {
      if (relative && phrase.cases !== NOM) return null;
      return withApposition(analysis, clause, phrase);
    }
    while (index < positions.length && (positions[index] ?? 0) < phrase.to) index++;
  }
  return null;
}

/** "sagte Karin Holm, Sprecherin des Amtes": the apposition behind a comma belongs to the name. */
function withApposition(analysis: Analysis, clause: Clause, phrase: NounPhrase): Subject {
  const { tokens, clauses } = analysis;
  let last = phrase.to - 1;
  if (tokens[phrase.to]?.text === '(') {
    for (let at = phrase.to; at < phrase.to + 10; at++) if (tokens[at]?.text === ')') last = at;
  }
  const mark = tokens[last + 1];
  if (mark?.kind === 'comma' || mark?.kind === 'open') {
    const next = clauses[clause.index + 1];
    const own = clause.positions.find((other) => other === last + 2);
    const at = last + 2;
    if (own !== undefined || (next?.kind === 'fragment' && next.first === at)) {
      const apposition = readSimplePhrase(tokens, at, tokens.length);
      if (apposition && !apposition.pronoun && mark.kind === 'comma') {
        const whole = readPhrase(tokens, at, tokens.length, true) ?? apposition;
        last = whole.to - 1;
      } else if (mark.kind === 'open') {
        let close = at;
        while (close < tokens.length && close - at < 12 && tokens[close]?.kind !== 'close') close++;
        if (tokens[close]?.kind === 'close') last = close;
      }
    }
  }
  return { phrase, first: phrase.from, last };
}

/** "der Sprecher von Präsident Holm, Jens Brandt": behind an article the name stands in the apposition. */
function nameBehindRole(analysis: Analysis, { phrase, last }: Subject): Span | null {
  const { tokens } = analysis;
  if (phrase.pronoun || ((tokens[phrase.from]?.bits ?? 0) & (WORD.definite | WORD.indefinite)) === 0) return null;
  for (let comma = phrase.head + 1; comma < last; comma++) {
    if (tokens[comma]?.kind !== 'comma') continue;
    let to = comma + 1;
    while (to <= last && tokens[to]?.capital && tokens[to]?.bits === 0) to++;
    if (to - comma > 2 && to - comma <= 5 && (to > last || tokens[to]?.kind === 'comma')) return spanBetween(analysis, comma + 1, to - 1);
    return null;
  }
  return null;
}

/** Turns a subject into a clue for the discourse. */
export function clueOf(analysis: Analysis, subject: Subject): SpeakerClue {
  const span = spanBetween(analysis, subject.first, subject.last);
  const name = nameBehindRole(analysis, subject) ?? spanBetween(analysis, subject.phrase.from, subject.phrase.to - 1);
  return { kind: subject.phrase.pronoun ? 'pronoun' : 'phrase', span, name, gender: subject.phrase.gender, plural: subject.phrase.plural };
}
