import type { ReleaseMessages } from './messages.ts';

/** German. */
export const releaseDe: ReleaseMessages = {
  title: 'Freigabe',
};
