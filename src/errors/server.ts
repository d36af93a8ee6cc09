/** The server and the pages. */
export const SERVER_ERRORS = {
  TB_PORT_UNAVAILABLE: {
    sentence: 'The server cannot listen on port {port}: {reason}.',
    remedy: 'Stop what listens there, or give another one with --port.',
  },
  TB_PUBLISH_FOLDER_NOT_EMPTY: {
    sentence: 'There are files in {folder}.',
    remedy: 'Name a folder that is empty or not there yet: what an earlier release held must not stay among the files of this one.',
  },
} as const;
