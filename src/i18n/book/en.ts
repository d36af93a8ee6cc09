import type { BookMessages } from './messages.ts';

/** English. */
export const bookEn: BookMessages = {
  title: 'Book',
};
