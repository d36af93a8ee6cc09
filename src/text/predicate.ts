import type { VerbForm } from '../lang/verb.ts';
import { WORD } from '../lang/words.ts';
import type { ParseToken } from './sentence-tokens.ts';
import { isAdjective, isFiniteAt } from './sentence-tokens.ts';

/** The verb of a clause with both parts of its bracket joined ("teilte … mit", "hat … zugestimmt"). */
export interface Predicate {
  /** Position of the finite verb; of the infinitive in an infinitive clause. */
  readonly finite: number;
  /** Infinitive of the full verb with its separable prefix: "mitteilen". */
  readonly lemma: string;
  /** Every position of the bracket in order: finite verb, participle or infinitive, prefix. */
  readonly parts: readonly number[];
  readonly mood: 'indicative' | 'subjunctive1' | 'subjunctive2' | 'infinitive';
  readonly tense: 'present' | 'past' | null;
  /** True if the finite form can only be plural, false if only singular, null if both. */
  readonly plural: boolean | null;
  readonly passive: boolean;
  /** Infinitive of a modal verb above the full verb ("können", "sollen"). */
  readonly modal: string | null;
}

/** Verbs that take a bare infinitive. */
export const MODALS: ReadonlySet<string> = new Set(['können', 'sollen', 'müssen', 'wollen', 'dürfen', 'mögen', 'lassen']);
const AUXILIARIES = new Set(['haben', 'sein', 'werden']);

/** Finite reading of a word: a subjunctive that cannot be an indicative wins, else the indicative. */
export function finiteForm(token: ParseToken): VerbForm | null {
  let best: VerbForm | null = null;
  for (const form of token.verbs) {
    if (form.mood !== 'indicative' && form.mood !== 'subjunctive1' && form.mood !== 'subjunctive2') continue;
    if (!form.persons.some((person) => person.startsWith('3'))) {
      best ??= form;
      continue;
    }
    if (
      best === null ||
      !best.persons.some((person) => person.startsWith('3')) ||
      (best.mood !== 'indicative' && form.mood === 'indicative')
    )
      best = form;
  }
  return best;
}

const nonFinite = (token: ParseToken, mood: VerbForm['mood']): VerbForm | undefined => token.verbs.find((form) => form.mood === mood);

/** Joins the verbal parts among the given positions of a clause. `final` is true for verb-final clauses. */
export function joinPredicate(tokens: readonly ParseToken[], positions: readonly number[], final: boolean): Predicate | null {
  const finite = findFinite(tokens, positions, final);
  if (finite < 0) return null;
  const verb = tokens[finite];
  const form = verb ? finiteForm(verb) : null;
  if (!verb || !form) return null;
  const parts = [finite];
  let lemma = withPrefix(form);
  let passive = false;
  let modal: string | null = null;
  const where = positions.indexOf(finite);
  if (AUXILIARIES.has(form.lemma) || MODALS.has(form.lemma)) {
    const rest = final ? positions.slice(Math.max(0, where - 4), where).reverse() : positions.slice(where + 1).reverse();
    // "hatte angekündigt anzutreten": the participle belongs to the auxiliary, the infinitive with zu to the participle.
    const perfect = !final && AUXILIARIES.has(form.lemma) && rest.some((at) => isParticiple(tokens[at]));
    let full: VerbForm | undefined;
    for (const at of rest) {
      const token = tokens[at];
      if (!token || token.capital) continue;
      if (token.lower === 'worden' || (token.lower === 'werden' && form.lemma !== 'werden')) {
        passive = true;
        parts.push(at);
        continue;
      }
      const found =
        nonFinite(token, 'participle2') ??
        (MODALS.has(form.lemma) || form.lemma === 'werden' || final ? nonFinite(token, 'infinitive') : undefined) ??
        (perfect ? undefined : nonFinite(token, 'zu_infinitive'));
      if (!found || token.bits !== 0) {
        if (final && full === undefined && parts.length === 1) continue;
        if (full !== undefined) break;
        continue;
      }
      // "hätte sagen können": the modal is passed on the way to the full verb.
      if (full !== undefined) break;
      if (MODALS.has(found.lemma) && !final && AUXILIARIES.has(form.lemma) && found.mood === 'infinitive') {
        modal = found.lemma;
        continue;
      }
      full = found;
      parts.push(at);
      if (form.lemma === 'werden' && found.mood === 'participle2') passive = true;
      if (!final) break;
    }
    if (full) {
      if (MODALS.has(form.lemma)) modal = form.lemma;
      lemma = withPrefix(full);
    }
  } else if (!final && form.prefix === null) {
    const last = lastPrefix(tokens, positions, where);
    if (last >= 0) {
      parts.push(last);
      lemma = (tokens[last]?.lower ?? '') + form.lemma;
    }
  }
  parts.sort((a, b) => a - b);
  return { finite, lemma, parts, mood: form.mood as Predicate['mood'], tense: form.tense, plural: numberOf(verb), passive, modal };
}

