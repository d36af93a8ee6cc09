import type { ReportingEntry } from '../../lang/reporting.ts';
import { WORD } from '../../lang/words.ts';
import type { Span, StatementForm } from '../../model/index.ts';
import type { Clause } from '../clauses.ts';
import { ACC, isTimeWord, phrasesOf } from '../phrases/noun-phrase.ts';
import type { Analysis } from './analysis.ts';
import { lastWord, spanBetween } from './analysis.ts';
import { contentEnd, formOf, innerOf, regionStart } from './content-extent.ts';
import { reportingVerbOf } from './reporting-verb.ts';
import { findSubject } from './subject.ts';
import { governed } from './verb-object.ts';

/** Where the content of a reporting verb stands, and which rule says so. */
export interface Content {
  readonly rule: string;
  readonly spans: readonly Span[];
  readonly form: StatementForm;
  /** Positions covered, so that no other rule takes them for the same verb. */
  readonly from: number;
  readonly to: number;
  readonly clause?: Span;
}

const CLAUSE_OPENERS = new Set([
  'dass',
  'daß',
  'ob',
  'wie',
  'wer',
  'was',
  'warum',
  'weshalb',
  'wieso',
  'wann',
  'wo',
  'wohin',
  'woher',
  'welche',
  'welcher',
  'welches',
  'wen',
  'wem',
  'inwieweit',
  'inwiefern',
  'womit',
  'wodurch',
  'wofür',
]);

/** Clauses that may open a reported sentence: "sagte, wenn es so komme, werde man …". */
const FRONT_OPENERS = new Set([
  'wenn',
  'falls',
  'sollte',
  'da',
  'weil',
  'solange',
  'sobald',
  'sofern',
  'obwohl',
  'nachdem',
  'bevor',
  'seit',
  'seitdem',
  'wer',
  'was',
  'während',
  'als',
  'um',
  'ohne',
  'statt',
  'bis',
]);

/** "Wie der Sprecher mitteilte, …" and "…, wie der Sprecher mitteilte": the content is the rest of the sentence. */
export function sourceClause(analysis: Analysis, clause: Clause): Content | null {
  const { tokens, clauses } = analysis;
  if (clause.kind !== 'sub' || clause.opener === null || tokens[clause.opener]?.lower !== 'wie') return null;
  const before = clauses.slice(0, clause.index);
  const after = clauses.slice(clause.index + 1);
  if (clause.first === 0) {
    const next = after.find((other) => other.kind === 'main' && other.verbFirst) ?? after.find((other) => other.kind === 'main');
    if (!next) return null;
    return {
      rule: 'de.verb.wie',
      spans: [spanBetween(analysis, next.first, contentEnd(analysis, next.index))],
      form: formOf(analysis, next.first, tokens.length - 1),
      from: next.first,
      to: tokens.length - 1,
    };
  }
  if (clause.boundary !== 'comma' && clause.boundary !== 'dash') return null;
  if (before.length === 0) return null;
  const previous = clauses[clause.index - 1];
  // "die Frage, wie er sagte" after a main clause that itself asks for a clause is a question, not a source.
  const asked = previous?.kind === 'main' && reportingVerbOf(analysis, previous);
  if (asked && !hasLeftContent(analysis, previous)) return null;
  const start = regionStart(analysis, clause.index);
  const spans = [spanBetween(analysis, start, lastWord(analysis, start, clause.first - 1))];
  const next = after[0];
  if (next && (next.verbFirst || next.boundary === 'comma') && next.kind === 'main')
    spans.push(spanBetween(analysis, next.first, contentEnd(analysis, next.index)));
  return { rule: 'de.verb.wie', spans, form: formOf(analysis, start, clause.first - 1), from: start, to: clause.first - 1 };
}

function hasLeftContent(analysis: Analysis, clause: Clause): boolean {
  return clause.verbFirst && clause.first > 0 && analysis.clauses.length > 1;
}

export function clauseContent(analysis: Analysis, clause: Clause, verb: ReportingEntry): Content | null {
  return rightContent(analysis, clause, verb) ?? leftContent(analysis, clause, verb) ?? innerInfinitive(analysis, clause, verb);
}

const CORRELATES = new Set(['darauf', 'davor', 'dazu', 'daran', 'darum', 'dafür', 'dagegen', 'davon', 'damit', 'darin', 'darüber']);

