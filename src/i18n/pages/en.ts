import type { PageMessages } from './messages.ts';

/** English. */
export const pagesEn: PageMessages = {
  title: 'Trucebook',
};
