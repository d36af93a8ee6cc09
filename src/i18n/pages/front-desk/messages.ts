/** Words of what a desk works with where the pages are served: the daily report, the search, the review. */
export interface FrontDeskMessages {
  readonly report: {
    readonly back: string;
    readonly earlier: string;
    readonly later: string;
    readonly day: string;
    readonly none: { readonly title: string; readonly text: string };
  };
  readonly search: {
    readonly title: string;
    readonly words: string;
    readonly find: string;
    readonly how: string;
    readonly kind: string;
    readonly inStatements: string;
    readonly inTexts: string;
    readonly speaker: string;
    readonly holder: string;
    readonly element: string;
    readonly from: string;
    readonly to: string;
    readonly hits: (hits: number, reports: number) => string;
    readonly none: string;
    readonly newer: string;
    readonly older: string;
    readonly pageOf: (page: number, pages: number) => string;
  };
  readonly review: {
    readonly title: string;
    readonly waiting: (count: number) => string;
    readonly how: string;
    readonly keys: string;
    readonly why: string;
    readonly by: string;
    readonly accept: string;
    readonly reject: string;
    readonly correct: string;
    readonly otherwise: string;
    readonly value: string;
  };
  /** The review of a served book, where more than readings waits. */
  readonly bookReview: {
    readonly waiting: (count: number) => string;
    readonly how: string;
    readonly all: string;
    readonly open: string;
    readonly decided: string;
    readonly isDecided: string;
    readonly earlier: string;
    readonly later: string;
    readonly pageOf: (page: number, pages: number) => string;
    readonly filter: string;
    readonly history: string;
    readonly nobody: string;
    readonly comment: string;
    readonly withdraw: string;
    readonly withdrawn: string;
    readonly merge: string;
    readonly mergeWith: string;
    readonly split: string;
    readonly splitOff: string;
    readonly take: string;
    readonly keep: string;
    readonly speakers: string;
    readonly back: string;
    readonly whole: string;
    readonly elsewhere: string;
  };
  /** What coders differ on, and how far they agree. */
  readonly differences: {
    readonly title: string;
    readonly waiting: (count: number) => string;
    readonly how: string;
    readonly who: string;
    readonly show: string;
    readonly answers: string;
    readonly settle: string;
    readonly value: string;
    readonly agreement: string;
    readonly variable: string;
    readonly measured: string;
    readonly rests: string;
    readonly open: string;
  };
}
