/** Words of the daily report where it is served. */
export interface FrontDeskMessages {
  readonly report: {
    readonly back: string;
    readonly earlier: string;
    readonly later: string;
    readonly day: string;
    readonly none: { readonly title: string; readonly text: string };
  };
}
