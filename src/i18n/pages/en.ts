import { chartsEn } from './charts-en.ts';
import type { PageMessages } from './messages.ts';

/** English. */
export const pagesEn: PageMessages = {
  title: 'Trucebook',
  charts: chartsEn,
};
