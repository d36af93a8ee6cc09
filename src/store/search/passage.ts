/** A stretch of a report that a search may find, with its words as the index knows them (see `src/text/search`). */
export interface Passage {
  /** Id of the statement, or of the stretch of text. */
  readonly id: string;
  readonly kind: 'statement' | 'text';
  /** Day it was said or published, `2025-03-18`; null if unknown: such passages come last. */
  readonly at: string | null;
  readonly start: number;
  readonly end: number;
  /** Stems in the order of the text; letters and digits only. */
  readonly words: readonly string[];
  /** What words are found by as well: parts of compounds, infinitives. */
  readonly extra: readonly string[];
  /** Names in one folded spelling. */
  readonly speakers: readonly string[];
  readonly outlet: string;
  readonly language: string;
  readonly holders: readonly string[];
  readonly elements: readonly string[];
}

/** A passage as it is written: its place in the order, its lists joined, so that threads hand over strings and not lists of words. */
export interface PackedPassage extends Omit<Passage, 'words' | 'extra' | 'speakers' | 'holders' | 'elements'> {
  readonly place: number;
  readonly words: string;
  readonly extra: string;
  readonly speakers: string;
  readonly holders: string;
  readonly elements: string;
}

/** All passages of one report, and the content they were made from. */
export interface ReportPassages {
  readonly home: string;
  /** SHA-256 of the annotation they were made from: by it the store sees what is not indexed yet. */
  readonly of: string;
  readonly passages: readonly PackedPassage[];
}

/** What to look for; everything must hold. Each word is a list of terms of which one must be there. */
export interface PassageQuery {
  readonly words: readonly (readonly string[])[];
  readonly phrases: readonly (readonly (readonly string[])[])[];
  readonly without: readonly (readonly string[])[];
  readonly kind?: Passage['kind'];
  /** Part of a name, folded. */
  readonly speaker?: string;
  readonly outlet?: string;
  readonly holder?: string;
  readonly element?: string;
  readonly language?: string;
  /** First and last day. */
  readonly from?: string;
  readonly to?: string;
  /** Only what comes after this passage: how to go on with the next page. */
  readonly after?: number;
  readonly limit: number;
}

/** What was found: newest first. */
export interface FoundPassage {
  /** Place in the order; give the last one as `after` for the next page. */
  readonly place: number;
  readonly id: string;
  readonly kind: Passage['kind'];
  readonly home: string;
  readonly at: string | null;
  readonly start: number;
  readonly end: number;
}
