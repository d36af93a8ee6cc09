import type { ReportingNoun } from '../../lang/reporting.ts';
import { WORD } from '../../lang/words.ts';
import type { Span } from '../../model/index.ts';
import type { Clause } from '../clauses.ts';
import type { NounPhrase } from '../phrases/noun-phrase.ts';
import { GEN, readPhrase, readSimplePhrase } from '../phrases/noun-phrase.ts';
import type { Analysis } from './analysis.ts';
import { spanBetween } from './analysis.ts';
import type { Candidate, SpeakerClue } from './candidate.ts';
import { NOBODY } from './candidate.ts';
import { contentEnd, formOf } from './content-extent.ts';
import { reportingVerbOf } from './reporting-verb.ts';
import { clueOf, findSubject } from './subject.ts';

/** How far two stretches must coincide to be one content: a "dass" or a tail more or less does not part them. */
const SAME = 1 / 0.8;
/** Plans, signs and questions are told by the narrator too; they are somebody's words only where somebody owns them. */
const NEEDS_OWNER: ReadonlySet<string> = new Set([
  'Ziel',
  'Plan',
  'Absicht',
  'Vorhaben',
  'Wunsch',
  'Hinweis',
  'Frage',
  'Idee',
  'Initiative',
]);
/** Words on which a clause hangs that comes behind them. */
const CORRELATE = /^(?:so|derart|dermaßen|genug|da(?:für|durch|mit|bei|nach|von|zu|gegen|hingehend)|dar(?:an|auf|aus|in|um|über|unter))$/;
const ATTRIBUTES: ReadonlySet<string> = new Set(['für', 'auf', 'über', 'nach', 'zu', 'zum', 'zur', 'um', 'gegen', 'an']);

/** Finds contents that depend on a noun: "Holms Erklärung, dass …", "der Befehl, … einzustellen", "der EU-Vorschlag einer …". */
export function findByNouns(analysis: Analysis, taken: readonly Candidate[] = []): Candidate[] {
  const { tokens, clauses, language } = analysis;
  const out: Candidate[] = [];
  for (const clause of clauses) {
    for (const at of clause.positions) {
      const token = tokens[at];
      if (!token?.capital || token.kind !== 'word') continue;
      const noun = language.reportingNoun(token.text);
      if (!noun || isOtherWord(analysis, token.text, noun)) continue;
      // "Nach Angaben des Amtes": the noun already names the source of the clause.
      if (taken.some((other) => other.rule.startsWith('de.adverbial') && holds([...other.cue, other.speaker.span], token.start))) continue;
      const owner = ownerOf(analysis, at, noun.modifier);
      if (NEEDS_OWNER.has(noun.noun) && owner === null && !isQuestionPutTo(analysis, at)) continue;
      const content =
        clauseBehind(analysis, clause, at, noun.content) ??
        (owner !== null && noun.layer === 'act' ? attribute(analysis, clause, at, noun.content, owner) : null);
      if (!content || isTaken(content.span, taken)) continue;
      const speaker = owner ?? subjectOf(analysis, clause);
      if (!speaker) continue;
      out.push({
        rule: content.rule,
        sentence: analysis.index,
        content: [content.span],
        cue: [spanBetween(analysis, at, at)],
        speaker,
        form: content.form,
        layer: noun.layer,
        lemma: noun.noun,
        entry: { act: noun.act, group: noun.group },
        negated: false,
        headline: analysis.sentence.headline,
        ...(content.rule === 'de.noun.clause' ? { clause: content.whole } : {}),
      });
    }
  }
  return out;
}

/** A prefix makes another word of it ("Anschluss"), and so does what a condition is of ("Wetterbedingungen"). */
function isOtherWord({ language }: Analysis, text: string, noun: ReportingNoun): boolean {
  if (noun.modifier === null || text.includes('-')) return false;
  return noun.group === 'de.noun.condition' || ((language.words.bits.get(noun.modifier.toLowerCase()) ?? 0) & WORD.prefix) !== 0;
}

/** "Auf die Frage, ob …": somebody asked, though not named. */
function isQuestionPutTo({ tokens }: Analysis, at: number): boolean {
  return tokens[at]?.lower === 'frage' && tokens[at - 1]?.lower === 'die' && tokens[at - 2]?.lower === 'auf';
}

function holds(spans: readonly (Span | null)[], at: number): boolean {
  return spans.some((span) => span !== null && span.start <= at && at < span.end);
}

/** "sagte in einem Interview, dass …": the clause belongs to the verb or source that already claims it. */
function isTaken(content: Span, taken: readonly Candidate[]): boolean {
  return taken.some((other) =>
    other.content.some((span) => {
      const shared = Math.min(span.end, content.end) - Math.max(span.start, content.start);
      return shared * 2 * SAME > span.end - span.start + content.end - content.start;
    }),
  );
}

