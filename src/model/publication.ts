import type { MonitorBook } from './monitoring.ts';
import type { PlacePrecision } from './place.ts';

/** For whom something is released. */
export const AUDIENCES = ['internal', 'partners', 'parties', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Group of object classes by which the rules of publication go. */
export type PublicationClass = 'military' | 'energy' | 'other_civilian';

/** What may leave for one audience; `data/profiles/*.yaml` hold the shipped ones and say why. */
export interface PublicationProfile {
  readonly id: Audience;
  /** Hours from the event until it may be published; null: never as a place. */
  readonly embargoHours: Readonly<Record<PublicationClass, number | null>>;
  /** Hours below which no embargo can be shortened. */
  readonly floorHours: Readonly<Record<PublicationClass, number | null>>;
  /** Finest place that may leave. */
  readonly place: Readonly<Record<PublicationClass, PlacePrecision | 'cell'>>;
  readonly time: 'minute' | 'day' | 'week';
  /** Counts from 1 to one less than this are given as a range; 1 suppresses nothing. */
  readonly minimumCount: number;
  /** Object classes are given at the level of their group until this many incidents of the class lie in the period. */
  readonly minimumForClass: number;
  /** Full texts of reports, or only quotations with their address. */
  readonly texts: 'full' | 'quotations';
  /** Names of sites, operators and settlements are withheld, also inside quotations. */
  readonly withholdNames: boolean;
}

/** One decision of editors to lengthen or shorten an embargo. */
export interface EmbargoOverride {
  readonly incident: string;
  readonly hours: number;
  /** Who decided; shortening needs two different people. */
  readonly by: readonly string[];
  readonly at: string;
  readonly why: string;
}

/** What was done to the material before it left. */
export interface Transform {
  /** `embargo`, `place`, `time`, `name`, `class`, `count`, `text`, `military`. */
  readonly kind: string;
  /** Rule of `docs/explanation/do-no-harm.md` that asks for it. */
  readonly rule: string;
  readonly count: number;
}

/** Sources and gaps behind a release, so that a reader sees what it cannot show. */
export interface Balance {
  readonly sourcesBySide: Readonly<Record<string, number>>;
  readonly gaps: readonly { readonly from: string; readonly to: string; readonly side: string | null; readonly why: string }[];
  /** Share of curated entries among readings, 0 to 1. */
  readonly curatedShare: number;
}

/** The card of one release: what it is, what was done to it, its hash, and what it corrects. */
export interface ReleaseCard {
  readonly id: string;
  readonly profile: Audience;
  readonly kind: 'daily_report' | 'dataset' | 'page';
  readonly asOf: string;
  readonly createdAt: string;
  readonly transforms: readonly Transform[];
  readonly balance: Balance;
  readonly sha256: string;
  readonly corrects: string | null;
  readonly correctionNote: string | null;
}

/**
 * What has passed the release gate: the same shapes, coarsened for one audience, with the card that says what was done.
 * Pages, daily reports and exports take nothing else.
 */
export interface ReleasedBook extends MonitorBook {
  readonly profile: PublicationProfile;
  readonly card: ReleaseCard;
}
