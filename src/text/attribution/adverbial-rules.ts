import { WORD } from '../../lang/words.ts';
import type { Span } from '../../model/index.ts';
import type { Clause } from '../clauses.ts';
import type { NounPhrase } from '../phrases/noun-phrase.ts';
import { readPhrase } from '../phrases/noun-phrase.ts';
import type { Analysis } from './analysis.ts';
import { lastWord, spanBetween } from './analysis.ts';
import type { Candidate, SpeakerClue } from './candidate.ts';
import { formOf, regionStart } from './content-extent.ts';
import { reportingVerbOf } from './reporting-verb.ts';
import { clueOf } from './subject.ts';

/** Nouns after nach that make a source of the phrase: "nach Angaben der Polizei". */
const SOURCE_NOUN =
  /^(?:(?:[\p{L}]+-?)?(?:angaben?|aussagen?|ansicht(?:en)?|meinung(?:en)?|auffassung(?:en)?|einschätzung(?:en)?|darstellung(?:en)?|information(?:en)?|informationen|erkenntnis(?:sen?)?|berichte?n?|schätzung(?:en)?|worten|überzeugung|bekunden|dafürhalten|lesart|zählung(?:en)?|prognosen?|vorstellung(?:en)?|umfragen?|studien?|untersuchung(?:en)?|hochrechnung(?:en)?|sicht|eindruck|mitteilung(?:en)?|auskunft|berechnung(?:en)?|erklärung(?:en)?|urteil|plänen|medienberichten|presseberichten|zeugenaussagen|polizeiangaben|stellungnahmen?|analysen?|planung(?:en)?|erkenntnisstand|medien|gutachten|wunsch|willen|meldung(?:en)?|vermutung(?:en)?|behauptung(?:en)?))$/u;

/** Finds source adverbials: laut X, X zufolge, gemäß X, nach Angaben von X, demnach. */
export function findByAdverbials(analysis: Analysis): Candidate[] {
  const { tokens, clauses } = analysis;
  const out: Candidate[] = [];
  for (const clause of clauses) {
    for (const at of clause.positions) {
      const token = tokens[at];
      if (token?.kind !== 'word') continue;
      if (token.lower === 'laut' && !(tokens[at + 1]?.lower === 'und')) {
        const phrase = sourcePhrase(analysis, clause, at);
        if (phrase) out.push(candidate(analysis, clause, 'de.adverbial.laut', at, at, phrase, at, phrase.to - 1));
      } else if (token.lower === 'gemäß' || token.lower === 'gemäss') {
        const phrase = sourcePhrase(analysis, clause, at);
        if (phrase && isSourceLike(analysis, phrase))
          out.push(candidate(analysis, clause, 'de.adverbial.laut', at, at, phrase, at, phrase.to - 1));
      } else if (token.lower === 'zufolge') {
        const phrase = phraseBefore(analysis, clause, at);
        if (phrase) out.push(candidate(analysis, clause, 'de.adverbial.zufolge', at, at, phrase, phrase.from, at));
      } else if (token.lower === 'aus' && tokens[at + 1]?.lower === 'sicht' && !reportingVerbOf(analysis, clause)) {
        const phrase = sourcePhrase(analysis, clause, at);
        if (phrase) out.push(candidate(analysis, clause, 'de.adverbial.nach', at, at, phrase, at, phrase.to - 1));
      } else if (token.lower === 'nach' || token.lower === 'lt') {
        const phrase = sourcePhrase(analysis, clause, at);
        if (phrase && SOURCE_NOUN.test(tokens[phrase.head]?.lower ?? '') && !temporal(analysis, phrase))
          out.push(candidate(analysis, clause, 'de.adverbial.nach', at, at, phrase, at, phrase.to - 1));
      } else if (
        token.lower === 'demnach' ||
        token.lower === 'demzufolge' ||
        token.lower === 'derzufolge' ||
        token.lower === 'dementsprechend' ||
        token.lower === 'wonach'
      ) {
        out.push(follow(analysis, clause, at));
      } else if (
        token.lower === 'danach' &&
        at === clause.first &&
        (clause.predicate?.mood === 'subjunctive1' || clause.predicate?.mood === 'subjunctive2' || clause.predicate?.modal === 'sollen')
      ) {
        out.push(follow(analysis, clause, at));
      } else if (token.lower === 'ansicht' || token.lower === 'meinung' || token.lower === 'auffassung') {
        // "X' Ansicht nach", "meiner Meinung nach".
        if (tokens[at + 1]?.lower === 'nach') {
          const phrase = phraseBefore(analysis, clause, at + 1);
          if (phrase) out.push(candidate(analysis, clause, 'de.adverbial.nach', at + 1, at + 1, phrase, phrase.from, at + 1));
        }
      }
    }
  }
  return out.filter((found) => found.content.length > 0);
}

