import type { SpeechAct } from '../model/index.ts';

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
}
