/** The server and the pages. */
export const SERVER_ERRORS = {
  TB_PORT_UNAVAILABLE: {
    sentence: 'The server cannot listen on port {port}: {reason}.',
    remedy: 'Stop what listens there, or give another one with --port.',
  },
} as const;
