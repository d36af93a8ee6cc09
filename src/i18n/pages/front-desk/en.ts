import type { FrontDeskMessages } from './messages.ts';

/** English. */
export const frontDeskEn: FrontDeskMessages = {
  report: {
    back: 'To the pages',
    earlier: 'earlier report',
    later: 'later report',
    day: 'Day',
    none: {
      title: 'No daily report',
      text: 'A daily report is made when its day is closed (18:00 in Kyiv) and at least one dated report is at hand.',
    },
  },
  search: {
    title: 'Search',
    words: 'Words to look for',
    find: 'Search',
    how: 'Other forms of a word and parts of compounds are found as well. "Several words" in quotation marks follow one another, -word excludes.',
    kind: 'Look in',
    inStatements: 'statements',
    inTexts: 'whole texts',
    speaker: 'Speaker',
    holder: 'Side',
    element: 'About',
    from: 'from',
    to: 'to',
    hits: (hits, reports) =>
      hits === 0
        ? '0 hits'
        : `${hits} ${hits === 1 ? 'hit' : 'hits'} in ${reports === 1 ? 'one report' : `${reports} reports`}, newest first`,
    none: 'Nothing found in what is known by this date.',
    newer: '← newer',
    older: 'older →',
    pageOf: (page, pages) => `page ${page} of ${pages}`,
  },
  review: {
    title: 'Review',
    waiting: (count) => (count === 0 ? 'all decided' : count === 1 ? 'one reading open' : `${count} readings open`),
    how: 'What the machine has read and nobody has looked at, the least certain first. Every decision is kept with its reason and a name; the reading of the machine stays beside it.',
    keys: 'Keys: j next, k previous, a accept, r reject.',
    why: 'Reason',
    by: 'Name',
    accept: 'Accept',
    reject: 'Reject',
    correct: 'Correct',
    otherwise: 'It says something else',
    value: 'Value as JSON',
  },
};
