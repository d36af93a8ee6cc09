import type { ReportingEntry } from '../../lang/reporting.ts';
import type { Span } from '../../model/index.ts';
import type { Clause } from '../clauses.ts';
import { readPhrase } from '../phrases/noun-phrase.ts';
import type { Analysis } from './analysis.ts';
import { spanBetween, spansOf } from './analysis.ts';
import type { Candidate } from './candidate.ts';
import { contentEnd, formOf } from './content-extent.ts';
import { reportingVerbOf } from './reporting-verb.ts';
import { clueOf, findSubject } from './subject.ts';
import type { Content } from './verb-content.ts';
import { clauseContent, sourceClause } from './verb-content.ts';
import { antecedentContent, objectContent } from './verb-object.ts';
import { speakerOf } from './verb-speaker.ts';

/** Finds what is reported by the verbs of a sentence. */
export function findByVerbs(analysis: Analysis): Candidate[] {
  const out: Candidate[] = [];
  for (const clause of analysis.clauses) {
    const verb = reportingVerbOf(analysis, clause);
    if (verb) out.push(...byVerb(analysis, clause, verb));
    else out.push(...byComplement(analysis, clause));
  }
  return out;
}

/** A verb-second clause in the first subjunctive depends on the clause before it, whatever its verb ("vertrat den Standpunkt, …"). */
function byComplement(analysis: Analysis, clause: Clause): Candidate[] {
  const { predicate } = clause;
  const next = analysis.clauses[clause.index + 1];
  if (clause.kind !== 'main' || predicate?.mood !== 'indicative' || predicate.passive || clause.verbFirst) return [];
  if (next?.kind !== 'main' || next.boundary !== 'comma' || next.verbFirst || next.coordinated || next.predicate?.mood !== 'subjunctive1')
    return [];
  const subject = findSubject(analysis, clause);
  if (!subject || subject.phrase.pronoun) return [];
  const end = contentEnd(analysis, next.index);
  return [
    {
      rule: 'de.verb.complement',
      sentence: analysis.index,
      content: [spanBetween(analysis, next.first, end)],
      cue: spansOf(analysis, predicate.parts),
      speaker: clueOf(analysis, subject),
      form: formOf(analysis, next.first, end),
      layer: 'speech',
      lemma: predicate.lemma,
      entry: null,
      negated: false,
      headline: analysis.sentence.headline,
    },
  ];
}

function byVerb(analysis: Analysis, clause: Clause, verb: ReportingEntry): Candidate[] {
  const { predicate } = clause;
  if (!predicate) return [];
  const saidHow = sourceClause(analysis, clause);
  const content = saidHow ?? (verb.direct || verb.clause || verb.infinitive ? clauseContent(analysis, clause, verb) : null);
  const speaker = speakerOf(analysis, clause, verb, content !== null);
  if (!speaker) return [];
  const cue = spansOf(analysis, cueParts(analysis, clause, verb));
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
    const layer = tellsWhatWasSaid(verb, content) ? 'speech' : base.layer;
    return withReference(analysis, clause, { ...base, ...whole, layer, rule: content.rule, content: content.spans, form: content.form });
  }
  const anaphor = anaphoric(analysis, clause);
  if (anaphor)
    return withReference(analysis, clause, { ...base, rule: 'de.verb.anaphor', content: [anaphor], form: 'indirect', anaphoric: true });
  const object = objectContent(analysis, clause, verb, speaker) ?? antecedentContent(analysis, clause, verb);
  if (object) {
    // In the subjunctive somebody else retells it, and the words are theirs.
    const told = verb.layer === 'speech' && clause.kind === 'main' && predicate.mood === 'indicative';
    const layer = told && (verb.frame.as === true || PROPOSITIONS.has(verb.lemma)) ? 'speech' : 'act';
    const clauseSpan = spanBetween(analysis, clause.first, dependentsEnd(analysis, clause));
    return [{ ...base, layer, rule: 'de.verb.object', content: object, form: 'reported', clause: clauseSpan }];
  }
  return [];
}