/** Content behind the verb: a quotation, a clause with dass or a question word, a verb-second clause, an infinitive. */
function rightContent(analysis: Analysis, clause: Clause, verb: ReportingEntry): Content | null {
  const { tokens, clauses } = analysis;
  // "warnte davor, … zu …": the adverb stands for a clause, whatever else the verb takes.
  const correlate = clause.positions.some((at) => at > (clause.predicate?.finite ?? at) && CORRELATES.has(tokens[at]?.lower ?? ''));
  for (let index = clause.index + 1; index < clauses.length; index++) {
    const next = clauses[index];
    if (!next) break;
    const token = tokens[next.first];
    if (next.coordinated && next.kind === 'main' && next.index > clause.index + 1) break;
    if (token?.kind === 'quote') {
      if (next.boundary !== 'colon' && next.boundary !== 'comma' && next.boundary !== null) continue;
      if (!verb.direct && next.boundary !== 'colon') break;
      return directContent(analysis, next, 'de.verb.quote_after');
    }
    if (next.boundary === 'colon') {
      // "kündigte vier Feste an: Ostern, Mai" is a list; headlines do without the verb.
      const list = !analysis.sentence.headline && !clauses.some((other) => other.index >= next.index && other.predicate !== null);
      if (list || clause.predicate?.passive === true) break;
      if (next.index > clause.index + 1 && clauses[index - 1]?.kind === 'main') break;
      // "kündigt neue Stellen an: Zwei Lehrer kommen" spells an object out in the reporter's words.
      if (next.predicate?.mood === 'indicative' && !analysis.sentence.headline && hasObject(analysis, clause)) break;
      const last = tokens.length - 1;
      return {
        rule: 'de.verb.colon',
        spans: [spanBetween(analysis, next.first, lastWord(analysis, next.first, last))],
        form: formOf(analysis, next.first, last),
        from: next.first,
        to: last,
      };
    }
    const opener = next.opener === null ? '' : (tokens[next.opener]?.lower ?? '');
    if (next.kind === 'sub' && CLAUSE_OPENERS.has(opener)) {
      if ((!verb.clause && !correlate) || (opener === 'wie' && isSource(analysis, next))) continue;
      // "…, was ein Hinweis ist" goes on with the clause before where the verb takes no question.
      if (opener !== 'dass' && opener !== 'daß' && !/\b(?:wh|ob)\b/.test(verb.frame.clauses)) continue;
      // "…, so dass alle gingen" is a consequence; "die Kette, welche riss" a relative clause.
      if (tokens[(next.opener ?? 0) - 1]?.lower === 'so' && opener.startsWith('da')) continue;
      if (opener.startsWith('welch') && !asksWhich(analysis, next.opener ?? next.first)) continue;
      const end = contentEnd(analysis, index);
      const from = opener === 'dass' || opener === 'daß' ? (next.opener ?? next.first) + 1 : next.first;
      return {
        rule: 'de.verb.clause',
        clause: spanBetween(analysis, next.first, end),
        spans: [spanBetween(analysis, from, end)],
        form: formOf(analysis, next.first, end),
        from: next.first,
        to: end,
      };
    }
    if (next.kind === 'sub' && FRONT_OPENERS.has(opener)) {
      const behind = clauses[index + 1];
      if (
        verb.clause &&
        behind?.kind === 'main' &&
        behind.verbFirst &&
        !behind.coordinated &&
        behind.predicate &&
        !reportingVerbOf(analysis, behind)
      ) {
        const end = contentEnd(analysis, index);
        return wholeClause(analysis, 'de.verb.second', next.first, end);
      }
      continue;
    }
    if (next.kind === 'infinitive') {
      // "gab an, nichts zu wissen": what somebody says of himself needs no clause.
      const ofOneself = verb.clause && verb.layer === 'speech' && (verb.sense === 'say' || verb.sense === 'think');
      if ((!verb.infinitive && !correlate && !ofOneself) || next.opener !== null) continue;
      const end = contentEnd(analysis, index);
      return wholeClause(analysis, 'de.verb.infinitive', next.first, end);
    }
    if (next.kind === 'main') {
      if (!verb.clause || next.coordinated || next.boundary === null) break;
      if (next.verbFirst) {
        // "…, sagte er, gehe das nicht": the quotation or clause in front of the verb goes on.
        break;
      }
      if (next.boundary !== 'comma' && next.boundary !== 'dash') break;
      if (goesOnOrRelates(analysis, next) || (clause.kind === 'relative' && clause.predicate?.passive === true)) break;
      if (next.predicate?.mood === 'indicative' && !takesIndicative(analysis, clause, verb, next)) break;
      const end = contentEnd(analysis, index);
      return wholeClause(analysis, 'de.verb.second', next.first, end);
    }
    // Relative clauses and appositions between the verb and its content belong to the subject or an object.
  }
  return null;
}

