import type { Announcement, BookSecret, Webhook } from './announcement.ts';
import type { Correction } from './correction.ts';
import type { CuratedAgreement } from './dossier.ts';
import type { ClusterDecision, IncidentReport } from './incident.ts';
import type { CoverageGap } from './monitoring.ts';
import type { RestrictedPlace } from './place.ts';
import type { EmbargoOverride, ReleaseCard } from './publication.ts';
import type { Report } from './report.ts';
import type { RestrictedMatch, Site } from './site.ts';
import type { Annotation } from './statement.ts';

/** The first fact of every book: which book it is. */
export interface BookCard {
  readonly format: 1;
  readonly book: string;
  readonly createdAt: string;
}

/** Raw bytes as they were retrieved, kept unchanged; the id is the SHA-256 of the bytes, which are attached to the fact. */
export interface Source {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly retrievedAt: string;
  /** Path or address as the user gave it. */
  readonly address: string;
  /** What may be done with it, in words or as an SPDX id; null if unknown. */
  readonly rights: string | null;
}

/**
 * That an address was asked: the newest retrieval of each address counts, those before are in the journal. Also, under the id of the later
 * report and the home of the first, that one address gave two reports one after the other.
 */
export interface Retrieval {
  /** SHA-256 of the newest bytes of the address that the book keeps. */
  readonly source: string;
  readonly address: string;
  readonly retrievedAt: string;
  readonly rights: string | null;
  /** `new`: it brought reports; `same`: the bytes, or the server's word, say that nothing changed; `other`: other bytes without a new report. */
  readonly outcome?: 'new' | 'same' | 'other';
  /** SHA-256 of other bytes that brought no new report and were not kept. */
  readonly seen?: string;
  /** Where redirects led to, if elsewhere. */
  readonly reached?: string;
  /** By what the server names the version of the bytes. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** The articles that a feed links to were fetched as well, all of them. */
  readonly followed?: true;
  /** Reports that the address has given one after the other, where a later one took the place of an earlier. */
  readonly reports?: readonly string[];
}

/** An RFC 3161 token by which an authority outside vouches that a hash existed at a time; the token is attached as it came. */
export interface TimestampToken {
  readonly of: 'source' | 'head';
  /** SHA-256 that the token was asked for: of a source's bytes, or the hash of a journal entry. */
  readonly sha256: string;
  /** Address of the authority. */
  readonly authority: string;
  /** As the authority's clock had it. */
  readonly at: string;
  /** Number of the entry whose hash it is. */
  readonly seq?: number;
}

/** What one version of the rules found in one report. */
export interface StoredAnnotation {
  readonly rules: string;
  readonly annotation: Annotation;
}

/** What another version of the rules would change in one report, until a person has looked at it. */
export interface RereadDifference {
  /** Id of the report. */
  readonly report: string;
  readonly from: string;
  readonly to: string;
  readonly found: readonly RereadItem[];
  readonly lost: readonly RereadItem[];
  readonly changed: readonly { readonly before: RereadItem; readonly after: RereadItem }[];
  /**
   * `taken`: the new annotation counts; `held`: a decision of a person rests on what would go, so the old one still counts until
   * somebody has looked at it; `kept`: a person looked and kept the old one.
   */
  readonly state: 'taken' | 'held' | 'kept';
  /** What the new rules found, where it does not count. */
  readonly held: StoredAnnotation | null;
  /** Ids among `lost` and `changed` on which decisions of people rest. */
  readonly decided: readonly string[];
}

/** A statement or reading in a comparison of two versions of the rules. */
export interface RereadItem {
  readonly kind: 'statement' | 'reading';
  readonly id: string;
  readonly exact: string;
  /** What it says of it, in codes: act and speakers of a statement, element, holder and value of a reading. */
  readonly says: string;
}

/** What people do with an item in review; the reason is always given. `withdraw` takes an earlier decision back, which stays on record. */
export const REVIEW_ACTIONS = ['accept', 'correct', 'reject', 'merge', 'split', 'add', 'comment', 'withdraw'] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

/** What a review or a coding is about. */
export interface ReviewTarget {
  readonly kind: 'statement' | 'reading' | 'incident' | 'incident_report' | 'reread' | 'agreement' | 'report';
  readonly id: string;
}

/** One decision of a person in review; decisions are added, a later one counts, none is deleted. */
export interface ReviewDecision {
  readonly action: ReviewAction;
  readonly target: ReviewTarget;
  /** Further items: those merged with the target, or taken out of it. */
  readonly others: readonly string[];
  readonly by: string;
  readonly at: string;
  readonly why: string;
  /** Fields and their new values, for `correct` and `add`; null else. */
  readonly change: Readonly<Record<string, unknown>> | null;
  /** Ids of the blind codings that this decision settles. */
  readonly adjudicates: readonly string[];
  /** Ids of the corrections and decisions on duplicates through which it takes effect; left out where it has none. */
  readonly effects?: readonly string[];
  /** Id of the decision that is taken back; of `withdraw` alone. */
  readonly withdraws?: string;
}

