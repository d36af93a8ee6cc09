import type { ReportingEntry } from '../../lang/reporting.ts';
import { WORD } from '../../lang/words.ts';
import type { Clause } from '../clauses.ts';
import { phrasesOf } from '../phrases/noun-phrase.ts';
import type { Analysis } from './analysis.ts';
import type { SpeakerClue } from './candidate.ts';
import { NOBODY, OUTER } from './candidate.ts';
import type { Subject } from './subject.ts';
import { clueOf, findSubject } from './subject.ts';
import { governed } from './verb-object.ts';

/** The subject as speaker; for a passive the phrase after von or durch, else nobody. */
export function speakerOf(analysis: Analysis, clause: Clause, verb: ReportingEntry, withContent: boolean): SpeakerClue | null {
  const { tokens } = analysis;
  const predicate = clause.predicate;
  if (!predicate) return null;
  if (verb.lemma === 'heißen' || (verb.lemma === 'verlauten' && !findSubject(analysis, clause)) || verb.lemma === 'hervorgehen')
    return placeSpeaker(analysis, clause) ?? OUTER;
  // "Es wurde bekannt, dass …": nobody is named.
  if (verb.frame.speaker === 'source' && withContent) return placeSpeaker(analysis, clause) ?? NOBODY;
  if (predicate.passive && verb.lemma === 'zitieren') {
    const quoted = findSubject(analysis, clause);
    return quoted ? clueOf(analysis, quoted) : null;
  }
  if (predicate.passive) {
    for (const phrase of phrasesOf(tokens, clause.positions, clause.predicate?.parts)) {
      const preposition = phrase.preposition === null ? '' : (tokens[phrase.preposition]?.lower ?? '');
      if (preposition === 'von' || preposition === 'vom' || preposition === 'durch' || preposition === 'seitens')
        return clueOf(analysis, { phrase, first: phrase.from, last: phrase.to - 1 });
    }
    return withContent ? NOBODY : null;
  }
  if (clause.kind === 'infinitive') return governor(analysis, clause);
  // "sprach die Polizei von Verletzten": what the verb governs is no part of its subject, unless a clause holds the content.
  const shared = clause.coordinated ? sharedSubject(analysis, clause) : null;
  const subject = shared ?? findSubject(analysis, clause, withContent ? [] : governed(verb)) ?? sharedSubject(analysis, clause);
  if (!subject) return clause.kind === 'relative' ? antecedent(analysis, clause) : null;
  if (subject.phrase.pronoun) {
    const word = tokens[subject.phrase.head]?.lower;
    if (word === 'man') return withContent ? OUTER : null;
    if (word === 'es') return withContent && verb.clause ? (placeSpeaker(analysis, clause) ?? OUTER) : null;
  }
  return clueOf(analysis, subject);
}

/** "… und kündigte an": the subject of the coordinated clause before holds on. */
function sharedSubject(analysis: Analysis, clause: Clause): Subject | null {
  if (clause.kind !== 'main' || !clause.verbFirst) return null;
  for (let index = clause.index - 1; index >= 0; index--) {
    const before = analysis.clauses[index];
    if (before?.kind !== 'main' || !before.predicate) continue;
    const mood = before.predicate.mood;
    if ((mood === 'subjunctive1' || mood === 'subjunctive2') && clause.predicate?.mood === 'indicative') continue;
    const subject = findSubject(analysis, before);
    if (subject) return subject;
  }
  return null;
}

/** "beeilten sich zu erklären, …": the subject of the clause the infinitive depends on. */
function governor(analysis: Analysis, clause: Clause): SpeakerClue | null {
  const before = analysis.clauses[clause.index - 1];
  if (!before?.predicate || before.kind === 'infinitive') return null;
  const subject = findSubject(analysis, before);
  return subject && clause.opener === null ? clueOf(analysis, subject) : null;
}

/** "der Sprecher, der sagte, …": the noun before the relative clause. */
function antecedent(analysis: Analysis, clause: Clause): SpeakerClue | null {
  const before = analysis.clauses.filter((other) => other.index < clause.index && other.positions.some((at) => at < clause.first)).at(-1);
  if (!before) return null;
  const positions = before.positions.filter((at) => at < clause.first);
  const phrase = phrasesOf(analysis.tokens, positions).at(-1);
  if (!phrase || phrase.to < clause.first - 2) return null;
  return clueOf(analysis, { phrase, first: phrase.from, last: phrase.to - 1 });
}

const PLACE = new Set(['aus', 'von', 'vom', 'in', 'im', 'beim', 'bei', 'seitens']);

/** "hieß es aus dem Ministerium", "hieß es in einer Erklärung": the phrase is the source. */
function placeSpeaker(analysis: Analysis, clause: Clause): SpeakerClue | null {
  const { tokens } = analysis;
  const phrases = phrasesOf(tokens, clause.positions, clause.predicate?.parts);
  // "in einer am Montag verbreiteten Erklärung Holms": the document is the source, not the place in between.
  const document = phrases.find((phrase) => analysis.language.reportingNoun(tokens[phrase.head]?.text ?? '')?.source === true);
  if (document) {
    const clue = clueOf(analysis, { phrase: document, first: document.from, last: document.to - 1 });
    const last = tokens[document.to - 1];
    const owner = last && document.to - 1 > document.head && /s$/.test(last.lower) ? { start: last.start, end: last.end - 1 } : null;
    return owner ? { ...clue, name: owner } : clue;
  }
  for (const phrase of phrases) {
    const preposition = phrase.preposition === null ? '' : (tokens[phrase.preposition]?.lower ?? '');
    if (PLACE.has(preposition) && (tokens[phrase.head]?.bits ?? 0) % WORD.month === (tokens[phrase.head]?.bits ?? 0)) {
      return clueOf(analysis, { phrase, first: phrase.from, last: phrase.to - 1 });
    }
  }
  return null;
}
