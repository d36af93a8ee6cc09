/** The book: store, journal, search, review, intake of feeds and addresses. */
export const BOOK_ERRORS = {} as const;
