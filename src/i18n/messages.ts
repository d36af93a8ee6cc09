import type {
  Agreement,
  AgreementKind,
  Authority,
  ClaimedState,
  DivergenceKind,
  Element,
  Modality,
  OpenQuestion,
  OverallState,
  PartyState,
  Request,
  Review,
  SpeechAct,
  Stance,
  StatementForm,
  TimeExpression,
  Verdict,
} from '../model/index.ts';

/** How the versions of one element stand to each other. */
export type Mark = 'agree' | 'differ' | 'only' | 'silent';

/** Every sentence and word that a person reads, in one language; the languages are checked against this type. */
export interface Messages {
  readonly code: 'de' | 'en';
  /** A date of any precision, written out. */
  readonly date: (value: string) => string;
  /** The day of a date in few characters; the year is left out where all dates are of one year. */
  readonly day: (value: string, oneYear: boolean) => string;
  /** An ISO 8601 duration in words. */
  readonly duration: (iso: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** A pair of quotation marks for words that hold none of their own, and one for words that do. */
  readonly quotes: readonly [outer: readonly [string, string], other: readonly [string, string]];

  readonly element: Readonly<Record<Element, string>>;
  readonly mark: Readonly<Record<Mark, string>>;
  readonly form: Readonly<Record<StatementForm, string>>;
  readonly act: Readonly<Record<SpeechAct, string>>;
  readonly stance: Readonly<Record<Stance, string>>;
  readonly authority: Readonly<Record<Authority, string>>;
  readonly partyState: Readonly<Record<PartyState, string>>;
  readonly overallState: Readonly<Record<OverallState, string>>;
  readonly claimedState: Readonly<Record<ClaimedState, string>>;
  readonly agreementKind: Readonly<Record<AgreementKind, string>>;
  readonly divergenceKind: Readonly<Record<DivergenceKind, string>>;
  readonly side: Readonly<Record<Agreement['side'], string>>;
  readonly requestKind: Readonly<Record<Request['kind'], string>>;
  readonly requestOutcome: Readonly<Record<Request['outcome'], string>>;
  readonly questionState: Readonly<Record<OpenQuestion['state'], string>>;
  readonly relatedKind: Readonly<Record<Agreement['related'][number]['kind'], string>>;
  /** Words for the codes of objects, acts, places and topics; a code without an entry is printed as it stands. */
  readonly concept: Readonly<Record<string, string>>;

  /** What a typed value says, in few words. */
  readonly value: {
    readonly from: (date: string) => string;
    readonly startMode: Readonly<Record<string, string>>;
    readonly until: (date: string) => string;
    readonly openDuration: string;
    readonly extension: Readonly<Record<'mutual_consent' | 'automatic' | 'none' | 'unstated', string>>;
    readonly commitment: Readonly<Record<string, string>>;
    readonly negated: (word: string) => string;
    readonly mechanism: Readonly<Record<'named' | 'doubted' | 'requested' | 'refused' | 'unstated', string>>;
    readonly each: (count: string) => string;
    readonly conditionOn: (who: string) => string;
    readonly without: (what: string) => string;
    readonly openEnd: string;
    readonly permitted: (what: string) => string;
  };

  readonly ui: {
    readonly dossier: string;
    readonly asOf: (date: string) => string;
    readonly asOfAll: string;
    readonly heldAt: (date: string) => string;
    readonly reportsAndOrigins: (reports: number, origins: number) => string;
    readonly agreementsFound: (count: number) => string;
    readonly noAgreements: string;
    readonly noReadings: string;
    readonly state: string;
    readonly brokers: string;
    readonly terms: string;
    readonly element: string;
    readonly legend: string;
    readonly legendWords: string;
    readonly legendWordsOf: Readonly<Record<'quoted' | 'plain', string>>;
    readonly someAgree: (count: number, of: number) => string;
    readonly onlyOne: (holder: string) => string;
    readonly saysNothing: string;
    readonly saidNothing: string;
    readonly more: (count: number) => string;
    readonly furtherHolders: string;
    readonly divergences: string;
    readonly renderingOnly: string;
    readonly firstSpoken: (what: string) => string;
    readonly saidOtherwise: (what: string) => string;
    readonly toward: (from: string, to: string) => string;
    readonly originWhy: Readonly<Record<string, string>>;
    readonly further: (count: number) => string;
    readonly nobodySays: (what: string) => string;
    readonly onlyOneOf: (what: string) => string;
    readonly withinSide: string;
    readonly disputed: string;
    readonly originsWhy: string;
    readonly questions: string;
    readonly asked: (holders: string) => string;
    readonly answered: string;
    readonly superseded: string;
    readonly requests: string;
    readonly due: (date: string) => string;
    readonly clocks: string;
    readonly narration: string;
    readonly dissent: string;
    readonly flags: string;
    readonly timeline: string;
    readonly undated: string;
    readonly brief: string;
    readonly sources: string;
    readonly copies: (label: string) => string;
    readonly noDate: string;
    readonly positions: string;
    readonly silences: string;
    readonly silenceEnded: string;
    readonly sourceText: string;
    readonly curated: string;
    readonly arrangement: (name: string) => string;
    readonly translated: (language: string) => string;
    readonly narrationOf: string;
    readonly related: string;
    readonly shown: (count: number, of: number) => string;
    readonly wording: string;
    readonly when: string;
    readonly what: string;
    readonly who: string;
    readonly answers: (words: string) => string;
  };

  /** Words of `trucebook explain`. */
  readonly explain: {
    readonly statements: (count: number) => string;
    readonly rejected: (count: number) => string;
    readonly noise: (count: number) => string;
    readonly glosses: (count: number) => string;
    readonly silences: (count: number) => string;
    readonly times: (count: number) => string;
    readonly quantities: (count: number) => string;
    readonly mentions: (count: number) => string;
    readonly notices: (count: number) => string;
    readonly discourse: string;
    readonly nothingAt: (offset: number) => string;
    readonly rule: string;
    readonly cue: string;
    readonly speaker: string;
    readonly carriedOn: string;
    readonly behalf: string;
    readonly via: string;
    readonly within: string;
    readonly conditions: string;
    readonly addressee: string;
    readonly when: string;
    readonly layerAct: string;
    readonly headline: string;
    readonly inferred: string;
    readonly negated: string;
    readonly inserts: string;
    readonly nobody: string;
    readonly unresolved: string;
    /** A reason that the text layer gives. */
    readonly reason: (why: string) => string;
    readonly modality: Readonly<Record<Modality, string>>;
    readonly timeType: Readonly<Record<TimeExpression['type'], string>>;
    readonly persons: string;
    readonly matchKind: Readonly<Record<'statement' | 'rejected' | 'silence' | 'gloss' | 'noise' | 'time' | 'mention', string>>;
    readonly matchCount: (matches: number, reports: number) => string;
  };
  /** Words of `trucebook replay` and `trucebook changes`. */
  readonly changes: {
    readonly since: (date: string, reports: number) => string;
    readonly nothing: string;
    readonly isNew: string;
    readonly now: string;
    readonly nolonger: string;
    readonly undated: (keys: string) => string;
  };
  /** Words of `trucebook check`. */
  readonly check: {
    readonly claim: string;
    readonly said: string;
    readonly contrary: string;
    readonly superseded: string;
    readonly silent: string;
    readonly nobody: string;
    readonly notUnderstood: string;
  };

  /** Words of `trucebook correct` and of what people have decided. */
  readonly review: {
    readonly heading: string;
    readonly state: Readonly<Record<Review['state'], (by: string, date: string, why: string) => string>>;
    readonly reviewed: (by: string) => string;
    readonly noted: (file: string) => string;
  };
  /** Words of `trucebook common`. */
  readonly common: {
    readonly heading: string;
    readonly meet: string;
    readonly union: string;
    readonly allAgree: string;
    readonly nothingShared: string;
    readonly inWords: string;
    readonly notJoined: string;
    readonly missing: (holders: string) => string;
    readonly rests: (holders: string) => string;
    readonly questions: string;
    readonly noQuestions: string;
    readonly noClauses: string;
    readonly limits: string;
  };
  /** Words of `trucebook judge`; a verdict is about a reading, never about who did what. */
  readonly judge: {
    readonly heading: string;
    readonly verdict: Readonly<Record<Verdict, (holder: string) => string>>;
    readonly attribution: string;
    readonly attributedTo: (to: string, by: string) => string;
    readonly attributedToNobody: string;
    readonly step: Readonly<Record<'reading' | 'object' | 'act' | 'place' | 'start' | 'end' | 'suspension' | 'bound', string>>;
    readonly answer: Readonly<Record<'yes' | 'no' | 'unknown', string>>;
    /** What a step found, in words: of the incident on the left, of the reading on the right. */
    readonly unknownObject: string;
    readonly unknownPlace: string;
    readonly found: Readonly<
      Record<
        'reading' | 'object' | 'act' | 'place' | 'start' | 'end' | 'suspension' | 'bound',
        Readonly<Record<'yes' | 'no' | 'unknown', string>>
      >
    >;
    readonly byMeaning: string;
    readonly version: (number: number, of: number) => string;
    readonly noTruce: string;
    readonly note: string;
  };
  /** Words of `trucebook clarify`. */
  readonly clarify: {
    readonly heading: (incidents: number) => string;
    readonly changes: (changes: number, of: number) => string;
    readonly asked: (holder: string) => string;
    readonly supposed: (value: string) => string;
    readonly without: (count: number) => string;
    readonly none: string;
    readonly note: string;
  };
}
