import type { VerbFamily, VerbForm, VerbMood } from '../verb.ts';

/** A generated form: its spelling and what it is; `lemma` is that of the stem without any prefix. */
export interface GeneratedForm {
  readonly form: string;
  readonly analysis: VerbForm;
  /** The participle without ge-, which only prefixed verbs use ("teilt" in "verteilt"). */
  readonly bare?: true;
}

const PERSONS = ['1s', '2s', '3s', '1p', '2p', '3p'] as const;
const NO_PERSONS: readonly string[] = [];
const UNSTRESSED = /^(?:be|er|ver|zer|ent|emp|ge|miss|miß|über|unter|wider|hinter)[bcdfghjklmnpqrstvwxzaeiouäöü]/;

const words = (list: string | undefined): readonly string[] => (list ? list.split(' ') : []);
const alternatives = (word: string | undefined): readonly string[] => (word && word !== '-' ? word.split('/') : []);

/** The infinitive without its ending: "teil" of "teilen", "sammel" of "sammeln", "tu" of "tun". */
function stemOf(lemma: string): string {
  if (/e[lr]n$/.test(lemma)) return lemma.slice(0, -1);
  return lemma.endsWith('en') ? lemma.slice(0, -2) : lemma.slice(0, -1);
}

/** "arbeit-e-t", "öffn-e-t", "atm-e-t", but "lern-t", "film-t", "wohn-t". */
const needsE = (stem: string): boolean => /[dt]$/.test(stem) || /[^aeiouyäöülrhmn][mn]$/.test(stem) || /chn$/.test(stem);

const sibilant = (stem: string): boolean => /[sßzx]$/.test(stem);

/** The last vowel of a strong past with Umlaut: "gab" gives "gäb", "schlug" "schlüg". */
function umlaut(past: string): string {
  const at = Math.max(past.lastIndexOf('a'), past.lastIndexOf('o'), past.lastIndexOf('u'));
  if (at < 0) return past;
  // "ie" and "ei" pasts ("hielt", "blieb") have no vowel to change; "au" changes its first letter.
  const start = past[at] === 'u' && past[at - 1] === 'a' ? at - 1 : at;
  const changed = { a: 'ä', o: 'ö', u: 'ü' }[past[start] ?? ''] ?? past[start];
  return past.slice(0, start) + changed + past.slice(start + 1);
}

function presentIndicative(stem: string, third: string | undefined): readonly string[] {
  const e = needsE(stem) ? 'e' : '';
  const en = /e[lr]$/.test(stem) ? 'n' : 'en';
  const first = `${stem}e`;
  const second = stem + (sibilant(stem) ? 't' : `${e}st`);
  if (!third) return [first, second, `${stem}${e}t`, stem + en, `${stem}${e}t`, stem + en];
  return [first, secondFromThird(stem, third), third, stem + en, `${stem}${e}t`, stem + en];
}

/** "gibst" from "gibt", "hältst" from "hält", "lädst" from "lädt", "liest" from "liest". */
function secondFromThird(stem: string, third: string): string {
  if (stem.endsWith('t')) return `${third}st`;
  const base = third.replace(/t$/, '');
  return sibilant(base) ? third : `${base}st`;
}

function pastStrong(past: string): readonly string[] {
  const e = /[dtsßz]$/.test(past) ? 'e' : '';
  return [past, `${past}${e}st`, past, `${past}en`, `${past}${e}t`, `${past}en`];
}

const pastWeak = (past: string): readonly string[] => [past, `${past}st`, past, `${past}n`, `${past}t`, `${past}n`];
const subjunctive = (stem: string, en: string): readonly string[] => [
  `${stem}e`,
  `${stem}est`,
  `${stem}e`,
  stem + en,
  `${stem}et`,
  stem + en,
];

/** Whether the participle of a verb without listed prefix takes ge-: not after an unstressed prefix, not with -ieren. */
function takesGe(family: VerbFamily): boolean {
  if (family.ge !== undefined) return family.ge;
  return !/ieren$/.test(family.stem) && !UNSTRESSED.test(family.stem);
}

