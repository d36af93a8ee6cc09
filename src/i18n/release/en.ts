import type { ReleaseMessages } from './messages.ts';

/** English. */
export const releaseEn: ReleaseMessages = {
  title: 'Release',
};
