/** The server and the pages. */
export const SERVER_ERRORS = {} as const;
