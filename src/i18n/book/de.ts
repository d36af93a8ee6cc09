import { keepingDe } from './keeping-de.ts';
import type { BookMessages } from './messages.ts';
import { queueingDe } from './queueing.ts';
import { readingDe } from './reading-de.ts';
import { reviewingDe } from './reviewing-de.ts';
import { searchingDe } from './searching-de.ts';
import { servingDe } from './serving.ts';
import { stampingDe } from './stamping.ts';

/** German. */
export const bookDe: BookMessages = {
  title: 'Buch',
  kinds: {
    book: 'Buch',
    source: 'Quellen',
    retrieval: 'Abrufe von Adressen',
    timestamp: 'Zeitstempel',
    report: 'Berichte',
    annotation: 'gelesene Berichte',
    reread: 'Unterschiede neuer Regeln',
    curated: 'gepflegte Vereinbarungen',
    correction: 'Berichtigungen',
    incident_report: 'Meldungen über Vorfälle',
    gap: 'Lücken der Beobachtung',
    cluster_decision: 'Entscheidungen über Dubletten',
    embargo_override: 'geänderte Sperrfristen',
    release: 'Veröffentlichungen',
    review: 'Entscheidungen der Durchsicht',
    coding: 'verdeckte Kodierungen',
    job: 'Aufträge',
    position: 'genaue Orte (getrennt aufbewahrt)',
    site: 'geschützte Orte (getrennt aufbewahrt)',
    site_match: 'Zuordnungen zu Orten (getrennt aufbewahrt)',
    user: 'Konten',
    token: 'Zugangsschlüssel',
    announcement: 'was wem mitgeteilt wurde',
    webhook: 'Empfänger von Änderungen',
    secret: 'Geheimnisse des Buchs',
  },
  keeping: keepingDe,
  queueing: queueingDe,
  reading: readingDe,
  reviewing: reviewingDe,
  searching: searchingDe,
  serving: servingDe,
  stamping: stampingDe,
};