/** A decision told with a clause tells its words; one told with an infinitive does so where a body agrees or orders, not where it refuses. */
function tellsWhatWasSaid(verb: ReportingEntry, content: Content): boolean {
  if (verb.layer === 'speech' || content.form !== 'indirect') return true;
  if (content.rule === 'de.verb.infinitive') return verb.act === 'agree' || verb.act === 'order' || verb.act === 'announce';
  return content.rule === 'de.verb.clause' || content.rule === 'de.verb.second';
}

/** Where a reported act ends with the clauses that depend on it: "forderte einen Plan, mit dem …". */
function dependentsEnd({ clauses }: Analysis, clause: Clause): number {
  let { last } = clause;
  for (let index = clause.index + 1; index < clauses.length; index++) {
    const next = clauses[index];
    if (!next || (next.kind !== 'relative' && next.kind !== 'sub' && next.kind !== 'infinitive')) break;
    last = Math.max(last, next.last);
  }
  return last;
}

/**
 * Verbs whose noun phrase stands for what was said ("sprach von Verlusten"). Beside other verbs it only names what was
 * spoken about ("äußerte Zweifel"), and the report tells an act.
 */
const PROPOSITIONS = new Set(
  'sprechen berichten nennen fordern verlangen warnen vorwerfen ankündigen voraussagen hinweisen verweisen beziffern angeben schätzen rechnen planen begründen bestreiten begrüßen erwarten ausgehen vermuten befürchten fürchten halten'.split(
    ' ',
  ),
);

/** "berichtet X unter Berufung auf Y": what X reports is Y's word as well. */
function withReference(analysis: Analysis, clause: Clause, candidate: Candidate): Candidate[] {
  const { tokens } = analysis;
  const at = clause.positions.find((other) => tokens[other]?.lower === 'berufung' && tokens[other + 1]?.lower === 'auf');
  if (at === undefined) return [candidate];
  const phrase = readPhrase(tokens, at + 2, tokens.length);
  if (!phrase || phrase.pronoun) return [candidate];
  const speaker = clueOf(analysis, { phrase, first: phrase.from, last: phrase.to - 1 });
  return [
    candidate,
    { ...candidate, rule: 'de.verb.reference', cue: [spanBetween(analysis, Math.max(at - 1, clause.first), at + 1)], speaker },
  ];
}

/** Cue positions: the verbal parts with auxiliaries, and "sich" or "darauf" where they stand in between. */
function cueParts(analysis: Analysis, clause: Clause, verb: ReportingEntry): number[] {
  const parts = [...(clause.predicate?.parts ?? [])];
  const first = parts[0] ?? 0;
  const last = parts.at(-1) ?? 0;
  if (clause.predicate?.lemma === 'heißen' && analysis.tokens[first + 1]?.lower === 'es') parts.push(first + 1);
  if (clause.opener !== null && analysis.tokens[clause.opener]?.lower === 'wie') parts.push(clause.opener);
  for (const at of clause.positions) {
    const lower = analysis.tokens[at]?.lower ?? '';
    if (parts.includes(at)) continue;
    // "vertrat die Ansicht", "äußerte sich", "bezeichnete … als".
    const fixed =
      verb.fixed.includes(lower) || (verb.reflexive && lower === 'sich') || (verb.frame.as === true && lower === 'als' && at > first);
    if (fixed) parts.push(at);
    else if (
      /^(?:darauf|davon|dazu|dafür|davor|daran|darüber|damit|dagegen)$/.test(lower) &&
      at > first &&
      (at === last + 1 || at < last || at === clause.last)
    )
      parts.push(at);
  }
  return parts.sort((a, b) => a - b);
}

/** "Das teilte X mit", "Dies berichtet die Zeitung": the pronoun stands for the sentence before. */
function anaphoric(analysis: Analysis, clause: Clause): Span | null {
  if (clause.kind !== 'main' || !clause.predicate) return null;
  const first = analysis.tokens[clause.first];
  if (!first || !['das', 'dies', 'so', 'darüber', 'davon'].includes(first.lower)) return null;
  if (clause.first + 1 !== clause.predicate.finite || first.lower === 'so') return null;
  return { start: first.start, end: first.end };
}
