import type { SpeechAct } from '../model/index.ts';
import type { ActRule, ActWords } from './acts.ts';
import type { NoiseRule, SentencePattern } from './noise-entries.ts';
import type { ReportingEntry, ReportingNoun } from './reporting.ts';
import type { Rule } from './rule.ts';
import type { TimeLanguage } from './time-entries.ts';
import type { VerbLookup } from './verb.ts';
import type { WordIndex } from './words.ts';

/** What a reporting verb takes: a clause, a verb-second clause, a verbatim quotation, an infinitive, an object. */
export interface ReportingVerb {
  /** Infinitive with separable prefix. */
  readonly lemma: string;
  readonly layer: 'speech' | 'act';
  readonly act: SpeechAct;
  readonly clause: boolean;
  readonly direct: boolean;
  readonly infinitive: boolean;
  /** Cases ("acc", "dat", "gen") and prepositions ("auf+acc") of the phrase that carries the content. */
  readonly objects: readonly string[];
}

/** What a language knows; the text layer decides. A language is a folder that exports one of these. */
export interface Language {
  readonly code: string;
  readonly words: WordIndex;
  readonly lookupVerb: VerbLookup;
  /** The sense of a verb that fits the other words of its clause (small letters). */
  readonly reportingVerb: (lemma: string, words: ReadonlySet<string>) => ReportingEntry | undefined;
  readonly reportingNoun: (word: string) => ReportingNoun | undefined;
  readonly times: TimeLanguage;
  readonly noise: readonly NoiseRule[];
  /** How a newsroom marks its own conclusions, anchored at the start of a sentence. */
  readonly glosses: readonly SentencePattern[];
  /** How a report says that somebody has not spoken yet. */
  readonly silences: readonly SentencePattern[];
  /** Rules that see another act in a content than its verb has by itself, and the words they need. */
  readonly acts: { readonly rules: readonly ActRule[]; readonly words: ActWords; readonly lookupVerb: VerbLookup };
  readonly rules: ReadonlyMap<string, Rule>;
}
