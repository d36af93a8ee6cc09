import type { GradeMessages } from './grades-messages.ts';
import type { IncidentListMessages } from './incidents-messages.ts';
import type { PlaceMessages } from './places-messages.ts';

/** Words of incidents, grades, matches, verdict traces and counts. */
export interface MonitorMessages {
  readonly title: string;
  readonly places: PlaceMessages;
  readonly grades: GradeMessages;
  readonly incidents: IncidentListMessages;
}
