import type { Span } from '../../model/index.ts';
import type { Clause } from '../clauses.ts';
import type { Analysis } from './analysis.ts';
import type { Candidate } from './candidate.ts';
import { NOBODY, verbatimCandidate } from './candidate.ts';
import { reportingVerbOf } from './reporting-verb.ts';
import { clueOf, findSubject } from './subject.ts';

/** Verbs that give a thing a name or a judgement, besides those of saying: "nannte sie „…“", "hält ihn für „…“". */
const NAMING: ReadonlySet<string> = new Set([
  'nennen',
  'halten',
  'sehen',
  'finden',
  'beschreiben',
  'bezeichnen',
  'beurteilen',
  'würdigen',
  'kritisieren',
  'verurteilen',
  'rechtfertigen',
  'loben',
  'werten',
  'einstufen',
  'einschätzen',
  'skandieren',
  'rufen',
  'zitieren',
  'ausrufen',
  'zeigen',
]);
/** Nouns whose words follow in marks: slogans and inscriptions are somebody's words, though nobody may be named. */
const WORDED = /^(?:parolen?|slogans?|sprüche|spruch|aufschrift|worten?|wortlaut|sprechch[oö]ren?|rede)$/;
/** Nouns whose name follows in marks. */
const NAMED =
  /^(?:motto|titel|untertitel|namen?|film|buch|roman|song|lied|album|zeitung|magazin|zeitschrift|blatt|sender|serie|stück|schiff|operation|projekt|programm|gruppe|band|organisation|partei|sendung|portal|gesetz|begriff)s?$/;

/** Finds words in marks within a clause that judges or names, where no rule has made the clause itself a content. */
export function findFragments(analysis: Analysis, taken: readonly Candidate[]): Candidate[] {
  const { tokens, clauses, fragments, text } = analysis;
  const out: Candidate[] = [];
  for (const { start, end, inner } of fragments) {
    if (taken.some((other) => other.content.some((span) => span.start < end && start < span.end))) continue;
    const at = tokens.findIndex((token) => token.start >= inner.start && token.end <= inner.end);
    const clause = clauses.find((one) => one.positions.includes(at));
    const before = tokens[at - 1]?.lower ?? '';
    if (!clause || at < 0 || NAMED.test(before)) continue;
    const worded = tokens.slice(Math.max(0, at - 4), at).some((token) => WORDED.test(token.lower));
    if (!worded && !(judges(analysis, clause) && isWording(text, inner, before))) continue;
    const subject = clause.predicate?.passive === true ? null : findSubject(analysis, clause);
    out.push(verbatimCandidate('de.mark.fragment', analysis.index, inner, subject ? clueOf(analysis, subject) : NOBODY));
  }
  return out;
}

function judges(analysis: Analysis, clause: Clause): boolean {
  const lemma = clause.predicate?.lemma ?? '';
  if (NAMING.has(lemma)) return !clause.positions.some((at) => analysis.tokens[at]?.lower === 'sich') || lemma === 'zeigen';
  return reportingVerbOf(analysis, clause)?.layer === 'speech';
}

/** A name in marks begins with a capital; wording begins with a small letter, or says what something is taken for. */
function isWording(text: string, { start, end }: Span, before: string): boolean {
  const words = text.slice(start, end);
  if (/^\p{Ll}/u.test(words)) return /^\p{L}+(?:\s|$|,)/u.test(words);
  return /^(?:als|für|einen?|eine[mrs]?)$/.test(before) && /\s\p{Ll}/u.test(words);
}
