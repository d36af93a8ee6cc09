import type { ReadingMessages } from './reading-messages.ts';

/** German. */
export const readingDe: ReadingMessages = {
  progress: (done, of, rate, seconds) => `${done} von ${of} Berichten, ${rate} je Sekunde, noch etwa ${seconds} s`,
  done: (added, same) => `${added} Berichte neu im Buch, ${same} waren schon da.`,
  taken: (added, changed, same) => `Ins Buch: ${added} neu, ${changed} geändert, ${same} unverändert.`,
  removed: (count) => `${count} stehen in der neuen Fassung nicht mehr und gelten nicht länger; ihre Geschichte bleibt.`,
  erased: (count) => `${count} wurden früher auf rechtliche Anordnung gelöscht und nicht wieder aufgenommen.`,
  interrupted: 'Abgebrochen. Was im Buch steht, bleibt; derselbe Aufruf liest weiter.',
  fetching: (address, done) => `${address}: ${done} Berichte`,
  fetched: (added, same, changed, followed) =>
    `${added} neu, ${same} schon da${changed === '0' ? '' : `, ${changed} an ihrer Adresse geändert`}${followed === '0' ? '' : ` (${followed} Artikel abgerufen)`}`,
  unchanged: 'unverändert seit dem letzten Abruf',
  failed: 'nichts gelesen, siehe oben',
  fetchedAll: (addresses, failed) => `${addresses} Adressen abgerufen${failed === '0' ? '' : `, ${failed} davon ohne Ergebnis`}.`,
  rights: 'Rechte an den Quellen:',
  rightsUnknown: 'nicht angegeben',
};
