/** Words of the pages on statements and sources, and of those that follow the book through time. */
export interface RecordMessages {
  readonly statement: {
    readonly title: (speaker: string) => string;
    readonly nobody: string;
    readonly inReport: (outlet: string, date: string) => string;
    readonly facts: string;
    readonly act: string;
    readonly form: string;
    readonly marks: string;
    readonly saidOn: string;
    readonly addressee: string;
    readonly conditions: string;
    readonly within: string;
    readonly rule: string;
    readonly confidence: (value: string) => string;
    readonly chain: string;
    readonly chainReport: string;
    readonly chainVia: string;
    readonly chainFor: (name: string) => string;
    readonly chainSpeaker: string;
    readonly readings: (count: number) => string;
    readonly noReadings: string;
    readonly relations: string;
    readonly relation: Readonly<
      Record<
        | 'repeats'
        | 'confirms'
        | 'elaborates'
        | 'qualifies'
        | 'contradicts'
        | 'denies'
        | 'supersedes'
        | 'withdraws'
        | 'answers_question'
        | 'is_silent_where_other_speaks',
        { readonly from: string; readonly to: string }
      >
    >;
    readonly versions: (count: number) => string;
    readonly noVersions: string;
    readonly text: string;
    readonly textNote: string;
    readonly part: string;
    readonly wholeReport: string;
    readonly withheld: string;
  };
  readonly sources: {
    readonly title: string;
    readonly reports: (shown: number, of: number) => string;
    readonly filter: string;
    readonly outlet: string;
    readonly language: string;
    readonly all: string;
    readonly unnamed: string;
    readonly perOutlet: string;
    readonly perLanguage: string;
    readonly date: string;
    readonly report: string;
    readonly statements: string;
    readonly rejected: string;
    readonly notices: string;
    readonly origin: string;
    readonly origins: (reports: number, origins: number) => string;
    readonly problems: (count: number) => string;
    readonly noProblems: string;
    readonly atLine: (file: string, line: number | null) => string;
    readonly pages: string;
    readonly languageName: (code: string) => string;
  };
  readonly report: {
    readonly original: string;
    readonly found: (count: number) => string;
    readonly nothing: string;
    readonly silences: (count: number) => string;
    readonly glosses: (count: number) => string;
    readonly noise: (count: number) => string;
    readonly rejected: (count: number) => string;
    readonly notices: (count: number) => string;
    readonly brought: string;
    readonly noiseMark: string;
  };
  readonly history: {
    readonly title: string;
    readonly lead: string;
    readonly versions: (count: number) => string;
    readonly over: string;
    readonly replacedBy: string;
    readonly undated: string;
    readonly asTable: string;
    readonly compare: string;
    readonly first: string;
    readonly second: string;
    readonly compareDo: string;
    readonly previous: string;
    readonly diffTitle: string;
    readonly onlyIn: (which: string) => string;
    readonly otherLanguage: string;
    readonly none: string;
    readonly chart: (element: string) => string;
    readonly setAside: string;
  };
  readonly common: {
    readonly title: string;
    readonly questions: (count: number) => string;
  };
  readonly replay: {
    readonly title: string;
    readonly lead: string;
    readonly step: (number: number, of: number) => string;
    readonly steps: string;
    readonly reports: (count: number) => string;
    readonly changed: string;
    readonly nothing: string;
    readonly previous: string;
    readonly next: string;
    readonly undated: (count: number) => string;
    readonly keys: string;
  };
  readonly tracks: {
    readonly title: string;
    readonly lead: string;
    readonly track: Readonly<
      Record<
        | 'roadmap'
        | 'prisoner_exchange'
        | 'support_and_intelligence'
        | 'sanctions'
        | 'security_guarantees'
        | 'maritime'
        | 'territory'
        | 'alliances'
        | 'economic_relations',
        string
      >
    >;
    readonly none: (tracks: string) => string;
    readonly entries: (count: number) => string;
    readonly requests: (count: number) => string;
    readonly shifts: (count: number) => string;
    readonly silences: (count: number) => string;
    readonly flags: (count: number) => string;
    readonly stageOf: (title: string) => string;
    readonly date: string;
    readonly side: string;
    readonly said: string;
  };
}
