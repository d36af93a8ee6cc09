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
};
