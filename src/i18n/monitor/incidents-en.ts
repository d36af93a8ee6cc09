import type { IncidentListMessages } from './incidents-messages.ts';

/** English. */
export const incidentsEn: IncidentListMessages = {
  heading: (incidents, reports) => `${incidents} incidents from ${reports} reports`,
  note: 'Whether something happened, who is said to have done it, and whether a reading covers it are three questions. None of them says that anybody broke an agreement.',
  unknownTime: 'time unknown',
  unknown: 'unknown',
  occurrence: 'Occurrence',
  attribution: 'Attribution',
  source: 'Source',
  information: 'Information',
  maybe: (reports) => (reports === 1 ? 'One more report may mean the same event.' : `${reports} more reports may mean the same event.`),
  counts: (from, to) => `Counts from ${from} to ${to}`,
  countsNote:
    'Ranges where duplicates or grades leave doubt. The order is that of the codes and no ranking; whoever reports much has not lived through more.',
  by: { side: 'Side accused', class: 'Class of object', day: 'Day', information: 'Grade of information' },
  gap: (from, to, side) => `${side ?? 'All sides'}: from ${from} to before ${to} nothing is on record.`,
};