/** "welche Folgen das habe" asks; "welche schließlich rissen" relates. */
function asksWhich({ tokens }: Analysis, opener: number): boolean {
  const next = tokens[opener + 1];
  return next?.capital === true || (next !== undefined && next.bits === 0 && tokens[opener + 2]?.capital === true);
}

/** "…, und die Piloten …", "…, dessen Verkündung …", "…, mit denen …", "…, wonach …": no clause of what is said begins so. */
function goesOnOrRelates({ tokens }: Analysis, clause: Clause): boolean {
  const first = tokens[clause.first];
  if (!first) return false;
  if ((first.bits & WORD.coordinator) !== 0) return true;
  const at = (first.bits & WORD.preposition) !== 0 ? clause.first + 1 : clause.first;
  return /^(?:dessen|deren|denen|wonach|welche[mnrs]?)$/.test(tokens[at]?.lower ?? '');
}

const ADVERSATIVE = new Set([
  'allerdings',
  'dennoch',
  'trotzdem',
  'jedoch',
  'doch',
  'aber',
  'denn',
  'später',
  'dagegen',
  'hingegen',
  'dabei',
  'damit',
  'und',
  'sondern',
]);

/** Only verbs of saying and thinking without an object take a verb-second clause in the indicative. */
function takesIndicative(analysis: Analysis, clause: Clause, verb: ReportingEntry, next: Clause): boolean {
  const { tokens } = analysis;
  if (clause.kind !== 'main' || clause.predicate?.passive === true || ADVERSATIVE.has(analysis.tokens[next.first]?.lower ?? ''))
    return false;
  const objects = phrasesOf(tokens, clause.positions, clause.predicate?.parts);
  // "gehen von einem Unfall aus, das Amt ermittelt": what is thought has been said.
  const prepositions = governed(verb);
  if (objects.some((phrase) => phrase.preposition !== null && prepositions.includes(tokens[phrase.preposition]?.lower ?? ''))) return false;
  if (hasObject(analysis, clause)) return false;
  return verb.sense === 'say' || verb.sense === 'think' || maybeSubjunctive(analysis, next);
}

/** Whether a noun phrase behind the verb is its object: what was said has been told then. */
function hasObject(analysis: Analysis, clause: Clause): boolean {
  const finite = clause.predicate?.finite ?? 0;
  const subject = findSubject(analysis, clause)?.phrase.from;
  return phrasesOf(analysis.tokens, clause.positions, clause.predicate?.parts).some(
    (phrase) =>
      phrase.from > finite &&
      phrase.preposition === null &&
      !phrase.pronoun &&
      (phrase.cases & ACC) !== 0 &&
      phrase.from !== subject &&
      !isTimeWord(analysis.tokens[phrase.head]),
  );
}

/** "wollten", "sagten": a past that is spelt like the second subjunctive. */
function maybeSubjunctive({ tokens }: Analysis, clause: Clause): boolean {
  const token = tokens[clause.predicate?.finite ?? -1];
  return token?.verbs.some((form) => form.mood === 'subjunctive2') === true;
}

function isSource(analysis: Analysis, clause: Clause): boolean {
  return reportingVerbOf(analysis, clause) !== undefined && clause.index + 1 < analysis.clauses.length;
}

