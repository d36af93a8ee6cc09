import type { SearchingMessages } from './searching-messages.ts';

/** English. */
export const searchingEn: SearchingMessages = {
  found: (count, atLeast, kind) =>
    `${atLeast ? 'more than ' : ''}${count} ${kind === 'statement' ? 'statements' : 'passages'}, newest first`,
  nothing: (typed) => `Nothing found for: ${typed}`,
  more: (place) => `go on with --after ${place}`,
  indexing: (count) => `${count} reports newly in the index of words`,
  unnamed: 'unnamed',
  undated: 'undated',
};
