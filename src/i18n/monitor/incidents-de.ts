import type { IncidentListMessages } from './incidents-messages.ts';

/** German. */
export const incidentsDe: IncidentListMessages = {
  heading: (incidents, reports) => `${incidents} Vorfälle aus ${reports} Angaben`,
  note: 'Ob etwas geschehen ist, wer es gewesen sein soll und ob es unter eine Lesart fällt, sind drei Fragen. Nichts davon sagt, dass jemand eine Abmachung gebrochen hat.',
  unknownTime: 'Zeit unbekannt',
  unknown: 'unbekannt',
  occurrence: 'Geschehen',
  attribution: 'Zuschreibung',
  source: 'Quelle',
  information: 'Information',
  maybe: (reports) =>
    reports === 1
      ? 'Eine weitere Angabe meint vielleicht denselben Vorfall.'
      : `${reports} weitere Angaben meinen vielleicht denselben Vorfall.`,
  counts: (from, to) => `Zahlen vom ${from} bis ${to}`,
  countsNote:
    'Spannen, wo Doppelungen oder Einstufungen Zweifel lassen. Die Reihenfolge ist die der Kürzel und keine Rangfolge; wer viel meldet, hat nicht mehr erlebt.',
  by: { side: 'Beschuldigte Seite', class: 'Art des Objekts', day: 'Tag', information: 'Einstufung der Information' },
  gap: (from, to, side) => `${side ?? 'Alle Seiten'}: vom ${from} bis vor den ${to} liegt nichts vor.`,
};
