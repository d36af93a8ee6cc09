import type { ReadingMessages } from './reading-messages.ts';

/** English. */
export const readingEn: ReadingMessages = {
  progress: (done, of, rate, seconds) => `${done} of ${of} reports, ${rate} a second, about ${seconds} s left`,
  done: (added, same) => `${added} reports new in the book, ${same} were there already.`,
  taken: (added, changed, same) => `Into the book: ${added} new, ${changed} changed, ${same} the same.`,
  removed: (count) => `${count} are not in the new version and count no longer; their history stays.`,
  erased: (count) => `${count} were deleted on legal demand before and not taken in again.`,
  interrupted: 'Interrupted. What is in the book stays; the same call goes on.',
};
