import type { DailyMessages } from './messages.ts';

/** English. */
export const dailyEn: DailyMessages = {
  title: 'Daily report',
};
