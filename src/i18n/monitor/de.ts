import { gradesDe } from './grades-de.ts';
import { incidentsDe } from './incidents-de.ts';
import type { MonitorMessages } from './messages.ts';
import { placesDe } from './places-de.ts';

/** German. */
export const monitorDe: MonitorMessages = {
  title: 'Beobachtung',
  places: placesDe,
  grades: gradesDe,
  incidents: incidentsDe,
};
