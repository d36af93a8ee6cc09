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
}

/** Looks a word form up, in any case and in new, old or Swiss spelling; an unknown form gives an empty list. */
export type VerbLookup = (form: string) => readonly VerbForm[];