/** The clause that explains the noun stands right behind it, or behind the verb that closes the sentence field. */
function clauseBehind(analysis: Analysis, clause: Clause, at: number, kinds: readonly string[]) {
  const { tokens, clauses } = analysis;
  const next = clauses.find((other) => other.index > clause.index && other.first > at);
  if (next?.boundary !== 'comma') return null;
  const rest = clause.positions.filter((position) => position > at && position < next.first);
  // Between noun and clause only its genitive or the closing verb may stand.
  if (rest.some((position) => position > at + 6)) return null;
  // "Sorge tragen, dass" is a fixed phrase of acting, not of fearing.
  if (tokens[at]?.lower === 'sorge' && clause.predicate?.lemma === 'tragen') return null;
  // "führten dazu, dass", "so unzufrieden, dass": the clause hangs on that word unless it stands right behind the noun.
  if (rest.some((position) => position > at + 1 && CORRELATE.test(tokens[position]?.lower ?? ''))) return null;
  if (clause.predicate && reportingVerbOf(analysis, clause) && clause.predicate.parts.some((part) => part > at)) return null;
  const opener = next.opener === null ? '' : (tokens[next.opener]?.lower ?? '');
  const dass =
    next.kind === 'sub' && (opener === 'dass' || opener === 'daß' || opener === 'ob') && (kinds.includes('dass') || kinds.includes('ob'));
  const zu = next.kind === 'infinitive' && next.opener === null && kinds.includes('zu');
  const second =
    next.kind === 'main' &&
    !next.verbFirst &&
    !next.coordinated &&
    // Behind a clause that is reported itself the next one is no explanation of a noun but the next thing said.
    clause.predicate?.mood !== 'subjunctive1' &&
    clause.predicate?.mood !== 'subjunctive2' &&
    kinds.includes('dass') &&
    (next.predicate?.mood === 'subjunctive1' || next.predicate?.mood === 'subjunctive2');
  if (!dass && !zu && !second) return null;
  const end = contentEnd(analysis, next.index);
  const from = dass && opener !== 'ob' ? (next.opener ?? next.first) + 1 : next.first;
  return {
    rule: 'de.noun.clause',
    span: spanBetween(analysis, from, end),
    whole: spanBetween(analysis, next.first, end),
    form: formOf(analysis, next.first, end),
  };
}

/** "der Vorschlag einer Feuerpause", "Vorschlag für eine Waffenruhe": only where the owner is named beside it. */
function attribute(analysis: Analysis, clause: Clause, at: number, kinds: readonly string[], owner: SpeakerClue) {
  const { tokens } = analysis;
  const behind = clause.positions.includes(at + 1) ? tokens[at + 1] : undefined;
  if (!behind || !clause.predicate) return null;
  let start = at + 1;
  const ownerEnd = owner.span?.end ?? 0;
  while ((tokens[start]?.start ?? Number.POSITIVE_INFINITY) < ownerEnd) start++;
  const head = tokens[start];
  if (!head || !clause.positions.includes(start)) return null;
  const preposition = ATTRIBUTES.has(head.lower) && kinds.some((kind) => head.lower.startsWith(kind.slice(0, 2)));
  const phrase = readPhrase(tokens, preposition ? start + 1 : start, clause.last + 1, true);
  if (!phrase || phrase.pronoun) return null;
  if (!preposition && (!kinds.includes('gen') || (phrase.cases & GEN) === 0 || (head.bits & (WORD.definite | WORD.indefinite)) === 0))
    return null;
  return {
    rule: 'de.noun.attribute',
    span: spanBetween(analysis, start, phrase.to - 1),
    whole: spanBetween(analysis, start, phrase.to - 1),
    form: 'reported' as const,
  };
}

/** Whose word it is: a genitive before or behind, "von …", or the first part of the compound ("US-Vorschlag"). */
function ownerOf(analysis: Analysis, at: number, modifier: string | null): SpeakerClue | null {
  const { tokens } = analysis;
  const token = tokens[at];
  if (!token) return null;
  if (modifier !== null && token.text.includes('-')) {
    const span = { start: token.start, end: token.start + modifier.length };
    return { kind: 'phrase', span, name: span, gender: null, plural: null };
  }
  const before = tokens[at - 1];
  if (before?.capital && /(?:s|['’])$/.test(before.lower) && before.kind === 'word' && (before.bits & WORD.definite) === 0) {
    let first = at - 1;
    while (first > 0 && tokens[first - 1]?.capital && tokens[first - 1]?.kind === 'word' && (tokens[first - 1]?.bits ?? 0) === 0) first--;
    const span = spanBetween(analysis, first, at - 1);
    return { kind: 'phrase', span, name: { start: span.start, end: span.end - 1 }, gender: null, plural: null };
  }
  const next = tokens[at + 1];
  if (!next) return null;
  const from = next.lower === 'von' || next.lower === 'vom' ? at + 2 : at + 1;
  const genitive = /^(?:des|der)$/.test(next.lower);
  if (from === at + 1 && !genitive) return null;
  const phrase: NounPhrase | null = readSimplePhrase(tokens, from, tokens.length);
  if (!phrase || phrase.pronoun || (genitive && (phrase.cases & GEN) === 0)) return null;
  // "der Vorschlag der Waffenruhe" names the thing; whether it can speak is for the registry to say.
  return clueOf(analysis, { phrase, first: phrase.from, last: phrase.to - 1 });
}

/** "gab den Befehl, …": without an owner the subject of the clause, else whoever spoke before. */
function subjectOf(analysis: Analysis, clause: Clause): SpeakerClue | null {
  const subject = findSubject(analysis, clause);
  if (!subject) return null;
  const head = analysis.tokens[subject.phrase.head];
  if (head && analysis.language.reportingNoun(head.text)) return NOBODY;
  return clueOf(analysis, subject);
}
