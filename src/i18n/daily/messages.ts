import type {
  AttributionLevel,
  Audience,
  CountRange,
  InformationGrade,
  OccurrenceLevel,
  PublicationClass,
  ReportStance,
  SourceGrade,
  TransformKind,
  Verdict,
} from '../../model/index.ts';

/** Steps of a verdict that can stay open, and versions of one side that differ. */
export type OpenStep = 'reading' | 'object' | 'act' | 'place' | 'start' | 'end' | 'suspension' | 'bound' | 'versions';

/** A side in the forms that its sentences need: by its bare name, "Ukraine", and with its article, "die Ukraine". */
export interface SideWords {
  readonly name: string;
  readonly subject: string;
  readonly object: string;
  readonly plural: boolean;
}

/** Words of the daily report. */
export interface DailyMessages {
  readonly title: string;
  readonly numbered: (number: string) => string;
  /** Name of the profile, and for whom the report is. */
  readonly audience: Readonly<Record<Audience, string>>;
  /** A count or a range: "3", "1 to 4". */
  readonly range: (count: CountRange) => string;
  /** Numbers of rows in a row: "1, 3 and 4". */
  readonly rows: (numbers: readonly number[]) => string;

  readonly head: {
    readonly period: string;
    readonly periodOf: (from: string, until: string, zone: string) => string;
    readonly for: string;
    readonly lag: string;
    readonly lagOf: (hours: Readonly<Record<PublicationClass, number | null>>, hoursOf: (hours: number) => string) => string;
    readonly completeBefore: (date: string) => string;
    readonly noLag: string;
    readonly hours: (hours: number) => string;
    readonly columns: string;
    readonly columnsOf: (parties: string, brokers: string) => string;
    readonly release: string;
    readonly note: string;
  };

  readonly section: Readonly<
    Record<'findings' | 'changes' | 'incidents' | 'otherAgreements' | 'exchanges' | 'limits' | 'map' | 'regions' | 'notes' | 'card', string>
  >;

  readonly finding: {
    readonly noIncidents: (before: CountRange) => string;
    readonly incidents: (now: CountRange, before: CountRange) => string;
    readonly chargedSide: (side: SideWords, now: CountRange, before: CountRange) => string;
    readonly chargedSeveral: (now: CountRange, before: CountRange) => string;
    readonly chargedNobody: (now: CountRange, before: CountRange) => string;
    readonly updated: (count: number) => string;
    readonly answers: (
      counts: Readonly<Record<'charged' | 'denied' | 'mutual' | 'admitted' | 'maybeAnswered' | 'unanswered', number>>,
    ) => string;
    readonly noCharges: string;
    readonly readings: (incidents: number, agreement: string) => string;
    readonly reading: (side: SideWords, covered: number, outside: number, open: number) => string;
    readonly occurrence: (incidents: number, levels: Readonly<Record<OccurrenceLevel, number>>) => string;
    readonly noChanges: string;
    readonly changes: (count: number) => string;
    readonly state: (agreement: string, was: string | null, is: string) => string;
    readonly withheld: (count: CountRange | null) => string;
    readonly noneWithheld: string;
    readonly gaps: (count: number) => string;
    readonly noGaps: string;
  };

  readonly change: {
    readonly none: string;
    readonly general: string;
    readonly state: (was: string | null, is: string) => string;
    readonly partyState: (side: SideWords, was: string | null, is: string) => string;
    readonly kind: Readonly<Record<'new' | 'replaced' | 'difference' | 'answered', string>>;
    readonly shift: (side: SideWords, issue: string, was: string, is: string) => string;
    readonly more: (count: number) => string;
  };

  readonly table: {
    readonly caption: (agreement: string | null) => string;
    readonly none: string;
    readonly number: string;
    readonly when: string;
    readonly where: string;
    readonly what: string;
    readonly charge: string;
    readonly grade: string;
    readonly reading: (side: SideWords) => string;
    readonly updated: string;
    readonly noDate: string;
    readonly noPlace: string;
    readonly noObject: string;
    readonly maybeSame: (numbers: string) => string;
    readonly charged: (to: string, by: string) => string;
    readonly admitted: (side: string) => string;
    readonly deniedBy: (sides: string) => string;
    readonly mutual: string;
    readonly nobodyCharged: string;
    readonly claims: (states: string) => string;
    readonly verdict: Readonly<Record<Verdict, string>>;
    readonly open: Readonly<Record<OpenStep, string>>;
    readonly occurrence: Readonly<Record<OccurrenceLevel, string>>;
    readonly attribution: Readonly<Record<AttributionLevel, string>>;
    readonly legend: string;
    readonly source: Readonly<Record<SourceGrade, string>>;
    readonly information: Readonly<Record<InformationGrade, string>>;
    readonly shown: (count: number, of: number) => string;
    readonly otherAgreements: (agreements: string) => string;
  };

  readonly exchange: {
    readonly caption: string;
    readonly incident: string;
    readonly others: string;
    readonly general: string;
    readonly silent: string;
    readonly words: Readonly<Record<ReportStance, (accused: SideWords | null, isOwn: boolean) => string>>;
    readonly isNew: string;
    readonly isMaybe: string;
    readonly reply: (speaker: string | null) => string;
    readonly none: string;
  };

  readonly limit: {
    readonly none: string;
    readonly verdict: (side: SideWords, why: string, rows: string) => string;
    readonly verdictUntold: (side: SideWords, rows: string) => string;
    readonly why: Readonly<Record<OpenStep, string>>;
    readonly singleSource: (rows: string) => string;
    readonly unverified: (rows: string) => string;
    readonly disputed: (rows: string) => string;
    readonly noRegion: (rows: string) => string;
    readonly noDay: (rows: string) => string;
    readonly noClass: (rows: string) => string;
    readonly maybeSame: (rows: string) => string;
    readonly withheld: (count: CountRange | null) => string;
    readonly datedToTheDay: (count: number) => string;
    readonly gap: (who: string | null, from: string, to: string, why: string) => string;
    readonly gapWhy: Readonly<Record<string, string>>;
    readonly question: (text: string, to: string) => string;
  };

  readonly map: {
    readonly caption: string;
    readonly region: string;
    readonly incidents: string;
    readonly numbers: string;
    readonly boundaries: string;
    /** What hatches and shapes mean: shape and name of each side. */
    readonly marks: (sides: readonly string[]) => string;
  };

  readonly notes: { readonly noDate: string; readonly noAddress: string; readonly none: string };

  readonly card: {
    readonly release: string;
    readonly hash: string;
    readonly corrects: string;
    readonly transforms: string;
    readonly noTransforms: string;
    readonly transform: Readonly<Record<TransformKind, string>>;
    /** How often, where the card tells it. */
    readonly times: (count: CountRange | null) => string;
    readonly balance: string;
    readonly sources: (side: string | null, count: number) => string;
    readonly curated: (share: number | null) => string;
    readonly note: string;
    readonly made: string;
  };

  readonly print: { readonly page: (page: string, pages: string) => string };
}
