import { WORD } from '../../lang/words.ts';
import type { ParseToken } from '../sentence-tokens.ts';

/** Cases a noun phrase can be in, as bits. */
export const NOM = 1;
export const ACC = 2;
export const DAT = 4;
export const GEN = 8;
const ANY = NOM | ACC | DAT | GEN;

export type Gender = 'm' | 'f' | 'n';

/** A noun phrase as a run of tokens `[from, to)`, with what its article tells of case, number and gender. */
export interface NounPhrase {
  readonly from: number;
  readonly to: number;
  /** Position of the first noun (the head, as German modifiers follow it). */
  readonly head: number;
  readonly cases: number;
  readonly gender: Gender | null;
  readonly plural: boolean | null;
  readonly pronoun: boolean;
  /** Position of the preposition before it, if any. */
  readonly preposition: number | null;
}

interface Reading {
  readonly cases: number;
  readonly gender: Gender | null;
  readonly plural: boolean | null;
}

const reading = (cases: number, gender: Gender | null, plural: boolean | null): Reading => ({ cases, gender, plural });
/** What the article forms leave open: "der" is masculine nominative, feminine dative or genitive, or plural genitive. */
const ARTICLES: Readonly<Record<string, Reading>> = {
  der: reading(NOM | DAT | GEN, null, null),
  die: reading(NOM | ACC, null, null),
  das: reading(NOM | ACC, 'n', false),
  den: reading(ACC | DAT, null, null),
  dem: reading(DAT, null, false),
  des: reading(GEN, null, false),
};
/** Endings of ein/kein/mein and of words that inflect like der: -er, -e, -es, -en, -em. */
const ENDINGS: readonly (readonly [string, Reading])[] = [
  ['em', reading(DAT, null, false)],
  ['es', reading(NOM | ACC | GEN, null, false)],
  ['er', reading(NOM | DAT | GEN, null, null)],
  ['en', reading(ACC | DAT, null, null)],
  ['e', reading(NOM | ACC, null, null)],
];
const PRONOUNS: Readonly<Record<string, Reading>> = {
  er: reading(NOM, 'm', false),
  sie: reading(NOM | ACC, 'f', null),
  es: reading(NOM | ACC, 'n', false),
  ihn: reading(ACC, 'm', false),
  ihm: reading(DAT, 'm', false),
  ihr: reading(DAT, 'f', false),
  ihnen: reading(DAT, null, true),
  man: reading(NOM, null, false),
  wir: reading(NOM, null, true),
  ich: reading(NOM, null, false),
  wer: reading(NOM, null, false),
  dies: reading(NOM | ACC, 'n', false),
  dieser: reading(NOM, 'm', false),
  diese: reading(NOM | ACC, null, null),
  dieses: reading(NOM | ACC, 'n', false),
  beide: reading(NOM | ACC, null, true),
  letzterer: reading(NOM, 'm', false),
  viele: reading(NOM | ACC, null, true),
  einige: reading(NOM | ACC, null, true),
  andere: reading(NOM | ACC, null, true),
  alle: reading(NOM | ACC, null, true),
};
const DETERMINER = WORD.definite | WORD.indefinite | WORD.possessive | WORD.demonstrative | WORD.quantifier;
const PREPOSITION = WORD.preposition | WORD.prepositionArticle | WORD.genitivePreposition;
const NOT_IN_PHRASE =
  PREPOSITION |
  WORD.masculine |
  WORD.feminine |
  WORD.neuter |
  WORD.plural |
  WORD.reflexive |
  WORD.coordinator |
  WORD.subordinator |
  WORD.interrogative |
  WORD.negation;

