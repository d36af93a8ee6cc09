import type { Reading } from './reading.ts';
import type { AnchoredSpan } from './span.ts';
import type { Silence, Statement } from './statement.ts';
import type { DivergenceKind, Element, OverallState, PartyState, StatementRelationKind } from './vocab.ts';

export type AgreementKind =
  | 'limited_halt_of_attacks'
  | 'ceasefire'
  | 'maritime_truce'
  | 'humanitarian_pause'
  | 'prisoner_exchange'
  | 'peace_agreement'
  | 'support_and_intelligence'
  | 'security_guarantee'
  | 'sanctions'
  | 'economic_cooperation'
  | 'other';

export type Track =
  | 'roadmap'
  | 'prisoner_exchange'
  | 'support_and_intelligence'
  | 'sanctions'
  | 'security_guarantees'
  | 'maritime'
  | 'territory'
  | 'alliances'
  | 'economic_relations';

/** An agreement, proposed or made, in the field's codes; everything about its terms stands in readings. */
export interface Agreement {
  readonly id: string;
  readonly kind: AgreementKind;
  readonly track: Track;
  /** Title in the two languages of the interface, made from kind, parties and month. */
  readonly title: { readonly de: string; readonly en: string };
  /** ETH/PRIO ceasefire class where one applies. */
  readonly cfClass: 1 | 2 | 3 | 'limited_halt_of_attacks' | 'humanitarian_pause' | 'unclear' | null;
  readonly side: 'unilateral' | 'bilateral' | 'multilateral' | 'parallel_unilateral' | 'unclear';
  readonly partial: boolean | 'unclear';
  readonly written: boolean | 'unclear';
  /** Holder codes of the parties to the conflict, and of those who broker. */
  readonly parties: readonly string[];
  readonly brokers: readonly string[];
  readonly mechanism: boolean | 'unclear';
  readonly purposes: readonly string[];
  readonly related: readonly {
    readonly id: string;
    readonly kind: 'predecessor' | 'successor' | 'stage_of' | 'implements' | 'amends';
    readonly rule: string;
  }[];
  /** Where it is spoken of. */
  readonly mentions: readonly AnchoredSpan[];
  readonly firstKnown: string | null;
}

/** One file of `data/agreements`: an agreement with readings a person has entered, see the head of the files for their form. */
export interface CuratedAgreement {
  readonly agreement: Agreement;
  /** First and last day on which a machine-found agreement of the same kind is this one; null keeps it to itself. */
  readonly window: { readonly from: string; readonly to: string } | null;
  readonly readings: readonly Reading[];
}

/** A computed difference between two holders' readings of one element; both texts are made from the values. */
export interface Divergence {
  readonly id: string;
  readonly agreement: string;
  readonly element: Element;
  readonly kind: DivergenceKind;
  readonly a: { readonly holder: string; readonly reading: string };
  readonly b: { readonly holder: string; readonly reading: string };
  /** The two readings are of the same holder, at two times or in two arrangements. */
  readonly within: boolean;
  readonly sentence: { readonly de: string; readonly en: string };
  readonly renderingOnly: boolean;
  readonly asOf: string | null;
  readonly rule: string;
}

/** A slot that nobody fills but others or a monitor need, or a question that a report itself states. */
export interface OpenQuestion {
  readonly id: string;
  readonly agreement: string;
  readonly element: Element | null;
  readonly text: { readonly de: string; readonly en: string };
  readonly raisedBy: 'empty_slot' | 'report' | 'divergence';
  readonly spans: readonly AnchoredSpan[];
  readonly state: 'open' | 'answered' | 'answered_differently' | 'moot';
  readonly answers: readonly string[];
  /** Holders asked: whose slot is empty. */
  readonly to: readonly string[];
}

export interface StatementRelation {
  readonly from: string;
  readonly to: string;
  readonly kind: StatementRelationKind;
  readonly basis: 'explicit_cue' | 'computed' | 'human';
  readonly rule: string;
}

/** Where reports come from: copies and retellings of one readout or one wire text count once. */
export interface Origin {
  readonly id: string;
  /** "readout", "wire", "interview", "own reporting". */
  readonly kind: string;
  readonly label: string;
  readonly reports: readonly string[];
  readonly why: string;
}

