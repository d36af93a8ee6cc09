import type {
  AttributionLevel,
  IncidentOutcome,
  InformationGrade,
  ObservationMeans,
  OccurrenceLevel,
  ReportStance,
  SourceGrade,
} from '../../model/index.ts';

/** A sentence from the values a reason carries. */
export type ReasonSentence = (values: Readonly<Record<string, string>>) => string;

/** Words of incidents: how they are graded, who is said to have done it, how it was observed, and why. */
export interface GradeMessages {
  readonly source: Readonly<Record<SourceGrade, string>>;
  readonly information: Readonly<Record<InformationGrade, string>>;
  readonly occurrence: Readonly<Record<OccurrenceLevel, string>>;
  readonly attribution: Readonly<Record<AttributionLevel, string>>;
  readonly stance: Readonly<Record<ReportStance, string>>;
  readonly means: Readonly<Record<ObservationMeans, string>>;
  readonly outcome: Readonly<Record<IncidentOutcome, string>>;
  /** Why a grade or a level was given, by the code of the rule. */
  readonly reason: Readonly<Record<string, ReasonSentence>>;
  /** Why two reports were taken for the same event, or may be. */
  readonly same: Readonly<Record<string, string>>;
}
