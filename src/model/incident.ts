import type { IncidentPlace } from './place.ts';
import type { AnchoredSpan } from './span.ts';
import type { Verdict } from './vocab.ts';

/** What became of an attack as reported; attempts and interceptions are outcomes, not absences. `withheld` is the release gate's. */
export const INCIDENT_OUTCOMES = [
  'impact_on_site',
  'impact_near_site',
  'debris_after_interception',
  'intercepted_no_effect',
  'attempt_reported',
  'unknown',
  'withheld',
] as const;
export type IncidentOutcome = (typeof INCIDENT_OUTCOMES)[number];

/** How it was observed, by whoever reports it; `withheld` is the release gate's, since a crater tells of a hit. */
export const OBSERVATION_MEANS = [
  'saw',
  'heard',
  'camera',
  'uav',
  'crater_analysis',
  'satellite_or_thermal',
  'geolocated_media',
  'operator_statement',
  'official_statement',
  'media_report_only',
  'withheld',
] as const;
export type ObservationMeans = (typeof OBSERVATION_MEANS)[number];

/** What a source does with the incident: a report claims it happened, a denial that it did not or not so. */
export const REPORT_STANCES = ['reports', 'alleges', 'confirms', 'denies', 'counter_alleges', 'no_comment'] as const;
export type ReportStance = (typeof REPORT_STANCES)[number];

/** Reliability of a source: A completely, B usually, C fairly, D not usually, E unreliable, F cannot be judged. */
export const SOURCE_GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type SourceGrade = (typeof SOURCE_GRADES)[number];

/** Credibility of information: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged. */
export const INFORMATION_GRADES = [1, 2, 3, 4, 5, 6] as const;
export type InformationGrade = (typeof INFORMATION_GRADES)[number];

/** Two grades, each by itself and with its reason; they are never multiplied into a score. */
export interface Grade {
  readonly source: SourceGrade;
  readonly sourceWhy: GradeReason;
  readonly information: InformationGrade;
  readonly informationWhy: GradeReason;
}

/** Why a grade was given: a code of the rules of grading and the values its sentence names. */
export interface GradeReason {
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
}

export const OCCURRENCE_LEVELS = ['unverified', 'single_source', 'corroborated', 'verified'] as const;
export type OccurrenceLevel = (typeof OCCURRENCE_LEVELS)[number];

export const ATTRIBUTION_LEVELS = [
  'none_claimed',
  'alleged_by_one_side',
  'alleged_and_denied',
  'admitted_by_party',
  'attributed_by_third_party',
  'corroborated_independent',
  'not_attributable',
] as const;
export type AttributionLevel = (typeof ATTRIBUTION_LEVELS)[number];

/** One source's word about one incident: a row of a table, a statement in a report, or what a person entered. */
export interface IncidentReport {
  readonly id: string;
  /** Who prints it: outlet, agency, monitor or feed, by name. */
  readonly source: string;
  /** Sources that copy one another or belong together share a group; only different groups corroborate. */
  readonly independenceGroup: string;
  readonly url: string | null;
  /** The row it came from, or null. `key` identifies the row in its table over versions of the table. */
  readonly row: { readonly table: string; readonly file: string; readonly line: number; readonly key: string } | null;
  /** The statement it came from, or null, with the words it rests on. */
  readonly statement: { readonly report: string; readonly statement: string; readonly spans: readonly AnchoredSpan[] } | null;
  readonly stance: ReportStance;
  /** Side that speaks (holder code), or null where no side does. */
  readonly speaker: string | null;
  /** Side that is accused (holder code), or null. */
  readonly accused: string | null;
  /** When it happened, with its own precision (`2025-03`, `2025-03-18`, `2025-03-18T02:30Z`); null if unknown. */
  readonly from: string | null;
  readonly to: string | null;
  readonly place: IncidentPlace;
  /** Object classes; several where it is not known which was meant; empty if unknown. */
  readonly objects: readonly string[];
  readonly act: string;
  readonly outcome: IncidentOutcome;
  readonly means: ObservationMeans;
  readonly reliability: SourceGrade;
  /** Words of the report, for clustering and for the internal page. They leave only through the release gate. */
  readonly text: string | null;
  /** Language of `text`, ISO 639-1. */
  readonly language: string | null;
  /** From when it could be known: publication, else intake. */
  readonly knownFrom: string | null;
}

/** How the object class of an incident was found; `named` is the surest, `class_only` the least. */
export type MatchKind = 'named' | 'within' | 'near' | 'class_only';

/** What is kept of a match after matching: the class, how and why, never which site. */
export interface IncidentMatch {
  readonly objectClass: string;
  readonly match: MatchKind;
  readonly reason: GradeReason;
}

/** One event, as far as reports can be taken to mean the same; whether it happened and who did it are separate fields. */
export interface Incident {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly place: IncidentPlace;
  readonly objects: readonly string[];
  readonly act: string;
  readonly outcome: IncidentOutcome;
  /** Ids of its reports, by time known and id. */
  readonly reports: readonly string[];
  readonly matches: readonly IncidentMatch[];
  readonly grade: Grade;
  readonly occurrence: { readonly level: OccurrenceLevel; readonly independentGroups: number; readonly why: GradeReason };
  readonly attribution: {
    readonly level: AttributionLevel;
    /** Sides accused; more than one where the sides accuse each other. */
    readonly to: readonly string[];
    /** Who accuses: holder codes or sources. */
    readonly by: readonly string[];
    readonly deniedBy: readonly string[];
  };
  /** Best means of observation among its reports. */
  readonly means: ObservationMeans;
  /** Why the reports were taken for the same event, pair by pair; empty where there is one report. */
  readonly same: readonly { readonly a: string; readonly b: string; readonly reason: GradeReason }[];
  /** Reports that may or may not mean this event as well: they make counts a range. */
  readonly maybe: readonly string[];
  readonly knownFrom: string | null;
  /** What people decided about its reports, and how the machine had grouped them; left out where nobody decided. */
  readonly decided?: { readonly decisions: readonly ClusterDecision[]; readonly machine: readonly (readonly string[])[] };
}

/** One holder's reading applied to one incident as of a date. */
export interface Assessment {
  readonly incident: string;
  readonly agreement: string;
  readonly holder: string;
  readonly asOf: string | null;
  readonly verdict: Verdict;
}

/** What a person decided about which reports mean the same event; both the machine's and the person's answer are kept. */
export interface ClusterDecision {
  readonly at: string;
  readonly by: string;
  readonly action: 'merge' | 'split';
  /** Ids of the incident reports concerned: merged into one event, or taken out of theirs into one of their own. */
  readonly reports: readonly string[];
  readonly why: string;
}
