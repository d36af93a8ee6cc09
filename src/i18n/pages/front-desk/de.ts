import type { FrontDeskMessages } from './messages.ts';

/** German. */
export const frontDeskDe: FrontDeskMessages = {
  report: {
    back: 'Zu den Seiten',
    earlier: 'früherer Bericht',
    later: 'späterer Bericht',
    day: 'Tag',
    none: {
      title: 'Kein Tagesbericht',
      text: 'Ein Tagesbericht entsteht, wenn der Tag abgeschlossen ist (18:00 Uhr Kyjiwer Zeit) und wenigstens ein Bericht mit Datum vorliegt.',
    },
  },
  search: {
    title: 'Suche',
    words: 'Gesuchte Wörter',
    find: 'Suchen',
    how: 'Andere Formen eines Wortes und Teile von Zusammensetzungen werden mitgefunden. "Mehrere Wörter" in Anführungszeichen stehen hintereinander, -Wort schließt aus.',
    kind: 'Gesucht in',
    inStatements: 'Äußerungen',
    inTexts: 'ganzen Texten',
    speaker: 'Wer spricht',
    holder: 'Seite',
    element: 'Worüber',
    from: 'von',
    to: 'bis',
    hits: (hits, reports) =>
      hits === 0 ? '0 Treffer' : `${hits} Treffer in ${reports === 1 ? 'einem Bericht' : `${reports} Berichten`}, neueste zuerst`,
    none: 'Nichts gefunden in dem, was zu diesem Stand bekannt ist.',
    newer: '← neuere',
    older: 'ältere →',
    pageOf: (page, pages) => `Seite ${page} von ${pages}`,
  },
  review: {
    title: 'Prüfung',
    waiting: (count) => (count === 0 ? 'alles entschieden' : count === 1 ? 'eine Lesart offen' : `${count} Lesarten offen`),
    how: 'Was die Maschine gelesen hat und noch niemand geprüft hat, das Unsicherste zuerst. Jede Entscheidung wird mit Grund und Namen festgehalten; die Lesart der Maschine bleibt daneben stehen.',
    keys: 'Tasten: j nächste, k vorige, a annehmen, r verwerfen.',
    why: 'Grund',
    by: 'Name',
    accept: 'Annehmen',
    reject: 'Verwerfen',
    correct: 'Berichtigen',
    otherwise: 'Sagt etwas anderes',
    value: 'Wert als JSON',
  },
};
