import type { ReportingEntry } from '../../lang/reporting.ts';
import { WORD } from '../../lang/words.ts';
import type { Span, StatementForm } from '../../model/index.ts';
import type { Clause } from '../clauses.ts';
import type { NounPhrase } from '../phrases/noun-phrase.ts';
import { ACC, DAT, GEN, isTimeWord, NOM, phrasesOf } from '../phrases/noun-phrase.ts';
import type { Analysis } from './analysis.ts';
import { lastWord, spanBetween, spansOf } from './analysis.ts';
import type { Candidate, SpeakerClue } from './candidate.ts';
import { NOBODY, OUTER } from './candidate.ts';
import type { Subject } from './subject.ts';
import { clueOf, findSubject } from './subject.ts';

/** Where the content of a reporting verb stands, and which rule says so. */
interface Content {
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

/** Finds what is reported by the verbs of a sentence. */
export function findByVerbs(analysis: Analysis): Candidate[] {
  const out: Candidate[] = [];
  for (const clause of analysis.clauses) {
    const verb = reportingVerbOf(analysis, clause);
    if (verb) out.push(...byVerb(analysis, clause, verb));
  }
  return out;
}

const known = new WeakMap<Clause, ReportingEntry | null>();

/** The reporting sense of a clause's verb, looked up once a clause. */
export function reportingVerbOf(analysis: Analysis, clause: Clause): ReportingEntry | null {
  const cached = known.get(clause);
  if (cached !== undefined) return cached;
  const entry = lookUp(analysis, clause);
  known.set(clause, entry);
  return entry;
}

function lookUp({ tokens, language }: Analysis, clause: Clause): ReportingEntry | null {
  const lemma = clause.predicate?.lemma;
  if (lemma === undefined) return null;
  const words = new Set<string>();
  for (const at of clause.positions) words.add(tokens[at]?.lower ?? '');
  const found = language.reportingVerb(lemma, words);
  const prefix = /^(?:weiter|wieder|dazu|daran|heraus|zusammen)(?=\p{L}{4})/u.exec(lemma)?.[0];
  // "sagte er weiter" is no verb of its own.
  return found ?? (prefix ? language.reportingVerb(lemma.slice(prefix.length), words) : undefined) ?? null;
}

function byVerb(analysis: Analysis, clause: Clause, verb: ReportingEntry): Candidate[] {
  const { predicate } = clause;
  if (!predicate) return [];
  const saidHow = sourceClause(analysis, clause);
  const content = saidHow ?? (verb.direct || verb.clause || verb.infinitive ? clauseContent(analysis, clause, verb) : null);
  const speaker = speakerOf(analysis, clause, verb, content !== null);
  if (!speaker) return [];
  const cue = spansOf(analysis, cueParts(analysis, clause));
  const base = {
    sentence: analysis.index,
    cue,
    speaker,
    layer: verb.layer,
    entry: { act: verb.act, group: verb.group },
    lemma: verb.lemma,
    negated: clause.positions.some((at) => analysis.tokens[at]?.lower === 'nicht' && at > predicate.finite),
    headline: analysis.sentence.headline,
  };
  if (content) {
    const whole = content.clause ? { clause: content.clause } : {};
    return [{ ...base, ...whole, rule: content.rule, content: content.spans, form: content.form }];
  }
  const anaphor = anaphoric(analysis, clause);
  if (anaphor) return [{ ...base, rule: 'de.verb.anaphor', content: [anaphor], form: 'indirect', anaphoric: true }];
  const object = objectContent(analysis, clause, verb, speaker);
  if (object) {
    const layer = verb.layer === 'speech' && PROPOSITIONS.has(verb.lemma) ? 'speech' : 'act';
    const clauseSpan = spanBetween(analysis, clause.first, clause.last);
    return [{ ...base, layer, rule: 'de.verb.object', content: object, form: 'reported', clause: clauseSpan }];
  }
  return [];
}

/**
 * Verbs whose noun phrase stands for what was said ("sprach von Verlusten"). Beside other verbs it only names what was
 * spoken about ("äußerte Zweifel"), and the report tells an act.
 */
const PROPOSITIONS = new Set(
  'sprechen berichten nennen bezeichnen werten einstufen fordern verlangen warnen vorwerfen ankündigen hinweisen verweisen beziffern schätzen rechnen planen begründen bestreiten begrüßen kritisieren verurteilen erwarten ausgehen'.split(
    ' ',
  ),
);

/** Cue positions: the verbal parts with auxiliaries, and "sich" or "darauf" where they stand in between. */
function cueParts(analysis: Analysis, clause: Clause): number[] {
  const parts = [...(clause.predicate?.parts ?? [])];
  const first = parts[0] ?? 0;
  const last = parts.at(-1) ?? 0;
  for (const at of clause.positions) {
    const lower = analysis.tokens[at]?.lower ?? '';
    if (
      /^(?:darauf|davon|dazu|dafür|davor|daran|darüber|damit|dagegen)$/.test(lower) &&
      at > first &&
      (at === last + 1 || at < last || at === clause.last)
    )
      parts.push(at);
  }
  return parts.sort((a, b) => a - b);
}

/** "Wie der Sprecher mitteilte, …" and "…, wie der Sprecher mitteilte": the content is the rest of the sentence. */
function sourceClause(analysis: Analysis, clause: Clause): Content | null {
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
  const asked = previous && reportingVerbOf(analysis, previous);
  if (asked && previous?.kind !== 'sub' && !hasLeftContent(analysis, previous)) return null;
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

function clauseContent(analysis: Analysis, clause: Clause, verb: ReportingEntry): Content | null {
  return rightContent(analysis, clause, verb) ?? leftContent(analysis, clause, verb) ?? innerInfinitive(analysis, clause, verb);
}

/** Content behind the verb: a quotation, a clause with dass or a question word, a verb-second clause, an infinitive. */
function rightContent(analysis: Analysis, clause: Clause, verb: ReportingEntry): Content | null {
  const { tokens, clauses } = analysis;
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
      if (next.index > clause.index + 1 && clauses[index - 1]?.kind === 'main') break;
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
      if (!verb.clause || (opener === 'wie' && isSource(analysis, next))) continue;
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
        return {
          rule: 'de.verb.second',
          spans: [spanBetween(analysis, next.first, end)],
          form: formOf(analysis, next.first, end),
          from: next.first,
          to: end,
        };
      }
      continue;
    }
    if (next.kind === 'infinitive') {
      if (!verb.infinitive || next.opener !== null) continue;
      const end = contentEnd(analysis, index);
      return {
        rule: 'de.verb.infinitive',
        spans: [spanBetween(analysis, next.first, end)],
        form: formOf(analysis, next.first, end),
        from: next.first,
        to: end,
      };
    }
    if (next.kind === 'main') {
      if (!verb.clause || next.coordinated || next.boundary === null) break;
      if (next.verbFirst) {
        // "…, sagte er, gehe das nicht": the quotation or clause in front of the verb goes on.
        break;
      }
      if (next.boundary !== 'comma' && next.boundary !== 'dash') break;
      if (next.predicate?.mood === 'indicative' && !takesIndicative(analysis, clause, verb, next)) break;
      const end = contentEnd(analysis, index);
      return {
        rule: 'de.verb.second',
        spans: [spanBetween(analysis, next.first, end)],
        form: formOf(analysis, next.first, end),
        from: next.first,
        to: end,
      };
    }
    // Relative clauses and appositions between the verb and its content belong to the subject or an object.
  }
  return null;
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
  if (clause.kind !== 'main' || clause.predicate?.passive === true || ADVERSATIVE.has(analysis.tokens[next.first]?.lower ?? ''))
    return false;
  const objects = phrasesOf(analysis.tokens, clause.positions, clause.predicate?.parts);
  const finite = clause.predicate?.finite ?? 0;
  if (
    objects.some(
      (phrase) =>
        phrase.from > finite &&
        phrase.preposition === null &&
        !phrase.pronoun &&
        (phrase.cases & ~NOM & ACC) !== 0 &&
        (phrase.cases & NOM) === 0,
    )
  )
    return false;
  return verb.sense === 'say' || verb.sense === 'think' || maybeSubjunctive(analysis, next);
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
  const start = regionStart(analysis, clause.index);
  if (start >= clause.first - 1) return null;
  const left = clauses.slice(0, clause.index).filter((other) => other.first >= start);
  const complete =
    left.some((other) => other.kind === 'main' && other.predicate !== null) ||
    left.some((other) => other.kind === 'sub' && CLAUSE_OPENERS.has(tokens[other.opener ?? -1]?.lower ?? ''));
  const next = clauses.slice(clause.index + 1).find((other) => other.kind === 'main');
  if (!complete && !(next?.verbFirst && next.predicate) && !left.some((other) => other.kind === 'fragment')) return null;
  if (!complete && !next && left.every((other) => other.kind !== 'fragment')) return null;
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