/** Content in front of the verb: "…, sagte X", with a second piece behind it if the sentence goes on. */
function leftContent(analysis: Analysis, clause: Clause, verb: ReportingEntry): Content | null {
  const { tokens, clauses } = analysis;
  if (clause.kind !== 'main' || !clause.verbFirst || clause.first === 0 || clause.coordinated) return null;
  const previous = clauses[clause.index - 1];
  if (!previous) return null;
  if (tokens[previous.first]?.kind === 'quote') {
    const content = directContent(analysis, previous, 'de.verb.quote_before');
    const after = clauses.slice(clause.index + 1).find((other) => tokens[other.first]?.kind === 'quote');
    const goesOn = clauses[clause.index + 1];
    if (
      goesOn?.kind === 'main' &&
      goesOn.verbFirst &&
      goesOn.boundary === 'comma' &&
      !goesOn.coordinated &&
      goesOn.predicate?.mood !== 'indicative'
    ) {
      return {
        ...content,
        spans: [...content.spans, spanBetween(analysis, goesOn.first, contentEnd(analysis, goesOn.index))],
        form: 'mixed',
      };
    }
    if (after && after.boundary !== null) return { ...content, spans: [...content.spans, ...directContent(analysis, after, '').spans] };
    return content;
  }
  if (!verb.clause || (clause.boundary !== 'comma' && clause.boundary !== 'dash')) return null;
  // "…, bedroht und …", "…, sprach aber von …": without a subject of its own the verb goes on with the clause before.
  const subject = findSubject(analysis, clause);
  // A passive with a subject ("…, wurde das Haus geschlossen") tells what was done, not that somebody said so.
  if (
    clause.predicate?.passive === true
      ? verb.sense === 'think' || (subject !== null && !subject.phrase.pronoun)
      : !subject && verb.frame.speaker !== 'source'
  )
    return null;
  const start = regionStart(analysis, clause.index);
  if (start >= clause.first - 1) return null;
  const left = clauses.slice(0, clause.index).filter((other) => other.first >= start);
  const complete =
    left.some((other) => other.kind === 'main' && other.predicate !== null) ||
    left.some(
      (other) =>
        other.kind === 'sub' &&
        CLAUSE_OPENERS.has(tokens[other.opener ?? -1]?.lower ?? '') &&
        !(tokens[other.opener ?? -1]?.lower === 'wie' && reportingVerbOf(analysis, other)),
    );
  const next = clauses.slice(clause.index + 1).find((other) => other.kind === 'main');
  if (!complete && !(next?.verbFirst && next.predicate) && !left.some((other) => other.kind === 'fragment')) return null;
  // "In einem Bericht, der …, fordert X": a fragment behind a preposition or a clause in front is the front field of the verb.
  const opens = left[0];
  const loose = opens?.kind === 'fragment' && ((tokens[opens.first]?.bits ?? 0) & (WORD.preposition | WORD.prepositionArticle)) === 0;
  if (!complete && !next && !loose) return null;
  const spans = [spanBetween(analysis, start, lastWord(analysis, start, clause.first - 1))];
  if (next?.verbFirst && !next.coordinated && next.boundary === 'comma' && !reportingVerbOf(analysis, next))
    spans.push(spanBetween(analysis, next.first, contentEnd(analysis, next.index)));
  return { rule: 'de.verb.postposed', spans, form: formOf(analysis, start, clause.first - 1), from: start, to: clause.first - 1 };
}

/** Infinitive without a comma: "drohte damit den Hafen zu schließen", "versprach zu helfen". */
function innerInfinitive(analysis: Analysis, clause: Clause, verb: ReportingEntry): Content | null {
  // "droht zu scheitern", "verspricht zu werden" without a comma are no speech acts.
  if (!verb.infinitive || clause.kind !== 'main' || !clause.predicate || /^(?:drohen|versprechen)$/.test(verb.lemma)) return null;
  const { tokens } = analysis;
  const { finite } = clause.predicate;
  const verbEnd = clause.predicate.parts.at(-1) ?? finite;
  const zu = clause.positions.findIndex(
    (at) => at > finite + 1 && tokens[at]?.lower === 'zu' && tokens[at + 1]?.verbs.some((form) => form.mood === 'infinitive') === true,
  );
  const joined =
    zu >= 0
      ? (clause.positions[zu] ?? -1)
      : (clause.positions.find(
          (at) => at > finite && !tokens[at]?.capital && tokens[at]?.verbs.some((form) => form.mood === 'zu_infinitive'),
        ) ?? -1);
  if (joined < 0) return null;
  const end = zu >= 0 ? joined + 1 : joined;
  const subject = findSubject(analysis, clause);
  const from = Math.max(
    verbEnd < joined ? verbEnd + 1 : clause.predicate.finite + 1,
    subject && subject.last < joined ? subject.last + 1 : 0,
  );
  if (from > end) return null;
  return { rule: 'de.verb.infinitive', spans: [spanBetween(analysis, from, end)], form: 'indirect', from, to: end };
}

/** The content that a clause holds from its first word to the end of what depends on it. */
function wholeClause(analysis: Analysis, rule: string, from: number, to: number): Content {
  return { rule, spans: [spanBetween(analysis, from, to)], form: formOf(analysis, from, to), from, to };
}

function directContent(analysis: Analysis, clause: Clause, rule: string): Content {
  const spans: Span[] = [];
  let index = clause.index;
  let last = clause.first;
  for (;;) {
    const next = analysis.clauses[index];
    const token = next ? analysis.tokens[next.first] : undefined;
    if (!next || token?.kind !== 'quote' || !token.quotation) break;
    spans.push(innerOf(analysis, token.quotation.inner));
    last = next.first;
    index++;
  }
  return { rule, spans, form: 'direct', from: clause.first, to: last };
}
