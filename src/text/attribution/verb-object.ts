import type { ReportingEntry } from '../../lang/reporting.ts';
import { WORD } from '../../lang/words.ts';
import type { Span } from '../../model/index.ts';
import type { Clause } from '../clauses.ts';
import type { NounPhrase } from '../phrases/noun-phrase.ts';
import { ACC, DAT, GEN, isTimeWord, phrasesOf } from '../phrases/noun-phrase.ts';
import type { Analysis } from './analysis.ts';
import { spanBetween } from './analysis.ts';
import type { SpeakerClue } from './candidate.ts';

/** The noun phrase or prepositional phrase that carries the content: "forderte einen Rückzug", "sprach von …". */
export function objectContent(analysis: Analysis, clause: Clause, verb: ReportingEntry, speaker: SpeakerClue): readonly Span[] | null {
  if (verb.objects.length === 0 || !clause.predicate) return null;
  const { tokens } = analysis;
  // A wish or a condition is no report: "wenn Kiew das garantiert", "um Hilfe zu fordern".
  if (clause.kind === 'infinitive') return null;
  const opener = tokens[clause.opener ?? -1]?.lower ?? '';
  if (clause.kind === 'sub' && !/^(?:dass|daß|als|nachdem|während|weil|ob|obwohl)$/.test(opener)) return null;
  const own = new Set(clause.predicate.parts);
  for (const at of clause.positions) {
    const fixed = at > clause.predicate.finite && verb.fixed.includes(tokens[at]?.lower ?? '');
    if (fixed && ((tokens[at]?.bits ?? 0) & (WORD.preposition | WORD.prepositionArticle)) === 0) own.add(at);
  }
  // "Die Räte sollen die Angriffe aussetzen": what they are to do, nobody's act. "Soll zugestimmt haben" is hearsay of one.
  const finite = tokens[clause.predicate.finite]?.lower ?? '';
  const hearsay = clause.predicate.parts.some((at) => /^(?:haben|sein|worden)$/.test(tokens[at]?.lower ?? ''));
  if (verb.layer === 'act' && /^soll(?:en|te|ten)?$/.test(finite) && !hearsay) return null;
  for (const phrase of phrasesOf(tokens, clause.positions, clause.predicate.parts, governed(verb))) {
    const at = phrase.preposition ?? phrase.from;
    const start = tokens[phrase.from]?.start ?? 0;
    if (speaker.span && start < speaker.span.end && (tokens[phrase.to - 1]?.end ?? 0) > speaker.span.start) continue;
    if (own.has(at) || isTime(analysis, phrase) || !fitsFrame(analysis, phrase, verb)) continue;
    // "Der Sturm forderte zwölf Todesopfer": an idiom, nobody speaks.
    if (verb.lemma === 'fordern' && /(?:opfer|leben|tote|verletzte)n?$/.test(tokens[phrase.head]?.lower ?? '')) return null;
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

/** "Ende März" is a time, "ein Ende der Kämpfe" is none. */
function isTime({ tokens }: Analysis, phrase: NounPhrase): boolean {
  const head = tokens[phrase.head];
  return isTimeWord(head) && !(head?.lower === 'ende' && phrase.from < phrase.head);
}

/** Prepositions the verb governs: their phrases are no part of a noun beside them. */
export function governed(verb: ReportingEntry): readonly string[] {
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
    if (at !== last + 1 || startsTime(tokens, at)) break;
    last = at;
  }
  while (last > phrase.to - 1 && ((tokens[last]?.bits ?? 0) & (WORD.adverb | WORD.negation)) !== 0 && !tokens[last]?.capital) last--;
  return last;
}

/** "am 3. Mai", "gestern": when something was said is no part of it. */
function startsTime(tokens: Analysis['tokens'], at: number): boolean {
  if (/^(?:heute|gestern|vorgestern|bereits|bislang|erneut)$/.test(tokens[at]?.lower ?? '')) return true;
  return (
    /^(?:am|seit|im)$/.test(tokens[at]?.lower ?? '') &&
    (isTimeWord(tokens[at + 1]) || isTimeWord(tokens[at + 2]) || isTimeWord(tokens[at + 3]))
  );
}

/** "eine lange Pause – zu der die Räte bereit sind": the content is the noun before the relative clause. */
export function antecedentContent(analysis: Analysis, clause: Clause, verb: ReportingEntry): readonly Span[] | null {
  if (clause.kind !== 'relative' || verb.layer !== 'act' || clause.opener === null) return null;
  const { tokens, clauses } = analysis;
  const behindPreposition = clause.opener > clause.first && ((tokens[clause.opener - 1]?.bits ?? 0) & WORD.preposition) !== 0;
  if (!behindPreposition && !/^(?:den|dem|die|das)$/.test(tokens[clause.opener]?.lower ?? '')) return null;
  const before = clauses.findLast((other) => other.index < clause.index && other.positions.some((at) => at < clause.first));
  const phrase = before
    ? phrasesOf(
        tokens,
        before.positions.filter((at) => at < clause.first),
        before.predicate?.parts,
      ).at(-1)
    : undefined;
  return phrase ? [spanBetween(analysis, phrase.from, phrase.to - 1)] : null;
}
