export type { AccessRole, Principal, Right } from './access.ts';
export { may, PUBLIC, RIGHTS } from './access.ts';
export type { Actor, ActorKind, Role } from './actor.ts';
export type { Announcement, BookSecret, ChangeKey, ChangeKind, FollowedAudience, Webhook } from './announcement.ts';
export { CHANGE_KINDS } from './announcement.ts';
export { claimantsOf } from './claims.ts';
export type { CodebookVariable, CodeList, MeasurementLevel } from './codebook.ts';
export { CODE_LISTS, MEASUREMENT_LEVELS } from './codebook.ts';
export type { Correction, CorrectionAction, Review } from './correction.ts';
export { CORRECTION_ACTIONS, isSetAside } from './correction.ts';
export type { CountryTotals } from './country-totals.ts';
export type {
  Agreement,
  AgreementKind,
  Change,
  CuratedAgreement,
  Divergence,
  Dossier,
  DossierAgreement,
  OpenQuestion,
  Origin,
  PartyStatus,
  Position,
  Request,
  StatementRelation,
  Track,
} from './dossier.ts';
export type { FirePoint } from './fire-point.ts';
export type { GazetteerEntry } from './gazetteer.ts';
export { idOf } from './id.ts';
export type {
  Assessment,
  AttributionLevel,
  ClusterDecision,
  Grade,
  GradeReason,
  Incident,
  IncidentMatch,
  IncidentOutcome,
  IncidentReport,
  InformationGrade,
  MatchKind,
  ObservationMeans,
  OccurrenceLevel,
  ReportStance,
  SourceGrade,
} from './incident.ts';
export {
  ATTRIBUTION_LEVELS,
  INCIDENT_OUTCOMES,
  INFORMATION_GRADES,
  OBSERVATION_MEANS,
  OCCURRENCE_LEVELS,
  REPORT_STANCES,
  SOURCE_GRADES,
} from './incident.ts';
export type { CountRange, CoverageGap, MonitorBook } from './monitoring.ts';
export type { ActClass, Answer, ObjectClass, ObjectSet, SetRelation } from './ontology.ts';
export {
  ACT_CODES,
  actsAbove,
  classesAbove,
  compareObjects,
  compareSets,
  coversObject,
  labelOf,
  meetOf,
  OBJECT_CODES,
  prohibitsAct,
} from './ontology.ts';
export { partyStateWord, partyStateWords } from './party-state-words.ts';
export type { IncidentPlace, PlacePrecision, Position2D, RestrictedPlace } from './place.ts';
export { PLACE_PRECISIONS } from './place.ts';
export type {
  Audience,
  Balance,
  EmbargoOverride,
  NameKind,
  ProfileSource,
  PublicationClass,
  PublicationProfile,
  ReleaseCard,
  Released,
  ReleasedBook,
  ReleasedContent,
  ReleaseKind,
  Reply,
  Transform,
  TransformKind,
  WithheldName,
} from './publication.ts';
export { AUDIENCES, NAME_KINDS, PUBLICATION_CLASSES, RELEASE_KINDS, TRANSFORM_KINDS } from './publication.ts';
export type { Authority, ClaimedState, Reading, ReadingValue, Stance, UnanchoredEvidence } from './reading.ts';
export { BLANK_READING } from './reading.ts';

export type {
  AccessToken,
  Author,
  BlindCoding,
  BookCard,
  Entry,
  EntryAction,
  FactBodies,
  FactKind,
  Job,
  RereadDifference,
  RereadItem,
  RestrictedKind,
  Retrieval,
  ReviewAction,
  ReviewDecision,
  ReviewTarget,
  Source,
  StoredAnnotation,
  StoredRelease,
  TimestampToken,
  User,
  UserRole,
} from './record.ts';
export { AUDITED, ENTRY_ACTIONS, KEPT_APART, REVIEW_ACTIONS, ROLES } from './record.ts';

export { mayLieIn, regionNamed, territoryNamed } from './region-names.ts';

export { regionsOf } from './regions.ts';
export type { DateOrigin, Report, ReportCarrier, ReportFields } from './report.ts';
export { makeReport } from './report.ts';
export type { RestrictedMatch, Site } from './site.ts';
export type { AnchoredSpan, Span } from './span.ts';
export { contains, overlaps, span, trimmed, wordsOf } from './span.ts';
export type {
  Annotation,
  ClaimMention,
  EventMention,
  Gloss,
  Mention,
  Modality,
  Noise,
  Notice,
  Quantity,
  Rejected,
  Silence,
  Speaker,
  SpeechAct,
  Statement,
  StatementForm,
  TimeExpression,
} from './statement.ts';
export { SPEECH_ACTS } from './statement.ts';
export type { DivergenceKind, Element, OverallState, PartyState, StatementRelationKind, Verdict } from './vocab.ts';
export { DIVERGENCE_KINDS, ELEMENTS, OVERALL_STATES, PARTY_STATES, STATEMENT_RELATIONS, VERDICTS } from './vocab.ts';
export type { Both, Case } from './words.ts';
export {
  conceptInSentence,
  conceptWord,
  conceptWords,
  isNamedState,
  isPlural,
  placeInSentence,
  stateInSentence,
} from './words.ts';
