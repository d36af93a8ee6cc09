/** A verb of the list from which all finite forms are generated. */
export interface VerbEntry {
  /** Infinitive without separable prefix: "teilen" for "mitteilen". */
  readonly lemma: string;
  /** Separable prefix ("mit"), left out if there is none. */
  readonly prefix?: string;
  readonly class: 'weak' | 'strong' | 'mixed' | 'modal' | 'auxiliary';
  /** Strong and mixed verbs: 3rd person present if the vowel changes, 1st person past, past participle (without prefix). */
  readonly present?: string;
  readonly past?: string;
  readonly participle?: string;
  /** Second subjunctive where it is not formed from the past. */
  readonly subjunctive2?: string;
}

/**
 * A stem with all the verbs made from it by prefixes: how the verb list is written, so that principal parts stand once.
 * Lists are words with blanks between; alternatives within a word are joined by "/" ("sandte/sendete").
 */
export interface VerbFamily {
  /** Infinitives of verbs that share everything else (mostly one). */
  readonly stem: string;
  /** `weak` if left out; `derived` only adds separable prefixes to a verb formed elsewhere ("an" to "erkennen"). */
  readonly class?: VerbEntry['class'] | 'derived';
  /** 3rd person present, 1st person past, past participle, second subjunctive; "-" where it is regular. */
  readonly forms?: string;
  /** Auxiliaries: the six persons of a tense and mood where nothing is regular. */
  readonly table?: {
    readonly present: string;
    readonly subjunctive1: string;
    readonly past: string;
    readonly subjunctive2: string;
  };
  /** Prefixes that leave the verb in a main clause ("teilte … mit"). */
  readonly separable?: string;
  /** Prefixes that never leave it; the participle then has no ge- ("verteilt"). */
  readonly inseparable?: string;
  /** False for the few whose participle has no ge- without showing it; true for those that only look so ("gebetet"). */
  readonly ge?: boolean;
  /** False if the stem is no verb of its own ("klären" is, "lieren" is not). */
  readonly alone?: false;
}

export type VerbMood =
  | 'indicative'
  | 'subjunctive1'
  | 'subjunctive2'
  | 'infinitive'
  | 'zu_infinitive'
  | 'participle1'
  | 'participle2'
  | 'imperative';

/** One analysis of one word form; a form has several ("sagte" is indicative and second subjunctive). */
export interface VerbForm {
  readonly lemma: string;
  readonly prefix: string | null;
  readonly mood: VerbMood;
  readonly tense: 'present' | 'past' | null;
  /** "1s", "2s", "3s", "1p", "2p", "3p"; empty for non-finite forms. */
  readonly persons: readonly string[];
  /** True if the verb is not in the list and the form was read from its ending alone. */
  readonly guess?: true;
}

/** Looks a word form up, in any case and in new, old or Swiss spelling; an unknown form gives an empty list. */
export type VerbLookup = (form: string) => readonly VerbForm[];
