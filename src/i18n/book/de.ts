import type { BookMessages } from './messages.ts';

/** German. */
export const bookDe: BookMessages = {
  title: 'Buch',
};
