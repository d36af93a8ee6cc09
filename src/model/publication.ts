import type { MonitorBook } from './monitoring.ts';
import type { PlacePrecision } from './place.ts';

/** For whom something is released, from the desk itself to everybody; each is at least as coarse as the one before it. */
export const AUDIENCES = ['internal', 'partners', 'parties', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Group of object classes by which the rules of publication go; a class nobody knows is treated as the first. */
export const PUBLICATION_CLASSES = ['military', 'energy', 'other_civilian'] as const;
export type PublicationClass = (typeof PUBLICATION_CLASSES)[number];

/** Where one value of a profile comes from: a published norm, or a choice of this project. */
export interface ProfileSource {
  /** Path of the value, `embargoHours.energy`. */
  readonly field: string;
  readonly basis: 'norm' | 'choice';
  /** Rule of `docs/explanation/do-no-harm.md` it stands for, `R2`. */
  readonly rule: string;
  readonly note: string;
}

/** What may leave for one audience; `src/release/profiles.yaml` holds the shipped ones and says why. */
export interface PublicationProfile {
  readonly id: Audience;
  /** Hours from the event until it may be published; null: never as a place. */
  readonly embargoHours: Readonly<Record<PublicationClass, number | null>>;
  /** Hours below which no embargo can be shortened; null: it cannot be shortened at all. */
  readonly floorHours: Readonly<Record<PublicationClass, number | null>>;
  /** Finest place that may leave. */
  readonly place: Readonly<Record<PublicationClass, PlacePrecision>>;
  readonly time: 'minute' | 'day' | 'week';
  /** Moments at which anything changes: corrections and ended embargoes wait for the next one (midnight UTC, or Monday's). */
  readonly batch: 'none' | 'day' | 'week';
  /** Calendar period over which classes are counted before they are given. */
  readonly period: 'week' | 'month';
  /** Counts from 1 to one less than this are given as a range; 1 suppresses nothing. */
  readonly minimumCount: number;
  /** Object classes are given at the level of their group until this many incidents of the class lie in the period. */
  readonly minimumForClass: number;
  /** Full texts of reports, or only quotations with their address. */
  readonly texts: 'full' | 'quotations';
  /** Names of sites, operators and settlements are withheld, also inside quotations. */
  readonly withholdNames: boolean;
  /** Whether it is told what became of an attack, and whatever else tells a hit from a miss. */
  readonly outcomes: 'kept' | 'withheld';
  /** Whether rows of tables, matches and the reasons for a cluster leave with the incident. */
  readonly provenance: 'kept' | 'withheld';
  readonly sources: readonly ProfileSource[];
}

/** One decision of editors to lengthen or shorten an embargo: one line of an append-only file, never changed. */
export interface EmbargoOverride {
  /** Hash of the entry's content. */
  readonly id: string;
  /** Id of the incident, or of one of its reports: reports keep their ids when a cluster changes. */
  readonly incident: string;
  readonly hours: number;
  /** Who decided; shortening needs two different people. */
  readonly by: readonly string[];
  /** A full instant in UTC; later decisions build on earlier ones. */
  readonly at: string;
  readonly why: string;
}

export const NAME_KINDS = ['site', 'operator', 'settlement', 'person'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** A name that is withheld, with its spellings in every language at hand. */
export interface WithheldName {
  readonly kind: NameKind;
  readonly spellings: readonly string[];
  /** State on whose recognised territory it stands; null if unknown: then only its operator can have named it. */
  readonly territory: string | null;
  readonly operator: string | null;
  /** Who has itself named it, with the statement: the name is lifted only if that is the territory's state or the operator. */
  readonly namedBy: { readonly by: string; readonly statement: string } | null;
}

/** What a party answers to an allegation, printed beside it: words with their source, no new facts. */
export interface Reply {
  readonly id: string;
  /** Id of the incident, or of one of its reports. */
  readonly incident: string;
  /** Holder code of the party that answers. */
  readonly by: string;
  readonly speaker: string | null;
  /** When it was said, with its own precision. */
  readonly at: string;
  readonly words: string;
  readonly language: string;
  readonly url: string;
}

/** What was done to the material before it left. */
export const TRANSFORM_KINDS = [
  'embargo',
  'military',
  'batch',
  'place',
  'time',
  'class',
  'outcome',
  'verdict',
  'name',
  'position',
  'address',
  'text',
  'provenance',
  'count',
  'id',
] as const;
export type TransformKind = (typeof TRANSFORM_KINDS)[number];

/** One kind of transform with how often it was applied. */
export interface Transform {
  readonly kind: TransformKind;
  /** Rule of `docs/explanation/do-no-harm.md` that asks for it, `R2`. */
  readonly rule: string;
  /** As a range where small; null where the number itself would tell of what is withheld. */
  readonly count: { readonly min: number; readonly max: number } | null;
}

/** Sources and gaps behind a release, so that a reader sees what it cannot show. */
export interface Balance {
  /** Different sources of what is released, by the side that speaks; `none` where no side does. */
  readonly sourcesBySide: Readonly<Record<string, number>>;
  readonly gaps: readonly { readonly from: string; readonly to: string; readonly side: string | null; readonly why: string }[];
  /** Share of curated entries among readings, 0 to 1; null where no dossier lies beneath. */
  readonly curatedShare: number | null;
}

export const RELEASE_KINDS = ['daily_report', 'dataset', 'page'] as const;
export type ReleaseKind = (typeof RELEASE_KINDS)[number];

/** The card of one release: what it is, what was done to it, its hash, and what it corrects. */
export interface ReleaseCard {
  readonly id: string;
  readonly profile: Audience;
  readonly kind: ReleaseKind;
  /** The moment up to which reports were taken. */
  readonly asOf: string;
  readonly createdAt: string;
  readonly transforms: readonly Transform[];
  readonly balance: Balance;
  /** What is left out because it is too young: the longest embargo, and the day before which every embargo has ended. */
  readonly lag: { readonly hours: number; readonly completeBefore: string };
  /** SHA-256 over the canonical JSON of everything in the release but this card's id, hash and time. Proves integrity, not truth. */
  readonly sha256: string;
  readonly corrects: string | null;
  readonly correctionNote: string | null;
}

/** Exists in types alone: only the gate can make a value that carries it. */
declare const released: unique symbol;

/** What the gate has let through; a value of another origin is no `Released<T>` for the compiler. */
export type Released<T> = T & { readonly [released]: true };

/** The same shapes as in the book, coarsened for one audience, with the card that says what was done. */
export interface ReleasedContent extends MonitorBook {
  readonly profile: PublicationProfile;
  readonly card: ReleaseCard;
  readonly replies: readonly Reply[];
  /** Agreements that the verdicts are about, with the titles to print. */
  readonly agreements: readonly { readonly id: string; readonly title: { readonly de: string; readonly en: string } }[];
}

/** What has passed the release gate. Pages, daily reports and exports take nothing else. */
export type ReleasedBook = Released<ReleasedContent>;
