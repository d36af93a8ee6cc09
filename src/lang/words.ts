/** Closed-class words of a language by class; a word may stand in several. Blank-separated, lower case. */
export interface WordLists {
  /** Articles and words used like them. */
  readonly definite: string;
  readonly indefinite: string;
  readonly possessive: string;
  readonly demonstrative: string;
  readonly quantifier: string;
  /** Third person personal pronouns; they are resolved by gender and number. */
  readonly masculine: string;
  readonly feminine: string;
  readonly neuter: string;
  readonly plural: string;
  readonly firstPerson: string;
  readonly impersonal: string;
  readonly reflexive: string;
  /** Forms that open a relative clause after a comma. */
  readonly relative: string;
  readonly subordinator: string;
  readonly interrogative: string;
  readonly coordinator: string;
  readonly preposition: string;
  readonly prepositionArticle: string;
  readonly genitivePreposition: string;
  readonly adverb: string;
  readonly negation: string;
  /** Prefixes that leave the verb in a main clause. */
  readonly prefix: string;
  /** Abbreviations with a full stop that do not end a sentence. */
  readonly abbreviation: string;
  readonly month: string;
  readonly weekday: string;
}

export type WordClass = keyof WordLists;

/** Looks the classes of a word up; words of no closed class give 0. */
export interface WordIndex {
  readonly bits: ReadonlyMap<string, number>;
}

const CLASSES: readonly WordClass[] = [
  'definite',
  'indefinite',
  'possessive',
  'demonstrative',
  'quantifier',
  'masculine',
  'feminine',
  'neuter',
  'plural',
  'firstPerson',
  'impersonal',
  'reflexive',
  'relative',
  'subordinator',
  'interrogative',
  'coordinator',
  'preposition',
  'prepositionArticle',
  'genitivePreposition',
  'adverb',
  'negation',
  'prefix',
  'abbreviation',
  'month',
  'weekday',
];

/** The bit of a class; a token carries the bits of all its classes, so that a test is one operation. */
export const WORD: Readonly<Record<WordClass, number>> = Object.fromEntries(CLASSES.map((name, bit) => [name, 2 ** bit])) as Record<
  WordClass,
  number
>;

/** Compiles word lists to an index from form to bits. */
export function indexWords(lists: WordLists): WordIndex {
  const bits = new Map<string, number>();
  for (const name of CLASSES) {
    for (const form of lists[name].split(/\s+/)) {
      if (form) bits.set(form, (bits.get(form) ?? 0) | WORD[name]);
    }
  }
  return { bits };
}