/** One person's answer about an item, given without sight of the others'. */
export interface BlindCoding {
  readonly target: ReviewTarget;
  /** What is coded ("act", "holder", "verdict"). */
  readonly variable: string;
  readonly value: string;
  readonly coder: string;
  readonly at: string;
  readonly note: string | null;
}

export const ROLES = ['reader', 'coder', 'editor', 'publisher', 'admin'] as const;
export type UserRole = (typeof ROLES)[number];

/** Somebody who may use a book over the network. Kept apart: the journal knows the id alone. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly role: UserRole;
  /** Hash of the password with its parameters, as the hashing library writes it; null: cannot log in by password. */
  readonly passwordHash: string | null;
  readonly disabled: boolean;
}

/** A key for programs; only its hash is kept. Kept apart like a user. */
export interface AccessToken {
  readonly user: string;
  readonly label: string;
  readonly sha256: string;
  readonly role: UserRole;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** A long piece of work as it was asked for and how it ended; the queue itself is no part of the record. */
export interface Job {
  readonly name: string;
  readonly state: 'asked' | 'done' | 'failed';
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What was published: its card; the published bytes are attached. */
export interface StoredRelease {
  readonly card: ReleaseCard;
  readonly mediaType: string;
}

/** Everything a book keeps, by kind; the journal has an entry for every fact and every change of one. */
export interface FactBodies {
  readonly book: BookCard;
  readonly source: Source;
  readonly retrieval: Retrieval;
  readonly timestamp: TimestampToken;
  readonly report: Report;
  readonly annotation: StoredAnnotation;
  readonly reread: RereadDifference;
  readonly curated: CuratedAgreement;
  readonly correction: Correction;
  readonly incident_report: IncidentReport;
  readonly gap: CoverageGap;
  readonly cluster_decision: ClusterDecision;
  readonly embargo_override: EmbargoOverride;
  readonly release: StoredRelease;
  readonly review: ReviewDecision;
  readonly coding: BlindCoding;
  readonly job: Job;
  /** Exact place of an incident report, by the id of the report. Restricted. */
  readonly position: RestrictedPlace;
  /** Protected site of a register. Restricted. */
  readonly site: Site;
  /** Which site a report was matched to, by the id of the report. Restricted. */
  readonly site_match: RestrictedMatch;
  readonly user: User;
  readonly token: AccessToken;
  readonly announcement: Announcement;
  readonly webhook: Webhook;
  readonly secret: BookSecret;
}
export type FactKind = keyof FactBodies;

/** Kinds whose bodies are kept apart from the book, in a store of their own; the journal has a salted hash of them. */
export const KEPT_APART = ['position', 'site', 'site_match', 'user', 'token', 'webhook', 'secret'] as const;
/** Kinds of which every reading is written down. */
export const AUDITED = ['position', 'site', 'site_match'] as const;
export type RestrictedKind = (typeof AUDITED)[number];

/** Who made an entry: a person, a version of the reading rules, or the program itself (a feed, a migration). */
export interface Author {
  readonly kind: 'person' | 'rules' | 'program';
  readonly name: string;
}

/** What an entry of the journal does. `erase` takes the content away on legal demand and leaves its hash. */
export const ENTRY_ACTIONS = ['add', 'change', 'remove', 'erase', 'read'] as const;
export type EntryAction = (typeof ENTRY_ACTIONS)[number];

/** One line of the journal. Everything but `hash` goes into `hash`, so that no field can be changed unseen. */
export interface Entry {
  /** From 1 without gaps: the order of the journal, whatever the clock said. */
  readonly seq: number;
  /** As the clock of the machine gave it. */
  readonly at: string;
  readonly author: Author;
  readonly action: EntryAction;
  readonly kind: FactKind;
  readonly id: string;
  /** What the fact belongs to: the report, source, agreement or incident by which a book is spread over machines. */
  readonly home: string;
  /** What it was made from: the source of a report; null where nothing is named. */
  readonly origin: string | null;
  /** SHA-256 of the content before; null if there was none. */
  readonly before: string | null;
  /** SHA-256 of the content since; null if there is none. */
  readonly after: string | null;
  /** SHA-256 of bytes attached as they are: a source, a published file, a time stamp. */
  readonly attached: string | null;
  readonly why: string | null;
  /** `clock_backwards` where `at` is before that of an earlier entry. */
  readonly notice: string | null;
  readonly previous: string;
  readonly hash: string;
}
