import { gradesEn } from './grades-en.ts';
import { incidentsEn } from './incidents-en.ts';
import type { MonitorMessages } from './messages.ts';
import { placesEn } from './places-en.ts';

/** English. */
export const monitorEn: MonitorMessages = {
  title: 'Monitoring',
  places: placesEn,
  grades: gradesEn,
  incidents: incidentsEn,
};
