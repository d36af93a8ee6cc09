/**
 * One set of word forms that share a class and a value. Patterns of rules name classes, never words, so that the rules
 * read alike in every language; the classes are listed at the head of `de/time-words.yaml`.
 */
export interface TimeWord {
  readonly class: string;
  readonly value: string | number;
  readonly words: readonly string[];
  /** Name of a set of endings of {@link TimeGrammar.endings}; each word is then a stem. */
  readonly inflect?: string;
  /** True if the word counts only with a capital letter ("Mai", "Sonntag"). */
  readonly capital?: boolean;
  /** True if it counts only in lower case, or as the first word of a sentence ("morgen"). */
  readonly small?: boolean;
}

/** A sentence, the date of its report, and what must be found in it. */
export interface TimeExample {
  readonly text: string;
  readonly date: string | null;
  readonly expect: readonly { readonly exact: string; readonly value: string }[];
}

/**
 * A rule that finds one kind of time expression. A pattern is a sequence of elements with blanks between them:
 * `class`, `class=value`, `a|b` (either class), `'word|word'` (these words), a trailing `?` for optional, a leading `~`
 * for "no blank before", a leading `!` for "must not follow". What stands between `<` and `>` is the expression, the rest
 * its context. The longest match at a place wins.
 */
export interface TimeRule {
  readonly id: string;
  readonly meaning: string;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET' | 'none';
  readonly patterns: readonly string[];
  /** Name of the function that computes the value, see `text/times/resolvers.ts`. */
  readonly resolve: string;
  /** A constant handed to the function. */
  readonly value?: string;
  readonly yes: readonly TimeExample[];
  readonly no: readonly { readonly text: string; readonly date: string | null }[];
}

/** How words are built and how tense is told; small tables that belong to no single word. */
export interface TimeGrammar {
  readonly endings: Readonly<Record<string, readonly string[]>>;
  /** Two classes whose words join to one ("Mittwoch" + "abend"); the first gives class and value, the second the part of day. */
  readonly joined: readonly { readonly first: string; readonly second: string; readonly as: string }[];
  /** Endings of lower-case words that make a past tense likely ("sagte", "berieten" is in the list of words). */
  readonly pastEndings: readonly string[];
  /** Prefix and endings of past participles, which turn "ist" from present to past. */
  readonly participle: { readonly prefix: string; readonly endings: readonly string[] };
  /** Endings that make an adjective of duration out of a number word, with their unit ("tägig": D). */
  readonly adjectiveUnits: Readonly<Record<string, string>>;
  /** Endings of those adjectives. */
  readonly adjectiveEndings: readonly string[];
  /** Zones that clocks are given in: offset in hours from UTC, and whose summer time adds one. */
  readonly zones: Readonly<Record<string, { readonly offset: number; readonly summer: 'eu' | 'us' | null }>>;
}

/** Number words and what stands around counted things. */
export interface NumberWords {
  readonly units: Readonly<Record<string, number>>;
  readonly tens: Readonly<Record<string, number>>;
  /** Between unit and ten where the unit comes first ("ein-und-zwanzig"). */
  readonly joiner: string;
  readonly hundred: string;
  readonly thousand: string;
  /** Irregular whole words, decimals among them ("anderthalb"). */
  readonly special: Readonly<Record<string, number>>;
  /** Ending that adds a half ("dreieinhalb"). */
  readonly half: string;
  readonly ordinals: Readonly<Record<string, number>>;
  readonly ordinalEndings: { readonly small: string; readonly large: string; readonly inflect: readonly string[] };
  /** Forms of the indefinite article, which count one only in set places. */
  readonly one: readonly string[];
  /** Multiplying nouns ("Millionen"). */
  readonly scales: Readonly<Record<string, number>>;
  /** Plural nouns that are an amount by themselves ("Tausende"). */
  readonly masses: Readonly<Record<string, number>>;
  readonly fractions: Readonly<Record<string, number>>;
  /** Endings that make a count of occasions ("zweimal"). */
  readonly times: { readonly suffix: string; readonly words: readonly string[] };
  /** One or more words before a number, with the kind of approximation. */
  readonly approximations: Readonly<Record<string, string>>;
  /** Words before a number that make it count for each side. */
  readonly perSide: readonly string[];
  /** Units of measure by form, with their code. */
  readonly measures: Readonly<Record<string, string>>;
  /** Nouns that count people, by ending; the unit is then "person". */
  readonly persons: readonly string[];
  /** Adverbs that may stand before a number, or within a counted noun phrase. */
  readonly adverbs: readonly string[];
  /** Words after which a number is a name or label, never a count ("Artikel", "Resolution"). */
  readonly labels: readonly string[];
  /** Last parts of compounds that are labels too ("-resolution"). */
  readonly labelEndings: readonly string[];
  /** Nouns that numbers of calendar, score, age or figure of speech go with. */
  readonly notCounted: readonly string[];
  /** Words that continue a count said before ("eine weitere"). */
  readonly further: readonly string[];
  /** Words between an amount and what it is of ("Hunderte von"). */
  readonly of: readonly string[];
  /** Words and marks between two numbers that share a noun ("von 2000 auf 15.000 Soldaten"). */
  readonly links: readonly string[];
  /** What may follow "eine …" for it to count one. */
  readonly casualty: readonly string[];
  /** Small words that stand inside no noun phrase and so end the search for what is counted. */
  readonly stops: readonly string[];
}

/** Everything one language knows of times and numbers. */
export interface TimeLanguage {
  readonly code: string;
  readonly words: readonly TimeWord[];
  readonly rules: readonly TimeRule[];
  readonly grammar: TimeGrammar;
  readonly numbers: NumberWords;
}
