import type { DailyMessages } from './messages.ts';

/** German. */
export const dailyDe: DailyMessages = {
  title: 'Tagesbericht',
};
