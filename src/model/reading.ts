import type { Review } from './correction.ts';
import type { AnchoredSpan } from './span.ts';
import type { Modality, SpeechAct, StatementForm } from './statement.ts';
import type { Element } from './vocab.ts';

/** Evidence that could not be anchored in a stored text: a public address with fewer than ten words. */
export interface UnanchoredEvidence {
  readonly url: string;
  readonly exact: string;
  readonly anchored: false;
}

/** What a holder says an element is; typed, so that values are compared and not strings. */
export type ReadingValue =
  | {
      readonly t: 'objects';
      /** Object classes of the ontology. */
      readonly include: readonly string[];
      readonly exclude: readonly string[];
      /** The open end as said ("and other civilian infrastructure"); null if the list is closed. */
      readonly open: string | null;
    }
  | { readonly t: 'acts'; readonly prohibited: readonly string[]; readonly permitted: readonly string[] }
  | { readonly t: 'place'; readonly include: readonly string[]; readonly exclude: readonly string[]; readonly domains: readonly string[] }
  | {
      readonly t: 'start';
      readonly mode:
        | 'on_date_at_time'
        | 'upon_signature'
        | 'upon_conditions'
        | 'at_time_set_by_commission'
        | 'by_unilateral_order'
        | 'upon_publication_by_third_party'
        | 'unstated';
      /** Date with its own precision (`2025-03`, `2025-03-18`, `2025-03-18T19:30Z`); null if none is stated. */
      readonly at: string | null;
    }
  | {
      readonly t: 'duration';
      /** ISO 8601 duration (`P30D`); null for an open or event-bound term. */
      readonly iso: string | null;
      readonly until: string | null;
      readonly counting: 'from_start_inclusive' | 'from_start_exclusive' | 'unstated';
    }
  | { readonly t: 'extension'; readonly mode: 'mutual_consent' | 'automatic' | 'none' | 'unstated'; readonly until: string | null }
  | {
      readonly t: 'condition';
      readonly kind: 'reciprocity' | 'precondition' | 'release_if_breached';
      /** What must happen, by whom it must be done, in short codes of the topic lexicon ("end_military_aid"). */
      readonly topics: readonly string[];
      readonly on: readonly string[];
    }
  | { readonly t: 'parties'; readonly parties: readonly string[]; readonly commitment: string; readonly polarity: 'pos' | 'neg' }
  | { readonly t: 'mechanism'; readonly status: 'named' | 'doubted' | 'requested' | 'refused' | 'unstated'; readonly by: readonly string[] }
  | {
      readonly t: 'step';
      readonly kind: string;
      readonly when: string | null;
      readonly place: string | null;
      readonly topics: readonly string[];
    }
  | {
      readonly t: 'count';
      readonly items: readonly { readonly n: number; readonly of: string; readonly perSide: boolean }[];
      readonly when: string | null;
    }
  | {
      readonly t: 'territory';
      /** What the holder counts as the territory of `of`: how a disputed place is judged (Crimea, a plant under the other's control). */
      readonly of: string;
      readonly includes: readonly string[];
      readonly excludes: readonly string[];
    }
  | {
      readonly t: 'state';
      /** What the holder says has become of the agreement; who did what is a claim of the holder, never ours. */
      readonly state: ClaimedState;
      readonly at: string | null;
      /** Whom the claim is about ("breach_alleged" by whom, "released" who is free); empty if the agreement as a whole. */
      readonly by: readonly string[];
    }
  | { readonly t: 'text'; readonly topics: readonly string[] };

/** What a holder claims has become of an agreement; the status of a party is derived from it. */
export type ClaimedState =
  | 'in_force'
  | 'suspended'
  | 'resumed'
  | 'released'
  | 'withdrawn'
  | 'expired'
  | 'extended'
  | 'breach_alleged'
  | 'breach_denied'
  | 'concluded';

export type Stance = 'asserts' | 'implies' | 'accepts_others' | 'disputes' | 'silent';

/** How far the speaker may speak for the holder; only the first three fill a party's column. */
export type Authority = 'principal' | 'spokesperson' | 'official' | 'adviser' | 'anonymous' | 'narration';

/** One holder's version of one element of one agreement: the heart of the ledger. */
export interface Reading {
  readonly id: string;
  /** Id of the agreement. */
  readonly agreement: string;
  readonly element: Element;
  /** ISO 3166-1 alpha-2 of a state, id of an organisation, or `narration` for a newsroom's own claim. */
  readonly holder: string;
  /** Whom the holder says it binds: holder codes, `mutual`, or `unstated`. */
  readonly obliged: readonly string[];
  readonly value: ReadingValue;
  readonly stance: Stance;
  /** The holder's words where they are quoted, the report's where they are not: see `mode`. */
  readonly spans: readonly AnchoredSpan[];
  readonly evidence: readonly UnanchoredEvidence[];
  /** Ids of the statements it rests on; empty only if silent or curated. */
  readonly statements: readonly string[];
  /** Canonical name of the speaker. */
  readonly speaker: string | null;
  readonly authority: Authority;
  /** The side of a speaker who may not fill its column (an adviser, an unnamed official); the holder is then `narration`. */
  readonly side?: string;
  /** The spans are words that the report sets in quotation marks as the speaker's own; left out where they are not, or unknown. */
  readonly verbatim?: boolean;
  /** How the words reach us; a paraphrase of the report is never set in quotation marks. */
  readonly mode: StatementForm | null;
  readonly act: SpeechAct | null;
  readonly modality: readonly Modality[];
  /** Language of the report's words, and of the original where they are a translation. */
  readonly language: string;
  readonly originalLanguage: string | null;
  /** Valid time, half-open: from when to when the holder held it. */
  readonly heldFrom: string | null;
  readonly heldTo: string | null;
  /** Recorded time, half-open: from when to when it could be known from the reports. */
  readonly knownFrom: string | null;
  readonly knownTo: string | null;
  readonly supersededBy: string | null;
  readonly origin: 'machine' | 'curated';
  /** Bilateral understanding it belongs to, where the holder has more than one ("US-UA"). */
  readonly arrangement: string | null;
  readonly confidence: number;
  /** Id of the rule that made it a reading. */
  readonly rule: string;
  /** Holder whose version is disputed or accepted (stance `disputes`, `accepts_others`), where it is said. */
  readonly towards?: string;
  /** Why an editor mapped the words to this value (curated readings). */
  readonly note?: string;
  /** What people have decided about it; left out where nobody has. */
  readonly review?: Review;
}

/** What a reading has that nobody states; the keys stand in the order of the type, so that output keeps its bytes. */
export const BLANK_READING: Omit<Reading, 'id' | 'agreement' | 'element' | 'holder'> = {
  obliged: [],
  value: { t: 'text', topics: [] },
  stance: 'asserts',
  spans: [],
  evidence: [],
  statements: [],
  speaker: null,
  authority: 'principal',
  mode: null,
  act: null,
  modality: [],
  language: 'de',
  originalLanguage: null,
  heldFrom: null,
  heldTo: null,
  knownFrom: null,
  knownTo: null,
  supersededBy: null,
  origin: 'machine',
  arrangement: null,
  confidence: 1,
  rule: '',
};
