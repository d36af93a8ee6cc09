import { attributiveParticiple } from '../../lang/de/verbs.ts';
import type { Clause } from '../clauses.ts';
import { finiteForm } from '../predicate.ts';
import type { ParseToken } from '../sentence-tokens.ts';

/** Openers of clauses that tell a condition, a purpose or a question. */
const UNREAL_OPENER = /^(?:wenn|falls|sofern|sobald|solange|ob|damit|bevor|ehe|um|ohne|anstatt|statt)$/;

/** Whether the clause speaks of what will, can, may or should be, and not of what was or is. */
export function isPlanned(tokens: readonly ParseToken[], { predicate, opener }: Clause): boolean {
  if (!predicate) return false;
  if (opener !== null && UNREAL_OPENER.test(tokens[opener]?.lower ?? '')) return true;
  const finite = tokens[predicate.finite];
  const lemma = finite ? finiteForm(finite)?.lemma : undefined;
  // "soll getroffen haben" is hearsay of something that has happened.
  if (predicate.modal === 'sollen' || lemma === 'sollen') return !closesWithPerfect(tokens, predicate.parts, predicate.finite);
  if (predicate.modal !== null && predicate.modal !== 'lassen') return true;
  if (lemma !== 'werden') return false;
  return !predicate.passive || predicate.mood !== 'indicative';
}

/** Whether the clause tells what its verb means as something that has happened. */
export function tellsPast(tokens: readonly ParseToken[], clause: Clause, headline: boolean): boolean {
  const { predicate, kind, positions } = clause;
  if (!predicate || isPlanned(tokens, clause)) return false;
  if (kind === 'infinitive') {
    const word = tokens[predicate.finite]?.lower ?? '';
    return /^(?:haben|sein)$/.test(word) && positions.some((at) => isParticiple(tokens[at]));
  }
  const finite = tokens[predicate.finite];
  const form = finite ? finiteForm(finite) : null;
  if (!form) return false;
  if (predicate.modal === 'sollen') return true;
  if (form.lemma === 'haben' || form.lemma === 'sein') return positions.some((at) => at !== predicate.finite && isParticiple(tokens[at]));
  if (form.lemma === 'werden') return form.tense === 'past';
  return form.tense === 'past' || (headline && form.mood === 'indicative');
}

/** The infinitive behind a participle in a clause that is one ("angegriffen zu haben"): the participle carries the meaning. */
export function meaningOf(tokens: readonly ParseToken[], { predicate, kind, positions }: Clause): string | null {
  if (!predicate) return null;
  // "sollen getroffen haben" and "angegriffen zu haben" mean what their participle means.
  const helped = /^(?:haben|sein)$/.test(predicate.lemma) && (kind === 'infinitive' || predicate.modal === 'sollen');
  if (!helped) return predicate.lemma;
  for (const at of [...positions].reverse()) {
    const token = tokens[at];
    const form = token && !token.capital ? token.verbs.find(({ mood }) => mood === 'participle2') : undefined;
    if (form) return (form.prefix ?? '') + form.lemma;
  }
  return null;
}

function closesWithPerfect(tokens: readonly ParseToken[], parts: readonly number[], finite: number): boolean {
  const last = Math.max(...parts);
  return [last, last + 1, last + 2].some((at) => at !== finite && /^(?:haben|sein)$/.test(tokens[at]?.lower ?? ''));
}

function isParticiple(token: ParseToken | undefined): boolean {
  if (token === undefined || token.kind !== 'word' || token.capital) return false;
  return (
    token.verbs.some(({ mood }) => mood === 'participle2') ||
    (token.verbs.length === 0 && attributiveParticiple(`${token.lower}e`).length > 0)
  );
}
