import type { MonitorMessages } from './messages.ts';

/** English. */
export const monitorEn: MonitorMessages = {
  title: 'Monitoring',
};
