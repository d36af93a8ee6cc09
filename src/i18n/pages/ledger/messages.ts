/** Words of Today and of the page of one agreement. */
export interface LedgerMessages {
  readonly today: {
    readonly title: string;
    readonly lead: (agreements: number, reports: number) => string;
    readonly agreements: (count: number) => string;
    readonly brief: (count: number) => string;
    readonly none: string;
    readonly lastChange: (date: string) => string;
    readonly openQuestions: (count: number) => string;
    readonly clock: (day: number, holder: string) => string;
    readonly beforeStart: (days: number, holder: string) => string;
    readonly changes: (date: string, count: number) => string;
    readonly noChanges: string;
    readonly since: string;
    readonly sinceDay: string;
    readonly newReports: (count: number) => string;
    /** What each side is charged with. */
    readonly charges: {
      readonly title: string;
      readonly side: string;
      readonly charged: string;
      readonly denied: string;
      readonly each: string;
      readonly note: string;
    };
  };
  /** How the versions stand to each other, as the head of a list of elements. */
  readonly glance: {
    readonly title: string;
    readonly differ: string;
    readonly agree: string;
    readonly only: string;
    readonly silent: string;
    readonly disputed: string;
    readonly changed: string;
    readonly changedNone: (since: string) => string;
    readonly changedSince: (since: string, count: number) => string;
    readonly onlyBy: (label: string, holder: string) => string;
  };
  readonly agreement: {
    readonly terms: string;
    readonly counts: (elements: number, versions: number) => string;
    readonly caption: string;
    readonly nobody: (labels: string) => string;
    readonly noWord: string;
    readonly inSource: string;
    readonly more: (count: number) => string;
    readonly isNew: (since: string) => string;
    readonly replaced: (since: string) => string;
    readonly pair: string;
    readonly allSides: string;
    readonly pairTitle: (a: string, b: string) => string;
    readonly pairNone: (a: string, b: string) => string;
    readonly compare: string;
    readonly compareWith: string;
    readonly compareDo: string;
    readonly compareStop: string;
    readonly changesTitle: (from: string, to: string) => string;
    readonly today: string;
    readonly differences: string;
    readonly furtherDifferences: (count: number) => string;
    readonly oneSided: (count: number) => string;
    readonly within: string;
    readonly open: (count: number) => string;
    readonly disputed: string;
    readonly answered: string;
    readonly clocks: string;
    readonly dissent: string;
    readonly narration: (count: number) => string;
    readonly course: string;
    readonly history: string;
    readonly common: string;
    readonly statement: string;
    readonly readings: string;
  };
  readonly change: {
    readonly isNew: string;
    readonly fresh: string;
    readonly replaced: string;
    readonly now: string;
    readonly differ: string;
  };
}
