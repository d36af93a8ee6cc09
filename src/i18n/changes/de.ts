import type { ChangeMessages } from './messages.ts';

/** German. */
export const changesDe: ChangeMessages = {
  title: { internal: 'Trucebook: Änderungen im Buch', public: 'Trucebook: Änderungen' },
  subtitle: {
    internal: 'Was die Seiten neu oder anders sagen, neue Vorfälle, Einordnungen und Veröffentlichungen.',
    public: 'Was die Seiten neu oder anders sagen, neue Vorfälle, Einordnungen und Veröffentlichungen, soweit freigegeben, einmal am Tag.',
  },
  kind: {
    reading_new: 'Neue Lesart',
    reading_superseded: 'Lesart durch eine spätere abgelöst',
    divergence: 'Lesarten unterscheiden sich',
    question_answered: 'Frage beantwortet',
    status: 'Stand',
    correction: 'Entscheidung über eine Lesart',
    incident: 'Neuer Vorfall',
    verdict: 'Neue Einordnung eines Vorfalls',
    release: 'Veröffentlichung',
  },
  decided: {
    accepted: 'Geprüft und bestätigt',
    corrected: 'Berichtigt; diese Fassung zählt nicht mehr',
    rejected: 'Verworfen; diese Fassung zählt nicht mehr',
    entered: 'Von Hand eingetragen',
  },
  release: { daily_report: 'Tagesbericht', dataset: 'Datensatz', page: 'Seite' },
  asOf: (date) => `Stand ${date}`,
  corrects: (id) => `berichtigt ${id}`,
};
