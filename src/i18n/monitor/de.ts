import type { MonitorMessages } from './messages.ts';

/** German. */
export const monitorDe: MonitorMessages = {
  title: 'Beobachtung',
};
