import type { VerbFamily, VerbForm, VerbLookup, VerbMood } from '../verb.ts';
import { conjugate } from './conjugate.ts';
import { plainVerbs } from './verbs-plain.generated.ts';
import { strongVerbs } from './verbs-strong.generated.ts';
import { weakVerbs } from './verbs-weak.generated.ts';

const NONE: readonly VerbForm[] = [];

/** One spelling for new, old and Swiss texts: "weiß", "muß" and "schließe" are filed under ss. */
const fold = (form: string): string => form.toLowerCase().replaceAll('ß', 'ss');

const list = (words: string | undefined): readonly string[] => (words ? words.trim().split(/\s+/) : []);

/** Every family of the list; a line with several stems stands for one family each. */
const families: readonly VerbFamily[] = [...strongVerbs, ...weakVerbs, ...plainVerbs].flatMap((family) =>
  list(family.stem).map((stem) => (stem === family.stem ? family : { ...family, stem })),
);

function prefixesBy(field: 'separable' | 'inseparable'): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>();
  for (const family of families) {
    const prefixes = list(family[field]);
    if (prefixes.length > 0) out.set(family.stem, [...(out.get(family.stem) ?? []), ...prefixes]);
  }
  return out;
}

/** Separable prefixes by lemma: whether a "mit" at the end of the clause belongs to "teilte". */
export const separable: ReadonlyMap<string, readonly string[]> = prefixesBy('separable');
const inseparable = prefixesBy('inseparable');

/** Every separable prefix that some verb of the list takes. */
export const separablePrefixes: ReadonlySet<string> = new Set([...separable.values()].flat());
/** Prefixes as listed by their folded spelling ("bloss" is "bloß"). */
const prefixByFold: ReadonlyMap<string, string> = new Map([...separablePrefixes].map((prefix) => [fold(prefix), prefix]));
const inseparablePrefixes = new Set([...inseparable.values()].flat());
const LONGEST_PREFIX = Math.max(...[...prefixByFold.keys()].map((prefix) => prefix.length));

/** Forms by spelling; filled as they are asked for, since generating all takes longer than reading a report. */
const forms = new Map<string, VerbForm[]>();
/** Participles without ge-, which only prefixed verbs use, and all forms of stems that are no verbs of their own. */
const bare = new Map<string, VerbForm[]>();
/** Weak families not generated yet, under what all their forms start with behind a possible ge-. */
const waiting = new Map<string, VerbFamily[]>();
/** Place in the list: analyses come in its order, whichever words were looked up before. */
const rank: ReadonlyMap<string, number> = new Map(families.map((family, at) => [family.stem, at]));
const inOrder = (found: readonly VerbForm[] | undefined): readonly VerbForm[] =>
  found === undefined ? NONE : found.toSorted((a, b) => (rank.get(a.lemma) ?? 0) - (rank.get(b.lemma) ?? 0));
let longestStem = 0;
let started = false;

function start(): void {
  started = true;
  for (const family of families) {
    if (family.class === 'derived') continue;
    // Strong and irregular forms do not start with their stem ("ging", "isst"): they are generated at once.
    if (family.class !== undefined && family.class !== 'weak') generate(family);
    else defer(family);
  }
}

function defer(family: VerbFamily): void {
  // "sammeln" and "ändern" may lose the e of their stem: "sammle", "ändre".
  const stem = fold(family.stem.replace(/(?:e[lr]n|en|n)$/, ''));
  const present = waiting.get(stem);
  if (present) present.push(family);
  else waiting.set(stem, [family]);
  longestStem = Math.max(longestStem, stem.length);
}

function generate(family: VerbFamily): void {
  for (const generated of conjugate(family)) {
    const into = generated.bare || family.alone === false ? bare : forms;
    put(into, fold(generated.form), generated.analysis);
  }
}

/** Generates the families that a word may be a form of. */
function wake(folded: string): void {
  if (!started) start();
  wakeFrom(folded, 0);
  if (folded.startsWith('ge')) wakeFrom(folded, 2);
}

function wakeFrom(folded: string, from: number): void {
  const last = Math.min(folded.length, from + longestStem);
  for (let at = from + 2; at <= last; at++) {
    const stem = folded.slice(from, at);
    const asleep = waiting.get(stem);
    if (!asleep) continue;
    waiting.delete(stem);
    for (const family of asleep) generate(family);
  }
}

function put(into: Map<string, VerbForm[]>, key: string, analysis: VerbForm): void {
  const present = into.get(key);
  if (!present) into.set(key, [analysis]);
  else if (!present.some((other) => other.lemma === analysis.lemma && other.mood === analysis.mood && other.tense === analysis.tense))
    present.push(analysis);
}

/** Forms of verbs with an inseparable prefix: "verteilt" is "ver" and the participle "teilt" without ge-. */
function inseparableForms(folded: string): readonly VerbForm[] {
  const out: VerbForm[] = [];
  for (let at = 2; at <= 6 && at < folded.length - 2; at++) {
    const prefix = folded.slice(0, at);
    if (!inseparablePrefixes.has(prefix)) continue;
    const rest = folded.slice(at);
    wake(rest);
    for (const analysis of [...inOrder(forms.get(rest)), ...inOrder(bare.get(rest))]) {
      if (!inseparable.get(analysis.lemma)?.includes(prefix)) continue;
      // "vergeteilt" is no word: the participle with ge- is not used behind an unstressed prefix.
      if (analysis.mood === 'participle2' && !bare.get(rest)?.includes(analysis)) continue;
      out.push({ ...analysis, lemma: prefix + analysis.lemma });
    }
  }
  return out;
}

