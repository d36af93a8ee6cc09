import type { PageMessages } from './messages.ts';

/** German. */
export const pagesDe: PageMessages = {
  title: 'Trucebook',
};