/** Reads the simple noun phrase that starts at a position, without what may follow its nouns; null if none starts there. */
export function readSimplePhrase(tokens: readonly ParseToken[], at: number, to: number): NounPhrase | null {
  const first = tokens[at];
  if (!first || at >= to) return null;
  let position = at;
  let found: Reading = reading(ANY, null, null);
  let determined = false;
  if (first.kind === 'word' && (first.bits & DETERMINER) !== 0) {
    found = articleReading(first.lower) ?? found;
    determined = true;
    position++;
    // "die beiden", "alle diese", "seine eigenen".
    if (((tokens[position]?.bits ?? 0) & WORD.quantifier) !== 0 && position < to) position++;
  }
  const adjectives = position;
  while (position < to) {
    const token = tokens[position];
    if (!token) break;
    if (token.kind === 'number') {
      // "2024 der Werft den Auftrag": a year is no part of the phrase behind it.
      if (((tokens[position + 1]?.bits ?? 0) & DETERMINER) !== 0) return null;
      if (!determined) found = reading(found.cases, null, token.text !== '1');
      position++;
      continue;
    }
    if (
      token.kind !== 'word' ||
      token.capital ||
      (token.bits & NOT_IN_PHRASE) !== 0 ||
      (token.bits & WORD.adverb && !nounAhead(tokens, position, to))
    )
      break;
    if (isVerbHere(token, determined || position > adjectives)) break;
    position++;
    if (position - at > 14) return null;
  }
  const head = tokens[position];
  if (!head || position >= to || head.kind !== 'word' || (!head.capital && head.text !== head.lower)) return pronounAt(tokens, at);
  if (!head.capital || (at === 0 && position === 0 && (head.bits & ~(WORD.month | WORD.weekday | WORD.abbreviation | WORD.prefix)) !== 0))
    return pronounAt(tokens, at);
  if (!determined && position > at) found = adjectiveReading(tokens[at]) ?? found;
  let end = position + 1;
  while (end < to && isNoun(tokens[end])) end++;
  return { from: at, to: end, head: position, ...settle(found, tokens, at, position), pronoun: false, preposition: null };
}

/** A finite verb ends the search for a noun; behind an article or adjective only the helping verbs are told apart by form. */
function isVerbHere(token: ParseToken, inside: boolean): boolean {
  if (token.verbs.length === 0) return false;
  if (token.verbs.some((form) => HELPERS.has(form.lemma) && form.prefix === null)) return true;
  return !endsLikeAdjective(token.lower) || !inside;
}
const HELPERS = new Set(['sein', 'haben', 'werden', 'können', 'sollen', 'müssen', 'wollen', 'dürfen']);

function pronounAt(tokens: readonly ParseToken[], at: number): NounPhrase | null {
  const token = tokens[at];
  const known = token ? PRONOUNS[token.lower] : undefined;
  if (!token || !known || (token.capital && at > 0 && tokens[at - 1]?.kind === 'word')) return null;
  return {
    from: at,
    to: at + 1,
    head: at,
    cases: known.cases,
    gender: known.gender,
    plural: known.plural,
    pronoun: true,
    preposition: null,
  };
}

/** Particles of names and capital words go on with a noun phrase: "de la Calle", "Jaap de Hoop Scheffer". */
function isNoun(token: ParseToken | undefined): boolean {
  if (!token) return false;
  if (token.kind === 'word')
    return (
      (token.capital &&
        (token.bits & ~(WORD.month | WORD.weekday | WORD.abbreviation | WORD.definite | WORD.prefix)) === 0 &&
        (token.bits & (WORD.weekday | WORD.month)) === 0) ||
      NAME_PARTICLES.has(token.lower) ||
      // "Omar al-Basri".
      /^(?:a[ldnrst]|as[hs]|el|bin|ibn)-\p{Lu}/u.test(token.text)
    );
  return false;
}
const NAME_PARTICLES = new Set(['de', 'van', 'bin', 'al', 'el', 'da', 'di', 'del', 'la', 'le', 'y', 'ibn', 'ben']);

function nounAhead(tokens: readonly ParseToken[], at: number, to: number): boolean {
  const next = tokens[at + 1];
  return (
    at + 1 < to &&
    next !== undefined &&
    next.kind === 'word' &&
    (next.capital ||
      ((next.bits & DETERMINER) === 0 &&
        endsLikeAdjective(next.lower) &&
        (next.bits & NOT_IN_PHRASE) === 0 &&
        tokens[at + 2]?.capital === true))
  );
}

function endsLikeAdjective(lower: string): boolean {
  return /(?:e|en|er|es|em)$/.test(lower);
}