/** Generates every form of one stem; prefixes are added when a form is looked up. */
export function conjugate(family: VerbFamily): readonly GeneratedForm[] {
  const lemma = family.stem;
  const stem = stemOf(lemma);
  const [present, past, participle, second] = words(family.forms);
  const out: GeneratedForm[] = [];
  const add = (form: string, mood: VerbMood, tense: VerbForm['tense'], persons: readonly string[]): void => {
    out.push({ form, analysis: { lemma, prefix: null, mood, tense, persons } });
  };
  // Persons with the same spelling share one analysis.
  const addTense = (forms: readonly string[], mood: VerbMood, tense: VerbForm['tense']): void => {
    const byForm = new Map<string, string[]>();
    for (const [at, person] of PERSONS.entries()) {
      for (const form of alternatives(forms[at])) {
        const persons = byForm.get(form);
        if (persons) persons.push(person);
        else byForm.set(form, [person]);
      }
    }
    for (const [form, persons] of byForm) add(form, mood, tense, persons);
  };

  if (family.table) {
    addTense(words(family.table.present), 'indicative', 'present');
    addTense(words(family.table.subjunctive1), 'subjunctive1', 'present');
    addTense(words(family.table.past), 'indicative', 'past');
    addTense(words(family.table.subjunctive2), 'subjunctive2', 'past');
  } else {
    addFinite(family, stem, { present, past, second }, addTense);
    if (family.class === 'strong') addImperative(stem, present, add);
  }
  add(lemma, 'infinitive', null, NO_PERSONS);
  add(`${lemma}d`, 'participle1', null, NO_PERSONS);
  const made = `${stem}${needsE(stem) ? 'e' : ''}t`;
  const given = alternatives(participle);
  const participles = given.length > 0 ? given : [takesGe(family) ? `ge${made}` : made];
  for (const form of participles) {
    add(form, 'participle2', null, NO_PERSONS);
    const bare = given.length === 0 ? made : form.replace(/^ge/, '');
    out.push({ form: bare, bare: true, analysis: { lemma, prefix: null, mood: 'participle2', tense: null, persons: NO_PERSONS } });
  }
  return out;
}

type Add = (forms: readonly string[], mood: VerbMood, tense: VerbForm['tense']) => void;
interface Parts {
  readonly present: string | undefined;
  readonly past: string | undefined;
  readonly second: string | undefined;
}

function addFinite(family: VerbFamily, stem: string, parts: Parts, addTense: Add): void {
  const en = /e[lr]$/.test(stem) ? 'n' : 'en';
  const thirds = alternatives(parts.present);
  if (family.class === 'modal') {
    for (const third of thirds) {
      const you = /[sß]$/.test(third) ? `${third}t` : `${third}st`;
      const plural = presentIndicative(stem, undefined);
      addTense([third, you, third, plural[3] ?? '', plural[4] ?? '', plural[5] ?? ''], 'indicative', 'present');
    }
  } else if (thirds.length > 0) for (const third of thirds) addTense(presentIndicative(stem, third), 'indicative', 'present');
  else addTense(presentIndicative(stem, undefined), 'indicative', 'present');
  addTense(subjunctive(stem, en), 'subjunctive1', 'present');
  if (/e[lr]$/.test(stem)) {
    // "ich sammle, er sammle" and "ich ändre" drop the e of the stem.
    const short = `${stem.slice(0, -2)}${stem.slice(-1)}e`;
    addTense([short, '-', '-', '-', '-', '-'], 'indicative', 'present');
    addTense([short, '-', short, '-', '-', '-'], 'subjunctive1', 'present');
  }
  const pasts = alternatives(parts.past);
  if (pasts.length === 0) addWeakPast(stem, addTense);
  for (const past of pasts) addTense(family.class === 'strong' ? pastStrong(past) : pastWeak(past), 'indicative', 'past');
  const seconds = alternatives(parts.second);
  if (seconds.length > 0) for (const second of seconds) addTense(pastWeak(second), 'subjunctive2', 'past');
  else if (family.class === 'strong') for (const past of pasts) addTense(pastWeak(`${umlaut(past)}e`), 'subjunctive2', 'past');
  else for (const past of pasts) addTense(pastWeak(past), 'subjunctive2', 'past');
}

function addWeakPast(stem: string, addTense: Add): void {
  const past = `${stem}${needsE(stem) ? 'e' : ''}te`;
  addTense(pastWeak(past), 'indicative', 'past');
  addTense(pastWeak(past), 'subjunctive2', 'past');
}

function addImperative(
  stem: string,
  present: string | undefined,
  add: (form: string, mood: VerbMood, tense: VerbForm['tense'], persons: readonly string[]) => void,
): void {
  const third = alternatives(present)[0];
  // Only e to i(e) changes reach the imperative: "gib", "lies", but "fahr", "lauf".
  const changed = third && /i/.test(third) && !/i/.test(stem) ? third.replace(/t$/, '') : stem;
  add(changed, 'imperative', 'present', ['2s']);
}