/** What one holder's statements say of an agreement's state, derived, never typed in. */
export interface PartyStatus {
  readonly agreement: string;
  readonly holder: string;
  readonly state: PartyState;
  readonly since: string | null;
  readonly readings: readonly string[];
  readonly previous: readonly { readonly state: PartyState; readonly since: string | null }[];
}

/** Something asked of or promised to somebody, with what came of it. */
export interface Request {
  readonly id: string;
  readonly kind: 'request' | 'demand' | 'promise';
  readonly from: string;
  readonly to: string | null;
  readonly about: readonly string[];
  readonly statement: string;
  readonly span: AnchoredSpan;
  readonly due: string | null;
  readonly outcome: 'answered' | 'granted' | 'refused' | 'kept' | 'not_kept' | 'under_review' | 'nothing_reported';
  readonly answers: readonly string[];
}

/** An actor's position on an issue at one time; two of them in a row that differ are a shift. */
export interface Position {
  readonly holder: string;
  readonly issue: string;
  readonly at: string | null;
  readonly statement: string;
  readonly span: AnchoredSpan;
  readonly act: Statement['act'];
  readonly polarity: 'pos' | 'neg';
  readonly shiftFrom: string | null;
}

/** One line of a timeline or of what changed between two dates. */
export interface Change {
  readonly at: string | null;
  readonly kind:
    | 'reading_new'
    | 'reading_superseded'
    | 'question_answered'
    | 'status'
    | 'contradiction'
    | 'event'
    | 'silence_ended'
    | 'statement';
  readonly agreement: string | null;
  readonly holder: string | null;
  readonly text: { readonly de: string; readonly en: string };
  readonly refs: readonly string[];
}

/** One agreement with everything computed about it. */
export interface DossierAgreement {
  readonly agreement: Agreement;
  readonly overall: { readonly state: OverallState; readonly why: { readonly de: string; readonly en: string } };
  readonly parties: readonly PartyStatus[];
  /** Ids of the readings valid and known at the as-of date, by element and holder. */
  readonly cells: readonly {
    readonly element: Element;
    readonly holder: string;
    readonly readings: readonly string[];
    readonly mark: 'agree' | 'differ' | 'only' | 'silent';
  }[];
  readonly clocks: readonly {
    readonly holder: string;
    readonly iso: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly note: { readonly de: string; readonly en: string };
  }[];
}

/** The whole computed book over the reports given, as known on a date. */
export interface Dossier {
  readonly schema: 'trucebook/dossier@1';
  readonly asOf: string | null;
  readonly heldAt: string | null;
  readonly reports: readonly {
    readonly id: string;
    readonly key: string;
    readonly date: string | null;
    readonly outlet: string | null;
    readonly language: string;
    readonly url: string | null;
    readonly title: string | null;
    readonly origin: string | null;
  }[];
  readonly agreements: readonly DossierAgreement[];
  readonly readings: readonly Reading[];
  /** Readings that people have corrected, rejected or replaced: shown on request, counted for nothing; left out where there is none. */
  readonly setAside?: readonly Reading[];
  readonly divergences: readonly Divergence[];
  readonly openQuestions: readonly OpenQuestion[];
  readonly relations: readonly StatementRelation[];
  readonly origins: readonly Origin[];
  readonly requests: readonly Request[];
  readonly positions: readonly Position[];
  readonly silences: readonly (Silence & { readonly report: string; readonly exact: string; readonly supersededBy: string | null })[];
  readonly timeline: readonly Change[];
  /** The statements the readings and positions rest on, with their words. */
  readonly statements: readonly (Statement & { readonly exact: readonly string[]; readonly cueExact: readonly string[] })[];
  /** Doubtful passages that are shown and never stored as fact: garbled sentences, glosses, insertions. */
  readonly flags: readonly {
    readonly kind: string;
    readonly span: AnchoredSpan;
    readonly note: { readonly de: string; readonly en: string };
  }[];
  /** Holders in the order of their columns, with the names to print. */
  readonly holders: readonly { readonly code: string; readonly name: { readonly de: string; readonly en: string } }[];
}