function articleReading(lower: string): Reading | null {
  const known = ARTICLES[lower];
  if (known) return known;
  if (lower === 'ein' || lower === 'kein' || lower === 'sein' || lower === 'ihr' || lower === 'mein' || lower === 'unser')
    return reading(NOM | ACC, null, false);
  if (
    /^(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|mehrere|einige|viele|wenige|zahlreiche|etliche|beide|alle|sämtliche|manche|weitere|andere)$/.test(
      lower,
    )
  )
    return reading(NOM | ACC, null, true);
  if (/^(?:einer|keiner|seiner|ihrer|meiner|unserer)$/.test(lower)) return reading(DAT | GEN, 'f', null);
  if (/^(?:eine|keine)$/.test(lower)) return reading(NOM | ACC, 'f', lower === 'eine' ? false : null);
  for (const [ending, known] of ENDINGS) if (lower.endsWith(ending)) return known;
  return null;
}

/** Without an article the adjective shows the case: "internationale Beobachter", "ukrainischen Angaben". */
function adjectiveReading(token: ParseToken | undefined): Reading | null {
  if (token?.kind !== 'word') return null;
  if (token.lower.endsWith('em')) return reading(DAT, null, false);
  if (token.lower.endsWith('en')) return reading(ACC | DAT, null, null);
  if (token.lower.endsWith('er')) return reading(NOM | DAT | GEN, null, null);
  if (token.lower.endsWith('e')) return reading(NOM | ACC, null, null);
  return null;
}

/** Combines article, adjective and noun ending: "der russische Präsident" is masculine, "der russischen Regierung" is not. */
function settle(found: Reading, tokens: readonly ParseToken[], from: number, head: number): Reading {
  const article = tokens[from]?.lower ?? '';
  const noun = tokens[head]?.lower ?? '';
  const adjective = head - from >= 2 ? (tokens[head - 1]?.lower ?? '') : '';
  const feminine =
    /(?:ung|heit|keit|schaft|ion|tät|ik|ie|enz|anz|(?:er|or|ent|ant|ist|at|ef|eur|än|g|t|w)in|tur|ei)$/.test(noun) &&
    !/(?:termin|spion|putin|lenin|stalin)$/.test(noun);
  const pluralNoun = /(?:innen|ungen|heiten|keiten|schaften|ionen|täten|ien|enzen)$/.test(noun);
  if (article === 'der') {
    if (adjective.endsWith('en') || feminine) return reading(DAT | GEN, feminine ? 'f' : null, pluralNoun ? true : null);
    if (pluralNoun) return reading(GEN, null, true);
    if (adjective.endsWith('e') || /(?:er|or|ent|ant|ist|chef|mann|rat|präsident|minister|sprecher|kanzler)$/.test(noun))
      return reading(NOM | (adjective === '' ? GEN : 0), 'm', false);
    return reading(NOM | DAT | GEN, null, null);
  }
  if (article === 'die') {
    if (adjective.endsWith('en') || pluralNoun) return reading(NOM | ACC, null, true);
    if (feminine || (adjective.endsWith('e') && adjective !== '')) return reading(NOM | ACC, 'f', false);
    return found;
  }
  if (article === 'ein' || article === 'kein')
    return reading(
      adjective.endsWith('er') ? NOM : found.cases,
      adjective.endsWith('er') ? 'm' : adjective.endsWith('es') ? 'n' : null,
      false,
    );
  return found;
}

/** Whether the two phrases can stand in the same case. */
export function sharesCase(a: number, b: number): boolean {
  return (a & b) !== 0;
}

const RELATED = new Set(['von', 'vom', 'für', 'aus', 'gegen', 'bei', 'beim']);
const PLACED = new Set(['in', 'im', 'an', 'am', 'zu', 'zur', 'zum', 'über', 'auf', 'nach', 'mit', 'unter', 'zwischen', 'ohne', 'um']);

/**
 * Reads a noun phrase with what depends on it: genitives, names behind titles, "von …", parts joined by und. `wide` also
 * takes phrases of place, which belong to the noun only where the whole run is one constituent.
 */