function simpleForms(folded: string): readonly VerbForm[] {
  wake(folded);
  const own = inOrder(forms.get(folded));
  const derived = inseparableForms(folded);
  if (derived.length === 0) return own;
  // "erklären" is listed and also made of "er" and "klären": one analysis is enough.
  return own.length === 0 ? derived : [...own, ...derived.filter((other) => !own.some((one) => one.lemma === other.lemma))];
}

/** Joined forms of separable verbs: "mitteilte", "mitgeteilt", "mitzuteilen". */
function separableForms(folded: string): readonly VerbForm[] {
  const out: VerbForm[] = [];
  for (let at = 2; at <= LONGEST_PREFIX && at < folded.length - 2; at++) {
    const prefix = prefixByFold.get(folded.slice(0, at));
    if (prefix === undefined) continue;
    const rest = folded.slice(at);
    for (const analysis of simpleForms(rest)) {
      if (analysis.mood !== 'imperative' && separable.get(analysis.lemma)?.includes(prefix)) out.push({ ...analysis, prefix });
    }
    if (!rest.startsWith('zu')) continue;
    for (const analysis of simpleForms(rest.slice(2))) {
      if (analysis.mood === 'infinitive' && separable.get(analysis.lemma)?.includes(prefix))
        out.push({ ...analysis, prefix, mood: 'zu_infinitive' });
    }
  }
  return out;
}

/** Words looked up before: a text repeats its words. Emptied when full, so that memory stays bounded. */
const seen = new Map<string, readonly VerbForm[]>();
const SEEN_LIMIT = 100_000;

/** All analyses of a German verb form; the split form "teilte" gives prefix null, and the caller joins the "mit". */
export const lookupVerb: VerbLookup = (form) => {
  if (form.length < 2 || form.length > 40) return NONE;
  const known = seen.get(form);
  if (known) return known;
  const folded = fold(form);
  const simple = simpleForms(folded);
  const joined = separableForms(folded);
  const found = joined.length === 0 ? simple : simple.length === 0 ? joined : [...simple, ...joined];
  if (seen.size >= SEEN_LIMIT) seen.clear();
  seen.set(form, found);
  return found;
};

/** The participle inside an attribute: "befohlene" and "geforderten" are "befohlen" and "gefordert" with an adjective's ending. */
export function attributiveParticiple(form: string): readonly VerbForm[] {
  const ending = /^(.{4,})e[nmrs]?$/.exec(form)?.[1];
  if (!ending || form.length > 40) return NONE;
  return lookupVerb(ending).filter((analysis) => analysis.mood === 'participle2' || analysis.mood === 'participle1');
}

const THIRDS = ['3s'];
const PLURALS = ['1p', '3p'];

/**
 * Reads an unlisted word from its ending alone: "-ierte", "-ten", "-te" as past, "ge-…-t" and "-iert" as participle.
 * Only words written small: a capital would make every noun in -te a verb ("Seite"). Adjectives are not told apart.
 */
export function guessVerb(form: string): readonly VerbForm[] {
  if (form.length < 5 || form.length > 40 || !/^[a-zäöüß]+$/.test(form)) return NONE;
  const made = (lemma: string, mood: VerbMood, tense: VerbForm['tense'], persons: readonly string[]): VerbForm => ({
    lemma,
    prefix: null,
    mood,
    tense,
    persons,
    guess: true,
  });
  const ier = /^(.{2,}ier)(en|e|t|te|ten)$/.exec(form);
  if (ier) {
    const [, stem = '', ending = ''] = ier;
    const lemma = `${stem}en`;
    if (ending === 'en') return [made(lemma, 'infinitive', null, []), made(lemma, 'indicative', 'present', PLURALS)];
    if (ending === 'e') return [made(lemma, 'subjunctive1', 'present', THIRDS)];
    if (ending === 't') return [made(lemma, 'participle2', null, []), made(lemma, 'indicative', 'present', THIRDS)];
    return [made(lemma, 'indicative', 'past', ending === 'te' ? THIRDS : PLURALS)];
  }
  const participle = /^ge(.{3,}?)e?t$/.exec(form);
  if (participle) return [made(`${participle[1] ?? ''}en`, 'participle2', null, [])];
  const past = /^(.{3,}?)(?:et|t)(e|en)$/.exec(form);
  if (!past || /(?:iv|ig|lich|isch|bar|sam|haft)$/.test(past[1] ?? '')) return NONE;
  return [made(`${past[1] ?? ''}en`, 'indicative', 'past', past[2] === 'e' ? THIRDS : PLURALS)];
}

/** How many verbs the list holds, prefixed ones counted. */
export function countVerbs(): number {
  const lemmas = new Set<string>();
  for (const family of families) {
    if (family.class !== 'derived' && family.alone !== false) lemmas.add(family.stem);
    for (const prefix of list(family.inseparable)) lemmas.add(prefix + family.stem);
    for (const prefix of list(family.separable)) lemmas.add(prefix + family.stem);
  }
  return lemmas.size;
}
