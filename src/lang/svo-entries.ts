import type { SpeechAct } from '../model/index.ts';
import type { TimeLanguage } from './time-entries.ts';
import type { WordLists } from './words.ts';

/** A reporting verb of a language with fixed word order (subject, verb, object). */
export interface SvoVerb {
  readonly lemma: string;
  /** Finite forms, and the participle that follows an auxiliary. Blank-separated, lower case. */
  readonly forms: string;
  readonly layer: 'speech' | 'act';
  readonly act: SpeechAct;
  /**
   * `clause`: with or without "that" · `direct`: a quotation · `infinitive`: "to …" · `object`: a noun phrase ·
   * `person`: somebody addressed stands before the content ("told X that") · `object-infinitive`: "ordered X to …", where
   * both are the content · `of`: "accused X of …".
   */
  readonly frames: readonly ('clause' | 'direct' | 'infinitive' | 'object' | 'person' | 'object-infinitive' | 'of')[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** The closed-class words that the reader of such a language needs. Blank-separated, lower case. */
export interface SvoWords {
  readonly auxiliary: string;
  /** Words between subject and verb that belong to neither. */
  readonly between: string;
  readonly article: string;
  readonly masculine: string;
  readonly feminine: string;
  readonly neuter: string;
  readonly plural: string;
  readonly first: string;
  /** Words that open a clause and so end a subject on its left. */
  readonly opener: string;
  readonly complementizer: string;
  readonly infinitive: string;
  readonly weekday: string;
  readonly timePreposition: string;
  /** Multi-word source prepositions. */
  readonly source: readonly string[];
  readonly negation: string;
  /** Words that make the content a demand, a condition, an announcement, a doubt. */
  readonly must: string;
  readonly condition: string;
  readonly future: string;
  readonly doubt: string;
  readonly possessive: string;
  /** Texts that speak for their owner ("its readout"); an underscore stands for a blank. */
  readonly document: string;
  /** Joins names and clauses ("and", "but"). */
  readonly and: string;
  readonly but: string;
  /** Openers that go on within a noun phrase ("X or Y", "as useful"). */
  readonly within: string;
  /** Words after which a verb form is a noun ("of reports"). */
  readonly beforeNoun: string;
  /** Auxiliaries of the passive, and the endings of its participle. */
  readonly passive: string;
  readonly participleEndings: string;
}

/** What a language with fixed word order knows; a folder exports one of these. */
export interface SvoLanguage {
  readonly code: string;
  readonly verbs: readonly SvoVerb[];
  readonly words: SvoWords;
  /** Words that the shared stages ask for. */
  readonly sentenceWords: WordLists;
  readonly times: TimeLanguage;
}