export function readPhrase(
  tokens: readonly ParseToken[],
  at: number,
  to: number,
  wide = false,
  without: readonly string[] = [],
): NounPhrase | null {
  const base = readSimplePhrase(tokens, at, to);
  if (!base || base.pronoun) return base;
  let end = base.to;
  let plural = base.plural;
  for (;;) {
    const token = tokens[end];
    if (!token || end >= to) break;
    // A title with a name takes no genitive: "mit Präsident Holm der Pause zugestimmt".
    if (token.kind === 'word' && (token.bits & DETERMINER) !== 0 && (end > base.to || base.to - base.head < 2)) {
      const next = readSimplePhrase(tokens, end, to);
      if (next && !next.pronoun && (next.cases & GEN) !== 0 && isGenitiveArticle(token.lower)) {
        end = next.to;
        continue;
      }
    }
    if (without.includes(token.lower)) break;
    if (RELATED.has(token.lower) || (wide && PLACED.has(token.lower))) {
      const next = readSimplePhrase(tokens, end + 1, to);
      if (next && !next.pronoun && !isTimeWord(tokens[next.head])) {
        end = next.to;
        continue;
      }
    }
    if (token.lower === 'und' || token.lower === 'sowie' || token.lower === 'oder') {
      const next = readSimplePhrase(tokens, end + 1, to);
      if (next && !next.pronoun && sharesCase(base.cases, next.cases)) {
        // "Bau- und Verkehrsministerium" is one thing.
        if (!tokens[end - 1]?.text.endsWith('-')) plural = true;
        end = next.to;
        continue;
      }
    }
    // An adjective group in the genitive without article: "Vertreter ukrainischer Behörden".
    if (token.kind === 'word' && !token.capital && token.lower.endsWith('er') && token.bits === 0 && isNoun(tokens[end + 1])) {
      end += 2;
      while (end < to && isNoun(tokens[end])) end++;
      continue;
    }
    break;
  }
  return { ...base, to: end, plural };
}

function isGenitiveArticle(lower: string): boolean {
  return /^(?:des|der|eines|einer|seines|seiner|ihres|ihrer|dieses|dieser|deren|dessen|jenes|beider|mehrerer|aller|zweier|unserer|unseres)$/.test(
    lower,
  );
}

export function isTimeWord(token: ParseToken | undefined): boolean {
  return token !== undefined && ((token.bits & (WORD.weekday | WORD.month)) !== 0 || TIME_NOUN.test(token.lower));
}

// Whole words only: "Bundestag" and "Vorsitzende" end like times.
const TIME_NOUN =
  /^(?:(?:vor|nach|spät)?(?:mittag|abend|morgen|nacht|nachmittag|vormittag)s?|(?:wochen)?ende|anfang|mitte|tage?[ns]?|wochen?|monate?[ns]?|jahre?[ns]?|stunden?|minuten?|uhr|wochenenden?|frühjahr|sommer|herbst|winter|jahrhunderts?|jahreswechsel|zeit(?:punkt)?)$/;

/** Noun phrases of a clause in order, with the preposition each depends on. */
export function phrasesOf(
  tokens: readonly ParseToken[],
  all: readonly number[],
  verbs: readonly number[] = [],
  without: readonly string[] = [],
): NounPhrase[] {
  // The parts of the verb part the fields; without that "verlangte einen Abzug" would read like an adjective with its noun.
  const positions = verbs.length === 0 ? all : all.filter((at) => !verbs.includes(at));
  const phrases: NounPhrase[] = [];
  let index = 0;
  while (index < positions.length) {
    const at = positions[index] ?? 0;
    const token = tokens[at];
    if (!token) break;
    // A run of neighbouring positions is searched as a whole; a gap is another clause in between.
    let stop = index;
    while (stop + 1 < positions.length && positions[stop + 1] === (positions[stop] ?? 0) + 1) stop++;
    const to = (positions[stop] ?? at) + 1;
    const preposition = token.kind === 'word' && (token.bits & PREPOSITION) !== 0 && !(token.capital && at > 0);
    const phrase = readPhrase(tokens, preposition ? at + 1 : at, to, false, without);
    if (phrase && phrase.to > at) {
      phrases.push(preposition ? { ...phrase, preposition: at } : phrase);
      while (index < positions.length && (positions[index] ?? 0) < phrase.to) index++;
    } else index++;
  }
  return phrases;
}