function temporal({ tokens }: Analysis, phrase: NounPhrase): boolean {
  // "nach dem Bericht" is a source, "nach der Erklärung" (afterwards) mostly is not.
  const head = tokens[phrase.head]?.lower ?? '';
  const article = tokens[phrase.from]?.lower ?? '';
  return (
    /^(?:dem|der|den|dieser|diesem|seiner|ihrer)$/.test(article) &&
    /^(?:\p{L}*erklärung|aussagen?|mitteilung|umfrage|studie|untersuchung|meldung|urteil|vorstellung|prognose|auskunft|berechnung|behauptung|plänen|erkenntnis)$/u.test(
      head,
    )
  );
}

function isSourceLike({ tokens }: Analysis, phrase: NounPhrase): boolean {
  return !/^(?:artikel|paragraph|paragraf|gesetz|vertrag|abkommen|verfassung|absatz|protokoll|recht|auftrag|motto|tradition|plan|zeitplan|regel|regeln)$/.test(
    tokens[phrase.head]?.lower ?? '',
  );
}

/** The phrase a preposition governs; at the head of a main clause it reaches up to the finite verb. */
function sourcePhrase({ tokens }: Analysis, clause: Clause, preposition: number): NounPhrase | null {
  const at = preposition + 1;
  let start = at;
  while (((tokens[start]?.bits ?? 0) & WORD.adverb) !== 0 && !tokens[start]?.capital && start - at < 2) start++;
  const finite = clause.kind === 'main' ? (clause.predicate?.finite ?? -1) : -1;
  const front = finite > at && preposition === clause.first;
  const phrase = readPhrase(tokens, start, front ? finite : tokens.length, front);
  if (!phrase || phrase.pronoun) return phrase;
  let to = phrase.to;
  // The clause may be interrupted by an apposition; positions of another clause are not the phrase's.
  if (front) {
    const own = clause.positions.filter((position) => position < finite);
    const last = own.at(-1);
    if (last !== undefined && last >= to && own.length === last - clause.first + 1) to = last + 1;
  } else if (tokens[to]?.text === '(') {
    for (let close = to; close < to + 10; close++) if (tokens[close]?.text === ')') to = close + 1;
  }
  return { ...phrase, from: at, to };
}

function phraseBefore({ tokens }: Analysis, clause: Clause, at: number): NounPhrase | null {
  let best: NounPhrase | null = null;
  for (let from = at - 1; from >= Math.max(clause.first, at - 14); from--) {
    const token = tokens[from];
    if (!token || !clause.positions.includes(from) || from === clause.opener || from === clause.predicate?.finite) break;
    if (token.kind !== 'word' && token.kind !== 'number') break;
    const phrase = readPhrase(tokens, from, at);
    if (phrase?.to === at && !phrase.pronoun) best = phrase;
  }
  if (best) return best;
  const word = tokens[at - 1];
  return word?.capital
    ? { from: at - 1, to: at, head: at - 1, cases: 4, gender: null, plural: null, pronoun: false, preposition: null }
    : null;
}

/** Content of a source adverbial: the whole clause around it with what depends on that, as it stands. */
function candidate(
  analysis: Analysis,
  clause: Clause,
  rule: string,
  cueFrom: number,
  cueTo: number,
  phrase: NounPhrase,
  from: number,
  to: number,
): Candidate {
  const { tokens } = analysis;
  const own = /^(?:eigenen|eigener)$/.test(tokens[from + 1]?.lower ?? '');
  const speaker: SpeakerClue = own ? { kind: 'outer', span: null, name: null, gender: null, plural: null } : sourceClue(analysis, phrase);
  return {
    rule,
    sentence: analysis.index,
    content: contentAround(analysis, clause, from, to),
    cue: [spanBetween(analysis, cueFrom, cueTo)],
    speaker,
    form: formOf(analysis, clause.first, clause.last),
    layer: 'speech',
    lemma: '',
    entry: null,
    negated: false,
    headline: analysis.sentence.headline,
  };
}

