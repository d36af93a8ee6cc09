import type { Review } from './correction.ts';
import type { IncidentOutcome } from './incident.ts';
import type { Span } from './span.ts';

/** How the words reach us: verbatim, verbatim in part, as a clause, as a noun phrase, or as an unmarked continuation. */
export type StatementForm = 'direct' | 'mixed' | 'indirect' | 'reported' | 'free_indirect';

/** The fourteen acts of the annotation guideline; exactly one a statement. */
export const SPEECH_ACTS = [
  'assert',
  'agree',
  'reject',
  'demand',
  'propose',
  'promise',
  'order',
  'condition',
  'announce',
  'doubt',
  'threaten',
  'request',
  'praise',
  'deny',
] as const;
export type SpeechAct = (typeof SPEECH_ACTS)[number];

export type Modality = 'future' | 'conditional' | 'hypothetical' | 'negated' | 'interrogative' | 'historical' | 'hedged';

/** Who speaks, as far as the text and the registry let us say. */
export interface Speaker {
  /** Canonical name: "Wladimir Putin", "Weißes Haus", "Regierung der Ukraine", "anonymous: …", "medium: …", or the words of the text. */
  readonly name: string;
  readonly kind: 'actor' | 'anonymous' | 'medium' | 'unregistered';
  /** Id in the registry of actors; null for anonymous and unregistered speakers. */
  readonly actor: string | null;
}

/** One content attributed to one speaker, or to several jointly, with one act; one statement a level of speech. */
export interface Statement {
  readonly id: string;
  /** Key of the report. */
  readonly report: string;
  /** The content in one or more pieces, in order. */
  readonly content: readonly Span[];
  /** Stretches of the content that the report sets in quotation marks, where the whole is not: fragments in a clause. */
  readonly verbatim?: readonly Span[];
  /** The whole clause of the content: with its "dass", or with the speaker and verb of an act told by a noun phrase. */
  readonly clause?: Span;
  /** The smallest reporting expression; empty if the attribution is carried on from a sentence before. */
  readonly cue: readonly Span[];
  /** The noun phrase or pronoun that names the speaker near the cue; null if none does. */
  readonly speakerSpan: Span | null;
  readonly speakers: readonly Speaker[];
  /** Whom a spokesperson speaks for. */
  readonly onBehalfOf: string | null;
  /** Intermediaries, from nearest to the report to nearest to the speaker. */
  readonly via: readonly Speaker[];
  /** 0 for the outermost level of speech, one more for each speech within it. */
  readonly level: number;
  /** Id of the statement this one is nested in. */
  readonly within: string | null;
  readonly form: StatementForm;
  /** `speech` was said, written or thought; `act` is a stance or act that the narrator tells. */
  readonly layer: 'speech' | 'act';
  readonly act: SpeechAct;
  readonly modality: readonly Modality[];
  readonly polarity: 'pos' | 'neg';
  /** Conditions attached to the act ("wenn Kiew dies auch tut"). */
  readonly conditions: readonly Span[];
  /** Id of the actor spoken to; null if the report names none. */
  readonly addressee: string | null;
  /** When it was said, as a TIMEX3 value; null if the report does not say. */
  readonly when: string | null;
  readonly headline: boolean;
  /** True if the newsroom draws the conclusion ("Damit lehnte er … ab"). */
  readonly inferredByNarrator: boolean;
  /** Words inserted by the newsroom into a quotation ("Anm. d. Red."). */
  readonly editorialInserts: readonly Span[];
  /** Id of the rule that found it. */
  readonly rule: string;
  /** 0 to 1: the measured precision of the rule, lowered by what was doubtful. */
  readonly confidence: number;
  /** What people have decided about it, or who anchored it by hand; left out where nobody has. */
  readonly review?: Review;
}

/** A candidate that was not made a statement, kept so that `explain` can say why. */
export interface Rejected {
  readonly span: Span;
  readonly rule: string;
  /** One short sentence. */
  readonly why: string;
}

/** A dated "has not commented": a position that was not taken, never a statement. */
export interface Silence {
  readonly span: Span;
  readonly speakers: readonly Speaker[];
  readonly when: string | null;
  readonly rule: string;
}

/** A newsroom's own conclusion ("Heißt: …", "Fazit: …"), in nobody's column but the narration's. */
export interface Gloss {
  readonly span: Span;
  readonly rule: string;
}

