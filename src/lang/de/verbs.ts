import type { VerbFamily, VerbForm, VerbLookup, VerbMood } from '../verb.ts';
import { conjugate } from './conjugate.ts';
import { plainVerbs } from './verbs-plain.generated.ts';
import { strongVerbs } from './verbs-strong.generated.ts';
import { weakVerbs } from './verbs-weak.generated.ts';

const NONE: readonly VerbForm[] = [];
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
const inseparablePrefixes = new Set([...inseparable.values()].flat());
const LONGEST_PREFIX = Math.max(...[...separablePrefixes].map((prefix) => prefix.length));

/** One spelling for new, old and Swiss texts: "weiß", "muß" and "schließe" are filed under ss. */
const fold = (form: string): string => form.toLowerCase().replaceAll('ß', 'ss');

interface Index {
  readonly forms: ReadonlyMap<string, readonly VerbForm[]>;
  /** Participles without ge-, which only prefixed verbs use. */
  readonly bare: ReadonlyMap<string, readonly VerbForm[]>;
}

let index: Index | null = null;

/** Built at the first look-up, since a program that reads no German needs none. */
function indexed(): Index {
  if (index) return index;
  const forms = new Map<string, VerbForm[]>();
  const bare = new Map<string, VerbForm[]>();
  for (const family of families) {
    if (family.class === 'derived') continue;
    for (const generated of conjugate(family)) {
      const into = generated.bare ? bare : family.alone === false ? null : forms;
      if (into) put(into, fold(generated.form), generated.analysis);
      // Stems that are no verbs of their own are found only behind their prefixes.
      if (family.alone === false && !generated.bare) put(bare, fold(generated.form), generated.analysis);
    }
  }
  index = { forms, bare };
  return index;
}

function put(into: Map<string, VerbForm[]>, key: string, analysis: VerbForm): void {
  const present = into.get(key);
  if (!present) into.set(key, [analysis]);
  else if (!present.some((other) => other.lemma === analysis.lemma && other.mood === analysis.mood && other.tense === analysis.tense))
    present.push(analysis);
}

/** Forms of verbs with an inseparable prefix: "verteilt" is "ver" and the participle "teilt" without ge-. */
function inseparableForms(folded: string): readonly VerbForm[] {
  const { forms, bare } = indexed();
  const out: VerbForm[] = [];
  for (let at = 2; at <= 6 && at < folded.length - 2; at++) {
    const prefix = folded.slice(0, at);
    if (!inseparablePrefixes.has(prefix)) continue;
    const rest = folded.slice(at);
    for (const analysis of [...(forms.get(rest) ?? NONE), ...(bare.get(rest) ?? NONE)]) {
      if (!inseparable.get(analysis.lemma)?.includes(prefix)) continue;
      // "vergeteilt" is no word: the participle with ge- is not used behind an unstressed prefix.
      if (analysis.mood === 'participle2' && !bare.get(rest)?.includes(analysis)) continue;
      out.push({ ...analysis, lemma: prefix + analysis.lemma });
    }
  }
  return out;
}

function simpleForms(folded: string): readonly VerbForm[] {
  const own = indexed().forms.get(folded) ?? NONE;
  const derived = inseparableForms(folded);
  if (derived.length === 0) return own;
  // "erklären" is listed and also made of "er" and "klären": one analysis is enough.
  return own.length === 0 ? derived : [...own, ...derived.filter((other) => !own.some((one) => one.lemma === other.lemma))];
}

/** Joined forms of separable verbs: "mitteilte", "mitgeteilt", "mitzuteilen". */
function separableForms(folded: string): readonly VerbForm[] {
  const out: VerbForm[] = [];
  for (let at = 2; at <= LONGEST_PREFIX && at < folded.length - 2; at++) {
    const prefix = folded.slice(0, at);
    if (!separablePrefixes.has(prefix)) continue;
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

/** All analyses of a German verb form; the split form "teilte" gives prefix null, and the caller joins the "mit". */
export const lookupVerb: VerbLookup = (form) => {
  if (form.length < 2 || form.length > 40) return NONE;
  const folded = fold(form);
  const simple = simpleForms(folded);
  const joined = separableForms(folded);
  if (joined.length === 0) return simple;
  return simple.length === 0 ? joined : [...simple, ...joined];
};

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
