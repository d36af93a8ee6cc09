import { concepts } from './concepts.generated.ts';
import { labelOf } from './ontology.ts';
import { stateWords } from './states.generated.ts';

/** One text in the two languages of the interface. */
export interface Both {
  readonly de: string;
  readonly en: string;
}

type Language = keyof Both;

/** Words for a code that readings carry and that is neither an object nor an act. */
export interface Concept extends Both {
  readonly code: string;
  /** As the object of a running sentence, where the bare word will not do. */
  readonly say?: Both;
  /** A place with its preposition. */
  readonly at?: Both;
}

/** The name of a state and how it stands in a sentence. */
export interface StateWord extends Both {
  readonly code: string;
  readonly article?: { readonly de: 'der' | 'die' | 'das'; readonly en?: 'the' };
  /** With its article in German, where the name itself changes behind one. */
  readonly with?: string;
  /** In the German dative, where article and name do not make it. */
  readonly dative?: string;
  readonly plural?: boolean;
}

/** Cases of a German name with its article. */
export type Case = 'nominative' | 'accusative' | 'dative';

const byCode = new Map(concepts.map((entry) => [entry.code, entry]));
const states = new Map(stateWords.map((entry) => [entry.code, entry]));

/** The bare word for a code, for tables and headings; objects and acts are named by their ontology. */
export function conceptWord(code: string, language: Language): string | null {
  return byCode.get(code)?.[language] ?? states.get(code)?.[language] ?? null;
}

/** The word for a code as the object of a running sentence. */
export function conceptInSentence(code: string, language: Language): string {
  const entry = byCode.get(code);
  if (entry) return (entry.say ?? entry)[language];
  return states.has(code) ? stateInSentence(code, language, 'accusative') : labelOf(code, language);
}

/** A place with its preposition: "im Nahen Osten", "in Saudi-Arabien". */
export function placeInSentence(code: string, language: Language): string {
  const at = byCode.get(code)?.at?.[language];
  if (at !== undefined) return at;
  const name = states.has(code) ? stateInSentence(code, language, 'dative') : (conceptWord(code, language) ?? labelOf(code, language));
  return language === 'de' ? `in ${name}`.replace(/^in dem /, 'im ') : `in ${name}`;
}

/** A state with the article its name needs; a code without an entry is returned as it stands. */
export function stateInSentence(code: string, language: Language, wanted: Case = 'nominative'): string {
  const entry = states.get(code);
  if (!entry) return code;
  const article = entry.article?.[language];
  if (article === undefined) return entry[language];
  if (language === 'en') return `${article} ${entry.en}`;
  const named = entry.with ?? `${article} ${entry.de}`;
  if (wanted === 'nominative' || (wanted === 'accusative' && article !== 'der')) return named;
  if (wanted === 'accusative') return named.replace(/^der /, 'den ');
  if (entry.dative !== undefined) return entry.dative;
  return named.replace(/^\w+ /, article === 'die' ? (entry.plural === true ? 'den ' : 'der ') : 'dem ');
}

/** Whether a code has a name of a state here. */
export function isNamedState(code: string): boolean {
  return states.has(code);
}

/** Whether verbs stand in the plural behind the name. */
export function isPlural(code: string): boolean {
  return states.get(code)?.plural === true;
}

/** Bare words of all codes in one language. */
export function conceptWords(language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries([...concepts, ...stateWords].map((entry) => [entry.code, entry[language]]));
}