function isParticiple(token: ParseToken | undefined): boolean {
  return token !== undefined && !token.capital && token.bits === 0 && nonFinite(token, 'participle2') !== undefined;
}

function withPrefix(form: VerbForm): string {
  return form.prefix ? form.prefix + form.lemma : form.lemma;
}

/** Number of the finite form over its third-person readings. */
function numberOf(token: ParseToken): boolean | null {
  let singular = false;
  let plural = false;
  for (const form of token.verbs) {
    if (form.persons.includes('3s')) singular = true;
    if (form.persons.includes('3p')) plural = true;
  }
  return singular === plural ? null : plural;
}

function findFinite(tokens: readonly ParseToken[], positions: readonly number[], final: boolean): number {
  if (final) {
    for (let index = positions.length - 1; index >= 0; index--) {
      const at = positions[index] ?? -1;
      const token = tokens[at];
      if (token && !token.capital && isFiniteAt(tokens, at)) return at;
    }
    return -1;
  }
  let fallback = -1;
  for (let index = 0; index < positions.length; index++) {
    const at = positions[index] ?? -1;
    const token = tokens[at];
    if (!token || !isFiniteAt(tokens, at) || (token.capital && at !== 0 && tokens[at - 1]?.kind !== 'colon')) continue;
    // A capital at the start of the sentence is a noun far more often than a verb in first place.
    if (token.capital && !capitalVerb(tokens, at)) continue;
    const following = tokens[positions[index + 1] ?? -1];
    // "Bestätigt hat das niemand": the participle stands in front of its auxiliary.
    if (nonFinite(token, 'participle2') && following && finiteForm(following) && AUXILIARIES.has(finiteForm(following)?.lemma ?? ''))
      continue;
    if (nounBefore(tokens, at)) {
      if (fallback < 0) fallback = at;
      continue;
    }
    return at;
  }
  return fallback;
}

/** "die geplante", "eine verstärkte": a word after an article that stands before a noun is an adjective. */
function nounBefore(tokens: readonly ParseToken[], at: number): boolean {
  return isAdjective(tokens, at) && tokens[at - 1]?.lower !== 'es';
}

function capitalVerb(tokens: readonly ParseToken[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  const form = token ? finiteForm(token) : null;
  if (!form || !next) return false;
  // Verb first ("Heißt: …", "Möglich sei …" has another finite verb).
  return (AUXILIARIES.has(form.lemma) || MODALS.has(form.lemma)) && next.kind === 'word';
}

function lastPrefix(tokens: readonly ParseToken[], positions: readonly number[], where: number): number {
  for (let index = positions.length - 1; index > where; index--) {
    const at = positions[index] ?? -1;
    const token = tokens[at];
    if (!token) continue;
    if ((token.bits & WORD.prefix) === 0) {
      if (index >= positions.length - 1) continue;
      continue;
    }
    const next = positions[index + 1];
    if (next === undefined || next !== at + 1 || endsBracket(tokens[next], token)) return at;
  }
  return -1;
}

/** A prefix in the middle of a run of words counts only where no noun phrase can depend on it as a preposition. */
function endsBracket(next: ParseToken | undefined, prefix: ParseToken): boolean {
  if (next?.kind !== 'word') return next?.kind !== 'number' && next?.kind !== 'quote';
  if ((prefix.bits & WORD.preposition) === 0 && (prefix.bits & WORD.adverb) === 0)
    return (next.bits & (WORD.coordinator | WORD.subordinator)) !== 0;
  return (next.bits & (WORD.coordinator | WORD.subordinator)) !== 0 && next.lower !== 'als' && (prefix.bits & WORD.adverb) === 0;
}
