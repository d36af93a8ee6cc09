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
};