/** "Angaben der Polizei": the span is the whole phrase, the name what depends on the noun. */
function sourceClue(analysis: Analysis, phrase: NounPhrase): SpeakerClue {
  const { tokens } = analysis;
  const clue = clueOf(analysis, { phrase, first: phrase.from, last: phrase.to - 1 });
  if (!SOURCE_NOUN.test(tokens[phrase.head]?.lower ?? '')) return clue;
  const after = phrase.head + 1;
  if (after >= phrase.to) return clue;
  const start =
    /^(?:von|vom|aus|durch|der|des|dem)$/.test(tokens[after]?.lower ?? '') && (tokens[after]?.bits ?? 0) & WORD.preposition
      ? after + 1
      : after;
  const inner = readPhrase(tokens, start, phrase.to);
  return inner && !inner.pronoun
    ? { ...clue, name: spanBetween(analysis, inner.from, inner.to - 1), gender: inner.gender, plural: inner.plural }
    : clue;
}

function follow(analysis: Analysis, clause: Clause, at: number): Candidate {
  const span = spanBetween(analysis, at, at);
  return {
    rule: 'de.adverbial.demnach',
    sentence: analysis.index,
    content: contentAround(analysis, clause, at, at),
    cue: [span],
    speaker: { kind: 'previous', span, name: null, gender: null, plural: null },
    form: formOf(analysis, clause.first, clause.last),
    layer: 'speech',
    lemma: '',
    entry: null,
    negated: false,
    headline: false,
  };
}

/** A source at the head of a sentence holds for all its clauses, up to one with a source of its own. */
function adverbialEnd(analysis: Analysis, start: number): number {
  const { clauses, tokens } = analysis;
  let last = clauses[start]?.last ?? 0;
  for (let index = start + 1; index < clauses.length; index++) {
    const clause = clauses[index];
    if (!clause || tokens[clause.first]?.kind === 'quote') break;
    if (clause.boundary === 'semicolon' || clause.boundary === 'colon') break;
    if (clause.kind === 'main' && clause.predicate && reportingVerbOf(analysis, clause)?.layer === 'speech') break;
    if (clause.kind === 'fragment' && tokens[clause.first]?.lower === 'so') break;
    last = Math.max(last, clause.last);
  }
  return lastWord(analysis, clauses[start]?.first ?? 0, last);
}

function contentAround(analysis: Analysis, clause: Clause, from: number, to: number): Span[] {
  const previous = analysis.clauses[clause.index - 1];
  // "„…“, sagte er laut X": the quotation is the speaker's, X only relays it.
  if (clause.verbFirst && previous && analysis.tokens[previous.first]?.kind === 'quote' && reportingVerbOf(analysis, clause)) return [];
  const { tokens, clauses } = analysis;
  let first = clause.first;
  // Clauses in front of the finite verb belong to the sentence: "Als er kam, war laut X …".
  let index = clause.index;
  // "…, sagten die Beamten laut X": X relays the saying and what was said.
  if (clause.verbFirst && clause.index > 0 && reportingVerbOf(analysis, clause)?.layer === 'speech')
    first = regionStart(analysis, clause.index);
  while (index > 0 && clause.verbFirst) {
    const before = clauses[index - 1];
    if (!before || before.kind === 'main') break;
    first = before.first;
    index--;
  }
  const last = adverbialEnd(analysis, clause.index);
  if (from <= first) {
    let start = to + 1;
    while (start < last && ['comma', 'close'].includes(tokens[start]?.kind ?? '')) start++;
    return [spanBetween(analysis, start, last)];
  }
  if (to >= last) {
    const end = lastWord(analysis, first, from - 1);
    return [spanBetween(analysis, first, end)];
  }
  return [spanBetween(analysis, first, last)];
}
