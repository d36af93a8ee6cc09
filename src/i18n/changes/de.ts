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
  webhook: {
    audience: { internal: 'nicht für alle', public: 'für alle' },
    made: (id, url) => `Änderungen gehen künftig an ${url} (${id}). Geheimnis zum Prüfen der Unterschrift:`,
    once: 'Es wird nur dieses eine Mal gezeigt.',
    none: 'Es gibt keinen Empfänger von Änderungen.',
    removed: (id) => `${id} bekommt nichts mehr.`,
    enabled: (id) => `${id} bekommt wieder Änderungen, von dort an, wo es stehen blieb.`,
    waiting: 'noch nichts gesendet',
    upTo: (at) => `gesendet bis zum Stand von ${at}`,
    failing: (failures, answer, retryAt) =>
      `${failures === 1 ? 'ein Fehlschlag' : `${failures} Fehlschläge nacheinander`} (${answer})${retryAt === null ? '' : `, nächster Versuch nach ${retryAt}`}`,
    disabled: (at) => `abgeschaltet ${at}.`,
    delivered: (changes, deliveries) =>
      deliveries === 0
        ? 'Es war nichts zu senden.'
        : `${changes} Änderungen in ${deliveries === 1 ? 'einer Sendung' : `${deliveries} Sendungen`} zugestellt.`,
  },
};