/** The words between the marks, without a comma before the closing one; the full stop stays. */
export function innerOf({ text }: { readonly text: string }, inner: Span): Span {
  let { start, end } = inner;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /[\s,]/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** Where a stretch of content that starts with a clause ends: at the next clause that belongs to the reporter again. */
export function contentEnd(analysis: Analysis, start: number): number {
  const { tokens, clauses } = analysis;
  const first = clauses[start];
  let last = first?.last ?? 0;
  const subjunctive = first?.predicate?.mood === 'subjunctive1' || first?.predicate?.mood === 'subjunctive2';
  for (let index = start + 1; index < clauses.length; index++) {
    const clause = clauses[index];
    if (!clause) break;
    if (clause.kind === 'main' && clause.predicate) {
      const mood = clause.predicate.mood;
      const reported = mood === 'subjunctive1' || mood === 'subjunctive2';
      const front = clauses[index - 1];
      const follows =
        clause.verbFirst && !clause.coordinated && front?.kind === 'sub' && front.index >= start && !reportingVerbOf(analysis, clause);
      if (!follows) {
        if (clause.verbFirst && reportingVerbOf(analysis, clause) && clause.boundary !== null) break;
        if (clause.coordinated && !reported) break;
        if (!reported && clause.boundary !== null) break;
        if (clause.boundary === 'semicolon' && !reported) break;
        if (!subjunctive && !reported) break;
      }
    }
    if (clause.kind === 'fragment' && tokens[clause.first]?.lower === 'so' && clause.boundary === 'comma') break;
    if (
      clause.kind === 'sub' &&
      clause.boundary !== null &&
      tokens[clause.opener ?? -1]?.lower === 'wie' &&
      reportingVerbOf(analysis, clause)
    )
      break;
    if (tokens[clause.first]?.kind === 'quote') break;
    last = Math.max(last, clause.last);
  }
  return lastWord(analysis, clauses[start]?.first ?? 0, last);
}

/** Start of the stretch in front of a postposed reporting clause: the sentence, or behind an earlier reporting clause. */
export function regionStart(analysis: Analysis, index: number): number {
  const { clauses, tokens } = analysis;
  for (let before = index - 1; before >= 0; before--) {
    const clause = clauses[before];
    if (!clause) break;
    if (clause.boundary === 'semicolon' || tokens[clause.first]?.kind === 'quote')
      return tokens[clause.first]?.kind === 'quote' ? clause.last + 1 : clause.first;
    if (clause.boundary === 'colon' && before > 0) return clause.first;
  }
  return clauses[0]?.first ?? 0;
}

export function formOf(analysis: Analysis, from: number, to: number): StatementForm {
  const start = analysis.tokens[from]?.start ?? 0;
  const end = analysis.tokens[to]?.end ?? 0;
  return analysis.fragments.some((fragment) => fragment.start >= start - 1 && fragment.end <= end + 1) ? 'mixed' : 'indirect';
}

/** The subject as speaker; for a passive the phrase after von or durch, else nobody. */
function speakerOf(analysis: Analysis, clause: Clause, verb: ReportingEntry, withContent: boolean): SpeakerClue | null {
  const { tokens } = analysis;
  const predicate = clause.predicate;
  if (!predicate) return null;
  if (verb.lemma === 'heißen' || (verb.lemma === 'verlauten' && !findSubject(analysis, clause)) || verb.lemma === 'hervorgehen')
    return placeSpeaker(analysis, clause) ?? OUTER;
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
  // "sprach die Polizei von Verletzten": what the verb governs is no part of its subject.
  const shared = clause.coordinated ? sharedSubject(analysis, clause) : null;
  const subject = shared ?? findSubject(analysis, clause, governed(verb)) ?? sharedSubject(analysis, clause);
  if (!subject) return clause.kind === 'relative' ? antecedent(analysis, clause) : null;
  if (subject.phrase.pronoun) {
    const word = tokens[subject.phrase.head]?.lower;
    if (word === 'man') return null;
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
  for (const phrase of phrasesOf(tokens, clause.positions, clause.predicate?.parts)) {
    const preposition = phrase.preposition === null ? '' : (tokens[phrase.preposition]?.lower ?? '');
    if (PLACE.has(preposition) && (tokens[phrase.head]?.bits ?? 0) % WORD.month === (tokens[phrase.head]?.bits ?? 0)) {
      return clueOf(analysis, { phrase, first: phrase.from, last: phrase.to - 1 });
    }
  }
  return null;
}

/** "Das teilte X mit", "Dies berichtet die Zeitung": the pronoun stands for the sentence before. */
function anaphoric(analysis: Analysis, clause: Clause): Span | null {
  if (clause.kind !== 'main' || !clause.predicate) return null;
  const first = analysis.tokens[clause.first];
  if (!first || !['das', 'dies', 'so', 'darüber', 'davon'].includes(first.lower)) return null;
  if (clause.first + 1 !== clause.predicate.finite || first.lower === 'so') return null;
  return { start: first.start, end: first.end };
}

/** The noun phrase or prepositional phrase that carries the content: "forderte einen Rückzug", "sprach von …". */
function objectContent(analysis: Analysis, clause: Clause, verb: ReportingEntry, speaker: SpeakerClue): readonly Span[] | null {
  if (verb.objects.length === 0 || !clause.predicate) return null;
  const { tokens } = analysis;
  // A wish or a condition is no report: "wenn Kiew das garantiert", "um Hilfe zu fordern".
  if (clause.kind === 'infinitive') return null;
  const opener = tokens[clause.opener ?? -1]?.lower ?? '';
  if (clause.kind === 'sub' && !/^(?:dass|daß|als|nachdem|während|weil|ob|obwohl)$/.test(opener)) return null;
  const own = new Set(clause.predicate.parts);
  for (const phrase of phrasesOf(tokens, clause.positions, clause.predicate.parts, governed(verb))) {
    const at = phrase.preposition ?? phrase.from;
    const start = tokens[phrase.from]?.start ?? 0;
    if (speaker.span && start < speaker.span.end && (tokens[phrase.to - 1]?.end ?? 0) > speaker.span.start) continue;
    if (own.has(at) || isTimeWord(tokens[phrase.head]) || !fitsFrame(analysis, phrase, verb)) continue;
    if (phrase.pronoun && tokens[phrase.head]?.lower !== 'dies') continue;
    if (phrase.preposition === null && isAddressee(phrase, verb)) continue;
    if (phrase.preposition === null && ADDRESSES.has(verb.lemma)) continue;
    const end = objectEnd(analysis, clause, phrase, own, speaker);
    if (!verb.frame.as) return [spanBetween(analysis, at, end)];
    // "X als Y": both are the content, in two pieces where X stands in front of the verb.
    const als = clause.positions.find((other) => other > at && tokens[other]?.lower === 'als');
    if (als === undefined) return null;
    if (als <= end) return [spanBetween(analysis, at, end)];
    let last = als;
    while (clause.positions.includes(last + 1) && !own.has(last + 1)) last++;
    return als === end + 1 ? [spanBetween(analysis, at, last)] : [spanBetween(analysis, at, end), spanBetween(analysis, als, last)];
  }
  return null;
}

/** Prepositions the verb governs: their phrases are no part of a noun beside them. */
function governed(verb: ReportingEntry): readonly string[] {
  return verb.objects.flatMap((object) =>
    object.includes('+') ? [object.slice(0, object.indexOf('+')), object.startsWith('von') ? 'vom' : ''] : [],
  );
}

function fitsFrame({ tokens }: Analysis, phrase: NounPhrase, verb: ReportingEntry): boolean {
  if (phrase.preposition !== null) {
    const preposition = BASE[tokens[phrase.preposition]?.lower ?? ''] ?? tokens[phrase.preposition]?.lower ?? '';
    return verb.objects.some((object) => object.startsWith(`${preposition}+`));
  }
  return verb.objects.some(
    (object) =>
      (object === 'acc' && (phrase.cases & ACC) !== 0) ||
      (object === 'dat' && (phrase.cases & DAT) !== 0) ||
      (object === 'gen' && (phrase.cases & GEN) !== 0),
  );
}

const BASE: Readonly<Record<string, string>> = {
  vom: 'von',
  zum: 'zu',
  zur: 'zu',
  im: 'in',
  ins: 'in',
  am: 'an',
  ans: 'an',
  ums: 'um',
  fürs: 'für',
  beim: 'bei',
  aufs: 'auf',
  übers: 'über',
  vorm: 'vor',
};

/** Verbs whose accusative is the person asked; what is asked for stands behind a preposition. */
const ADDRESSES = new Set([
  'auffordern',
  'aufrufen',
  'bitten',
  'ermahnen',
  'warnen',
  'drängen',
  'appellieren',
  'ersuchen',
  'mahnen',
  'informieren',
  'unterrichten',
  'danken',
]);

/** "sagte der Zeitung": a dative that is no accusative is whom it was said to, where the verb has such an object. */
function isAddressee(phrase: NounPhrase, verb: ReportingEntry): boolean {
  return (phrase.cases & ACC) === 0 && !verb.objects.includes('dat') && !verb.objects.includes('gen');
}

/** The object goes on to the end of its field: what follows it before the verb depends on it. */
function objectEnd(analysis: Analysis, clause: Clause, phrase: NounPhrase, own: ReadonlySet<number>, speaker: SpeakerClue): number {
  const { tokens } = analysis;
  let last = phrase.to - 1;
  const finite = clause.predicate?.finite ?? 0;
  for (const at of clause.positions) {
    if (at <= last) continue;
    const token = tokens[at];
    if (!token || own.has(at) || (last < finite && at > finite)) break;
    if (speaker.span && token.start >= speaker.span.start && token.start < speaker.span.end) break;
    if (at !== last + 1) break;
    last = at;
  }
  while (last > phrase.to - 1 && ((tokens[last]?.bits ?? 0) & (WORD.adverb | WORD.negation)) !== 0 && !tokens[last]?.capital) last--;
  return last;
}
