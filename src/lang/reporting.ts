import type { SpeechAct } from '../model/index.ts';
import type { ReportingVerb } from './language.ts';

/** What kind of saying a verb or noun is; finer than the act, which the content may change. */
export type ReportingSense = 'say' | 'write' | 'think' | 'feel' | 'ask' | 'order' | 'stance' | 'evaluate' | 'perceive';

/** Which constituents of a reporting expression hold the content, the addressee and the speaker. */
export interface ReportingFrame {
  /** Clauses that may hold the content: any of "dass ob wh v2 zu quote", with blanks between. */
  readonly clauses: string;
  /** Phrases that may hold the content: "acc", "dat", "gen", "refl", or a preposition with its case ("auf+acc"). */
  readonly objects?: string;
  /** Phrases that name the addressee, in the same notation. */
  readonly addressee?: string;
  /** True for "bezeichnete X als Y": object and predicate together are the content. */
  readonly as?: true;
  /** Who speaks: the subject (if left out), or the object of "laut" and "von" where the verb is agentless ("hieß es aus Kiew"). */
  readonly speaker?: 'subject' | 'source';
}

/** Expressions with one sense and one frame, as the lexicon is written. */
export interface ReportingGroup {
  readonly id: string;
  readonly meaning: string;
  readonly sense: ReportingSense;
  readonly layer: 'speech' | 'act';
  readonly act: SpeechAct;
  /** How surely it is speech: 1 always, less where a clause or a quotation must follow. */
  readonly strength: number;
  readonly frame: ReportingFrame;
  /** Infinitives, with the fixed words in front: "mitteilen", "sich einigen", "in Aussicht stellen". */
  readonly verbs: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** One sense of one reporting expression. */
export interface ReportingEntry extends ReportingVerb {
  readonly group: string;
  readonly sense: ReportingSense;
  readonly strength: number;
  /** Words that must stand in the clause besides the verb ("in", "aussicht"), small; empty for a plain verb. */
  readonly fixed: readonly string[];
  readonly reflexive: boolean;
  readonly frame: ReportingFrame;
}

/** Nouns with one act and one way to attach speaker and content, as the lexicon is written. */
export interface ReportingNounGroup {
  readonly id: string;
  readonly meaning: string;
  readonly layer: 'speech' | 'act';
  readonly act: SpeechAct;
  readonly strength: number;
  /** How the content attaches: any of "dass zu ob gen colon v2" and prepositions ("über", "auf", "nach"). */
  readonly content: string;
  /** How the speaker attaches: any of "gen" ("der Vorschlag des Kreml"), "poss" ("Trumps Vorschlag"), "von", "compound". */
  readonly speaker: string;
  /** True if "nach …" with it is a source ("nach Angaben von"). */
  readonly source: boolean;
  /** Article, singular and plural: "der Vorschlag/Vorschläge". */
  readonly nouns: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** One reporting noun as found in a text. */
export interface ReportingNoun {
  /** Nominative singular. */
  readonly noun: string;
  readonly group: string;
  readonly layer: 'speech' | 'act';
  readonly act: SpeechAct;
  readonly strength: number;
  readonly content: readonly string[];
  readonly speaker: readonly string[];
  readonly source: boolean;
  readonly gender: 'f' | 'm' | 'n';
  /** What stands in front in a compound, as it is spelt: "US" of "US-Vorschlag"; null if the noun stands alone. */
  readonly modifier: string | null;
}

/** A way to name the source of a clause besides verbs: "laut X", "X zufolge", "demnach". */
export interface SourcePattern {
  readonly id: string;
  readonly meaning: string;
  /** Words of the pattern; `{s}` stands for the source, `{q}` for the content, `{v}` for a reporting verb, `{n}` for a source noun. */
  readonly patterns: readonly string[];
  /** Where the source comes from: named in the pattern, or carried on from the sentence before. */
  readonly source: 'named' | 'carried';
  readonly yes: readonly string[];
  readonly no: readonly string[];
}
