import type { ReadingMessages } from './reading-messages.ts';

/** German. */
export const readingDe: ReadingMessages = {
  progress: (done, of, rate, seconds) => `${done} von ${of} Berichten, ${rate} je Sekunde, noch etwa ${seconds} s`,
  done: (added, same) => `${added} Berichte neu im Buch, ${same} waren schon da.`,
  taken: (added, changed, same) => `Ins Buch: ${added} neu, ${changed} geändert, ${same} unverändert.`,
  removed: (count) => `${count} stehen in der neuen Fassung nicht mehr und gelten nicht länger; ihre Geschichte bleibt.`,
  erased: (count) => `${count} wurden früher auf rechtliche Anordnung gelöscht und nicht wieder aufgenommen.`,
  interrupted: 'Abgebrochen. Was im Buch steht, bleibt; derselbe Aufruf liest weiter.',
};
