import type { TraceStep } from '../../ledger/index.ts';
import type {
  Audience,
  Both,
  CountRange,
  CoverageGap,
  Incident,
  OverallState,
  PartyState,
  PublicationClass,
  ReleaseCard,
  Reply,
  ReportStance,
  SpeechAct,
  Verdict,
} from '../../model/index.ts';
import type { ReportPeriod } from './report-period.ts';

/** A side with a column of its own; parties to the conflict come first and in the order of their codes, whatever they did. */
export interface ReportHolder {
  readonly code: string;
  readonly name: Both;
  readonly role: 'party' | 'broker' | 'other';
}

/** A count in the period and in the one before. */
export interface Compared {
  readonly now: CountRange;
  readonly before: CountRange;
}

/** How many incidents became known in which one side is charged; those with several sides or none have lines of their own. */
export interface ChargeCount extends Compared {
  /** Holder code, or null for `several` and `nobody`. */
  readonly accused: string | null;
  readonly kind: 'side' | 'several' | 'nobody';
}

/** How many incidents one holder's reading takes in, leaves out, or leaves open. */
export interface ReadingCount {
  readonly holder: string;
  readonly covered: number;
  readonly outside: number;
  readonly open: number;
}

/** What an embargo holds back; the count is null where the number itself would tell of what is withheld. */
export interface Withheld {
  readonly isSome: boolean;
  readonly count: CountRange | null;
}

/** One line at the top of the report; the sentence is made from it in the language of the reader. */
export type Finding =
  | { readonly kind: 'charges'; readonly all: Compared; readonly counts: readonly ChargeCount[] }
  | {
      readonly kind: 'answers';
      readonly charged: number;
      readonly denied: number;
      readonly mutual: number;
      readonly admitted: number;
      /** Answers that may be to this or to another incident of the kind. */
      readonly maybeAnswered: number;
      readonly unanswered: number;
    }
  | { readonly kind: 'readings'; readonly agreement: string; readonly incidents: number; readonly counts: readonly ReadingCount[] }
  | { readonly kind: 'occurrence'; readonly incidents: number; readonly levels: Readonly<Record<Incident['occurrence']['level'], number>> }
  | {
      readonly kind: 'positions';
      readonly changes: number;
      readonly states: readonly { readonly agreement: string; readonly was: OverallState | null; readonly is: OverallState }[];
    }
  | { readonly kind: 'limits'; readonly withheld: Withheld; readonly gaps: number };

/** A change in what a side says of an agreement between the two cut-offs. */
export interface PositionChange {
  readonly agreement: string | null;
  readonly holder: string | null;
  readonly kind: 'state' | 'party_state' | 'new' | 'replaced' | 'difference' | 'answered' | 'shift';
  /** The sentence where the ledger has made one. */
  readonly text: Both | null;
  readonly states: { readonly was: PartyState | OverallState | null; readonly is: PartyState | OverallState } | null;
  readonly shift: { readonly issue: string; readonly was: SpeechAct; readonly is: SpeechAct } | null;
  readonly notes: readonly number[];
}

/** What follows from one holder's version for one incident, and which steps leave it open. */
export interface RowVerdict {
  readonly agreement: string;
  readonly holder: string;
  readonly verdict: Verdict;
  /** Steps that leave it open; `versions` alone where the holder's versions differ; empty where it is decided or not told. */
  readonly open: readonly (TraceStep['step'] | 'versions')[];
}

/** One incident that became known, or of which more became known, in the period. */
export interface IncidentRow
  extends Pick<Incident, 'id' | 'from' | 'to' | 'place' | 'objects' | 'act' | 'grade' | 'occurrence' | 'attribution'> {
  /** Number in this report, by which its parts refer to it. */
  readonly number: number;
  readonly status: 'new' | 'updated';
  /** Numbers of the rows that may be the same event. */
  readonly maybeSame: readonly number[];
  readonly verdicts: readonly RowVerdict[];
  /** Sources of those who claim it, and of those who deny it. */
  readonly notes: readonly number[];
  readonly denialNotes: readonly number[];
}

/** What one source says in the column of one side. */
export interface Word {
  readonly stance: ReportStance;
  readonly accused: string | null;
  readonly source: string;
  readonly isNew: boolean;
  /** It may be about this incident, or about another one of the kind. */
  readonly isMaybe: boolean;
  readonly note: number;
}

/** What a side answers in its own words, printed beside an allegation at its request. */
export interface ReplyWords extends Pick<Reply, 'speaker' | 'words' | 'language' | 'at'> {
  readonly note: number;
}

/** All words on one incident, side by side: for every party the same columns, filled or empty. */
export interface Exchange {
  /** Row it belongs to, or null for words that answer no single incident. */
  readonly row: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly place: Incident['place'];
  readonly objects: readonly string[];
  readonly bySide: readonly { readonly holder: string; readonly words: readonly Word[]; readonly replies: readonly ReplyWords[] }[];
  readonly others: readonly Word[];
}

/** Something that could not be established, and why. */
export type Limit =
  | {
      readonly kind: 'verdict';
      readonly agreement: string;
      readonly holder: string;
      readonly open: RowVerdict['open'];
      readonly rows: readonly number[];
    }
  | {
      readonly kind: 'single_source' | 'unverified' | 'disputed' | 'no_region' | 'no_day' | 'no_class' | 'maybe_same';
      readonly rows: readonly number[];
    }
  | { readonly kind: 'withheld'; readonly count: CountRange | null }
  | { readonly kind: 'dated_to_the_day'; readonly count: number }
  | ({ readonly kind: 'gap' } & Pick<CoverageGap, 'from' | 'to' | 'side' | 'source' | 'why'>)
  | { readonly kind: 'question'; readonly agreement: string; readonly text: Both; readonly to: readonly string[] };

/** A source with its address. */
export interface Endnote {
  readonly number: number;
  readonly source: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly url: string | null;
}

/** Incidents of the report in one region. */
export interface RegionCount {
  readonly territory: string | null;
  readonly admin1: string | null;
  readonly rows: readonly number[];
}

/** One day's report as data: everything its pages say, and nothing that the release has not let through. */
export interface DailyReport {
  readonly schema: 'trucebook/daily-report@1';
  readonly number: string;
  readonly period: ReportPeriod;
  readonly profile: Audience;
  /** Hours for which the profile withholds events, by group of objects. */
  readonly embargoHours: Readonly<Record<PublicationClass, number | null>>;
  readonly holders: readonly ReportHolder[];
  /** Agreements that halt something, the one that most incidents bear on first. */
  readonly agreements: readonly {
    readonly id: string;
    readonly title: Both;
    readonly state: OverallState;
    /** Whether an incident of the report may fall under it by object, act and place. */
    readonly concerned: boolean;
    readonly holders: readonly string[];
  }[];
  readonly findings: readonly Finding[];
  readonly changes: readonly PositionChange[];
  readonly charges: readonly ChargeCount[];
  readonly incidents: readonly IncidentRow[];
  readonly exchanges: readonly Exchange[];
  readonly limits: readonly Limit[];
  readonly regions: readonly RegionCount[];
  readonly notes: readonly Endnote[];
  readonly card: ReleaseCard;
}
