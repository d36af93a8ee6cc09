import type { ReadingMessages } from './reading-messages.ts';

/** English. */
export const readingEn: ReadingMessages = {
  progress: (done, of, rate, seconds) => `${done} of ${of} reports, ${rate} a second, about ${seconds} s left`,
  done: (added, same) => `${added} reports new in the book, ${same} were there already.`,
  taken: (added, changed, same) => `Into the book: ${added} new, ${changed} changed, ${same} the same.`,
  removed: (count) => `${count} are not in the new version and count no longer; their history stays.`,
  erased: (count) => `${count} were deleted on legal demand before and not taken in again.`,
  interrupted: 'Interrupted. What is in the book stays; the same call goes on.',
  fetching: (address, done) => `${address}: ${done} reports`,
  fetched: (added, same, changed, followed) =>
    `${added} new, ${same} already there${changed === '0' ? '' : `, ${changed} changed at their address`}${followed === '0' ? '' : ` (${followed} articles fetched)`}`,
  unchanged: 'unchanged since the last retrieval',
  failed: 'nothing read, see above',
  fetchedAll: (addresses, failed) => `${addresses} addresses fetched${failed === '0' ? '' : `, ${failed} of them without a result`}.`,
  rights: 'Rights in the sources:',
  rightsUnknown: 'not stated',
};
