/** What leaves: the release gate, the daily report, printing. */
export const PUBLICATION_ERRORS = {} as const;
