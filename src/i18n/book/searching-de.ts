import type { SearchingMessages } from './searching-messages.ts';

/** German. */
export const searchingDe: SearchingMessages = {
  found: (count, atLeast, kind) =>
    `${atLeast ? 'mehr als ' : ''}${count} ${kind === 'statement' ? 'Aussagen' : 'Textstellen'}, neueste zuerst`,
  nothing: (typed) => `Nichts gefunden zu: ${typed}`,
  more: (place) => `weiter mit --after ${place}`,
  indexing: (count) => `${count} Berichte neu ins Wortverzeichnis aufgenommen`,
  unnamed: 'ohne Namen',
  undated: 'ohne Datum',
};