/** Text that is no part of the report, with the evidence on which it was cut. */
export interface Noise {
  readonly span: Span;
  readonly rule: string;
  readonly why: string;
}

/** A TIMEX3-like time expression, resolved against the date of the report where there is one. */
export interface TimeExpression {
  readonly span: Span;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TIMEX3 value; "" where the report has no date to resolve against. */
  readonly value: string;
  readonly rule: string;
}

/** A counted thing: number, unit and what is counted. */
export interface Quantity {
  readonly span: Span;
  readonly value: number;
  readonly unit: string | null;
  /** True for "je 175": the number holds for each side. */
  readonly perSide: boolean;
  /** "mindestens", "rund", "mehr als" and the like. */
  readonly approximation: string | null;
}

/**
 * A word or phrase that means something to the ledger, as a language-neutral code; the ledger works on these and
 * never reads words itself.
 */
export interface Mention {
  readonly span: Span;
  /**
   * `agreement`: a truce, exchange or deal spoken of · `object`: a class of protected objects · `act`: a kind of attack or
   * measure · `place` · `topic`: what a condition, demand or step is about · `element`: a cue that an element is spoken of
   * ("in Kraft treten", "überwachen") · `actor`: somebody of the registry.
   */
  readonly kind: 'agreement' | 'object' | 'act' | 'place' | 'topic' | 'element' | 'actor';
  /** Code of the concept ("energy_infrastructure", "full_ceasefire", "end_military_aid") or id of the actor. */
  readonly code: string;
  /** True for an open end ("und andere …", "und Infrastruktur"). */
  readonly open?: boolean;
  readonly rule: string;
}

/**
 * An attack, or an attempt of one, that a text tells as having happened or denies; plans, threats, conditions and halts are none.
 * Who tells it is a matter of the statement it stands in.
 */
export interface EventMention {
  /** The clause or phrase that tells it, and the word that names it. */
  readonly span: Span;
  readonly head: Span;
  /** Kind of act of the ontology. */
  readonly act: string;
  readonly outcome: IncidentOutcome;
  /** Regions named, ISO 3166-2. */
  readonly regions: readonly string[];
  /** Object classes named. */
  readonly objects: readonly string[];
  /** Who did it as told: code of a state or id of an actor; null if the words do not say. */
  readonly attacker: string | null;
  /** State whose objects they are, as told by an adjective; null if none is. */
  readonly target: string | null;
  /** TIMEX3 value of the time told with it; null if none is. */
  readonly time: string | null;
  /** The time is the first of the days meant ("seit dem 18. März"). */
  readonly since: boolean;
  readonly polarity: 'pos' | 'neg';
  /** It points back to an event told before ("den Angriff"). */
  readonly definite: boolean;
  /** Only a fire or an explosion is told, which may or may not be an attack. */
  readonly scene: boolean;
  /** One that happens again and again, or several at no particular time. */
  readonly general: boolean;
  readonly rule: string;
}

/** What somebody does with an allegation: make it, deny it, admit it, or say nothing. */
export interface ClaimMention {
  readonly span: Span;
  readonly kind: 'accuses' | 'denies' | 'admits' | 'confirms' | 'silent';
  /** Id of the actor who does; null if the words do not say. */
  readonly by: string | null;
  /** Id of the actor accused in it; null if none is named. */
  readonly against: string | null;
  /** What it is about: an event told in it, an allegation or a responsibility spoken of before. */
  readonly about: 'event' | 'allegation' | 'responsibility';
  readonly plural: boolean;
  readonly rule: string;
}

/** Something noticed while reading that a person may want to look at; reading never throws. */
export interface Notice {
  readonly code: string;
  readonly span: Span;
  readonly message: string;
}

/** Everything the text layer found in one report. */
export interface Annotation {
  readonly report: string;
  readonly sentences: readonly Span[];
  readonly statements: readonly Statement[];
  readonly silences: readonly Silence[];
  readonly glosses: readonly Gloss[];
  readonly times: readonly TimeExpression[];
  readonly quantities: readonly Quantity[];
  readonly mentions: readonly Mention[];
  readonly events: readonly EventMention[];
  readonly claims: readonly ClaimMention[];
  readonly noise: readonly Noise[];
  readonly rejected: readonly Rejected[];
  readonly notices: readonly Notice[];
  /** One line a sentence on the discourse state, for `explain`. */
  readonly discourse: readonly { readonly at: number; readonly outer: string | null; readonly inner: string | null }[];
}
